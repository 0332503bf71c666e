/// What the numbers within a step are.
///
/// Between steps there is one kind of number alone, ``Fixed``: whatever a step counted with, its
/// result is rounded once, half-even, to eighteen digits after the point.
public enum NumberKind: String, CaseIterable, Hashable, Sendable {
    /// Exact fractions.
    case decimal
    /// Doubles of IEEE 754, each operation rounded to the nearest one.
    case double

    /// The ways of rounding that editions with such numbers know.
    public var roundings: [Rounding] {
        Rounding.allCases.filter { self == .double || $0 != .nearestCandidate }
    }
}

/// A step of a calculation outside formulas, written once for every kind of number.
public protocol Step {
    /// What the step comes to, before it is rounded.
    ///
    /// - Throws: ``ArithmeticError``; what overflows a ``Fraction`` is done again without limit.
    func number<N: Number>(_: N.Type) throws(ArithmeticError) -> N
}

extension NumberKind {
    /// The result of a step that is counted with this kind of number.
    ///
    /// - Throws: ``ArithmeticError``; ``ArithmeticError/overflow`` when the result is 10^20 or
    ///   more in size.
    public func result(of step: some Step) throws(ArithmeticError) -> Fixed {
        switch self {
        case .double: return try step.number(Double.self).stepResult()
        case .decimal:
            do {
                return try step.number(Fraction.self).stepResult()
            } catch {
                guard error == .overflow else { throw error }
                return try step.number(BigFraction.self).stepResult()
            }
        }
    }

    /// The result of the step `sum` / `divisor`; the sum itself is exact with either kind.
    ///
    /// - Throws: ``ArithmeticError/divisionByZero``, or ``ArithmeticError/overflow`` when the
    ///   result is 10^20 or more in size.
    public func quotient(
        _ sum: WideSum, _ divisor: Int128
    ) throws(ArithmeticError) -> Fixed {
        switch self {
        case .decimal: try sum.divided(by: divisor)
        case .double: try Double(sum, dividedBy: divisor).stepResult()
        }
    }
}
