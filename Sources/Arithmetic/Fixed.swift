/// An exact decimal number with eighteen fractional digits, smaller than 10^20 in size.
///
/// This is what a step of a calculation results in, and what evidence holds. It needs no
/// memory of its own and adds in a nanosecond. Nothing here rounds unless its name says so.
public struct Fixed: Hashable, Sendable {
    /// The number times 10^18; every result of this type's operations is below 10^38 in size.
    public let raw: Int128

    /// The number `raw` / 10^18.
    ///
    /// - Parameter raw: Below 10^38 in size; whoever counts with a larger one gets
    ///   ``ArithmeticError/overflow`` from the first operation whose result is too large.
    @inlinable
    public init(raw: Int128) { self.raw = raw }

    /// A whole number; any `Int` fits.
    @inlinable
    public init(_ whole: Int) { raw = Int128(whole) &* 1_000_000_000_000_000_000 }

    /// The number of digits after the point that every value has room for.
    public static let fractionDigits = 18
    /// The number 0.
    @inlinable public static var zero: Fixed { Fixed(raw: 0) }
    /// The number 1.
    @inlinable public static var one: Fixed { Fixed(1) }
    /// The number 100.
    @inlinable public static var hundred: Fixed { Fixed(100) }

    /// The number with the other sign; the raw value -2^127, beyond all numbers, stays itself.
    @inlinable
    public var negated: Fixed { Fixed(raw: 0 &- raw) }

    /// The exact sum.
    ///
    /// - Throws: ``ArithmeticError/overflow`` when it is 10^20 or more in size.
    @inlinable
    public func adding(_ other: Fixed) throws(ArithmeticError) -> Fixed {
        let (sum, isOver) = raw.addingReportingOverflow(other.raw)
        guard !isOver else { throw .overflow }
        return try Fixed(checking: sum)
    }

    /// The exact difference.
    ///
    /// - Throws: ``ArithmeticError/overflow`` when it is 10^20 or more in size.
    @inlinable
    public func subtracting(_ other: Fixed) throws(ArithmeticError) -> Fixed {
        let (difference, isOver) = raw.subtractingReportingOverflow(other.raw)
        guard !isOver else { throw .overflow }
        return try Fixed(checking: difference)
    }

    /// The number `raw` / 10^18, when that is below 10^20 in size.
    @inlinable
    init(checking raw: Int128) throws(ArithmeticError) {
        guard raw.magnitude < WholeNumbers.limit else { throw .overflow }
        self.raw = raw
    }

    /// The number of this size and sign, when it is below 10^20 in size.
    @inlinable @inline(__always)
    init(magnitude: UInt128, isNegative: Bool) throws(ArithmeticError) {
        guard magnitude < WholeNumbers.limit else { throw .overflow }
        let size = Int128(truncatingIfNeeded: magnitude)
        raw = isNegative ? 0 &- size : size
    }
}

extension Fixed: Comparable {
    /// Smaller numbers come first.
    @inlinable
    public static func < (left: Fixed, right: Fixed) -> Bool { left.raw < right.raw }
}
