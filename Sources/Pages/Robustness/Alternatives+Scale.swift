internal import Methodology
internal import Scoring

extension Alternatives {
    /// Whether scores of different runs lie on one scale, so that they can be compared.
    ///
    /// Score rules with scales of their own leave only ranks to be compared.
    func haveOneScale(in plan: Plan) -> Bool {
        guard scores.count > 1 else { return true }
        let own = nodes.first.map { plan.nodes[$0].scale }
        func key(_ scale: Node.Scale) -> String {
            scale.least == own?.least && scale.greatest == own?.greatest
                ? "own" : "\(scale.least) \(scale.greatest)"
        }
        let keys = scores.map { scoring in
            switch scoring.kind {
            case nil: ["rank", "borda"].contains(scoring.word) ? scoring.word : "own"
            case .minMax(let scale), .percentileRank(_, let scale): key(scale)
            case .zScore(let rule): "\(rule.atMean) ± \(rule.perDeviation)"
            // Ranks have none, and of the others it is not known whether they are the same.
            default: scoring.word
            }
        }
        return Set(keys).count == 1
    }
}
