internal import Explanation
internal import JSON

/// The data beside a page that is no list of results: the same rows as CSV and as JSON.
struct DataTable {
    /// The headings; keys in JSON.
    let columns: [String]
    /// Each with a cell for every column; `nil` where there is nothing.
    private(set) var rows: [[String?]] = []

    /// An empty table.
    init(_ columns: [String]) { self.columns = columns }

    /// Adds a row with a cell for each column.
    mutating func add(_ cells: [String?]) { rows.append(cells) }

    /// RFC 4180 in UTF-8 with LF.
    var csv: [UInt8] {
        let lines = [columns] + rows.map { $0.map { $0 ?? "" } }
        return lines.flatMap { line in
            Array((line.map(ResultCSV.quoted).joined(separator: ",") + "\n").utf8)
        }
    }

    /// The rows under a name, after what the data of every page begin with.
    func json(_ name: String, _ context: PageContext) -> [UInt8] {
        JSON.object(context.dataHead + [JSON.Member(name, list)]).file
    }

    /// An object for each row.
    var list: JSON {
        .list(
            rows.map { cells in
                .object(zip(columns, cells).map { JSON.Member($0, JSON($1)) })
            })
    }
}

extension PageContext {
    /// What the data beside pages begin with: the edition and the period.
    var dataHead: [JSON.Member] {
        [
            JSON.Member("edition", ResultJSON.edition(plainWording)),
            JSON.Member("period", .text(periods[report.period])),
        ]
    }
}

extension JSON {
    /// The whole of a file, indented, with a line end.
    var file: [UInt8] { bytes(isIndented: true) + [UInt8(ascii: "\n")] }
}
