internal import Arithmetic
internal import Methodology

extension Node.Comparison.Quota {
    /// The grade of a value, as a score.
    ///
    /// So many bodies have a grade or a better one as their shares together are of all bodies,
    /// made whole.
    func score(
        _ value: Fixed, among others: Distribution, isHigherBetter: Bool
    ) throws(ArithmeticError) -> Fixed {
        let rank = try others.rank(
            of: value, isHigherBetter: isHigherBetter, ties == .better ? .highest : .lowest)
        // The first place is that of the best.
        let place = try Fixed(others.count + 1).subtracting(rank)
        var sum = BigFraction(numerator: 0, denominator: 1)
        for share in shares {
            sum = try sum.adding(
                BigFraction(
                    numerator: share.share.numerator, denominator: share.share.denominator))
            let bodies = try sum.multiplied(by: BigFraction(Fixed(others.count)))
            if place <= (try bodies.rounded(to: 0, counts.rounding)) { return share.score }
        }
        // The shares sum to 1, so the last one reaches over all bodies.
        return shares.last?.score ?? .zero
    }
}
