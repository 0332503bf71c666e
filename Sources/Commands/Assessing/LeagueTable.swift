internal import Arithmetic
internal import Domain
internal import Evidence
internal import Explanation
internal import Locales
internal import Methodology
internal import Pages
internal import Scoring

/// The bodies of one period by their score of one node, and those that have none.
struct LeagueTable {
    let wording: Wording
    let display: Display
    let node: Int
    let period: Int
    /// Where ranks lie if choices had been made otherwise; `nil` where nobody looked.
    var runs: UncertaintyWording?
    /// How outcomes differ from earlier ones; `nil` where nothing is compared.
    var changes: LeagueChanges?

    private var assessment: Assessment { wording.assessment }
    private var evidence: Evidence { assessment.evidence }

    /// Bodies with a score, the first rank first; where nothing is ranked as in their file.
    private var scored: [Int] {
        evidence.bodies.indices
            .filter { column?.score(at: unit($0)) != nil }
            .map { (body: $0, rank: assessment.rank(of: node, at: unit($0)) ?? 0) }
            .sorted { ($0.rank, $0.body) < ($1.rank, $1.body) }.map(\.body)
    }

    private var column: NodeColumn? { assessment.columns[node] }

    private func unit(_ body: Int) -> Int { assessment.unit(body: body, period: period) }

    /// The body in the last row; `nil` when no body has a score.
    var last: Int? { scored.last }

    func write(to page: inout Page, standing: String?) {
        let texts = assessment.plan.nodes[node].texts
        let scale = texts.unit.map { ", \($0)" } ?? ""
        page.line(
            "\(wording.node(node)) (\(assessment.plan.nodes[node].id))\(scale)", .heading)
        if let standing { page.line(standing) }
        let scored = scored
        for population in populations(scored) {
            if let name = population.name { page.line("  \(name)") }
            page.table(table(population.bodies), indent: 2)
        }
        let groups = WithoutScore.groups(of: node, period, wording)
        for group in groups { page.line("  " + group.text(wording, display, node)) }
        page.line("  " + count(scored.count, groups))
        if scored.contains(where: { !interval($0).isEmpty }),
            let note = runs?.note(at: node, wording.locale)
        {
            page.line("  \(Self.inRuns): \(note)")
        }
        changes?.write(to: &page)
    }

    /// The bodies among whom ranks were given, each with its kind or group where that is not all.
    private func populations(_ scored: [Int]) -> [(name: String?, bodies: [Int])] {
        let ranking = assessment.plan.ranking.flatMap { $0.nodes.contains(node) ? $0 : nil }
        var populations: [(name: String?, bodies: [Int])] = []
        var positions: [String?: Int] = [:]
        for body in scored {
            let name: String? =
                switch ranking?.within {
                case nil, .all: nil
                case .kind: evidence.bodies[body].kind
                case .group: evidence.bodies[body].group ?? "without a group"
                }
            if let position = positions[name] {
                populations[position].bodies.append(body)
            } else {
                positions[name] = populations.count
                populations.append((name, [body]))
            }
        }
        return populations
    }

    private static let inRuns = "in runs"
    private static let columns: [(heading: String, side: TextTable.Side)] = [
        ("rank", .right), (inRuns, .right), ("was", .right), ("body", .left), ("id", .left),
        ("score", .right),
        ("was", .right), ("change", .right), ("band", .left), ("was", .left), ("", .left),
    ]

    /// Columns that hold nothing for any body are left out.
    private func table(_ bodies: [Int]) -> TextTable {
        let rows = bodies.map(cells)
        let kept = Self.columns.indices.filter { column in
            rows.contains { !$0[column].isEmpty }
        }
        // What stands in the place of a score is called as it is.
        let word = assessment.plan.nodes[node].isGraded ? "grade" : "score"
        var table = TextTable(
            kept.map { column in
                let (heading, side) = Self.columns[column]
                return (heading == "score" ? word : heading, side)
            })
        for row in rows { table.add(kept.map { row[$0] }) }
        return table
    }

    /// Rank and its interval, body, id, score, band, each with what it was, and what can still change, was filled
    /// or decided.
    private func cells(_ body: Int) -> [String] {
        let unit = unit(body)
        var notes: [String] = []
        // A filled score is seldom among those that it can become.
        if let bounds = column?.bounds(at: unit),
            !bounds.isClosed || bounds.lower != column?.score(at: unit)
        {
            let ends = bounds.isClosed ? [bounds.lower] : [bounds.lower, bounds.upper]
            notes.append(
                "can become " + ends.map { display.figure($0, of: node) }.joined(separator: " … "))
        }
        let isTold =
            column?.isFilled(at: unit) ?? false || assessment.decision(of: node, at: unit) != nil
        if isTold, let reason = wording.reason(of: node, at: unit) {
            notes.append(reason)
        }
        let was = changes?.cells(body)
        return [
            assessment.rank(of: node, at: unit).map { String($0) } ?? "", interval(body),
            was?.rank ?? "",
            wording.body(body), evidence.bodies[body].id,
            display.score(of: node, at: unit) ?? "", was?.score ?? "", was?.move ?? "",
            wording.band(of: node, at: unit) ?? "", was?.band ?? "",
            notes.joined(separator: "; "),
        ]
    }

    /// As in `3–7`; empty for a body without an interval.
    private func interval(_ body: Int) -> String {
        guard let ranks = runs?.row(of: body, at: node)?.ranks else { return "" }
        return ranks.lower == ranks.upper ? ranks.lower : "\(ranks.lower)–\(ranks.upper)"
    }

    /// As in `78 bodies: 73 scored, 5 not applicable`.
    private func count(_ scored: Int, _ groups: [WithoutScore]) -> String {
        let states = State.allCases.compactMap { state -> String? in
            let count = groups.filter { $0.state == state }.reduce(0) { $0 + $1.bodies.count }
            return count > 0 ? "\(count) \(Wording.word(state))" : nil
        }
        let parts = ["\(scored) scored"] + states
        return "\(Words.counted(evidence.bodies.count, "body")): \(parts.joined(separator: ", "))"
    }
}

extension UncertaintyWording {
    /// What an interval in a league table is; `nil` for a node that is not looked at.
    fileprivate func note(at node: Int, _ locale: Locale) -> String? {
        guard looksAt(node) else { return nil }
        let drawn = names.map { $0.written(locale) }.joined(separator: ", ")
        let label = assumption == nil ? "" : "; an analyst's assumption, not official"
        return "where the rank lies in 90 % of \(Words.counted(runCount, "run")) that draw anew: "
            + "\(drawn) (apparatus robustness)\(label)"
    }
}
