@testable internal import Arithmetic
internal import BigInt

/// The independent reference: a fraction of two whole numbers without limit.
///
/// It is computed by attaswift's BigInt, in the plainest way, never reduced.
struct Exact: Equatable {
    let upper: BigInt
    /// Never 0; perhaps below 0.
    let lower: BigInt

    static let one = BigInt(1_000_000_000_000_000_000)
    static let limit = BigInt(10).power(38)

    init(_ upper: BigInt, _ lower: BigInt) {
        self.upper = upper
        self.lower = lower
    }

    init(_ value: Fixed) { self.init(BigInt(value.raw), Self.one) }

    init(_ value: Fraction) { self.init(BigInt(value.numerator), BigInt(value.denominator)) }

    /// A number written as in `2/3` or `-0.25`.
    init?(_ text: String) {
        let parts = text.split(separator: "/").map(String.init)
        if parts.count == 2, let upper = BigInt(parts[0]), let lower = BigInt(parts[1]) {
            self.init(upper, lower)
            return
        }
        let halves = text.split(separator: ".").map(String.init)
        guard let upper = BigInt(halves.joined()) else { return nil }
        let digits = halves.count == 2 ? halves[1].utf8.count : 0
        self.init(upper, BigInt(10).power(digits))
    }

    static func + (left: Self, right: Self) -> Self {
        Exact(left.upper * right.lower + right.upper * left.lower, left.lower * right.lower)
    }

    static func - (left: Self, right: Self) -> Self {
        Exact(left.upper * right.lower - right.upper * left.lower, left.lower * right.lower)
    }

    static func * (left: Self, right: Self) -> Self {
        Exact(left.upper * right.upper, left.lower * right.lower)
    }

    static func / (left: Self, right: Self) -> Self {
        Exact(left.upper * right.lower, left.lower * right.upper)
    }

    static func == (left: Self, right: Self) -> Bool {
        left.upper * right.lower == right.upper * left.lower
    }

    /// The raw value of the number rounded to so many digits, or overflow at 10^20.
    func rounded(to digits: Int, _ mode: Rounding) -> Result<Int128, ArithmeticError> {
        let scale = BigInt(10).power(digits)
        let quotient = Self.quotient(upper * scale, lower, mode)
        return Self.checked(quotient * BigInt(10).power(18 - digits))
    }

    /// The whole number next to `upper` / `lower`, from the definition of each mode.
    static func quotient(_ upper: BigInt, _ lower: BigInt, _ mode: Rounding) -> BigInt {
        let (whole, rest) = upper.magnitude.quotientAndRemainder(dividingBy: lower.magnitude)
        let twice = rest * 2
        let isUp =
            switch mode {
            case .up: rest > 0
            case .down: false
            case .halfUp: twice >= lower.magnitude
            case .halfDown: twice > lower.magnitude
            case .halfEven, .nearestCandidate:
                twice > lower.magnitude || (twice == lower.magnitude && whole % 2 == 1)
            }
        let size = BigInt(whole) + (isUp ? 1 : 0)
        return upper.sign == lower.sign ? size : -size
    }

    /// The raw value, or overflow when it is 10^38 or more in size.
    static func checked(_ raw: BigInt) -> Result<Int128, ArithmeticError> {
        guard raw.magnitude < limit.magnitude, let small = Int128(exactly: raw) else {
            return .failure(.overflow)
        }
        return .success(small)
    }
}
