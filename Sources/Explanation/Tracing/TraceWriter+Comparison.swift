internal import Arithmetic
internal import Expressions
internal import Methodology
internal import Scoring

extension TraceWriter {
    /// As in `min-max among 38 bodies: 0.2 → 0, 0.9 → 1; 0.5 earns 0.43 (exactly …)`.
    func compared(
        _ rule: Node.Comparison, _ step: ComparisonStep, _ value: Fixed, _ score: Fixed?
    ) -> String {
        let word = rule.reach == .peers ? ("peer", "peers") : ("body", "bodies")
        let among =
            "\(rule.kind.word) among \(step.bodies) "
            + (step.bodies == 1 ? word.0 : word.1)
        let earns = "\(exactly(value)) earns " + (score.map { exactly($0) } ?? "no score")
        let isRank =
            switch rule.kind {
            case .rank, .quota: true
            case .minMax, .percentileRank, .zScore: false
            }
        guard step.least < step.greatest || isRank else {
            let fate = (rule.constant?.rawValue).map { " (constant: \($0))" } ?? ""
            return "\(among), all with the same value\(fate): \(earns)"
        }
        switch rule.kind {
        case .zScore(let score):
            let better = rule.isHigherBetter ? "higher" : "lower"
            let mean = step.mean.map { "mean \(exactly($0)) → \(score.atMean), " } ?? ""
            let deviation =
                step.deviation.map {
                    "deviation (\(score.deviation.rawValue)) \(exactly($0)) → "
                        + "\(score.perDeviation) points, "
                } ?? ""
            return "\(among): \(mean)\(deviation)\(better) is better; \(earns)"
        case .minMax(let scale):
            let ends =
                rule.isHigherBetter
                ? (scale.least, scale.greatest) : (scale.greatest, scale.least)
            return "\(among): \(exactly(step.least)) → \(ends.0), "
                + "\(exactly(step.greatest)) → \(ends.1); \(earns)"
        case .quota(let quota):
            let better = rule.isHigherBetter ? "higher" : "lower"
            let shares = quota.shares.map { "\(Self.percent($0.share)) \(node.text($0.score))" }
            let rank = step.rank.map { " has rank \($0) and" } ?? ""
            return "\(among), \(shares.joined(separator: ", ")), \(better) is better: "
                + "\(exactly(value))\(rank) earns " + (score.map { told($0) } ?? "no grade")
        case .percentileRank(_, let scale):
            let better = rule.isHigherBetter ? "higher" : "lower"
            let rank = step.rank.map { " has rank \($0) and" } ?? ""
            return "\(among): rank 1 for the worst → \(scale.least), rank \(step.bodies) → "
                + "\(scale.greatest), \(better) is better; \(exactly(value))\(rank) earns "
                + (score.map { exactly($0) } ?? "no score")
        case .rank:
            let better = rule.isHigherBetter ? "higher" : "lower"
            let rank = step.rank.map { " has rank \($0) and" } ?? ""
            return "\(among), 1 for the worst, \(better) is better: \(exactly(value))\(rank) earns "
                + (score.map { exactly($0) } ?? "no score")
        }
    }
}
