internal import Arithmetic
internal import Diagnostics
internal import Domain

/// Looks at the costs of all measures together: one currency, and a sum that whole numbers of the
/// smallest unit hold.
struct MeasureCosts {
    /// What all costs together stay below, in the smallest unit that occurs: 2^50, so that sums of
    /// them are exact in a solver that counts in doubles.
    static let limit = Int128(1) << 50

    private let measures: [Measure]
    private let file: String

    init(_ measures: [Measure], file: String) {
        self.measures = measures.sorted { $0.row < $1.row }
        self.file = file
    }

    func check(_ log: inout DiagnosticLog) {
        guard let first = measures.first else { return }
        for measure in measures where measure.currency != first.currency {
            log.error(
                "measure.currency", at: Place(file: file, row: measure.row, field: "currency"),
                "the cost is in \(measure.currency), and in \(first.currency) in row \(first.row)",
                help: "Write all costs of the file in one currency")
        }
        let digits = measures.map(\.cost.leastDigits).max() ?? 0
        guard Self.isTooLarge(measures.map(\.cost), digits: digits),
            let costly = measures.max(by: { $0.cost < $1.cost }),
            let fine = measures.first(where: { $0.cost.leastDigits == digits })
        else { return }
        log.error(
            "measure.total", at: Place(file: file, row: costly.row, field: "cost"),
            "with the cost \(costly.cost) all costs come to 2^50 units or more, counted in "
                + "\(digits == 0 ? "whole ones" : "the \(digits) digits after the point of row \(fine.row)")",
            help: "Write all costs in a larger unit, such as thousands, or with fewer digits")
    }

    private static func isTooLarge(_ costs: [Fixed], digits: Int) -> Bool {
        var unit = Int128(1)
        for _ in digits..<Fixed.fractionDigits { unit *= 10 }
        var sum = Int128(0)
        for cost in costs {
            sum += cost.raw / unit
            if sum >= limit { return true }
        }
        return false
    }
}
