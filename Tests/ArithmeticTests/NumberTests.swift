@testable internal import Arithmetic
internal import Testing

/// Four random steps from a number, the same for every type that counts.
private struct Chain {
    let start: Fraction
    let steps: [(kind: Int, operand: Fraction)]

    init(_ draws: inout Draws) {
        start = Self.operand(&draws)
        var steps: [(kind: Int, operand: Fraction)] = []
        for _ in 0..<4 { steps.append((draws.below(4), Self.operand(&draws))) }
        self.steps = steps
    }

    private static func operand(_ draws: inout Draws) -> Fraction {
        guard draws.isOneIn(2) else { return draws.fraction() }
        return Fraction(
            numerator: Int128(draws.below(2001) - 1000), denominator: Int128(1 + draws.below(100)))
    }

    func result<N: Number>(_: N.Type) throws(ArithmeticError) -> N {
        var value = N(numerator: start.numerator, denominator: start.denominator)
        for step in steps {
            let operand = N(
                numerator: step.operand.numerator, denominator: step.operand.denominator)
            value =
                switch step.kind {
                case 0: try value.adding(operand)
                case 1: try value.subtracting(operand)
                case 2: try value.multiplied(by: operand)
                default: try value.divided(by: operand)
                }
        }
        return value
    }
}

@Suite struct NumberTests {
    @Test func `the two fractions agree wherever neither throws`() {
        var agreed = 0
        forAll(seed: 1701) { draws in
            let chain = Chain(&draws)
            let (digits, mode) = (draws.below(19), draws.mode())
            guard let small = try? chain.result(Fraction.self),
                let large = try? chain.result(BigFraction.self)
            else { return nil }
            agreed += 1
            return difference(large.isEqual(to: BigFraction(small)), true, "\(small)")
                ?? difference(
                    outcome { () throws(ArithmeticError) in try small.rounded(to: digits, mode) },
                    outcome { () throws(ArithmeticError) in try large.rounded(to: digits, mode) },
                    "\(small) to \(digits) \(mode)")
        }
        #expect(agreed > 10_000)
    }

    @Test func `only the fraction with a limit overflows`() {
        forAll(20_000, seed: 1702) { draws in
            let chain = Chain(&draws)
            let small = Result { () throws(ArithmeticError) in try chain.result(Fraction.self) }
            let large = Result { () throws(ArithmeticError) in try chain.result(BigFraction.self) }
            guard case .failure(let error) = large else { return nil }
            let isSame = small == .failure(error) || small == .failure(.overflow)
            return error == .divisionByZero && isSame ? nil : "\(error) beside \(small)"
        }
    }

    @Test func `a step's result is rounded half-even to eighteen digits`() throws {
        let lower = 2 * Int128(WholeNumbers.one)

        #expect(try Fraction(numerator: 1, denominator: lower).stepResult() == .zero)
        #expect(try Fraction(numerator: 3, denominator: lower).stepResult() == Fixed(raw: 2))
        #expect(try BigFraction(numerator: 5, denominator: lower).stepResult() == Fixed(raw: 2))
    }
}
