internal import Arithmetic
internal import Domain
public import JSON
internal import Methodology
internal import Scoring

extension ImpactWording {
    /// The impact for programs: the steps, and every body that moves.
    public var document: JSON {
        .object([
            JSON.Member("nodes", .list(impact.nodes.map { .text($0) })),
            JSON.Member("periods", .list(impact.periods.map { .text($0.description) })),
            JSON.Member("bodies", JSON(impact.bodies)),
            JSON.Member("steps", .list(steps.all.map { numbers($0.changes) })),
            JSON.Member("not-alone", numbers(steps.rest)),
            JSON.Member("movers", .list(impact.movers.map(document))),
        ])
    }

    private func numbers(_ changes: [Int]) -> JSON {
        .list(changes.map { .number(difference.number(of: $0)) })
    }

    private func document(_ mover: Impact.Mover) -> JSON {
        .object([
            JSON.Member("body", .text(mover.body)),
            JSON.Member("node", .text(mover.node)),
            JSON.Member("period", .text(mover.period.description)),
            JSON.Member("old", mover.old.map(Self.document) ?? .null),
            JSON.Member("new", mover.new.map(Self.document) ?? .null),
            JSON.Member("move", JSON(mover.move)),
            JSON.Member("days", JSON(mover.days)),
            JSON.Member("alone", .list(mover.alone.map { JSON($0) })),
            JSON.Member("together", JSON(mover.together)),
        ])
    }

    static func document(_ figure: Impact.Figure) -> JSON {
        .object([
            JSON.Member("state", .text(figure.state.rawValue)),
            JSON.Member("score", JSON(figure.grade == nil ? figure.score : nil)),
            JSON.Member("grade", JSON(figure.grade)),
            JSON.Member("band", JSON(figure.band)),
            JSON.Member("rank", JSON(figure.rank)),
        ])
    }

    /// Every body that moves as CSV (RFC 4180, UTF-8, LF): numbers unrounded, a column for each
    /// step, named after its changes as in `alone_4_5`.
    public var csv: [UInt8] {
        let head = [
            "body", "node", "period", "old_state", "old_score", "old_grade", "old_band",
            "old_rank", "new_state", "new_score", "new_grade", "new_band", "new_rank", "move",
            "days",
        ]
        let alone = steps.all.map { step in
            "alone_" + step.changes.map(difference.number(of:)).joined(separator: "_")
        }
        var lines = [DifferenceWording.line(head + alone + ["together"])]
        for mover in impact.movers {
            let moves = [mover.move, mover.days] + mover.alone + [mover.together]
            lines.append(
                DifferenceWording.line(
                    [mover.body, mover.node, mover.period.description] + Self.cells(mover.old)
                        + Self.cells(mover.new) + moves.map { $0?.description ?? "" }))
        }
        return Array(lines.joined().utf8)
    }

    private static func cells(_ figure: Impact.Figure?) -> [String] {
        [
            figure?.state.rawValue ?? "",
            figure?.grade == nil ? figure?.score?.description ?? "" : "", figure?.grade ?? "",
            figure?.band ?? "", figure?.rank.map { String($0) } ?? "",
        ]
    }
}
