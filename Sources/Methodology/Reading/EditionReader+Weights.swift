internal import Arithmetic
internal import Diagnostics

extension EditionReader {
    /// For each kind, whole numbers in proportion to the weights of the children.
    mutating func fixedWeights(of draft: Draft) -> [[Int64]]? {
        guard let written = writtenWeights(of: draft), !isMixed(written, draft) else { return nil }
        let percent = written.firstIndex { $0.contains { $0.isPercent } }
        let plain = written.firstIndex { $0.contains { !$0.isPercent && $0.value.sign != 0 } }
        if let percent, let plain, percent != plain {
            reader.log.error(
                "weights.mixed", at: draft.object["nodes"]?.place ?? draft.object.place,
                node: draft.id,
                "weights are percentages for the kind \"\(kinds[percent])\" and plain numbers for "
                    + "\"\(kinds[plain])\"",
                help: "Write all with a % sign, or none")
            return nil
        }
        var result: [[Int64]] = []
        var faulty: [Int] = []
        // What is wrong with the same weights of several kinds is told once.
        for kind in kinds.indices
        where !faulty.contains(where: { isSame(written[$0], written[kind]) }) {
            if let scaled = checked(written[kind], kind, draft) {
                result.append(scaled)
            } else {
                faulty.append(kind)
            }
        }
        return faulty.isEmpty ? result : nil
    }

    /// Whether some children have percentages and others plain numbers, for all kinds alike; the
    /// fewer are told, by the first of them.
    private mutating func isMixed(
        _ written: [[(value: Fraction, isPercent: Bool)]], _ draft: Draft
    ) -> Bool {
        var percents: [Int] = []
        var plains: [Int] = []
        for (index, child) in draft.children.enumerated() {
            let own = written.map { $0[index] }.filter { $0.isPercent || $0.value.sign != 0 }
            if own.isEmpty { continue }
            if own.allSatisfy({ $0.isPercent }) {
                percents.append(child)
            } else if own.allSatisfy({ !$0.isPercent }) {
                plains.append(child)
            } else {
                return false
            }
        }
        guard !percents.isEmpty, let plain = plains.first else { return false }
        let isPlain = plains.count <= percents.count
        let odd = drafts[isPlain ? plain : percents[0]]
        let yaml = odd.object["weight"]
        reader.log.error(
            "weights.mixed", at: yaml?.place ?? odd.object.place, node: odd.id,
            (yaml?.scalar.map { _ in "the weight is \(yaml?.shape ?? "")" } ?? "the weights are "
                + (isPlain ? "plain numbers" : "percentages"))
                + ", and those of its siblings are \(isPlain ? "percentages" : "plain numbers")",
            help: "Write all with a % sign, or none")
        return true
    }

    /// For each kind, the weights of the children as they are written.
    mutating func writtenWeights(
        of draft: Draft
    ) -> [[(value: Fraction, isPercent: Bool)]]? {
        var written: [[(value: Fraction, isPercent: Bool)]] = kinds.map { _ in [] }
        var isSound = true
        for child in draft.children {
            guard let yaml = drafts[child].object["weight"] else { return nil }
            let own = weight(yaml, of: drafts[child].id)
            guard own.count == kinds.count else {
                isSound = false
                continue
            }
            for kind in kinds.indices { written[kind].append(own[kind]) }
        }
        return isSound ? written : nil
    }

    private func isSame(
        _ left: [(value: Fraction, isPercent: Bool)], _ right: [(value: Fraction, isPercent: Bool)]
    ) -> Bool {
        zip(left, right).allSatisfy {
            $0.value.isEqual(to: $1.value) && $0.isPercent == $1.isPercent
        }
    }

    /// The weight for each kind; empty when something is wrong with it.
    private mutating func weight(
        _ yaml: YAML, of node: String
    ) -> [(value: Fraction, isPercent: Bool)] {
        let outer = reader.node
        reader.node = node
        defer { reader.node = outer }
        func positive(_ yaml: YAML) -> (value: Fraction, isPercent: Bool)? {
            guard let weight = reader.fraction(yaml, "the weight") else { return nil }
            guard weight.value.sign >= 0 else {
                reader.fail(
                    "weights.negative", yaml.place, "the weight is \(yaml.shape)",
                    help: "Write 0 or more; for an indicator where less is better, score it so")
                return nil
            }
            return weight
        }
        guard let entries = yaml.entries else {
            return positive(yaml).map { weight in kinds.map { _ in weight } } ?? []
        }
        // Where no kinds could be read, that has been told.
        for entry in entries where !kinds.isEmpty && !kinds.contains(entry.key) {
            let nearest = Nearest.word(to: entry.key, among: kinds)
            reader.fail(
                "weights.kind", entry.keyPlace, "there is no kind of body \"\(entry.key)\"",
                help: nearest.map { "Did you mean \"\($0)\"?" }
                    ?? "The edition applies to " + kinds.joined(separator: ", "))
        }
        var result: [(value: Fraction, isPercent: Bool)] = []
        for kind in kinds {
            guard let entry = entries.first(where: { $0.key == kind }) else {
                reader.fail(
                    "weights.kind", yaml.place, "there is no weight for the kind \"\(kind)\"",
                    help: "Write one for each of: " + kinds.joined(separator: ", "))
                continue
            }
            if let weight = positive(entry.value) { result.append(weight) }
        }
        return result
    }

    /// Whether the weights sum as they must; scaled to whole numbers.
    private mutating func checked(
        _ weights: [(value: Fraction, isPercent: Bool)], _ kind: Int, _ draft: Draft
    ) -> [Int64]? {
        let ofKind = kinds.count > 1 ? " for the kind \"\(kinds[kind])\"" : ""
        func fail(_ code: String, _ what: String, help: String) {
            reader.log.error(
                code, at: draft.object["nodes"]?.place ?? draft.object.place, node: draft.id, what,
                help: help)
        }
        let percents = weights.count { $0.isPercent }
        // A zero fits both ways of writing weights.
        let zeros = weights.count { $0.value.sign == 0 && !$0.isPercent }
        guard percents == 0 || percents + zeros == weights.count else {
            fail(
                "weights.mixed", "some weights\(ofKind) are percentages and others plain numbers",
                help: "Write all with a % sign, or none")
            return nil
        }
        do {
            var sum = Fraction(numerator: 0, denominator: 1)
            for weight in weights { sum = try sum.adding(weight.value).reduced }
            guard sum.sign > 0 else {
                fail("weights.sum", "the weights\(ofKind) sum to 0", help: "Raise one above 0")
                return nil
            }
            let one = Fraction(numerator: 1, denominator: 1)
            if percents > 0, !sum.isEqual(to: one) {
                let hundred = Fraction(numerator: 100, denominator: 1)
                let text = try sum.multiplied(by: hundred).reduced.description
                let gap = try one.subtracting(sum).multiplied(by: hundred).reduced
                fail(
                    "weights.sum", "the weights\(ofKind) sum to \(text) %, not 100 %",
                    help: gap.sign > 0
                        ? "\(gap) % are missing: raise a weight or add the missing node"
                        : "\(gap.negated) % are too many: lower a weight or remove a node")
                return nil
            }
            return try Self.scaled(weights.map(\.value)).weights
        } catch {
            fail(
                "weights.digits", "the weights\(ofKind) have too many digits",
                help: "Write them with fewer digits, or as fractions with small denominators")
            return nil
        }
    }

    /// Whole numbers in proportion, over their common denominator.
    ///
    /// - Throws: ``ArithmeticError/overflow`` when they or their sum have too many digits.
    static func scaled(
        _ values: [Fraction]
    ) throws(ArithmeticError) -> (weights: [Int64], denominator: Int64) {
        var common: Int128 = 1
        for value in values {
            common = try leastCommonMultiple(common, value.reduced.denominator)
        }
        var scaled: [Int64] = []
        for value in values.map(\.reduced) {
            let (product, isOver) = value.numerator.multipliedReportingOverflow(
                by: common / value.denominator)
            guard !isOver, let whole = Int64(exactly: product) else { throw .overflow }
            scaled.append(whole)
        }
        guard scaled.reduce(Int128(0), { $0 + Int128($1) }) <= Int64.max else { throw .overflow }
        return (scaled, Int64(common))
    }

    private static func leastCommonMultiple(
        _ left: Int128, _ right: Int128
    ) throws(ArithmeticError) -> Int128 {
        var (a, b) = (left, right)
        while b != 0 { (a, b) = (b, a % b) }
        let (product, isOver) = (left / a).multipliedReportingOverflow(by: right)
        guard !isOver, product < 1 << 62 else { throw .overflow }
        return product
    }
}
