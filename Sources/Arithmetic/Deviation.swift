/// How far values lie from their mean.
public enum Deviation {
    /// The exact variance: the sum of squared distances from the mean over n, or over n − 1 for
    /// a sample.
    ///
    ///     Σ(x − mean)² = (n · Σx² − (Σx)²) / n
    ///
    /// Being exact, it does not depend on the order of the values, and nothing cancels.
    ///
    /// - Parameters:
    ///   - values: In any order.
    ///   - isSample: Whether the values stand for more than themselves.
    /// - Returns: `nil` without values, and of one value as a sample.
    public static func variance(of values: [Fixed], isSample: Bool) -> BigFraction? {
        let count = Int128(values.count)
        let divisor = isSample ? count - 1 : count
        guard divisor > 0 else { return nil }
        var squares = BigFraction(.zero)
        var sum = BigFraction(.zero)
        do {
            for value in values {
                let number = BigFraction(value)
                sum = try sum.adding(number)
                squares = try squares.adding(number.multiplied(by: number))
            }
            let all = BigFraction(numerator: count, denominator: 1)
            return try all.multiplied(by: squares).subtracting(sum.multiplied(by: sum))
                .divided(by: BigFraction(numerator: count * divisor, denominator: 1))
        } catch {
            preconditionFailure("fractions without limit never overflow, and no divisor is 0")
        }
    }
}
