internal import Arithmetic
internal import Diagnostics
internal import Expressions

/// Goalposts, target ranges and distances: straight lines between a few named values.
extension EditionReader {
    mutating func goalposts(
        _ yaml: YAML, _ content: Node.Content, _ scale: Node.Scale
    ) -> Node.ScoreRule? {
        guard let object = reader.object(yaml, .goalposts) else { return nil }
        let help = "Write both, as in {worst: 20, best: 90}; the worst may be the greater one"
        let worst = namedEdge(object, "worst", in: "goalposts", content, help: help)
        let best = namedEdge(object, "best", in: "goalposts", content, help: help)
        let scores = partOfScale(object["to"], scale)
        guard let worst, let best, let scores else { return nil }
        return line(.goalposts, [worst, best], scores, at: yaml.place)
    }

    mutating func targetRange(
        _ yaml: YAML, _ content: Node.Content, _ scale: Node.Scale
    ) -> Node.ScoreRule? {
        guard let object = reader.object(yaml, .targetRange) else { return nil }
        let full = pairOfEdges(object, "full", content)
        let zero = pairOfEdges(object, "zero", content)
        guard let full, let zero else { return nil }
        return line(.targetRange, [zero.0, full.0, full.1, zero.1], scale, at: yaml.place)
    }

    mutating func distance(
        _ yaml: YAML, _ content: Node.Content, _ scale: Node.Scale
    ) -> Node.ScoreRule? {
        guard let object = reader.object(yaml, .distance) else { return nil }
        let to = namedEdge(
            object, "to", in: "distance", content, help: "Say which value earns the most")
        var sides: [Node.Line.NamedEdge] = []
        for key in ["below", "above"] {
            guard let side = object[key] else { continue }
            guard let edge = lineEdge(side, "the distance \(key)", content) else { return nil }
            sides.append(Node.Line.NamedEdge(name: key, edge: edge))
        }
        if sides.isEmpty, !object.has("below"), !object.has("above") {
            reader.fail(
                "edition.missing-key", yaml.place,
                "the distance does not say \"below\" or \"above\"",
                help: "Say how far below or above earns the least; a side left out costs nothing")
        }
        guard let to, !sides.isEmpty else { return nil }
        return line(.distance, [to] + sides, scale, at: yaml.place)
    }

    /// A number in the unit of the value, or a formula for one.
    mutating func lineEdge(
        _ yaml: YAML, _ what: String, _ content: Node.Content
    ) -> Node.Edge? {
        let number = yaml.scalar.map { $0.hasSuffix("%") ? String($0.dropLast()) : $0 }
        let isNumber = number.map { Fraction(parsing: $0.filter { $0 != " " }) != nil } ?? true
        if isNumber { return edge(yaml, what, content).map { .number($0) } }
        guard let formula = guardedFormula(yaml, expecting: .number, where: applies) else {
            return nil
        }
        if let value = kind(of: content) {
            let compared = Expression(kind: .period, type: value.type, range: 0..<0)
            if let clash = compared.clash(with: formula.expression) {
                reader.fail(
                    "type.clash", yaml.place,
                    "\(what) is \(formula.expression.type.named), and the value is \(value.name)",
                    help: clash.help)
                return nil
            }
        }
        return .formula(formula)
    }

    private mutating func namedEdge(
        _ object: Object, _ key: String, in element: String, _ content: Node.Content, help: String
    ) -> Node.Line.NamedEdge? {
        reader.need(object, key, in: element, help: help)
            .flatMap { lineEdge($0, "the value under \(key)", content) }
            .map { Node.Line.NamedEdge(name: key, edge: $0) }
    }

    /// Two values, the lesser one first.
    private mutating func pairOfEdges(
        _ object: Object, _ key: String, _ content: Node.Content
    ) -> (Node.Line.NamedEdge, Node.Line.NamedEdge)? {
        let help = "Write two values, as in {full: [40, 60], zero: [20, 90]}"
        guard let yaml = reader.need(object, key, in: "target-range", help: help),
            let items = reader.items(yaml, key)
        else { return nil }
        guard items.count == 2 else {
            reader.fail(
                "line.order", yaml.place, "\(key) has \(items.count) values and needs two",
                help: help)
            return nil
        }
        let edges = items.compactMap { lineEdge($0, "the value under \(key)", content) }
        guard edges.count == 2 else { return nil }
        return (
            Node.Line.NamedEdge(name: key, edge: edges[0]),
            Node.Line.NamedEdge(name: key, edge: edges[1])
        )
    }

    /// The scores that the rule gives: the whole scale, or the part under `to`.
    private mutating func partOfScale(_ yaml: YAML?, _ scale: Node.Scale) -> Node.Scale? {
        guard let yaml, yaml.scalar != "scale" else { return scale }
        guard let object = reader.object(yaml, .scale) else { return nil }
        for key in ["min", "max"] {
            _ = reader.need(
                object, key, in: "range of scores", help: "Write both, as in {min: 20, max: 80}")
        }
        guard let part = readScale(object, at: yaml.place),
            isWithin(scale, part.least, "score.scale", at: yaml.place),
            isWithin(scale, part.greatest, "score.scale", at: yaml.place)
        else { return nil }
        return part
    }

    /// The rule with its edges in order, as far as they are numbers: then it is a line of knots.
    private mutating func line(
        _ form: Node.Line.Form, _ edges: [Node.Line.NamedEdge], _ scores: Node.Scale,
        at place: Place
    ) -> Node.ScoreRule? {
        let line = Node.Line(form: form, edges: edges, scores: scores, place: place)
        let ranges = edges.map { range(of: $0.edge) }
        guard !line.isOutOfOrder(ranges) else {
            reader.fail(
                "line.order", place,
                "the values of \(form.rawValue) are out of order: " + line.written,
                help: form.order)
            return nil
        }
        let numbers = edges.compactMap { edge in
            if case .number(let number) = edge.edge { number } else { nil }
        }
        guard numbers.count == edges.count else { return .line(line) }
        guard let knots = try? line.knots(numbers) else { return .line(line) }
        return .knots(knots)
    }

    /// Between what an edge lies.
    func range(of edge: Node.Edge) -> Interval {
        switch edge {
        case .number(let number): Interval(Fraction(number), Fraction(number))
        case .formula(let formula):
            divisors.range(formula.expression, Facts(where: applies))
        }
    }
}

extension Node.Line {
    /// Whether the values are out of order wherever they lie.
    func isOutOfOrder(_ ranges: [Interval]) -> Bool {
        func isNeverBelow(_ left: Interval, _ right: Interval) -> Bool {
            guard let least = left.least, let greatest = right.greatest else { return false }
            return !least.isLess(than: greatest)
        }
        switch form {
        case .goalposts:
            return isNeverBelow(ranges[0], ranges[1]) && isNeverBelow(ranges[1], ranges[0])
        case .targetRange:
            return isNeverBelow(ranges[0], ranges[1]) || isNeverBelow(ranges[2], ranges[3])
                || isNeverBelow(ranges[1], ranges[2]) && !isNeverBelow(ranges[2], ranges[1])
        case .distance: return ranges.dropFirst().contains(where: \.isAtMostZero)
        }
    }

    /// As in `worst 20, best 20`.
    var written: String {
        edges.map { edge in
            switch edge.edge {
            case .number(let number): "\(edge.name) \(number)"
            case .formula(let formula): "\(edge.name) \(formula.source.text)"
            }
        }.joined(separator: ", ")
    }
}
