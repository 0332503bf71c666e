import LinearAlgebra
import TestSupport

/// A CSV file of the data sets whose last columns are numbers.
struct SharedTable {
    private let headings: [String]
    private let lines: [[String]]

    init(_ name: String) throws {
        let text = String(decoding: try Folders.sharedData(name), as: UTF8.self)
        let cells = text.split(whereSeparator: \.isNewline).map { line in
            line.split(separator: ",", omittingEmptySubsequences: false)
                .map { String($0.replacing("\"", with: "")) }
        }
        headings = cells.first ?? []
        lines = Array(cells.dropFirst())
    }

    /// Some columns side by side; NaN where a cell holds no number.
    func matrix(_ columns: String...) -> Matrix {
        Matrix(
            columns: columns.map { column in
                let position = headings.firstIndex(of: column) ?? 0
                return lines.map { Double($0[position]) ?? .nan }
            })
    }
}
