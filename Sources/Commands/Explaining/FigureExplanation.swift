internal import Arithmetic
internal import Domain
internal import Evidence
internal import Explanation
internal import JSON
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
        page.line("Edition   \(plan.identity.name), sha256 \(plan.identity.hash)", .faint)
        page.line("Evidence  sha256 \(assessment.evidence.hash)", .faint)
    }

    // MARK: A heading

    private func overview(of node: Int, to page: inout Page) {
        let period = assessment.evidence.periods[assessment.period(of: unit)]
        page.line("\(wording.body(assessment.body(of: unit))) (\(body.id)), \(period)", .heading)
        page.line("\(wording.node(node)) (\(plan.nodes[node].id)): a heading over", .heading)
        var table = TextTable([
            "": .left, "id": .left, "score": .right, "band": .left, "rank": .right,
            "how": .left,
        ])
        add(plan.nodes[node].children, depth: 0, to: &table)
        page.table(table, indent: 2)
        page.line()
        page.line(Words.sentence(wording.official(plan.scored(node).first ?? node, at: unit)))
    }

    private func add(_ nodes: [Int], depth: Int, to table: inout TextTable) {
        for node in nodes {
            let indent = String(repeating: "  ", count: depth)
            table.add([
                indent + wording.node(node), plan.nodes[node].id,
                display.score(of: node, at: unit) ?? "–",
                wording.band(of: node, at: unit) ?? "",
                assessment.rank(of: node, at: unit).map { String($0) } ?? "", how(node),
            ])
            add(plan.nodes[node].children, depth: depth + 1, to: &table)
        }
    }

    /// As in `26 / 41 × 100`, or why there is no score.
    private func how(_ node: Int) -> String {
        if plan.nodes[node].isHeading { return "" }
        if let reason = wording.reason(of: node, at: unit) {
            let state = assessment.columns[node]?.states[unit] ?? .missing
            return state == .score ? reason : "\(Wording.word(state)): \(reason)"
        }
        for step in Trace(assessment, node: node, at: unit).steps {
            switch step {
            case .value(let substitution, _): return substitution.text
            case .aggregate(let made, let rule, _):
                return "\(wording.kindName(of: rule.kind)) of \(made.children.count)"
            case .ladder(let lines): return lines.last.map { $0.when?.text ?? "otherwise" } ?? ""
            case .checklist(_, let items, _):
                return "\(items.count { $0.verdict == .met }) of \(items.count) hold"
            default: continue
            }
        }
        return ""
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
    var json: JSON {
        let traced = nodes.flatMap { plan.nodes[$0].isHeading ? beneath($0) : [$0] }
        let period = assessment.evidence.periods[assessment.period(of: unit)]
        return .object([
            JSON.Member("edition", ResultJSON.edition(wording)),
            JSON.Member(
                "evidence", .object([JSON.Member("hash", .text(assessment.evidence.hash))])),
            JSON.Member("body", .text(body.id)),
            JSON.Member("body-title", .text(wording.body(assessment.body(of: unit)))),
            JSON.Member("period", .text(period.description)),
            JSON.Member(
                "traces",
                .list(
                    traced.map { Trace(assessment, node: $0, at: unit).document(wording) })),
        ])
    }

    private func beneath(_ node: Int) -> [Int] {
        plan.nodes[node].children.flatMap { child -> [Int] in
            if plan.nodes[child].isHeading { return beneath(child) }
            return [child] + beneath(child)
        }
    }
}
