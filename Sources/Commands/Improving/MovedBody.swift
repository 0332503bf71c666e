internal import Arithmetic
internal import Diagnosis
internal import Domain
internal import Evidence
internal import Explanation
internal import Improvement
internal import Locales
internal import Methodology
internal import Pages
internal import Scoring

/// One body before and after, for people.
struct MovedBody {
    let made: MadeSupposition
    let moved: WhatIf.Moved

    /// So many outcomes are told of, and so many parts of each.
    private static let (mostNodes, mostParts) = (12, 8)

    private var plan: Plan { made.whatIf.before.plan }

    /// How the totals that are others differ; where none is, every node that is.
    private var changes: [ScoreChange] {
        let totals = made.totals.filter(moved.nodes.contains)
        return made.changes(of: totals.isEmpty ? moved.nodes : totals, moved.body)
            .enumerated().sorted { one, other in
                let sizes = [one, other].map { $0.element.move?.raw.magnitude ?? 0 }
                return (sizes[1], one.offset) < (sizes[0], other.offset)
            }.map(\.element)
    }

    func write(to page: inout Page) {
        page.line(made.name(moved.body), .heading)
        if let verdict { page.line("  Verdict: \(verdict)") }
        let changes = changes
        var table = TextTable(Self.columns(plan))
        let words = made.words(changes)
        for change in changes.prefix(Self.mostNodes) { table.add(row(change, words)) }
        if !table.isEmpty { page.table(table, indent: 2) }
        if changes.count > Self.mostNodes {
            page.line(
                "  and \(Words.counted(changes.count - Self.mostNodes, "node")) more; "
                    + "--format csv lists all")
        }
        parts(changes, words, to: &page)
    }

    /// What moved each of them, the largest effect first.
    private func parts(
        _ changes: [ScoreChange], _ words: ChangeWording, to page: inout Page
    ) {
        for change in changes.prefix(Self.mostNodes) {
            guard let printed = words.printed(change) else { continue }
            page.line("  What moves \(name(change.node))")
            var table = TextTable([("", .left), ("", .right), ("", .left)])
            for part in printed.parts.prefix(Self.mostParts) {
                table.add([part.name, part.points, part.scores])
            }
            page.table(table, hasHeadings: false, indent: 4)
            let left = printed.parts.count - Self.mostParts
            if left > 0 { page.line("    and \(Words.counted(left, "part")) more") }
        }
    }

    // MARK: Cells

    /// The columns of a row; ranks and bands where the edition has them.
    static func columns(_ plan: Plan) -> [(heading: String, side: TextTable.Side)] {
        [("node", .left), ("score", .left), ("move", .right)]
            + (plan.ranking == nil ? [] : [("rank", .left)])
            + (plan.bands == nil ? [] : [("band", .left)])
    }

    /// For each total that is another one: its name, score, rank and band before and after.
    var rows: [[String]] {
        let changes = changes
        let words = made.words(changes)
        return changes.map { row($0, words) }
    }

    private func row(_ change: ScoreChange, _ words: ChangeWording) -> [String] {
        let unit = made.unit(moved.body)
        let ranks = [change.old?.rank, change.new.rank].map { $0.map(String.init) }
        let bands = [made.before, made.after].map { $0.band(of: change.node, at: unit) }
        return [
            name(change.node), Self.pair(words.was(change), words.now(change)),
            words.move(change),
        ] + (plan.ranking == nil ? [] : [Self.pair(ranks[0], ranks[1])])
            + (plan.bands == nil ? [] : [Self.pair(bands[0], bands[1])])
    }

    /// As in `Total (total)`; of a cell its dimension and stage.
    private func name(_ node: Int) -> String {
        let id = plan.nodes[node].id
        let isCell = plan.stages?.dimensions.contains { $0.cells.contains(node) } ?? false
        if isCell, let words = made.verdictsBefore {
            return "\(words.cell(node).written(made.before.locale)) (\(id))"
        }
        return plan.nodes[node].texts.title.flatMap { made.before.text($0) }
            .map { "\($0) (\(id))" } ?? id
    }

    /// The verdict before and after, or that it stays; `nil` where there is none.
    var verdict: String? {
        guard let before = made.verdictsBefore, let after = made.verdictsAfter,
            let was = before.diagnosis.body(moved.body), let now = after.diagnosis.body(moved.body)
        else { return nil }
        let (one, other) = (
            before.verdict(was.verdict).written(made.before.locale),
            after.verdict(now.verdict).written(made.before.locale)
        )
        return one == other ? "\(one), as it is now" : "\(one) → \(other)"
    }

    /// As in `3 → 2`; once where both are the same.
    static func pair(_ old: String?, _ new: String?) -> String {
        switch (old, new) {
        case (nil, nil): ""
        case (let old, let new): old == new ? old ?? "" : "\(old ?? "–") → \(new ?? "–")"
        }
    }
}
