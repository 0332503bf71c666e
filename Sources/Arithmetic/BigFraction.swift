internal import CGmp

/// An exact fraction without limit, for the rare step that overflows a ``Fraction``.
///
/// It is a value: nothing changes one after it was made. GMP holds the terms, always reduced;
/// their memory is freed with the last copy.
@safe
public struct BigFraction: Number {
    let terms: Terms

    /// Makes a number by filling new terms with `fill`.
    private init(_ fill: (mpq_ptr) -> Void) {
        terms = Terms()
        unsafe fill(terms.pointer)
    }

    /// The number itself.
    public init(_ value: Fixed) {
        self.init(
            numerator: (high: 0, low: value.raw.magnitude), UInt128(WholeNumbers.one),
            isNegative: value.raw < 0)
    }

    /// The number `numerator` / `denominator`.
    ///
    /// - Parameters:
    ///   - numerator: Any.
    ///   - denominator: Above 0; this is the caller's promise.
    public init(numerator: Int128, denominator: Int128) {
        precondition(denominator > 0, "a fraction's terms are out of range")
        self.init(
            numerator: (high: 0, low: numerator.magnitude), denominator.magnitude,
            isNegative: numerator < 0)
    }

    /// The exact number `sum` / `count`.
    ///
    /// - Throws: ``ArithmeticError/divisionByZero``; ``ArithmeticError/overflow`` only when the
    ///   sum itself went beyond its bits.
    public init(_ sum: WideSum, dividedBy count: Int128) throws(ArithmeticError) {
        guard count != 0 else { throw .divisionByZero }
        guard !sum.isExceeded else { throw .overflow }
        let total = BigFraction(
            numerator: sum.magnitude, UInt128(WholeNumbers.one),
            isNegative: (sum.sign < 0) != (count < 0))
        let divisor = BigFraction(
            numerator: (high: 0, low: count.magnitude), 1, isNegative: false)
        self = try total.divided(by: divisor)
    }

    private init(
        numerator: (high: UInt128, low: UInt128), _ denominator: UInt128, isNegative: Bool
    ) {
        unsafe self.init { (result: mpq_ptr) in
            let upper = unsafe cgmp_numerator(result)
            unsafe Terms.set(upper, numerator.high)
            if numerator.high != 0 || numerator.low != 0 {
                var low = unsafe __mpz_struct()
                unsafe __gmpz_init(&low)
                unsafe Terms.set(&low, numerator.low)
                unsafe __gmpz_mul_2exp(upper, upper, 128)
                unsafe __gmpz_add(upper, upper, &low)
                unsafe __gmpz_clear(&low)
            }
            if isNegative { unsafe __gmpz_neg(upper, upper) }
            unsafe Terms.set(cgmp_denominator(result), denominator)
            unsafe __gmpq_canonicalize(result)
        }
    }

    /// The exact sum; never throws.
    public func adding(_ other: BigFraction) throws(ArithmeticError) -> BigFraction {
        unsafe BigFraction { unsafe __gmpq_add($0, terms.pointer, other.terms.pointer) }
    }

    /// The exact difference; never throws.
    public func subtracting(_ other: BigFraction) throws(ArithmeticError) -> BigFraction {
        unsafe BigFraction { unsafe __gmpq_sub($0, terms.pointer, other.terms.pointer) }
    }

    /// The exact product; never throws.
    public func multiplied(by other: BigFraction) throws(ArithmeticError) -> BigFraction {
        unsafe BigFraction { unsafe __gmpq_mul($0, terms.pointer, other.terms.pointer) }
    }

    /// The exact quotient.
    ///
    /// - Throws: ``ArithmeticError/divisionByZero``.
    public func divided(by other: BigFraction) throws(ArithmeticError) -> BigFraction {
        guard other.sign != 0 else { throw .divisionByZero }
        return unsafe BigFraction { unsafe __gmpq_div($0, terms.pointer, other.terms.pointer) }
    }

    /// The number with the other sign.
    public var negated: BigFraction {
        unsafe BigFraction { unsafe __gmpq_neg($0, terms.pointer) }
    }

    /// -1, 0 or 1.
    public var sign: Int { unsafe Int(cgmp_sign(terms.pointer)) }

    /// Whether this number is smaller.
    public func isLess(than other: BigFraction) -> Bool {
        unsafe __gmpq_cmp(terms.pointer, other.terms.pointer) < 0
    }

    /// Whether both are the same number.
    public func isEqual(to other: BigFraction) -> Bool {
        unsafe __gmpq_equal(terms.pointer, other.terms.pointer) != 0
    }
}
