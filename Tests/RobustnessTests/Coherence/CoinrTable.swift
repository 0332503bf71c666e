internal import AssessmentSupport
internal import LinearAlgebra
internal import TestSupport
internal import Testing

@testable internal import Robustness

/// A table that COINr 1.1.14 made of the ASEM index, by heading.
struct CoinrTable {
    let rows: [[String: String]]

    init(_ name: String) throws {
        rows = Examples.rows(try Folders.sharedData("coinr-asem/\(name)"))
    }

    /// The numbers of a column; NaN where a cell holds none.
    func numbers(_ heading: String) -> [Double] { rows.map { number($0, heading) } }

    /// The number of a cell; NaN where it holds none.
    func number(_ row: [String: String], _ heading: String) -> Double {
        row[heading].flatMap { Double($0) } ?? .nan
    }

    /// The text of a column.
    func texts(_ heading: String) -> [String] { rows.map { $0[heading] ?? "" } }
}

/// The elements of the ASEM index.
struct CoinrTree {
    private let meta: CoinrTable

    init() throws { meta = try CoinrTable("input/ASEM_iMeta.csv") }

    /// The codes of a level in the order of the table, 1 for indicators.
    func level(_ level: Int) -> [String] {
        meta.rows.filter { $0["Level"] == String(level) }.compactMap { $0["iCode"] }
    }

    /// The codes of the children of an element in the order of the table.
    func children(of code: String) -> [String] {
        meta.rows.filter { $0["Parent"] == code && $0["Level"] != "" }.compactMap { $0["iCode"] }
    }
}

/// Whether a number is the peer's within 10⁻¹² of it, or of 1 where it is smaller.
func isClose(_ one: Double?, _ other: Double) -> Bool {
    guard let one else { return other.isNaN }
    return (one - other).magnitude <= 1e-12 * max(1, other.magnitude)
}

/// Numbers from a seed, some of them missing and many tied.
func tiedNumbers(_ count: Int, _ generator: inout SeededGenerator) -> [Double] {
    (0..<count).map { _ in
        let number = Int.random(in: -4...4, using: &generator)
        return number == 4 ? .nan : Double(number)
    }
}
