internal import Arithmetic
internal import Foundation

/// The work itself: the same operations in the same order for both, every result kept.
enum Work {
    static func multiplyAdd(
        _ left: Operands, _ right: Operands, _ results: inout [Fixed]
    ) throws {
        var sum = Fixed.zero
        for index in results.indices {
            sum = try sum.adding(left.fixed[index].multiplied(by: right.fixed[index]))
            results[index] = sum
        }
    }

    static func multiplyAdd(_ left: Operands, _ right: Operands, _ results: inout [Decimal]) {
        var sum = Decimal.zero
        for index in results.indices {
            sum += left.decimal[index] * right.decimal[index]
            results[index] = sum
        }
    }

    static func divide(_ left: Operands, _ right: Operands, _ results: inout [Fixed]) throws {
        for index in results.indices {
            results[index] = try left.fixed[index].divided(by: right.fixed[index])
        }
    }

    static func divide(_ left: Operands, _ right: Operands, _ results: inout [Decimal]) {
        for index in results.indices {
            results[index] = left.decimal[index] / right.decimal[index]
        }
    }
}
