internal import Explanation

/// Rows of cells as CSV (RFC 4180, UTF-8, LF); cells without anything are empty.
enum CSVRows {
    /// Headings, then the rows.
    static func bytes(_ columns: [String], _ rows: [[String?]]) -> [UInt8] {
        var bytes: [UInt8] = []
        for row in [columns.map(Optional.some)] + rows {
            bytes += row.map { ResultCSV.quoted($0 ?? "") }.joined(separator: ",").utf8
            bytes.append(UInt8(ascii: "\n"))
        }
        return bytes
    }
}
