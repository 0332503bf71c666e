internal import Arithmetic
internal import Domain
internal import Evidence
internal import Explanation
internal import Methodology
internal import Scoring

/// What was handed in as CSV: a row for each input and each table of a body and period.
enum SubmissionCSV {
    /// The headings, in their order.
    static let columns = [
        "methodology", "edition", "period", "body", "body-title", "kind", "id", "title", "state",
        "records", "rejected", "status", "file", "row", "needed-for", "blank-fields",
        "together-with", "total",
        "now", "best", "worth", "needed",
    ]

    /// The rows of one period; the same bytes on any number of threads.
    static func document(
        _ list: SubmissionList, hasHeadings: Bool, threads: Int?
    ) -> PiecedBytes {
        let head = hasHeadings ? Array((columns.joined(separator: ",") + "\n").utf8) : []
        return PiecedBytes(
            head: head, count: list.submissions.count, chunk: 32, threads: threads, tail: []
        ) { range in
            var piece: [UInt8] = []
            for index in range {
                for row in rows(list.submissions[index], list) {
                    piece += row.map { ResultCSV.quoted($0) }.joined(separator: ",").utf8
                    piece.append(UInt8(ascii: "\n"))
                }
            }
            return piece
        }
    }

    /// A second row for an item on which a second total waits.
    private static func rows(_ submission: Submission, _ list: SubmissionList) -> [[String]] {
        let identity = list.plan.identity
        let body = list.body(submission)
        let head = [
            identity.methodology, identity.edition,
            list.assessment.evidence.periods[list.period].description, body.id,
            list.wording.text(body.title) ?? "",
        ]
        return submission.entries.flatMap { entry -> [[String]] in
            let debt = submission.debts.first { $0.item == entry.item }
            let own = head + cells(entry, submission, list)
            guard let debt else { return [own + Array(repeating: "", count: 8)] }
            let about = [
                debt.nodes.map { list.plan.nodes[$0].id }.joined(separator: " "),
                list.fields(debt).joined(separator: " "),
                debt.together.map(list.id).joined(separator: " "),
            ]
            guard !debt.prospects.isEmpty else {
                return [own + about + Array(repeating: "", count: 5)]
            }
            return debt.prospects.map { own + about + cells($0, list) }
        }
    }

    private static func cells(
        _ entry: Submission.Entry, _ submission: Submission, _ list: SubmissionList
    ) -> [String] {
        var (kind, records) = ("input", "")
        if case .table = entry.item { (kind, records) = ("table", String(entry.records)) }
        return [
            kind, list.id(entry.item), list.title(entry.item) ?? "",
            submission.isDue || entry.state != .blank ? entry.state.rawValue : "not-due", records,
            entry.rejected > 0 ? String(entry.rejected) : "",
            entry.status?.rawValue ?? "", entry.file ?? "", entry.row.map { String($0) } ?? "",
        ]
    }

    private static func cells(_ prospect: Submission.Prospect, _ list: SubmissionList) -> [String] {
        let node = list.plan.nodes[prospect.total]
        return [
            node.id, prospect.now.map(node.text) ?? "", prospect.best.map(node.text) ?? "",
            prospect.worth?.description ?? "", prospect.isNeeded ? "true" : "false",
        ]
    }
}
