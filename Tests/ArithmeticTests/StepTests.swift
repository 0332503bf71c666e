internal import Arithmetic
internal import Testing

/// a / b · b.
private struct ThereAndBack: Step {
    let a: Fixed
    let b: Fixed

    func number<N: Number>(_: N.Type) throws(ArithmeticError) -> N {
        try N(a).divided(by: N(b)).multiplied(by: N(b))
    }
}

@Suite struct StepTests {
    @Test func `a step is counted with the numbers that are asked for`() throws {
        let step = ThereAndBack(a: Fixed(1), b: Fixed(49))

        #expect(try NumberKind.decimal.result(of: step) == .one)
        // 1 / 49 * 49 is 1 - 2^-53 in IEEE 754, as any language prints it: 0.9999999999999999.
        #expect(
            try NumberKind.double.result(of: step).description == "0.999999999999999889")
    }

    @Test func `an exact step that overflows is done again without limit`() throws {
        let step = ThereAndBack(
            a: try Fixed("99999999999999999999.999999999999999999"),
            b: try Fixed("0.000000000000000003"))

        #expect(try NumberKind.decimal.result(of: step) == step.a)
    }

    @Test(arguments: NumberKind.allCases)
    func `a division by zero is one with either kind of number`(kind: NumberKind) {
        #expect(throws: ArithmeticError.divisionByZero) {
            try kind.result(of: ThereAndBack(a: .one, b: .zero))
        }
        #expect(throws: ArithmeticError.divisionByZero) { try kind.quotient(WideSum(), 0) }
    }

    @Test func `a quotient of a sum is rounded once`() throws {
        var sum = WideSum()
        sum.add(Fixed(2))

        #expect(try NumberKind.decimal.quotient(sum, 3).description == "0.666666666666666667")
        // The double nearest to 2/3 is 0.66666666666666662965…
        #expect(try NumberKind.double.quotient(sum, 3).description == "0.66666666666666663")
    }
}
