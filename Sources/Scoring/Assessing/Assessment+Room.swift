internal import Diagnostics

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
}
