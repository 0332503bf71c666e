internal import Domain
internal import Evidence
internal import Methodology

/// What `apparatus check` says of a workspace that can be assessed.
struct WorkspaceSummary {
    let name: String
    /// One for each edition, the earliest first.
    let workspaces: [Workspace]

    /// What can be assessed; how many rows are rejected is told as a warning.
    var lines: [String] {
        assessable + (workspaces.first?.evidence.rejects?.count == 0 ? ["No row was rejected"] : [])
    }

    private var assessable: [String] {
        guard workspaces.count > 1 || workspaces.contains(where: \.isOneOfSeveral) else {
            return workspaces.flatMap(single) + LeftOutLines.lines(workspaces) + decisions
        }
        let bodies = Set(workspaces.flatMap { $0.evidence.bodies.map(\.id) }).count
        let counted = Words.counted(workspaces.count, "edition")
        let methodology = workspaces.first?.plan.identity.methodology ?? ""
        return [
            "\(name) can be assessed: \(Words.counted(bodies, "body")) for \(counted) of "
                + methodology
        ] + workspaces.map(periods) + without + LeftOutLines.lines(workspaces) + decisions
    }

    /// As in `Decisions  5: 3 about inputs, 2 about nodes`.
    private var decisions: [String] {
        var (inputs, nodes): (Set<String>, Set<String>) = ([], [])
        for decision in workspaces.flatMap(\.evidence.decisions) {
            let place = "\(decision.file) \(decision.row)"
            switch decision.subject {
            case .input: inputs.insert(place)
            case .node: nodes.insert(place)
            }
        }
        guard !inputs.isEmpty || !nodes.isEmpty else { return [] }
        return [
            "Decisions  \(inputs.count + nodes.count): \(inputs.count) about inputs, "
                + "\(nodes.count) about nodes"
        ]
    }

    /// For a workspace of one edition.
    private func single(_ workspace: Workspace) -> [String] {
        let identity = workspace.plan.identity
        let bodies = Words.counted(workspace.evidence.bodies.count, "body")
        let periods = workspace.evidence.periods
        let outside = periods.filter { !identity.holds(for: $0) }
        let head = "\(name) can be assessed: \(bodies) for \(identity.name)"
        let scored = periods.filter(identity.holds).map(\.description)
        let lines = [head, "Periods  \(Words.some(scored))"]
        guard !outside.isEmpty else { return lines }
        let words = Words.some(outside.map(\.description))
        return lines + [
            "Outside  \(words): the edition holds for \(identity.days); what lies "
                + "outside is not scored"
        ]
    }

    /// As in `2024, 2025 by teaching/2025 (ministry, agency)`.
    private func periods(_ workspace: Workspace) -> String {
        let identity = workspace.plan.identity
        let scored = workspace.evidence.periods.filter(identity.holds).map(\.description)
        let kinds = identity.kinds.joined(separator: ", ")
        return "  \(Words.some(scored)) by \(identity.name) (\(kinds))"
    }

    /// Kinds and periods of the evidence for which no edition holds.
    private var without: [String] {
        var kinds: [Period: Set<String>] = [:]
        for workspace in workspaces {
            let identity = workspace.plan.identity
            for period in workspace.evidence.periods {
                for kind in Set(workspace.evidence.bodies.map(\.kind))
                where workspace.share.isJudged(kind, period)
                    && !identity.holds(for: period, kind: kind)
                {
                    kinds[period, default: []].insert(kind)
                }
            }
        }
        return kinds.sorted { $0.key < $1.key }.map { period, kinds in
            "No edition holds for \(kinds.sorted().joined(separator: ", ")) in \(period), "
                + "which is not scored"
        }
    }
}
