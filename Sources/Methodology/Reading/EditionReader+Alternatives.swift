internal import Arithmetic
internal import Diagnostics
internal import Expressions

/// What could reasonably have been said instead: read and checked now, used by analyses.
extension EditionReader {
    mutating func readAlternatives(_ nodes: [Node]) -> Alternatives? {
        guard let yaml = root["alternatives"], let object = reader.object(yaml, .alternatives)
        else { return nil }
        let own = ["weights", "aggregate", "score", "missing", "leave-one-out", "bounds"]
        if !own.contains(where: { object.has($0) }) {
            reader.fail(
                "alternatives.empty", yaml.place, "no alternative is named",
                help: "Write one of \(own.joined(separator: ", ")), or leave alternatives out")
        }
        let weights = object["weights"].flatMap { readWeightAlternatives($0) }
        let aggregates = words(
            object, "aggregate", "the way to aggregate", Alternatives.Aggregation.self)
        let leavesOneOut = flag(object, "leave-one-out")
        checkAggregates(object, nodes)
        return Alternatives(
            nodes: alternativeNodes(object, nodes),
            weights: weights?.each.map { [Alternatives.WeightNoise(each: $0, shape: .uniform, beneath: nil)] } ?? [],
            hasEqualWeights: weights?.isEqual ?? false, aggregates: aggregates,
            scores: words(object, "score", "the score rule", ScoringWord.self)
                .map { Alternatives.Scoring(word: $0.rawValue, kind: nil) },
            missing: words(object, "missing", "the missing rule", Alternatives.Missing.self),
            leavesOneOut: leavesOneOut, rangesOverBounds: flag(object, "bounds"),
            basis: citations(object["basis"]), place: yaml.place)
    }

    private mutating func flag(_ object: Object, _ key: String) -> Bool {
        object[key].flatMap { reader.flag($0, key) } ?? false
    }

    private mutating func words<Word: RawRepresentable & CaseIterable>(
        _ object: Object, _ key: String, _ what: String, _ type: Word.Type
    ) -> [Word] where Word.RawValue == String {
        guard let yaml = object[key], let items = reader.items(yaml, key) else { return [] }
        let words = items.compactMap { reader.word($0, what, Word.self) }
        reader.checkFilled(yaml, "the list under \(key)")
        reader.checkDistinct(words.map(\.rawValue), what, at: yaml.place, areWords: true)
        return words
    }

    /// Those that are named, otherwise those that are ranked, otherwise the root.
    private mutating func alternativeNodes(_ object: Object, _ nodes: [Node]) -> [Int] {
        if object.has("nodes") { return positions(object, in: "alternatives", nodes) }
        let ranked = root["ranking"]?.entries?.first { $0.key == "nodes" }?.value.items ?? []
        let named = ranked.compactMap { $0.scalar.flatMap { scope.nodes[$0] } }
        guard named.isEmpty, !drafts.isEmpty else { return named }
        let roots = drafts.indices.filter { drafts[$0].parent == nil }
        let place = root["alternatives"]?.place ?? root.place
        for root in roots { refuseHeading(root, at: place) }
        return roots
    }

    /// The alternatives for weights: how far each may lie from its own, and equal ones.
    private mutating func readWeightAlternatives(
        _ yaml: YAML
    ) -> (each: Fraction?, isEqual: Bool)? {
        guard let object = reader.object(yaml, .weightAlternatives) else { return nil }
        if object.entry("each", "equal") == nil {
            reader.fail(
                "alternatives.empty", yaml.place, "no alternative for the weights is named",
                help: "Write each: ±25 %, or equal: yes")
        }
        return (object["each"].flatMap { spread($0) }, flag(object, "equal"))
    }

    /// As in `±25 %`, `25 %` or `1/4`: a part above 0 and below 1.
    private mutating func spread(_ yaml: YAML) -> Fraction? {
        let help = "Write it as in ±25 %: each weight from three to five quarters of its own"
        var text = yaml.scalar ?? ""
        for sign in ["±", "+/-", "+-"] where text.hasPrefix(sign) {
            text = String(text.dropFirst(sign.count).drop { $0 == " " })
        }
        let written = YAML(kind: .scalar(text, isPlain: true), place: yaml.place)
        guard yaml.scalar != nil, let spread = reader.fraction(written, "how far weights may lie")
        else {
            if yaml.scalar == nil {
                reader.fail(
                    "alternatives.range", yaml.place,
                    "how far weights may lie is \(yaml.shape)", help: help)
            }
            return nil
        }
        guard spread.value.sign > 0, spread.value.isLess(than: Interval.one) else {
            reader.fail(
                "alternatives.range", yaml.place,
                "weights may lie \(text) from their own, which is not between 0 and 100 %",
                help: help)
            return nil
        }
        return spread.value
    }

    /// Ways to put children together say nothing where no children are put together.
    private mutating func checkAggregates(_ object: Object, _ nodes: [Node]) {
        let hasAggregate = nodes.contains { node in
            if case .aggregate = node.content { true } else { false }
        }
        guard !hasAggregate else { return }
        for key in ["weights", "aggregate", "leave-one-out"] {
            guard let yaml = object[key] else { continue }
            reader.fail(
                "alternatives.unused", yaml.place,
                "\(key) has no effect: no node of the edition has an aggregate",
                help: "Leave it out, or give an inner node an aggregate")
        }
    }
}

/// Ways in which values could become scores.
enum ScoringWord: String, CaseIterable {
    case minMax = "min-max"
    case zScore = "z-score"
    case rank
}
