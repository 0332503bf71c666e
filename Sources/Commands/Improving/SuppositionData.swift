internal import Arithmetic
internal import Diagnosis
internal import Domain
internal import Evidence
internal import Explanation
internal import Improvement
internal import JSON
internal import Locales
internal import Methodology
internal import Pages
internal import Scoring

/// What becomes of everyone, for programs: a row for each outcome that is another.
///
/// Numbers are in plain digits, unrounded. Fields are empty where there is nothing.
struct SuppositionData {
    let made: MadeSupposition

    private var plan: Plan { made.whatIf.before.plan }

    // MARK: CSV

    private static let figures = ["state", "score", "grade", "band", "rank"]

    /// The headings, in their order.
    static let columns =
        ["period", "body", "node", "is_changed"] + figures.map { "before_\($0)" }
        + figures.map { "after_\($0)" } + ["move", "before_verdict", "after_verdict"]

    var csv: [UInt8] {
        CSVRows.bytes(
            Self.columns,
            made.whatIf.moved.flatMap { moved -> [[String?]] in
                let verdicts = verdicts(moved.body)
                return made.changes(of: moved.nodes, moved.body).map { change in
                    [
                        made.period.description, made.id(moved.body),
                        plan.nodes[change.node].id, moved.isChanged ? "true" : "false",
                    ] + Self.cells(change.old) + Self.cells(change.new)
                        + [change.move?.description, verdicts.before, verdicts.after]
                }
            })
    }

    private static func cells(_ figure: Impact.Figure?) -> [String?] {
        [
            figure?.state.rawValue, figure?.grade == nil ? figure?.score?.description : nil,
            figure?.grade, figure?.band, figure?.rank.map { String($0) },
        ]
    }

    private func verdicts(_ body: Int) -> (before: String?, after: String?) {
        func told(_ words: DiagnosisWording?) -> String? {
            words?.diagnosis.body(body).flatMap { words?.verdict($0.verdict).plain }
        }
        return (told(made.verdictsBefore), told(made.verdictsAfter))
    }

    // MARK: JSON

    var json: [UInt8] {
        let subjects = Subjects(assessment: made.whatIf.before)
        var members = [
            JSON.Member("edition", ResultJSON.edition(made.before)),
            JSON.Member(
                "evidence",
                .object([JSON.Member("hash", .text(made.whatIf.before.evidence.hash))])),
            JSON.Member("period", .text(made.period.description)),
            JSON.Member("is-official", .flag(false)),
            JSON.Member("measures", .list(made.suppositions.measures.map { .text($0) })),
            JSON.Member("supposed", .list(made.suppositions.changed.map { told($0, subjects) })),
            JSON.Member(
                "without-value",
                .list(
                    made.suppositions.without.map { id, bodies in
                        .object([
                            JSON.Member("id", .text(id)),
                            JSON.Member("bodies", .list(bodies.map { .text(made.id($0)) })),
                        ])
                    })),
        ]
        if let apparatus { members.append(JSON.Member("apparatus", apparatus)) }
        members.append(JSON.Member("moved", .list(made.whatIf.moved.map(told))))
        members.append(
            JSON.Member("unmoved", .list(made.unmoved.map { .text(made.id($0)) })))
        let bytes = JSON.object(members).bytes(isIndented: true)
        return bytes + [UInt8(ascii: "\n")]
    }

    private func told(_ change: Suppositions.Changed, _ subjects: Subjects) -> JSON {
        .object([
            JSON.Member("body", .text(made.id(made.whatIf.before.body(of: change.unit)))),
            JSON.Member("id", .text(subjects.id(change.subject))),
            JSON.Member("before", Self.level(change.before)),
            JSON.Member("after", Self.level(change.after)),
            JSON.Member("is-held", .flag(change.isHeld)),
            JSON.Member("by", .list(change.by.map { .text($0) })),
        ])
    }

    private static func level(_ level: SupposedValue.Level) -> JSON {
        switch level {
        case .number(let number): .number(number.description)
        case .flag(let flag): .flag(flag)
        }
    }

    private var apparatus: JSON? {
        guard let before = made.verdictsBefore, let after = made.verdictsAfter,
            let was = before.diagnosis.apparatus, let now = after.diagnosis.apparatus
        else { return nil }
        return .object([
            JSON.Member("before-verdict", .text(before.verdict(was.verdict).plain)),
            JSON.Member("after-verdict", .text(after.verdict(now.verdict).plain)),
            JSON.Member("before-attained", JSON(was.verdict.attained)),
            JSON.Member("after-attained", JSON(now.verdict.attained)),
        ])
    }

    private func told(_ moved: WhatIf.Moved) -> JSON {
        let verdicts = verdicts(moved.body)
        return .object([
            JSON.Member("body", .text(made.id(moved.body))),
            JSON.Member("is-changed", .flag(moved.isChanged)),
            JSON.Member("before-verdict", JSON(verdicts.before)),
            JSON.Member("after-verdict", JSON(verdicts.after)),
            JSON.Member(
                "nodes", .list(made.changes(of: moved.nodes, moved.body).map(told))),
        ])
    }

    private func told(_ change: ScoreChange) -> JSON {
        .object([
            JSON.Member("node", .text(plan.nodes[change.node].id)),
            JSON.Member("before", change.old.map(Self.figure) ?? .null),
            JSON.Member("after", Self.figure(change.new)),
            JSON.Member("move", change.move.map { .number($0.description) } ?? .null),
            JSON.Member(
                "parts",
                .list(
                    change.parts.map { part in
                        .object([
                            JSON.Member("node", .text(plan.nodes[part.cause.node].id)),
                            JSON.Member("points", .number(part.points.description)),
                        ])
                    })),
        ])
    }

    private static func figure(_ figure: Impact.Figure) -> JSON {
        .object([
            JSON.Member("state", .text(figure.state.rawValue)),
            JSON.Member(
                "score",
                figure.grade == nil
                    ? figure.score.map { .number($0.description) } ?? .null : .null),
            JSON.Member("grade", JSON(figure.grade)),
            JSON.Member("band", JSON(figure.band)),
            JSON.Member("rank", JSON(figure.rank)),
        ])
    }
}
