internal import Arithmetic
internal import Testing

@Suite struct RealFunctionTests {
    /// Printed by Python 3.11 (`math`) and R 4.2 alike.
    @Test(arguments: [
        (RealFunction.squareRoot, [2.0], 1.4142135623730951), (.squareRoot, [0], 0),
        (.naturalLogarithm, [10], 2.302585092994046), (.naturalLogarithm, [1], 0),
        (.exponential, [1], 2.718281828459045), (.exponential, [-1000], 0),
        (.power, [2, 0.5], 1.4142135623730951), (.power, [-2, 3], -8), (.power, [0, 0], 1),
        (.power, [0, 2.5], 0), (.power, [9, -0.5], 0.3333333333333333),
    ])
    func `a function comes to the double that others print`(
        function: RealFunction, numbers: [Double], expected: Double
    ) throws {
        #expect(try Double.value(of: function, numbers) == expected)
    }

    @Test(arguments: [
        (RealFunction.squareRoot, [-1e-300]), (.naturalLogarithm, [0]), (.naturalLogarithm, [-1]),
        (.power, [-8, 0.5]), (.power, [0, -1]),
    ])
    func `a number that a function does not take is an error`(
        function: RealFunction, numbers: [Double]
    ) {
        #expect(throws: ArithmeticError.outsideDomain) { try Double.value(of: function, numbers) }
    }

    @Test(arguments: [(RealFunction.exponential, [710.0]), (.power, [10, 309])])
    func `what is beyond the largest double is an error`(
        function: RealFunction, numbers: [Double]
    ) {
        #expect(throws: ArithmeticError.overflow) { try Double.value(of: function, numbers) }
    }
}
