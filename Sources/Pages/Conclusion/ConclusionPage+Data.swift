internal import Arithmetic
internal import Domain
internal import Evidence
internal import Explanation
internal import JSON
internal import Locales
internal import Methodology
internal import Scoring

/// The paper for programs.
extension ConclusionPage {
    /// The headings of the table of points lost.
    static let columns = [
        "body", "period", "measure", "node", "cause", "depth", "printed", "points",
        "nominal_weight",
        "effective_weight",
    ]

    /// What took points, one row for each line of the paper: rounded as printed, and exactly.
    static func csv(_ context: PageContext, body: Int) -> [UInt8] {
        csv(Conclusion(context, body: body))
    }

    /// The table of a paper that was made ready.
    static func csv(_ conclusion: Conclusion) -> [UInt8] {
        var table = DataTable(columns)
        for lost in conclusion.lost {
            for row in lost.rows {
                table.add([
                    conclusion.id, conclusion.period, conclusion.plan.nodes[lost.node].id,
                    conclusion.plan.nodes[row.node].id, row.cause, String(row.depth),
                    row.printed.description, row.exact, row.nominal?.description ?? "",
                    row.effective?.description ?? "",
                ])
            }
        }
        return table.csv
    }

    /// All that the paper says, as one object.
    static func json(_ context: PageContext, body: Int) -> [UInt8] {
        json(Conclusion(context, body: body))
    }

    /// All that a paper says that was made ready.
    static func json(_ conclusion: Conclusion) -> [UInt8] {
        let document = JSON.object([
            JSON.Member("body", .text(conclusion.id)),
            JSON.Member("title", .text(conclusion.name.plain)),
            JSON.Member("period", .text(conclusion.period)),
            JSON.Member("edition", ResultJSON.edition(conclusion.context.wording)),
            JSON.Member("evidence-hash", .text(conclusion.context.report.evidenceHash)),
            JSON.Member("final", .flag(conclusion.stage == .final)),
            JSON.Member("recomputation", .flag(conclusion.stage == .recomputation)),
            JSON.Member("issued", JSON(conclusion.issued?.description)),
            JSON.Member("results", .list(conclusion.results.map { json($0, conclusion) })),
            JSON.Member("points-lost", .list(conclusion.lost.map { json($0, conclusion) })),
            JSON.Member("evidence", .list(conclusion.evidence.map(json))),
            JSON.Member("decisions", .list(conclusion.decisions.map { json($0, conclusion) })),
            JSON.Member("objections", objections(conclusion)),
        ])
        return document.file
    }

    private static func json(_ result: Conclusion.Result, _ conclusion: Conclusion) -> JSON {
        let number = result.figure.map(\.exact)
        return .object([
            JSON.Member("node", .text(conclusion.plan.nodes[result.node].id)),
            JSON.Member("title", .text(result.name.plain)),
            JSON.Member("state", .text(result.state.rawValue)),
            JSON.Member("score", result.isGrade ? .null : number.map { .number($0) } ?? .null),
            JSON.Member("grade", JSON(result.isGrade ? number : nil)),
            JSON.Member("band", JSON(conclusion.band(of: result.node))),
            JSON.Member("rank", JSON(result.rank)),
            JSON.Member("reason", JSON(result.reason?.plain)),
            JSON.Member("official", .flag(result.isOfficial)),
            JSON.Member("standing", .text(result.standing.plain)),
        ])
    }

    private static func json(_ lost: Conclusion.Lost, _ conclusion: Conclusion) -> JSON {
        .object([
            JSON.Member("node", .text(conclusion.plan.nodes[lost.node].id)),
            JSON.Member("sentence", .text(lost.sentence.plain)),
            JSON.Member(
                "lines",
                .list(
                    lost.rows.map { row in
                        .object([
                            JSON.Member("node", .text(conclusion.plan.nodes[row.node].id)),
                            JSON.Member("cause", .text(row.cause)),
                            JSON.Member("title", .text(row.name.plain)),
                            JSON.Member("depth", JSON(row.depth)),
                            JSON.Member("printed", .number(row.printed.description)),
                            JSON.Member("points", .number(row.exact)),
                            JSON.Member("nominal-weight", JSON(row.nominal?.description)),
                            JSON.Member("effective-weight", JSON(row.effective?.description)),
                            JSON.Member("reasons", .list(row.reasons.map { .text($0.plain) })),
                        ])
                    })),
        ])
    }

    private static func json(_ row: Conclusion.EvidenceRow) -> JSON {
        .object([
            JSON.Member("id", .text(row.id)), JSON.Member("value", .text(row.figure.plain)),
            JSON.Member("file", JSON(row.file)),
            JSON.Member("rows", .list(row.rows.map { JSON($0) })),
            JSON.Member(
                "provenance",
                .list(
                    row.provenances.map { provenance in
                        .object([
                            JSON.Member("status", .text(provenance.status.rawValue)),
                            JSON.Member("source", JSON(provenance.source)),
                            JSON.Member("proof", JSON(provenance.proof)),
                        ])
                    })),
        ])
    }

    private static func json(_ row: Conclusion.DecisionRow, _ conclusion: Conclusion) -> JSON {
        let decision = conclusion.assessment.evidence.decisions[row.number]
        return .object([
            JSON.Member("about", .text(row.subject.plain)),
            JSON.Member("decision", .text(decision.kind.rawValue)),
            JSON.Member("before", .text(row.before)), JSON.Member("after", .text(row.after)),
            JSON.Member("reason", .text(decision.reason)),
            JSON.Member("basis", .text(decision.basis)), JSON.Member("who", .text(decision.who)),
            JSON.Member("date", .text(decision.date.description)),
            JSON.Member("file", .text(decision.file)), JSON.Member("row", JSON(decision.row)),
        ])
    }

    private static func objections(_ conclusion: Conclusion) -> JSON {
        guard let notice = conclusion.plan.notice?.objections else { return .null }
        return .object([
            JSON.Member("by", JSON(conclusion.wording.text(notice.by))),
            JSON.Member("to", JSON(conclusion.wording.text(notice.to))),
            JSON.Member("within", JSON(notice.within)),
            JSON.Member("days", .text(notice.days.rawValue)),
            JSON.Member("last-day", JSON(conclusion.objections?.lastDay?.description)),
        ])
    }
}
