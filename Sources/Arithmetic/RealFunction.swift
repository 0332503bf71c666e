internal import Glibc

/// A function whose results no fraction holds; only doubles have them.
public enum RealFunction: String, CaseIterable, Hashable, Sendable {
    /// The square root.
    case squareRoot = "SQRT"
    /// The logarithm to the base e.
    case naturalLogarithm = "LN"
    /// The power of e.
    case exponential = "EXP"
    /// The first number to the power of the second.
    case power = "POWER"

    /// How many numbers it takes.
    public var argumentCount: Int { self == .power ? 2 : 1 }

    /// Which numbers it takes, as in `numbers above 0`.
    public var domain: String {
        switch self {
        case .squareRoot: "numbers of 0 and above"
        case .naturalLogarithm: "numbers above 0"
        case .exponential: "any number"
        case .power: "numbers above 0, others only where the exponent allows it"
        }
    }

    /// What it comes to.
    ///
    /// - Parameter numbers: As many as ``argumentCount``, none of them infinite or NaN.
    /// - Returns: The double nearest to it, or next to that one.
    /// - Throws: ``ArithmeticError/outsideDomain``, or ``ArithmeticError/overflow`` beyond the
    ///   largest double.
    func value(_ numbers: [Double]) throws(ArithmeticError) -> Double {
        precondition(numbers.count == argumentCount, "a function has its number of arguments")
        let first = numbers[0]
        switch self {
        case .squareRoot:
            guard first >= 0 else { throw .outsideDomain }
            return first.squareRoot()
        case .naturalLogarithm:
            guard first > 0 else { throw .outsideDomain }
            return log(first)
        case .exponential: return try exp(first).finite()
        case .power:
            let exponent = numbers[1]
            guard
                first > 0 || first == 0 && exponent >= 0
                    || first < 0 && exponent == exponent.rounded()
            else { throw .outsideDomain }
            return try pow(first, exponent).finite()
        }
    }
}

extension Double {
    /// What a function comes to.
    ///
    /// - Throws: ``ArithmeticError/outsideDomain``, or ``ArithmeticError/overflow``.
    public static func value(
        of function: RealFunction, _ arguments: [Double]
    ) throws(ArithmeticError) -> Double {
        try function.value(arguments)
    }

    /// The root of the double nearest to a fraction; `square` is 0 or above.
    public init(rootOf square: BigFraction) { self = square.nearestDouble.squareRoot() }
}

extension Number {
    /// Exact numbers have no such functions: the checker refuses editions that ask for one.
    public static func value(
        of function: RealFunction, _ arguments: [Self]
    ) throws(ArithmeticError) -> Self {
        preconditionFailure("\(function.rawValue) belongs to editions that count with doubles")
    }

    /// Exact numbers have no roots: the checker refuses editions that ask for one.
    public init(rootOf square: BigFraction) {
        preconditionFailure("roots belong to editions that count with doubles")
    }
}
