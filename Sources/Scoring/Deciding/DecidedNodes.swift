internal import Evidence

/// What was decided about nodes.
struct DecidedNodes: Sendable {
    /// The outcomes that take the place of computed ones, by node and unit.
    private(set) var outcomes: [Int: [Int: Outcome]] = [:]
    /// By unit, the nodes whose evidence nobody asks about: those with a decided outcome, and
    /// those that were accepted.
    private(set) var settled: [Int: Set<Int>] = [:]

    init(_ evidence: Evidence) {
        for (number, decision) in evidence.decisions.enumerated() {
            guard case .node(let node) = decision.subject else { continue }
            settled[decision.unit, default: []].insert(node)
            if let outcome = Self.outcome(decision, number) {
                outcomes[node, default: [:]][decision.unit] = outcome
            }
        }
    }

    private static func outcome(_ decision: Decision, _ number: Int) -> Outcome? {
        switch decision.kind {
        case .accept: nil
        case .exclude: .none(.excluded, .decision(number))
        case .notApplicable: .none(.notApplicable, .decision(number))
        case .set:
            decision.score.map {
                Outcome(state: .score, score: $0, isFilled: false, reason: .decision(number))
            }
        }
    }
}

extension Outcome {
    /// The decision that it rests on; `nil` for an outcome that was computed.
    public var decision: Int? {
        if case .decision(let number)? = reason { number } else { nil }
    }

    /// Whether somebody decided the score.
    var isDecidedScore: Bool { state == .score && decision != nil }
}

extension Scorer {
    /// Whether somebody decided that a node has no score for the unit, so that it counts nowhere.
    func isDecidedOut(_ node: Int?, _ unit: Int) -> Bool {
        guard let outcome = node.flatMap({ given[$0]?[unit] }) else { return false }
        return outcome.state != .score && outcome.decision != nil
    }

    /// What the node would come to if nothing had been decided about it for the unit.
    func undecided(_ position: Int, _ unit: Int) throws(Failure) -> Computation {
        var given = given
        given[position]?[unit] = nil
        let scorer = Scorer(
            ground: ground, computed: engine.computed, columns: columns, given: given,
            populations: populations)
        return try scorer.computation(position, unit)
    }
}
