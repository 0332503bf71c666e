internal import Diagnostics
internal import Methodology

extension Assessment {
    /// The most outcomes that are held: nodes times bodies times periods.
    static let mostOutcomes = 50_000_000

    /// What is said where so many outcomes cannot be held; `nil` where they can.
    static func excess(nodes: Int, bodies: Int, periods: Int) -> Diagnostic? {
        let (units, isOver) = bodies.multipliedReportingOverflow(by: periods)
        guard isOver || nodes > mostOutcomes / max(units, 1) else { return nil }
        return Diagnostic(
            .error, "assessment.size", at: nil,
            "\(nodes) nodes for \(bodies) bodies and \(periods) periods make more than the "
                + "\(mostOutcomes) outcomes that can be held",
            help: "Name some nodes with --nodes, or split the periods over several workspaces")
    }

    /// The most scores that are compared pair by pair: children times bodies times bodies.
    static let mostPairs = 20_000_000_000

    /// What is said where comparing bodies pair by pair would keep everybody waiting.
    static func excess(comparing nodes: [Node], bodies: Int, periods: Int) -> Diagnostic? {
        var pairs = Double(0)
        for node in nodes {
            guard case .aggregate(let aggregate) = node.content, aggregate.kind == .copeland else {
                continue
            }
            pairs += Double(node.children.count) * Double(bodies) * Double(bodies)
        }
        guard pairs * Double(periods) > Double(mostPairs) else { return nil }
        return Diagnostic(
            .error, "assessment.pairs", at: nil,
            "\(bodies) bodies in \(periods) periods are compared pair by pair, which makes more "
                + "than \(mostPairs) pairs of scores",
            help: "Split the periods over several workspaces, or take weighted-mean")
    }
}
