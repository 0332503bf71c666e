internal import Arithmetic
internal import Domain
internal import Evidence
internal import Explanation
internal import JSON
internal import Methodology
internal import Scoring

extension SubmissionList {
    /// The edition, the period, and each body with its inputs and tables.
    var json: JSON {
        .object([
            JSON.Member("edition", ResultJSON.edition(wording)),
            JSON.Member("period", .text(assessment.evidence.periods[period].description)),
            JSON.Member("rejected-rows", JSON(assessment.evidence.rejects?.count)),
            JSON.Member("bodies", .list(submissions.map(json))),
        ])
    }

    private func json(_ submission: Submission) -> JSON {
        let body = body(submission)
        let reasons = submission.unsettled.map { node in
            JSON.object([
                JSON.Member("node", .text(plan.nodes[node].id)),
                JSON.Member("reason", JSON(wording.reason(of: node, at: submission.unit))),
            ])
        }
        return .object([
            JSON.Member("body", .text(body.id)),
            JSON.Member("body-title", .text(wording.body(assessment.body(of: submission.unit)))),
            JSON.Member("due", .flag(submission.isDue)),
            JSON.Member("not-due-because", submission.isDue ? .null : .text(exemption(submission))),
            JSON.Member("handed-in", JSON(submission.handedIn)),
            JSON.Member("of", JSON(submission.entries.count)),
            JSON.Member("totals", .list(submission.prospects.map(json))),
            JSON.Member("items", .list(submission.entries.map { json($0, submission) })),
            JSON.Member("missing-for-other-reasons", .list(reasons)),
        ])
    }

    private func json(_ entry: Submission.Entry, _ submission: Submission) -> JSON {
        let debt = submission.debts.first { $0.item == entry.item }
        var (kind, records) = ("input", JSON.null)
        if case .table = entry.item { (kind, records) = ("table", JSON(entry.records)) }
        return .object([
            JSON.Member("kind", .text(kind)),
            JSON.Member("id", .text(id(entry.item))),
            JSON.Member("title", JSON(title(entry.item))),
            JSON.Member("state", .text(entry.state.rawValue)),
            JSON.Member("records", records),
            JSON.Member("rejected", JSON(entry.rejected)),
            JSON.Member("status", JSON(entry.status?.rawValue)),
            JSON.Member("file", JSON(entry.file)),
            JSON.Member("row", JSON(entry.row)),
            JSON.Member(
                "needed-for", .list((debt?.nodes ?? []).map { .text(plan.nodes[$0].id) })),
            JSON.Member("blank-fields", .list((debt.map(fields) ?? []).map { .text($0) })),
            JSON.Member("together-with", .list((debt?.together ?? []).map { .text(id($0)) })),
            JSON.Member("totals", .list((debt?.prospects ?? []).map(json))),
        ])
    }

    private func json(_ prospect: Submission.Prospect) -> JSON {
        let node = plan.nodes[prospect.total]
        func figure(_ score: Fixed?) -> JSON {
            guard let score else { return .null }
            return node.isGraded ? .text(node.text(score)) : .number(score.description)
        }
        return .object([
            JSON.Member("node", .text(node.id)),
            JSON.Member("now", figure(prospect.now)),
            JSON.Member("best", figure(prospect.best)),
            JSON.Member("worth", figure(prospect.worth)),
            JSON.Member("needed", .flag(prospect.isNeeded)),
            JSON.Member("not-told-because-of", JSON(prospect.obstacle.map { plan.nodes[$0].id })),
        ])
    }
}
