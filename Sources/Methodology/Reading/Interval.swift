internal import Arithmetic

/// Between what a number lies, as far as the declarations tell; both ends belong to it.
///
/// An end that is too long to be held exactly is taken for no limit.
struct Interval {
    /// `nil` for no limit.
    let least: Fraction?
    /// `nil` for no limit.
    let greatest: Fraction?
    /// Whether the number is known not to be 0.
    let excludesZero: Bool

    init(_ least: Fraction?, _ greatest: Fraction?, excludesZero: Bool = false) {
        self.least = least
        self.greatest = greatest
        self.excludesZero =
            excludesZero || (least.map { $0.sign > 0 } ?? false)
            || (greatest.map { $0.sign < 0 } ?? false)
    }

    /// Nothing is known.
    static let all = Interval(nil, nil)
    static let zero = Fraction(numerator: 0, denominator: 1)
    static let one = Fraction(numerator: 1, denominator: 1)

    var isAtLeastZero: Bool { least.map { $0.sign >= 0 } ?? false }
    var isAtMostZero: Bool { greatest.map { $0.sign <= 0 } ?? false }

    var negated: Interval {
        Interval(greatest?.negated, least?.negated, excludesZero: excludesZero)
    }

    var absolute: Interval {
        if isAtLeastZero { return self }
        if isAtMostZero { return negated }
        let ends = [least?.negated, greatest].compactMap { $0 }
        return Interval(Self.zero, ends.count == 2 ? ends.max() : nil, excludesZero: excludesZero)
    }

    func adding(_ other: Interval) -> Interval {
        let isAbove = isAtLeastZero && other.isAtLeastZero
        let isBelow = isAtMostZero && other.isAtMostZero
        return Interval(
            Self.both(least, other.least) { try $0.adding($1) } ?? (isAbove ? Self.zero : nil),
            Self.both(greatest, other.greatest) { try $0.adding($1) }
                ?? (isBelow ? Self.zero : nil),
            excludesZero: (isAbove || isBelow) && (excludesZero || other.excludesZero))
    }

    func multiplied(by other: Interval) -> Interval {
        if isAtMostZero, !isAtLeastZero { return negated.multiplied(by: other).negated }
        if other.isAtMostZero, !other.isAtLeastZero {
            return multiplied(by: other.negated).negated
        }
        let isNeverZero = excludesZero && other.excludesZero
        if isAtLeastZero, other.isAtLeastZero {
            return Interval(
                Self.both(least, other.least) { try $0.multiplied(by: $1) } ?? Self.zero,
                Self.both(greatest, other.greatest) { try $0.multiplied(by: $1) },
                excludesZero: isNeverZero)
        }
        let products = [least, greatest].flatMap { left in
            [other.least, other.greatest].compactMap { right in
                Self.both(left, right) { try $0.multiplied(by: $1) }
            }
        }
        guard products.count == 4 else { return Interval(nil, nil, excludesZero: isNeverZero) }
        return Interval(products.min(), products.max(), excludesZero: isNeverZero)
    }

    /// The quotient where there is one.
    func divided(by other: Interval) -> Interval {
        if other.isAtMostZero, !other.isAtLeastZero { return divided(by: other.negated).negated }
        guard other.isAtLeastZero else { return Interval(nil, nil, excludesZero: excludesZero) }
        let inverse = Interval(
            Self.both(Self.one, other.greatest) { try $0.divided(by: $1) } ?? Self.zero,
            Self.both(Self.one, other.least) { try $0.divided(by: $1) }, excludesZero: true)
        return multiplied(by: inverse)
    }

    /// All that lies in either.
    func union(_ other: Interval) -> Interval {
        Interval(
            Self.both(least, other.least) { Swift.min($0, $1) },
            Self.both(greatest, other.greatest) { Swift.max($0, $1) },
            excludesZero: excludesZero && other.excludesZero)
    }

    /// What lies in both.
    func intersection(_ other: Interval) -> Interval {
        Interval(
            [least, other.least].compactMap { $0 }.max(),
            [greatest, other.greatest].compactMap { $0 }.min(),
            excludesZero: excludesZero || other.excludesZero)
    }

    func rounded(to digits: Int, _ mode: Rounding) -> Interval {
        func end(_ end: Fraction?) -> Fraction? {
            // A number too large to be rounded is an error when it is computed.
            end.flatMap { try? $0.rounded(to: digits, mode) }.map { Fraction($0) }
        }
        return Interval(end(least), end(greatest))
    }

    private static func both(
        _ left: Fraction?, _ right: Fraction?, _ body: (Fraction, Fraction) throws -> Fraction
    ) -> Fraction? {
        guard let left, let right else { return nil }
        // What does not fit has no end here: the checker is then silent about it.
        return try? body(left, right).reduced
    }
}
