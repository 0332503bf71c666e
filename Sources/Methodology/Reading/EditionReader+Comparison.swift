internal import Arithmetic
internal import Diagnostics
internal import Expressions

/// Score rules that compare a value with those of other bodies.
extension EditionReader {
    /// The words of these rules.
    static let comparisons = [
        "min-max", "rank", "borda", "percentile-rank", "z-score", "fraction-of-max",
        "distance-to-reference", "distance-to-target",
    ]

    mutating func comparison(
        _ word: String, _ yaml: YAML, _ content: Node.Content, isLeaf: Bool, _ scale: Node.Scale
    ) -> Node.ScoreRule? {
        let vocabulary =
            switch word {
            case "min-max": Vocabulary.minMax
            case "percentile-rank": Vocabulary.percentileRank
            case "borda": Vocabulary.borda
            case "z-score": Vocabulary.zScore
            case "rank": Vocabulary.rank
            case "fraction-of-max": Vocabulary.fractionOfMax
            case "distance-to-reference": Vocabulary.distanceToReference
            case "distance-to-target": Vocabulary.distanceToTarget
            default: preconditionFailure("no other word compares bodies")
            }
        guard let object = reader.object(yaml, vocabulary) else { return nil }
        let reach = reach(object, word)
        let isHigherBetter = isHigherBetter(object, word, isLeaf: isLeaf)
        let kind: Node.Comparison.Kind?
        switch word {
        case "z-score": kind = zScore(object, scale)
        case "min-max": kind = ends(object, word, scale).map { .minMax(to: $0) }
        case "percentile-rank":
            let ties = ties(object, word)
            let ends = ends(object, word, scale)
            kind = ties.flatMap { ties in ends.map { .percentileRank(ties, to: $0) } }
        case "rank": kind = ties(object, word).map { .rank($0, isBorda: false) }
        case "borda": kind = ties(object, word).map { .rank($0, isBorda: true) }
        default: kind = measure(object, word, scale)
        }
        let target = reach.flatMap { self.target(object, word, content, over: $0) }
        var constant: Node.Comparison.Constant?
        if vocabulary.keys.contains("constant") {
            constant = reader.need(
                object, "constant", in: word,
                help: "Say what is done where all bodies have the same value, or one is alone: "
                    + "missing, worst, best or middle"
            ).flatMap { reader.word($0, "constant", Node.Comparison.Constant.self) }
            guard constant != nil else { return nil }
        }
        guard let reach, let isHigherBetter, let kind,
            (target != nil) == vocabulary.keys.contains("target")
        else { return nil }
        return .comparison(
            Node.Comparison(
                kind: kind, reach: reach, isHigherBetter: isHigherBetter, constant: constant,
                target: target))
    }

    mutating func reach(_ object: Object, _ word: String) -> Population.Reach? {
        guard
            let yaml = reader.need(
                object, "over", in: word, help: "Say among whom: bodies or peers"),
            let reach = reader.word(yaml, "over", Population.Reach.self)
        else { return nil }
        guard reach == .peers else { return reach }
        return usePeers(at: yaml.place, alternative: ", or over: bodies") ? reach : nil
    }

    /// A leaf has to say it; what an inner node makes of scores is better when it is higher.
    mutating func isHigherBetter(
        _ object: Object, _ word: String, isLeaf: Bool
    ) -> Bool? {
        if !isLeaf, !object.has("better") { return true }
        return reader.need(
            object, "better", in: word, help: "Say which values are better: higher or lower"
        ).flatMap { reader.word($0, "better", among: ["higher", "lower"]) }.map { $0 == "higher" }
    }

    mutating func ties(_ object: Object, _ word: String) -> Node.Comparison.Ties? {
        reader.need(
            object, "ties", in: word,
            help: "Say which rank equal values share: lowest (1, 2, 2, 4), highest (1, 3, 3, 4) "
                + "or mean (1, 2.5, 2.5, 4)"
        ).flatMap { reader.word($0, "ties", Node.Comparison.Ties.self) }
    }

    /// The scores of the worst and of the best.
    mutating func ends(
        _ object: Object, _ word: String, _ scale: Node.Scale
    ) -> Node.Scale? {
        guard
            let yaml = reader.need(
                object, "to", in: word,
                help: "Write to: scale, or the least and greatest score as in {min: 1, max: 100}")
        else { return nil }
        guard yaml.entries != nil else {
            if yaml.scalar == "scale" { return scale }
            reader.fail(
                "edition.word", yaml.place, "to is \(yaml.shape)",
                help: "Write to: scale, or both ends as in {min: 1, max: 100}")
            return nil
        }
        guard let object = reader.object(yaml, .scale),
            reader.need(object, "min", in: "to", help: "Write both, as in {min: 1, max: 100}")
                != nil,
            reader.need(object, "max", in: "to", help: "Write both, as in {min: 1, max: 100}")
                != nil,
            let ends = readScale(object, at: yaml.place),
            isWithin(scale, ends.least, "score.scale", at: yaml.place),
            isWithin(scale, ends.greatest, "score.scale", at: yaml.place)
        else { return nil }
        return ends
    }
}
