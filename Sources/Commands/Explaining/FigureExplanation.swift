internal import Arithmetic
internal import Domain
internal import Evidence
internal import Explanation
internal import JSON
internal import Locales
internal import Methodology
internal import Scoring

/// Figures for people or for programs: each a trace, or for a heading everything beneath in short.
struct FigureExplanation {
    let wording: Wording
    let display: Display
    let request: Explain.Request
    /// One, or the roots of several scorecards.
    let nodes: [Int]
    let unit: Int

    private var assessment: Assessment { wording.assessment }
    private var plan: Plan { assessment.plan }

    private var body: Body { assessment.evidence.bodies[assessment.body(of: unit)] }

    func write(to page: inout Page) {
        for (index, node) in nodes.enumerated() {
            if index > 0 { page.line() }
            if plan.nodes[node].isHeading {
                overview(of: node, to: &page)
            } else {
                let lines = Trace(assessment, node: node, at: unit).lines(wording, display)
                for (index, line) in lines.enumerated() {
                    page.line(line, index < 2 ? .heading : .plain)
                }
            }
        }
        page.line()
        for line in wording.origins { page.line(line, .faint) }
    }

    private func overview(of node: Int, to page: inout Page) {
        let overview = HeadingOverview(node, at: unit, wording, display)
        for line in overview.heading { page.line(line.written(wording.locale), .heading) }
        page.table(TextTable(overview.table, wording.locale), indent: 2)
        page.line()
        page.line(Words.sentence(wording.official(plan.scored(node).first ?? node, at: unit)))
    }

    // MARK: What next

    /// The child that took the most, or the same node of all bodies.
    var next: [String] {
        let period =
            request.workspace.period == nil
            ? nil : assessment.evidence.periods[assessment.period(of: unit)].description
        guard let node = nodes.first else { return [] }
        if let child = plan.nodes[node].isHeading ? plan.scored(node).first : worstChild(of: node) {
            return [
                request.workspace.command("explain", body.id, plan.nodes[child].id, period: period)
            ]
        }
        return [
            request.workspace.command("assess", "--nodes", plan.nodes[node].id, period: period)
        ]
    }

    /// The child with the most points lost; without a score the first one that has none.
    private func worstChild(of node: Int) -> Int? {
        let children = plan.nodes[node].children
        // A body that was not looked at has nothing beneath to look at either.
        guard !Trace(assessment, node: node, at: unit).steps.isEmpty else { return nil }
        guard let lost = PointsLost.of(node, at: unit, in: assessment) else {
            return children.first { assessment.columns[$0]?.score(at: unit) == nil }
                ?? worstGrade(children)
        }
        var worst: (node: Int, points: BigFraction)?
        var candidates = lost.lines.flatMap(\.gains).map { (node: $0.node, points: $0.points) }
        for line in lost.lines {
            if case .node(let child) = line.cause, child != node {
                candidates.append((child, line.points))
            }
        }
        for candidate in candidates {
            if let points = worst?.points, !points.isLess(than: candidate.points) { continue }
            worst = candidate
        }
        return worst?.node ?? children.first
    }

    /// The first child with the worst grade.
    private func worstGrade(_ children: [Int]) -> Int? {
        var worst: (node: Int, score: Fixed)?
        for child in children where plan.nodes[child].isGraded {
            guard let score = assessment.columns[child]?.score(at: unit) else { continue }
            if let known = worst?.score, known <= score { continue }
            worst = (child, score)
        }
        return worst?.node
    }

    // MARK: JSON

    /// What was applied to what, and the traces of the node and of what a heading stands over.
    func write(to json: inout JSONWriter) {
        let traced = nodes.flatMap { plan.nodes[$0].isHeading ? beneath($0) : [$0] }
        let period = assessment.evidence.periods[assessment.period(of: unit)]
        json.object { json in
            json.member("edition", ResultJSON.edition(wording))
            json.object("evidence") { $0.member("hash", assessment.evidence.hash) }
            json.member("body", body.id)
            json.member("body-title", wording.body(assessment.body(of: unit)))
            json.member("period", period.description)
            json.list("traces", of: traced) { node, json in
                Trace(assessment, node: node, at: unit).write(wording, to: &json)
            }
        }
    }

    private func beneath(_ node: Int) -> [Int] {
        plan.nodes[node].children.flatMap { child -> [Int] in
            if plan.nodes[child].isHeading { return beneath(child) }
            return [child] + beneath(child)
        }
    }
}
