internal import Arithmetic
internal import Foundation

/// Times `Fixed` against Foundation's `Decimal`: a million of each operation, by turns.
@main
enum Bench {
    static let operations = 1_000_000
    static let runs = 7

    static func main() throws {
        let left = try Operands(count: operations, seed: 1)
        let right = try Operands(count: operations, seed: 2)
        print("\(operations) operations, median of \(runs) runs (least to largest), ns each")
        try compare("multiply-add", left, right, Work.multiplyAdd, Work.multiplyAdd)
        try compare("divide", left, right, Work.divide, Work.divide)
    }

    /// Prints one line of the table; the sums show that both sides did the same work.
    static func compare(
        _ name: String, _ left: Operands, _ right: Operands,
        _ fixed: (Operands, Operands, inout [Fixed]) throws -> Void,
        _ decimal: (Operands, Operands, inout [Decimal]) -> Void
    ) throws {
        var ours = [Fixed](repeating: .zero, count: operations)
        var theirs = [Decimal](repeating: .zero, count: operations)
        let times = try Timing.compare(runs: runs, operations: operations) {
            try fixed(left, right, &ours)
        } _: {
            decimal(left, right, &theirs)
        }
        print(
            "\(name): Fixed \(text(times.first)), Decimal \(text(times.second)), ", terminator: "")
        print("ratio \(text(times.second.median / times.first.median))")
        var (ourSum, theirSum) = (Fixed.zero, Decimal.zero)
        for index in stride(from: 0, to: operations, by: 1000) {
            ourSum = try ourSum.adding(ours[index])
            theirSum += theirs[index]
        }
        print("  sums of every thousandth result: \(ourSum), \(theirSum)")
    }

    static func text(_ spread: Timing.Spread) -> String {
        "\(text(spread.median)) (\(text(spread.least)) to \(text(spread.largest)))"
    }

    static func text(_ number: Double) -> String {
        String(format: "%.1f", locale: nil, number)
    }
}
