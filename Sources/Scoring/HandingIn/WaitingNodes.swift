internal import Arithmetic
internal import Evidence
internal import Methodology

/// Which nodes of a unit wait for something that is not known, and for what.
struct WaitingNodes {
    /// A node without a score of its own.
    struct Waiting {
        let node: Int
        /// What its rule reads of the unit's period and is not known.
        var items: [Submission.Item]
        /// Of records that were handed in: the blank field.
        var field: Int?
        /// The best score it can reach.
        let best: Fixed
    }

    let assessment: Assessment
    /// For each node, what its own rule reads of the present period.
    private let reads: [[Submission.Item]]
    /// For each node, those whose scores its own rule reads.
    let beneath: [[Int]]
    /// For each node, whether it leaves corrections out that it cannot tell.
    private let leavesOut: [Bool]

    init(_ assessment: Assessment) {
        self.assessment = assessment
        let plan = assessment.plan
        beneath = assessment.dependencies.map(\.ownNodes)
        reads = plan.nodes.indices.map { node in
            assessment.reads(of: node).compactMap { read in
                switch read {
                case .input(let input, back: 0): .input(input)
                case .table(let table, back: 0): .table(table)
                default: nil
                }
            }
        }
        leavesOut = plan.nodes.map { $0.corrections.contains(where: \.isNoneWhenUnknown) }
    }

    /// In the order of the edition; and the nodes that are missing for another reason.
    func all(
        at unit: Int, blank: Set<Submission.Item>
    ) -> (waiting: [Waiting], unsettled: [Int]) {
        var waiting: [Waiting] = []
        var unsettled: [Int] = []
        for node in assessment.plan.nodes.indices where !assessment.plan.nodes[node].isHeading {
            guard let column = assessment.columns[node], isWaiting(node, column, unit) else {
                continue
            }
            let items = reads[node].filter(blank.contains)
            let best = best(of: node, unit)
            if !items.isEmpty {
                waiting.append(Waiting(node: node, items: items, field: nil, best: best))
            } else if let (table, field) = blankField(node, unit) {
                waiting.append(
                    Waiting(node: node, items: [.table(table)], field: field, best: best))
            } else if column.states[unit] == .missing,
                !beneath[node].contains(where: { isMissing($0, unit) })
            {
                unsettled.append(node)
            }
        }
        return (waiting, unsettled)
    }

    private func isMissing(_ node: Int, _ unit: Int) -> Bool {
        assessment.columns[node]?.states[unit] == .missing
    }

    /// Whether it has no score of its own, or leaves out a correction.
    private func isWaiting(_ node: Int, _ column: NodeColumn, _ unit: Int) -> Bool {
        switch column.states[unit] {
        case .missing: true
        case .score:
            column.isFilled(at: unit)
                || leavesOut[node]
                    && assessment.computation(of: node, at: unit).corrections
                        .contains { $0.unknown != nil }
        case .notApplicable, .excluded: false
        }
    }

    /// What it can reach; where that cannot be told, the greatest score there is.
    private func best(of node: Int, _ unit: Int) -> Fixed {
        assessment.scorer.reach(node, unit)?.upper
            ?? assessment.plan.nodes[node].scale.greatest
    }

    /// The field of the unit's own records that the node goes without; of a computed field, and
    /// of a function over blanks alone, the table alone.
    private func blankField(_ node: Int, _ unit: Int) -> (table: Int, field: Int?)? {
        switch assessment.computation(of: node, at: unit).outcome.reason?.origin {
        case .field(let table, let field): return (table, field)
        case .computed(let table, _): return (table, nil)
        case .nothing:
            // Tables without records are blank, and were looked for before.
            for case .table(let table) in reads[node] { return (table, nil) }
            return nil
        default: return nil
        }
    }
}

extension Reason {
    /// The blank it goes back to, where it names one.
    fileprivate var origin: Origin? {
        switch self {
        case .applicabilityUnknown(let origin), .blank(let origin), .weight(_, let origin),
            .requirement(_, let origin), .correction(_, let origin):
            origin
        default: nil
        }
    }
}
