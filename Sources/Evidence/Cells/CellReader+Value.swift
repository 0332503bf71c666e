internal import Diagnostics
internal import Domain

extension CellReader {
    /// The value of a cell.
    func value(_ cell: CSVCell, in bytes: Span<UInt8>) throws(CellProblem) -> CellValue {
        guard cell.hasDoubledQuotes else {
            return try read(bytes.extracting(cell.start..<cell.end))
        }
        return try cell.read(in: bytes) { (text) throws(CellProblem) in try read(text) }
    }
}

extension DiagnosticLog {
    /// Adds what is wrong with a cell of a field.
    mutating func add(_ problem: CellProblem, of field: Field, at place: @autoclosure () -> Place) {
        // Words that nobody will read are not made: a column may hold a million bad cells.
        add(
            isFull(of: problem.code)
                ? Diagnostic(.error, problem.code, at: nil, "", help: "")
                : problem.diagnostic(of: field, at: place()))
    }
}
