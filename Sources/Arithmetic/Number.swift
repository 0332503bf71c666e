/// What a formula counts with inside one step.
///
/// ``Fraction`` and ``BigFraction`` are exact and give the same results wherever neither throws;
/// they differ in speed and in where they overflow. A step that overflows is done again with
/// ``BigFraction``. ``Double`` counts with the nearest double where the words below say exact.
public protocol Number: Sendable {
    /// The number itself, exactly.
    init(_ value: Fixed)

    /// The number `numerator` / `denominator`, exactly.
    ///
    /// - Parameters:
    ///   - numerator: Above -2^127.
    ///   - denominator: Above 0.
    init(numerator: Int128, denominator: Int128)

    /// The exact number `sum` / `count`.
    ///
    /// - Throws: ``ArithmeticError/divisionByZero``, or ``ArithmeticError/overflow``.
    init(_ sum: WideSum, dividedBy count: Int128) throws(ArithmeticError)

    /// The exact sum.
    ///
    /// - Throws: ``ArithmeticError/overflow`` when this type has no room for it.
    func adding(_ other: Self) throws(ArithmeticError) -> Self

    /// The exact difference.
    ///
    /// - Throws: ``ArithmeticError/overflow`` when this type has no room for it.
    func subtracting(_ other: Self) throws(ArithmeticError) -> Self

    /// The exact product.
    ///
    /// - Throws: ``ArithmeticError/overflow`` when this type has no room for it.
    func multiplied(by other: Self) throws(ArithmeticError) -> Self

    /// The exact quotient.
    ///
    /// - Throws: ``ArithmeticError/divisionByZero``, or ``ArithmeticError/overflow``.
    func divided(by other: Self) throws(ArithmeticError) -> Self

    /// The number with the other sign.
    var negated: Self { get }

    /// Whether this number is smaller, decided exactly.
    func isLess(than other: Self) -> Bool

    /// Whether both are the same number, however they are written: 2/3 is 4/6.
    func isEqual(to other: Self) -> Bool

    /// -1, 0 or 1.
    var sign: Int { get }

    /// The number rounded once, from its exact value, to so many digits after the point.
    ///
    /// - Parameters:
    ///   - digits: 0…18; below 0 counts as 0, above 18 as 18.
    ///   - mode: What happens between two such numbers; half means an exact tie.
    /// - Returns: The nearest such number that `mode` names.
    /// - Throws: ``ArithmeticError/overflow`` when the result is 10^20 or more in size.
    func rounded(to digits: Int, _ mode: Rounding) throws(ArithmeticError) -> Fixed

    /// What a function without exact results comes to; only ``Double`` has them.
    ///
    /// - Parameters:
    ///   - function: Which one.
    ///   - arguments: As many as it takes.
    /// - Returns: The double nearest to it, or next to that one.
    /// - Throws: ``ArithmeticError/outsideDomain``, or ``ArithmeticError/overflow``.
    static func value(
        of function: RealFunction, _ arguments: [Self]
    ) throws(ArithmeticError) -> Self

    /// The square root of a number of 0 or above; only ``Double`` has it.
    init(rootOf square: BigFraction)
}

extension Number {
    /// The number as the result of a step: rounded once, half-even, to eighteen digits.
    ///
    /// - Throws: ``ArithmeticError/overflow`` when the result is 10^20 or more in size.
    @inlinable
    public func stepResult() throws(ArithmeticError) -> Fixed { try rounded(to: 18, .halfEven) }
}
