internal import Domain
internal import Evidence
internal import Explanation
internal import Methodology
internal import Scoring

/// Decisions that changed nothing, for people.
struct IdleDecisions {
    let wording: Wording
    let idle: [IdleDecision]
    /// What stands before the names of files.
    let prefix: String

    private var assessment: Assessment { wording.assessment }
    private var evidence: Evidence { assessment.evidence }

    func write(to page: inout Page) {
        guard !idle.isEmpty else { return }
        page.line("Decisions that changed nothing", .heading)
        var table = TextTable(["": .left, "": .left, "": .left, "": .left, "": .left, "": .left])
        for entry in idle { table.add(cells(entry)) }
        page.lines(table.lines(indent: 2))
        page.line()
    }

    /// File and row, body, period, what it is about, what was decided, and why nothing changed.
    private func cells(_ entry: IdleDecision) -> [String] {
        let decision = evidence.decisions[entry.decision]
        let name =
            switch decision.subject {
            case .input(let input): assessment.plan.schema.inputs[input].id
            case .node(let node): assessment.plan.nodes[node].id
            }
        return [
            "\(prefix)\(decision.file): row \(decision.row)",
            evidence.bodies[assessment.body(of: decision.unit)].id,
            evidence.periods[assessment.period(of: decision.unit)].description, name,
            decision.kind.rawValue, why(entry.why, decision),
        ]
    }

    private func why(_ why: IdleDecision.Why, _ decision: Decision) -> String {
        switch why {
        case .stoodBefore: "the same stood there before"
        case .nothingHandedIn: "nothing was handed in that could be accepted"
        case .verifiedBefore: "it was published or verified before"
        case .notRead: "no node reads it"
        case .outside: "the edition does not score the period"
        case .notAssessed: "the body is not assessed for the period"
        case .sameOutcome:
            decision.kind == .accept
                ? "nothing that was unverified rests on it alone"
                : "its rule comes to the same"
        case .noOtherOutcome: "no node comes to anything else"
        }
    }
}
