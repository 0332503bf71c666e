/// How results are written.
package enum Format: String, CaseIterable, Hashable, Sendable {
    case table
    case csv
    case json

    /// As in `as CSV`.
    var name: String { self == .table ? "a table" : rawValue.uppercased() }
}
