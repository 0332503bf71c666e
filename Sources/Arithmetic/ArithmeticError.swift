/// Why an exact calculation has no result.
public enum ArithmeticError: Error, Hashable, Sendable {
    /// The result is too large for its representation: 10^20 or more for a ``Fixed``.
    case overflow
    /// The divisor is 0.
    case divisionByZero
    /// A function takes no such number, as the root of -1.
    case outsideDomain
}
