extension Fraction {
    /// The number rounded once, from its exact value, to so many digits after the point.
    ///
    /// - Parameters:
    ///   - digits: 0…18; below 0 counts as 0, above 18 as 18.
    ///   - mode: What happens between two such numbers; half means an exact tie.
    /// - Returns: The nearest such number that `mode` names.
    /// - Throws: ``ArithmeticError/overflow`` when the result is 10^20 or more in size.
    public func rounded(to digits: Int, _ mode: Rounding) throws(ArithmeticError) -> Fixed {
        if mode == .nearestCandidate {
            return try Double(numerator: numerator, denominator: denominator)
                .rounded(to: digits, mode)
        }
        let kept = min(max(digits, 0), Fixed.fractionDigits)
        let scale = UInt128(WholeNumbers.powersOfTen[kept])
        let divisor = denominator.magnitude
        let divided = WholeNumbers.divide(
            numerator.magnitude.multipliedFullWidth(by: scale), by: divisor)
        guard let (quotient, remainder) = divided, quotient < WholeNumbers.limit else {
            throw .overflow
        }
        let step = mode.increment(
            remainder: remainder, divisor: divisor, quotient: quotient)
        let unit = UInt128(WholeNumbers.powersOfTen[Fixed.fractionDigits - kept])
        let (size, isOver) = (quotient &+ step).multipliedReportingOverflow(by: unit)
        guard !isOver else { throw .overflow }
        return try Fixed(magnitude: size, isNegative: numerator < 0)
    }

    /// The exact number `sum` / `count`, in lowest terms where they would not fit otherwise.
    ///
    /// - Throws: ``ArithmeticError/divisionByZero``, or ``ArithmeticError/overflow`` when its
    ///   terms need more than 127 bits.
    public init(_ sum: WideSum, dividedBy count: Int128) throws(ArithmeticError) {
        guard count != 0 else { throw .divisionByZero }
        guard !sum.isExceeded else { throw .overflow }
        let isNegative = (sum.sign < 0) != (count < 0)
        let (high, low) = sum.magnitude
        if high == 0, let size = Int128(exactly: low),
            let divisor = Int128(exactly: count.magnitude)
        {
            let value = Fraction(Fixed(raw: isNegative ? 0 &- size : size))
            let (lower, isOver) = value.denominator.multipliedReportingOverflow(by: divisor)
            if !isOver {
                self.init(unchecked: value.numerator, lower)
                return
            }
        }
        // 10^18 and the count are reduced one by one: their product may need more than 128 bits.
        let one = UInt128(WholeNumbers.one)
        let tens = WholeNumbers.commonDivisor((high, low), one)
        let (first, rest) = high.quotientAndRemainder(dividingBy: tens)
        let scaled = (high: first, low: tens.dividingFullWidth((rest, low)).quotient)
        let common = WholeNumbers.commonDivisor(scaled, count.magnitude)
        let (divisor, isOver) = (one / tens).multipliedReportingOverflow(
            by: count.magnitude / common)
        guard !isOver, let upper = WholeNumbers.divide(scaled, by: common)?.quotient,
            let size = Int128(exactly: upper), let lower = Int128(exactly: divisor)
        else { throw .overflow }
        self.init(unchecked: isNegative ? 0 &- size : size, lower)
    }
}
