internal import Diagnostics
internal import Domain
internal import Evidence
internal import Methodology
internal import Scoring

/// What is asked of a workspace by one of its editions: words of a command, looked up.
struct Question {
    /// The workspace, read by the edition.
    let workspace: Workspace
    /// Positions of nodes; empty for all.
    let nodes: [Int]
    /// Positions of periods that the edition holds for, the latest last; never empty.
    let periods: [Int]

    /// The latest of the periods.
    var latest: Period? { periods.last.map { workspace.evidence.periods[$0] } }

    /// What is asked of each edition that has anything to answer.
    ///
    /// - Parameters:
    ///   - ids: Nodes; empty for all.
    ///   - period: A period; `nil` for all.
    ///   - workspaces: One for each edition.
    /// - Returns: At least one.
    /// - Throws: ``Refusal`` when none knows a node, or none holds for the period.
    static func all(
        _ ids: [String], _ period: String?, in workspaces: [Workspace]
    ) throws(Refusal) -> [Question] {
        if workspaces.count == 1, let workspace = workspaces.first {
            return [
                Question(
                    workspace: workspace, nodes: try nodes(ids, in: workspace.plan),
                    periods: try periods(period, in: workspace))
            ]
        }
        for id in ids {
            try anyAnswer(workspaces) { (workspace) throws(Refusal) in
                _ = try nodes([id], in: workspace.plan)
            }
        }
        var questions: [Question] = []
        try anyAnswer(workspaces) { (workspace) throws(Refusal) in
            let known = ids.filter { id in
                workspace.plan.node(id).map { !workspace.plan.nodes[$0].isHeading } ?? false
            }
            guard ids.isEmpty || !known.isEmpty else { return }
            questions.append(
                Question(
                    workspace: workspace, nodes: try nodes(known, in: workspace.plan),
                    periods: try periods(period, in: workspace)))
        }
        return questions
    }

    /// Asks each edition.
    ///
    /// - Throws: What the last one refuses, when all of them do.
    private static func anyAnswer(
        _ workspaces: [Workspace], _ ask: (Workspace) throws(Refusal) -> Void
    ) throws(Refusal) {
        var refusal: Refusal?
        var isAnswered = false
        for workspace in workspaces {
            do throws(Refusal) {
                try ask(workspace)
                isAnswered = true
            } catch { refusal = error }
        }
        if let refusal, !isAnswered { throw refusal }
    }

    /// The position of a period.
    ///
    /// - Throws: ``Refusal`` when it is no period, when there is no evidence for it, and when the
    ///   edition does not hold for it.
    static func period(_ text: String, in workspace: Workspace) throws(Refusal) -> Int {
        let form = workspace.plan.schema.periodForm
        let periods = workspace.evidence.periods
        guard let period = form.period(text) else {
            throw Refusal(
                .wrongCommand, "command.period", "\"\(text)\" is not a period",
                help: "Write it as in \(form.example)")
        }
        guard let position = periods.firstIndex(of: period) else {
            throw Refusal(
                .wrongCommand, "command.period", "there is no evidence for \(period)",
                help: "There is for "
                    + Words.some(periods.map(\.description), atMost: 20))
        }
        let identity = workspace.plan.identity
        guard identity.holds(for: period) else {
            throw Refusal(
                .wrongCommand, "command.period",
                "\(period) lies outside the edition \(identity.name) "
                    + "(\(identity.days))",
                help: "Name another period, or another edition with --edition")
        }
        return position
    }

    /// The period that was asked for; otherwise all that the edition holds for, the latest last.
    ///
    /// - Throws: ``Refusal`` when there is none, and for what ``period(_:in:)`` refuses.
    static func periods(_ asked: String?, in workspace: Workspace) throws(Refusal) -> [Int] {
        let scored = try scoredPeriods(workspace)
        guard let asked else { return scored }
        return [try period(asked, in: workspace)]
    }

    /// The periods that the edition holds for; the latest comes last.
    ///
    /// - Throws: ``Refusal`` when there is none.
    static func scoredPeriods(_ workspace: Workspace) throws(Refusal) -> [Int] {
        let identity = workspace.plan.identity
        let periods = workspace.evidence.periods
        let scored = periods.indices.filter { identity.holds(for: periods[$0]) }
        guard scored.isEmpty else { return scored }
        throw Refusal(
            .wrongInput, "evidence.no-period",
            periods.isEmpty
                ? "there is no evidence for any period"
                : "no period of the evidence (\(Words.some(periods.map(\.description)))) lies in "
                    + "the edition \(identity.name) (\(identity.days))",
            help: "Hand in evidence for a period the edition holds for, or name another edition "
                + "with --edition")
    }

    /// The positions of nodes by their ids.
    ///
    /// - Throws: ``Refusal`` for ids that are not there, and for headings, which have no scores.
    static func nodes(_ ids: [String], in plan: Plan) throws(Refusal) -> [Int] {
        var nodes: [Int] = []
        for id in ids {
            guard let node = plan.node(id) else {
                let known = plan.nodes.map(\.id)
                let nearest = Nearest.word(to: id, among: known)
                throw Refusal(
                    .wrongCommand, "command.node", "there is no node \"\(id)\"",
                    help: nearest.map { "Did you mean \"\($0)\"?" }
                        ?? "There are " + Words.some(known, atMost: 40))
            }
            if plan.nodes[node].isHeading {
                throw Refusal(
                    .wrongCommand, "command.node", "\"\(id)\" is a heading and has no score",
                    help: "Name one beneath it: "
                        + Words.some(
                            plan.nodes[node].children.map { plan.nodes[$0].id }, atMost: 40))
            }
            if !nodes.contains(node) { nodes.append(node) }
        }
        return nodes
    }
}
