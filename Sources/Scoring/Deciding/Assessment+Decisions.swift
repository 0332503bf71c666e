internal import Evidence
internal import Methodology

extension Assessment {
    /// The decision that the outcome of a node rests on; `nil` for one that was computed.
    public func decision(of node: Int, at unit: Int) -> Int? {
        guard let decision = given[node]?[unit]?.decision,
            scorer.exclusion(plan.nodes[node], unit) == nil
        else { return nil }
        return decision
    }

    /// The decisions about a node and about the inputs that its own rule reads, in the order of
    /// their files.
    ///
    /// - Parameters:
    ///   - node: The position of the node.
    ///   - unit: The body and period; a decision about an earlier period that the rule looks
    ///     back at is one of them.
    /// - Returns: Positions in ``Evidence/decisions``.
    public func decisions(for node: Int, at unit: Int) -> [Int] {
        guard !evidence.decisions.isEmpty else { return [] }
        var subjects: [Decision.Subject: Set<Int>] = [.node(node): [unit]]
        for case .input(let input, let back) in reads(of: node) {
            guard let earlier = self.unit(back, before: unit) else { continue }
            subjects[.input(input), default: []].insert(earlier)
        }
        return evidence.decisions.indices.filter { number in
            let decision = evidence.decisions[number]
            return subjects[decision.subject]?.contains(decision.unit) ?? false
        }
    }

    /// What a node would come to if nothing had been decided about it for the unit; `nil` where
    /// that cannot be computed.
    public func undecided(_ node: Int, at unit: Int) -> Outcome? {
        (try? scorer.undecided(node, unit))?.outcome
    }
}
