internal import Methodology

extension DifferenceWording {
    /// The headings of the table of changes.
    public static let columns = [
        "number", "topic", "action", "kind", "id", "within", "key", "part", "old", "new",
        "old_basis", "new_basis",
    ]

    /// Every change as CSV (RFC 4180, UTF-8, LF): a row for each part that differs.
    public var csv: [UInt8] {
        var rows = [Self.columns]
        for position in difference.told {
            let change = difference.changes[position]
            let head = [
                number(of: position), change.topic.rawValue, change.action.rawValue,
                change.subject.kind, change.subject.id,
                change.subject.within.joined(separator: "."), change.key ?? "",
            ]
            let tail = [Self.plain(change.oldBasis), Self.plain(change.newBasis)]
            let parts = change.parts.isEmpty ? [nil] : change.parts.map { Optional($0) }
            rows += parts.map { part in
                head + [part?.path.joined(separator: ".") ?? "", part?.old ?? "", part?.new ?? ""]
                    + tail
            }
        }
        return Array(rows.map(Self.line).joined().utf8)
    }

    static func line(_ cells: [String]) -> String {
        cells.map(ResultCSV.quoted).joined(separator: ",") + "\n"
    }

    /// As in `order-7 3; order-31`.
    private static func plain(_ citations: [Plan.Citation]) -> String {
        citations.map { citation in
            citation.source + (citation.clause.map { " \($0)" } ?? "")
        }.joined(separator: "; ")
    }
}
