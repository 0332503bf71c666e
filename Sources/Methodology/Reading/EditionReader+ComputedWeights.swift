internal import Arithmetic
internal import Diagnostics
internal import Domain
internal import Expressions

/// Weights that are equal, in proportion to a formula, or a blend of parts.
extension EditionReader {
    /// The way in which a weight is given.
    private enum Way: String {
        case equal
        case by
        case blend
        case fixed
    }

    private func way(_ yaml: YAML) -> Way {
        if yaml.scalar == Way.equal.rawValue { return .equal }
        guard let key = yaml.entries?.first?.key, !kinds.contains(key) else { return .fixed }
        return key == Way.by.rawValue ? .by : key == Way.blend.rawValue ? .blend : .fixed
    }

    /// How much the children count; all say it in the same way.
    mutating func weights(of draft: Draft) -> Node.Weights? {
        for child in draft.children { refuseHeading(child, at: drafts[child].object.place) }
        guard checkWeightsPresent(draft) else { return nil }
        for child in draft.children {
            if let yaml = drafts[child].object["weight"], isBlendWithoutWord(yaml, of: child) {
                return nil
            }
        }
        let ways = draft.children.compactMap { drafts[$0].object["weight"].map(way) }
        guard let first = ways.first else { return nil }
        if let odd = Self.odd(ways) {
            unlike(
                draft.children[odd],
                "the weight is \(words(for: ways[odd])), and that of its "
                    + (odd == 0
                        ? "siblings is \(words(for: ways[1]))"
                        : "first sibling is \(words(for: first))"))
            return nil
        }
        switch first {
        case .equal: return .fixed(kinds.map { _ in draft.children.map { _ in 1 } })
        case .fixed: return fixedWeights(of: draft).map { .fixed($0) }
        case .by: return byWeights(of: draft).map { .computed([$0]) }
        case .blend: return blend(of: draft).map { .computed($0) }
        }
    }

    /// Whether every child has a weight.
    mutating func checkWeightsPresent(_ draft: Draft) -> Bool {
        let without = draft.children.filter { !drafts[$0].object.has("weight") }
        for child in without {
            reader.log.error(
                "weights.missing", at: drafts[child].object.place, node: drafts[child].id,
                "a child of the \(aggregateWord(of: draft)) \"\(draft.id)\" has no weight",
                help: "Write weight: with a percentage or a number, or equal for all")
        }
        return without.isEmpty
    }

    /// The one that is unlike the others.
    ///
    /// - Returns: The first, where all others are alike; else the first that is unlike it; `nil`
    ///   where all are alike.
    private static func odd<Item>(_ items: [Item], _ isSame: (Item, Item) -> Bool) -> Int? {
        guard let first = items.first,
            let other = items.firstIndex(where: { !isSame($0, first) })
        else { return nil }
        let rest = items.dropFirst()
        return rest.count > 1 && rest.allSatisfy({ isSame($0, items[1]) }) ? 0 : other
    }

    private static func odd<Item: Equatable>(_ items: [Item]) -> Int? { odd(items) { $0 == $1 } }

    /// A blend that is written as `{equal: 1/2, users: 1/2}`; says how it is written.
    private mutating func isBlendWithoutWord(_ yaml: YAML, of child: Int) -> Bool {
        guard let entries = yaml.entries, entries.count > 1,
            let equal = entries.first(where: { $0.key == Way.equal.rawValue }),
            !kinds.contains(equal.key)
        else { return false }
        for case let size? in entries.map(\.value.scalar) { used.words.insert(size) }
        let parts = entries.map { "{part: \($0.value.scalar ?? "…"), by: \($0.key)}" }
        reader.log.error(
            "weights.kind", at: equal.keyPlace, node: drafts[child].id,
            "\"equal\" is no kind of body, and a blend is meant",
            help: "Write {blend: [\(parts.joined(separator: ", "))]}")
        return true
    }

    private func words(for way: Way) -> String {
        switch way {
        case .equal: "equal"
        case .by: "in proportion to a formula"
        case .blend: "a blend"
        case .fixed: "a number"
        }
    }

    private mutating func unlike(_ child: Int, _ what: String) {
        let object = drafts[child].object
        reader.log.error(
            "weights.alike", at: object["weight"]?.place ?? object.place, node: drafts[child].id,
            what, help: "Give the weights of all children of a node in the same way")
    }

    /// What follows `by:` at each child.
    private mutating func byWeights(of draft: Draft) -> Node.WeightPart? {
        var written: [(child: Int, yaml: YAML)] = []
        for child in draft.children {
            guard let object = weightObject(of: child), let by = object["by"] else { return nil }
            written.append((child, by))
        }
        return part(.number(Fraction(numerator: 1, denominator: 1)), written)
    }

    /// The keys of a weight that is no number; one of them at a time.
    private mutating func weightObject(of child: Int) -> Object? {
        let outer = reader.node
        reader.node = drafts[child].id
        defer { reader.node = outer }
        guard let yaml = drafts[child].object["weight"],
            let object = reader.object(yaml, .weight)
        else { return nil }
        guard yaml.entries?.count == 1 else {
            unlike(child, "the weight is told twice, by \"by\" and by \"blend\"")
            return nil
        }
        return object
    }

    /// A part that the children share equally or in proportion to formulas.
    private mutating func part(
        _ size: Node.WeightPart.Size, _ written: [(child: Int, yaml: YAML)]
    ) -> Node.WeightPart? {
        let equal = written.filter { $0.yaml.scalar == Way.equal.rawValue }
        if equal.count == written.count { return Node.WeightPart(size: size, formulas: nil) }
        guard equal.isEmpty else {
            unlike(equal[0].child, "the weight is equal, and those of its siblings are not")
            return nil
        }
        var formulas: [Formula] = []
        let outer = reader.node
        for (child, yaml) in written {
            reader.node = drafts[child].id
            if let formula = guardedFormula(yaml, expecting: .number) { formulas.append(formula) }
        }
        reader.node = outer
        guard formulas.count == written.count, let first = formulas.first else { return nil }
        for (formula, (child, _)) in zip(formulas, written)
        where formula.expression.type != first.expression.type {
            unlike(
                child,
                "the weight is in proportion to \(formula.expression.type.named), and that "
                    + "of its first sibling to \(first.expression.type.named)")
            return nil
        }
        return Node.WeightPart(size: size, formulas: formulas)
    }

    /// The parts of a blend; all children have the same ones.
    private mutating func blend(of draft: Draft) -> [Node.WeightPart]? {
        var blends: [[WrittenPart]] = []
        for child in draft.children {
            guard let object = weightObject(of: child), let blend = object["blend"],
                let parts = blendParts(blend, of: child)
            else { return nil }
            blends.append(parts)
        }
        guard let first = blends.first else { return nil }
        if let odd = Self.odd(blends, isSame) {
            let others = (odd == 0 ? blends[1] : first).map(\.text).joined(separator: " and ")
            unlike(
                draft.children[odd],
                "the parts of the blend are "
                    + blends[odd].map(\.text).joined(separator: " and ")
                    + ", and those of its \(odd == 0 ? "siblings" : "first sibling") \(others)")
            return nil
        }
        let place = draft.children.first.flatMap { drafts[$0].object["weight"]?.place }
        guard checkParts(first.map(\.size), at: place ?? draft.object.place) else { return nil }
        var parts: [Node.WeightPart] = []
        for (index, written) in first.enumerated() {
            let shares = zip(draft.children, blends).map { (child: $0, yaml: $1[index].by) }
            guard let part = part(written.size, shares) else { return nil }
            parts.append(part)
        }
        return parts
    }

    /// A part of a blend as it is written.
    private struct WrittenPart {
        let text: String
        let size: Node.WeightPart.Size
        let by: YAML
    }

    /// Whether two blends have the same parts, however they are written.
    private func isSame(_ left: [WrittenPart], _ right: [WrittenPart]) -> Bool {
        left.count == right.count
            && zip(left, right).allSatisfy { left, right in
                if left.text == right.text { return true }
                guard let left = constant(left.size), let right = constant(right.size) else {
                    return false
                }
                return left.isEqual(to: right)
            }
    }

    /// `nil` for a parameter that changes or is not known.
    private func constant(_ size: Node.WeightPart.Size) -> Fraction? {
        switch size {
        case .number(let number): number
        case .parameter(let position):
            parameters[position].values.count == 1 ? parameters[position].values[0].value : nil
        }
    }

    private mutating func blendParts(
        _ yaml: YAML, of child: Int
    ) -> [WrittenPart]? {
        let outer = reader.node
        reader.node = drafts[child].id
        defer { reader.node = outer }
        guard let items = reader.items(yaml, "the blend") else { return nil }
        reader.checkFilled(yaml, "the blend")
        var parts: [WrittenPart] = []
        for item in items {
            guard let object = reader.object(item, .weightPart),
                let part = reader.need(
                    object, "part", in: "blend", help: "Say how large the part is, as in 2/3"),
                let by = reader.need(
                    object, "by", in: "blend", help: "Write equal, or a formula"),
                let size = size(part)
            else { return nil }
            parts.append(WrittenPart(text: part.scalar ?? "", size: size, by: by))
        }
        return parts.isEmpty ? nil : parts
    }

    /// A number, or a parameter.
    private mutating func size(_ yaml: YAML) -> Node.WeightPart.Size? {
        guard let text = yaml.scalar, let first = text.unicodeScalars.first,
            first.properties.isAlphabetic || first == "_"
        else {
            return reader.fraction(yaml, "the part").map { .number($0.value) }
        }
        guard !scope.faulty.contains(text) else { return nil }
        guard let position = scope.parameters.firstIndex(where: { $0.id == text }) else {
            let nearest = Nearest.word(to: text, among: scope.parameters.map(\.id))
            reader.fail(
                "name.unknown", yaml.place, "there is no parameter \"\(text)\"",
                help: nearest.map { "Did you mean \"\($0)\"?" }
                    ?? "Write a number, as in 2/3, or declare the parameter")
            return nil
        }
        used.parameters.insert(position)
        return .parameter(position)
    }

    /// Whether the parts are not below 0 and sum to 1, on every day as far as they are known.
    private mutating func checkParts(_ sizes: [Node.WeightPart.Size], at place: Place) -> Bool {
        var days: Set<Day> = [.distantPast]
        for case .parameter(let position) in sizes {
            days.formUnion(parameters[position].values.compactMap(\.from))
        }
        for day in days.sorted() {
            let values = sizes.map { size in
                switch size {
                case .number(let value): value
                case .parameter(let position): parameters[position].value(on: day)
                }
            }
            let known = values.compactMap { $0 }
            // A parameter without a value on a day is told elsewhere, or is a gap.
            guard known.count == sizes.count else { continue }
            guard let sum = sum(known), sum.isEqual(to: Fraction(numerator: 1, denominator: 1)),
                known.allSatisfy({ $0.sign >= 0 })
            else {
                let text = known.map(\.description).joined(separator: " and ")
                let from = day == .distantPast ? "" : " from \(day)"
                reader.fail(
                    "weights.parts", place, "the parts of the blend are \(text)\(from)",
                    help: "Give parts of 0 or more that sum to 1, as in 2/3 and 1/3")
                return false
            }
        }
        return true
    }

    /// `nil` where the sum has too many digits, and so is not 1.
    private func sum(_ values: [Fraction]) -> Fraction? {
        var sum = Fraction(numerator: 0, denominator: 1)
        for value in values {
            guard let next = try? sum.adding(value).reduced else { return nil }
            sum = next
        }
        return sum
    }
}
