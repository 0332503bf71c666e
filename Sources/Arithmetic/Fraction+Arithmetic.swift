extension Fraction {
    /// The exact sum.
    ///
    /// - Throws: ``ArithmeticError/overflow`` when a term over the least common denominator
    ///   needs more than 127 bits.
    @inlinable
    public func adding(_ other: Fraction) throws(ArithmeticError) -> Fraction {
        if denominator == other.denominator {
            let (sum, isOver) = numerator.addingReportingOverflow(other.numerator)
            if !isOver, sum != .min { return Fraction(unchecked: sum, denominator) }
        }
        return try sum(other)
    }

    /// The exact difference.
    ///
    /// - Throws: ``ArithmeticError/overflow`` when a term over the least common denominator
    ///   needs more than 127 bits.
    @inlinable
    public func subtracting(_ other: Fraction) throws(ArithmeticError) -> Fraction {
        try adding(other.negated)
    }

    /// The exact product.
    ///
    /// - Throws: ``ArithmeticError/overflow`` when its lowest terms need more than 127 bits.
    @inlinable
    public func multiplied(by other: Fraction) throws(ArithmeticError) -> Fraction {
        try Self.product(numerator, denominator, other.numerator, other.denominator)
    }

    /// The exact quotient.
    ///
    /// - Throws: ``ArithmeticError/divisionByZero``, or ``ArithmeticError/overflow`` when its
    ///   lowest terms need more than 127 bits.
    @inlinable
    public func divided(by other: Fraction) throws(ArithmeticError) -> Fraction {
        guard other.numerator != 0 else { throw .divisionByZero }
        guard other.numerator > 0 else {
            return try Self.product(
                0 &- numerator, denominator, other.denominator, 0 &- other.numerator)
        }
        return try Self.product(numerator, denominator, other.denominator, other.numerator)
    }

    /// The sum over the smallest denominator that is cheap to find, then over the smallest.
    @usableFromInline
    func sum(_ other: Fraction) throws(ArithmeticError) -> Fraction {
        if let short = Int64(exactly: denominator),
            let otherShort = Int64(exactly: other.denominator)
        {
            // Decimals with different numbers of digits: one denominator divides the other.
            let (small, large) = short < otherShort ? (self, other) : (other, self)
            let (factor, rest) = max(short, otherShort).quotientAndRemainder(
                dividingBy: min(short, otherShort))
            if rest == 0 {
                let (scaled, isOver) = small.numerator.multipliedReportingOverflow(
                    by: Int128(factor))
                let (sum, isOverAgain) = scaled.addingReportingOverflow(large.numerator)
                if !isOver, !isOverAgain, sum != .min {
                    return Fraction(unchecked: sum, large.denominator)
                }
            }
        }
        if let sum = Self.sum(self, other, other.denominator, denominator) { return sum }
        let (left, right) = (reduced, other.reduced)
        let common = Int128(
            truncatingIfNeeded: WholeNumbers.greatestCommonDivisor(
                left.denominator.magnitude, right.denominator.magnitude))
        let sum = Self.sum(
            left, right, right.denominator / common, left.denominator / common)
        guard let sum else { throw .overflow }
        return sum
    }

    /// Brings two fractions to one denominator by these factors and adds them.
    private static func sum(
        _ left: Fraction, _ right: Fraction, _ leftFactor: Int128, _ rightFactor: Int128
    ) -> Fraction? {
        let (first, isOver1) = left.numerator.multipliedReportingOverflow(by: leftFactor)
        let (second, isOver2) = right.numerator.multipliedReportingOverflow(by: rightFactor)
        let (upper, isOver3) = first.addingReportingOverflow(second)
        let (lower, isOver4) = left.denominator.multipliedReportingOverflow(by: leftFactor)
        guard !isOver1, !isOver2, !isOver3, !isOver4, upper != .min else { return nil }
        return Fraction(unchecked: upper, lower)
    }

    /// (a / b) · (c / d), where b and d are above 0.
    @usableFromInline
    static func product(
        _ a: Int128, _ b: Int128, _ c: Int128, _ d: Int128
    ) throws(ArithmeticError) -> Fraction {
        if let plain = multiply(a, b, c, d) { return plain }
        let (left, right) = (Fraction(unchecked: a, b).reduced, Fraction(unchecked: c, d).reduced)
        let first = Fraction(unchecked: left.numerator, right.denominator).reduced
        let second = Fraction(unchecked: right.numerator, left.denominator).reduced
        let crossed = multiply(
            first.numerator, second.denominator, second.numerator, first.denominator)
        guard let crossed else { throw .overflow }
        return crossed
    }

    private static func multiply(_ a: Int128, _ b: Int128, _ c: Int128, _ d: Int128) -> Fraction? {
        let (upper, isOver) = a.multipliedReportingOverflow(by: c)
        let (lower, isOverAgain) = b.multipliedReportingOverflow(by: d)
        guard !isOver, !isOverAgain, upper != .min else { return nil }
        return Fraction(unchecked: upper, lower)
    }
}
