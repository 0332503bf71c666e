internal import Arithmetic
internal import Methodology

extension Node.Comparison {
    /// The score on a line that goes on beyond its ends, or why there is none.
    ///
    /// Where less is better, worst and best change places and nothing else does: multiplying all
    /// values by −1 comes to the same.
    func measured(
        _ value: Fixed, among others: Distribution, mark: Fixed?, _ line: OpenLine,
        _ numbers: NumberKind
    ) throws(ArithmeticError) -> Standing {
        let (worst, best) =
            isHigherBetter ? (others.least, others.greatest) : (others.greatest, others.least)
        let from: Fixed
        let to: Fixed
        if case .fractionOfMax = kind {
            (from, to) = (.zero, best)
        } else {
            guard let mark else { preconditionFailure("a distance has something to reach") }
            (from, to) = (worst, mark)
            if isHigherBetter ? mark < worst : worst < mark { return Standing(obstacle: .passed) }
        }
        guard from != to else { return Standing(obstacle: .divisor) }
        let score = try numbers.result(
            of: Proportion(value: value, from: from, to: to, scores: line.ends))
        return Standing(score: score.held(from: line.floor, to: line.cap))
    }
}

/// A score on the straight line through two values.
///
///     score = least + (greatest − least) · (value − from) / (to − from)
///
/// - Source: W. Becker et al., COINr 1.1.14, `n_fracmax`, `n_dist2ref`, `n_dist2targ`, whose
///   scores lie from 0 to 1.
private struct Proportion: Step {
    let value: Fixed
    let from: Fixed
    let to: Fixed
    let scores: Node.Scale

    func number<N: Number>(_: N.Type) throws(ArithmeticError) -> N {
        let way = try N(value).subtracting(N(from))
        let whole = try N(to).subtracting(N(from))
        let height = try N(scores.greatest).subtracting(N(scores.least))
        return try N(scores.least).adding(height.multiplied(by: way.divided(by: whole)))
    }
}
