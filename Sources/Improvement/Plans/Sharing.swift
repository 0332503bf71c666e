internal import Arithmetic

/// Shares points among those that were expected to bring them.
enum Sharing {
    /// What each has in a total.
    ///
    /// Each has what was expected of it, and of what the total differs from the sum of all that in
    /// proportion to its size:
    ///
    ///     share = expected + (total − Σ expected) · |expected| / Σ |expected|
    ///
    /// Where nobody was expected to take away, that is `total · expected / Σ expected`.
    ///
    /// - Returns: As many shares, which add up to the total exactly; `nil` where nothing was
    ///   expected of anybody.
    static func shares(
        of total: BigFraction, expected: [BigFraction]
    ) throws(ArithmeticError) -> [BigFraction]? {
        var (sum, sizes) = (BigFraction.nothing, BigFraction.nothing)
        for part in expected {
            sum = try sum.adding(part)
            sizes = try sizes.adding(part.size)
        }
        guard sizes.sign > 0 else { return nil }
        let rest = try total.subtracting(sum)
        var shares: [BigFraction] = []
        for part in expected {
            let more = try rest.multiplied(by: part.size).divided(by: sizes)
            shares.append(try part.adding(more))
        }
        return shares
    }
}

extension BigFraction {
    /// 0.
    static var nothing: BigFraction { BigFraction(Fixed.zero) }

    /// How far it is from 0.
    fileprivate var size: BigFraction { sign < 0 ? negated : self }
}
