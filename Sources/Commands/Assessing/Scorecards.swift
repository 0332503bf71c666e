internal import Diagnostics
internal import Domain
internal import Evidence
internal import Explanation
internal import Methodology
internal import Pages
internal import Scoring

/// The results of one period for people: league tables, who has no score and why, what they
/// rest on.
struct Scorecards {
    let wording: Wording
    let display: Display
    let request: Assess.Request
    let workspace: Workspace
    /// The periods that were asked for; the last one is shown.
    let periods: [Int]
    /// Those that can be shown besides, by any edition.
    let otherPeriods: [Period]
    /// The nodes that were asked for; empty for those that are ranked.
    let asked: [Int]
    /// What they are compared with; `nil` for nothing.
    let earlier: Earlier?
    /// Where ranks lie if choices had been made otherwise.
    let intervals: ReportedRobustness.Intervals

    private var assessment: Assessment { wording.assessment }
    private var plan: Plan { assessment.plan }
    private var evidence: Evidence { assessment.evidence }

    /// The period that is shown.
    var period: Int { periods.last ?? 0 }

    /// One table each: what was asked for, or of each scorecard what is ranked or stands on top.
    var nodes: [Int] {
        if !asked.isEmpty { return asked }
        return plan.roots.flatMap(shown)
    }

    /// Of one scorecard.
    private func shown(_ root: Int) -> [Int] {
        let ranked = plan.ranking?.nodes.filter { plan.root(of: $0) == root } ?? []
        return ranked.isEmpty ? plan.scored(root) : ranked
    }

    func write(to page: inout Page) {
        let name = plan.identity.name
        let title = wording.text(plan.identity.title).map { "\($0) (\(name))" } ?? name
        page.line("\(title), \(evidence.periods[period])", .heading)
        let standings = nodes.map { wording.standing(of: $0) }
        let isOneStanding = Set(standings).count == 1
        if isOneStanding, let standing = standings.first { page.line(Words.sentence(standing)) }
        page.lines(alsoScored)
        if let earlier { page.line(earlier.line(by: name)) }
        let runs = runs
        for (node, standing) in zip(nodes, standings) {
            page.line()
            let league = LeagueTable(
                wording: wording, display: display, node: node, period: period, runs: runs,
                changes: earlier.map {
                    LeagueChanges(
                        of: node, in: period, wording, from: $0,
                        threads: request.workspace.threads)
                })
            league.write(to: &page, standing: isOneStanding ? nil : Words.sentence(standing))
        }
        let notes = notes()
        if !notes.isEmpty { page.line() }
        page.lines(notes)
        page.line()
        page.line("Edition   sha256 \(plan.identity.hash)", .faint)
        page.line("Evidence  sha256 \(evidence.hash)", .faint)
    }

    /// The words for intervals; `nil` where there are none.
    private var runs: UncertaintyWording? {
        guard case .made(let results) = intervals else { return nil }
        return UncertaintyWording(results, wording, display)
    }

    private var alsoScored: [String] {
        guard !otherPeriods.isEmpty else { return [] }
        let texts = otherPeriods.map(\.description)
        return ["Also scored: \(Words.some(texts, atMost: 20)) (--period)"]
    }

    private func notes() -> [String] {
        var notes = LeftOutLines.lines([workspace]) + OutsideRecords.lines(workspace)
        let unverified = evidence.bodies.indices.count { body in
            let unit = assessment.unit(body: body, period: period)
            return nodes.contains {
                assessment.columns[$0]?.usesUnverified(at: unit) ?? false
            }
        }
        if unverified > 0 {
            notes.append(
                "\(Words.counted(unverified, "body")): not official, because the result rests on "
                    + "evidence that nobody verified")
        }
        notes += decided()
        if findings > 0 {
            let verb = findings == 1 ? "differs" : "differ"
            notes.append(
                "\(Words.counted(findings, "record")) of \(evidence.periods[period]) \(verb) from "
                    + "what the edition's checks expect (apparatus findings)")
        }
        return notes
    }

    /// How many decisions are applied, and how many are about nobody who is assessed.
    private func decided() -> [String] {
        let day = evidence.periods[period].lastDay
        let own = evidence.decisions.filter { assessment.period(of: $0.unit) == period }
        let applied = own.count { decision in
            let body = evidence.bodies[assessment.body(of: decision.unit)]
            return body.existed(on: day) && plan.identity.kinds.contains(body.kind)
        }
        func line(_ count: Int, _ one: String, _ many: String) -> [String] {
            guard count > 0 else { return [] }
            let start = "\(Words.counted(count, "decision")) about \(evidence.periods[period]) "
            return [start + (count == 1 ? one : many)]
        }
        let hint = "applied (--without-decisions shows the other side)"
        return line(applied, "is \(hint)", "are \(hint)")
            + line(
                own.count - applied, "is about a body that is not assessed (apparatus findings)",
                "are about bodies that are not assessed (apparatus findings)")
    }

    private var findings: Int {
        assessment.findings(threads: request.workspace.threads)
            .count { assessment.period(of: $0.unit) == period }
    }

    /// What a reader of these tables does next.
    var next: [String] {
        guard let node = nodes.first else { return [] }
        let league = LeagueTable(wording: wording, display: display, node: node, period: period)
        let body = league.last ?? 0
        let isLatest = otherPeriods.allSatisfy { $0 < evidence.periods[period] }
        let asked = isLatest && request.workspace.period == nil
        return [
            request.workspace.command(
                "explain", evidence.bodies[body].id, plan.nodes[node].id,
                period: asked ? nil : evidence.periods[period].description)
        ]
    }
}

extension Plan {
    /// The root of the tree in which a node stands.
    func root(of node: Int) -> Int {
        var node = node
        while let parent = nodes[node].parent { node = parent }
        return node
    }

    /// A node itself, or where it is a heading the first on each way down that is none.
    func scored(_ node: Int) -> [Int] {
        if nodes[node].isHeading { return nodes[node].children.flatMap(scored) }
        return [node]
    }
}
