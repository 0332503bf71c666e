internal import Diagnostics

/// A row that is left out.
struct RejectedRow: Sendable {
    let row: Int
    /// What is wrong with it first; `nil` for a row that was left out because that is known.
    let problem: Diagnostic?
    /// The headings of what is wrong besides.
    let others: [String]
    /// As it was handed in.
    var text: String
    /// What names it, as far as it could be read: the id of a body; a body, a period and what
    /// else names a row of its role.
    let identity: [String]
}

/// The rows of a file that are left out; of no more than ``Rejects/kept`` all is held.
struct RejectedRows: Sendable {
    /// In the order of the file.
    private(set) var details: [RejectedRow] = []
    /// The numbers of all others.
    private(set) var others: [Int] = []
    private var bytes = 0

    var isEmpty: Bool { details.isEmpty }

    /// The numbers of those that were found to be wrong.
    var rows: Set<Int> { Set(details.map(\.row) + others) }

    mutating func add(_ row: RejectedRow) {
        guard details.count < Rejects.kept else {
            others.append(row.row)
            return
        }
        var row = row
        bytes += row.text.utf8.count
        if bytes > Rejects.keptBytes { row.text = "…" }
        details.append(row)
    }

    mutating func add(_ next: RejectedRows) {
        for row in next.details { add(row) }
        others += next.others
    }
}
