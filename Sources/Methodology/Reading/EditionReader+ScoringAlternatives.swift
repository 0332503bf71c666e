internal import Arithmetic
internal import Diagnostics

/// How the values of leaves that are compared with other bodies could become scores.
extension EditionReader {
    mutating func readScoringAlternatives(
        _ object: Object, _ nodes: [Node]
    ) -> [Alternatives.Scoring] {
        guard let yaml = object["score"], let items = reader.items(yaml, "score") else { return [] }
        reader.checkFilled(yaml, "the list under score")
        let scores = items.compactMap { scoringAlternative($0) }
        let comparesBodies = nodes.contains { node in
            if node.children.isEmpty, case .comparison = node.score { true } else { false }
        }
        if !comparesBodies, !nodes.isEmpty {
            reader.fail(
                "alternatives.unused", yaml.place,
                "score has no effect: no leaf compares its value with those of other bodies",
                help: "Leave it out; it takes the place of min-max, z-score and rank")
        }
        // Two of a kind differ in what goes with them.
        let alone = scores.filter { $0.kind == nil }.map(\.word)
        reader.checkDistinct(alone, "the score rule", at: yaml.place, areWords: true)
        return scores
    }

    /// The word alone, or with what goes with it.
    private mutating func scoringAlternative(_ yaml: YAML) -> Alternatives.Scoring? {
        guard let entries = yaml.entries, entries.count == 1, let entry = entries.first else {
            return reader.word(yaml, "the score rule", among: Alternatives.Scoring.words).map {
                Alternatives.Scoring(word: $0, kind: nil)
            }
        }
        let key = YAML(kind: .scalar(entry.key, isPlain: true), place: entry.keyPlace)
        guard
            let word = reader.word(key, "the score rule", among: Alternatives.Scoring.words),
            let object = reader.object(entry.value, .scoringAlternative(word)),
            let kind = scoringKind(word, object)
        else { return nil }
        return Alternatives.Scoring(word: word, kind: kind)
    }

    private mutating func scoringKind(
        _ word: String, _ object: Object
    ) -> Node.Comparison.Kind? {
        switch word {
        case "z-score": return standardised(object)
        case "min-max": return span(object).map { .minMax(to: $0) }
        case "percentile-rank":
            guard let ties = ties(object, word), let span = span(object) else { return nil }
            return .percentileRank(ties, to: span)
        default: return ties(object, word).map { .rank($0, isBorda: word == "borda") }
        }
    }

    private mutating func standardised(_ object: Object) -> Node.Comparison.Kind? {
        let deviation = reader.need(
            object, "deviation", in: "z-score",
            help: "Write sample (over n - 1) or population (over n)"
        ).flatMap { reader.word($0, "deviation", Node.Comparison.ZScore.Deviation.self) }
        let atMean = reader.need(
            object, "at-mean", in: "z-score", help: "Say which score the mean earns"
        ).flatMap { reader.plain($0, "at-mean") }
        let perDeviation = reader.need(
            object, "per-deviation", in: "z-score",
            help: "Say how many points one standard deviation is"
        ).flatMap { positive($0) }
        guard let deviation, let atMean, let perDeviation else { return nil }
        return .zScore(
            Node.Comparison.ZScore(
                deviation: deviation, atMean: atMean, perDeviation: perDeviation, floor: nil,
                cap: nil, ends: Node.Scale(least: .zero, greatest: .zero)))
    }

    /// The scores of the worst and of the best, which need not lie on the edition's scale.
    private mutating func span(_ object: Object) -> Node.Scale? {
        let help = "Write the least and greatest score, as in to: {min: 1, max: 100}"
        guard let yaml = reader.need(object, "to", in: "score", help: help),
            let ends = reader.object(yaml, .scale),
            reader.need(ends, "min", in: "to", help: help) != nil,
            reader.need(ends, "max", in: "to", help: help) != nil
        else { return nil }
        return readScale(ends, at: yaml.place)
    }
}
