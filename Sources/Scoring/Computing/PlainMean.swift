internal import Arithmetic
internal import Methodology

/// The weighted mean of a node's children with fixed weights, for many units at once.
///
/// It goes child by child, so that each column is walked once from end to end.
struct PlainMean: Sendable {
    private let aggregate: Node.Aggregate
    private let ground: Ground
    private let children: [Child]

    private struct Child: Sendable {
        let column: NodeColumn
        /// The least score of its scale.
        let least: Fixed
        /// By kind of body.
        let weights: [Int64]
    }

    /// Fails for other aggregates, and where a weight can go to a sibling.
    init?(_ node: Node, _ aggregate: Node.Aggregate, _ scorer: Scorer) {
        // Doubles round a mean beyond the scores it lies between, and are held there.
        guard case .weightedMean = aggregate.kind, case .fixed(let weights) = aggregate.weights,
            scorer.ground.numbers == .decimal, !aggregate.movesWeights
        else { return nil }
        self.aggregate = aggregate
        ground = scorer.ground
        var children: [Child] = []
        for (index, child) in node.children.enumerated() {
            guard let column = scorer.columns[child] else { return nil }
            children.append(
                Child(
                    column: column, least: ground.plan.nodes[child].scale.least,
                    weights: weights.map { $0[index] }))
        }
        self.children = children
        guard isNarrow(node, scorer) else { return nil }
    }

    /// Whether all weights times the scores that children can have fit in 126 bits, so that no
    /// sum of them exceeds its type.
    private func isNarrow(_ node: Node, _ scorer: Scorer) -> Bool {
        var greatest = Int128(0)
        for position in node.children {
            let child = ground.plan.nodes[position]
            let scores = (scorer.given[position] ?? [:]).values.compactMap(\.score)
            guard !child.mayExceed else { return false }
            for score in [child.scale.least, child.scale.greatest] + scores {
                greatest = max(greatest, Int128(score.raw.magnitude))
            }
        }
        let kinds = children.first?.weights.indices ?? 0..<0
        return kinds.allSatisfy { kind in
            let weight = children.reduce(Int128(0)) { $0 + Int128($1.weights[kind]) }
            let (product, isOver) = greatest.multipliedReportingOverflow(by: weight)
            return !isOver && product < 1 << 126
        }
    }

    /// What the children of each unit come to, before anything is divided.
    func tallies(_ units: Range<Int>) -> [MeanTally] {
        // Units of no known kind have no outcome; what is tallied for them is not looked at.
        let kinds = units.map { max(ground.kinds[ground.body(of: $0)], 0) }
        // Most children are settled; their sums stay side by side in the processor's nearest memory.
        var settled = [MeanTally.Part](repeating: MeanTally.Part(), count: units.count)
        var tallies = [MeanTally](repeating: MeanTally(), count: units.count)
        for child in children {
            for (index, unit) in units.enumerated() {
                let weight = child.weights[kinds[index]]
                if let score = child.column.settledScore(at: unit) {
                    settled[index].add(score, weight)
                } else {
                    add(child, unit, weight, to: &tallies[index])
                }
            }
        }
        for index in tallies.indices { tallies[index].settled = settled[index] }
        return tallies
    }

    /// A child without a score of its own, or with one that can still change.
    private func add(_ child: Child, _ unit: Int, _ weight: Int64, to tally: inout MeanTally) {
        let state = child.column.states[unit]
        let score = child.column.score(at: unit)
        let policy = aggregate.policy(state)
        var counted = score
        if score == nil {
            if case .zero = policy { counted = .zero }
            if case .worst = policy { counted = child.least }
        }
        if let counted { tally.count(counted, weight) }
        if let bounds = child.column.bounds(at: unit) {
            tally.range(bounds, weight)
        } else if score == nil, let counted {
            tally.range(Bounds(counted, counted), weight)
        }
        let isRefused = if case .refuse = policy { score == nil } else { false }
        tally.note(
            state, isLeftOut: counted == nil && !isRefused, isRefused: isRefused,
            hasOwnScore: score != nil && !child.column.isFilled(at: unit), weight)
    }

    /// The value, or the state of a node without one.
    func outcome(_ tally: MeanTally) throws(ArithmeticError) -> (state: State, value: Fixed?) {
        guard tally.isApplicable else { return (.notApplicable, nil) }
        if tally.isRefused { return (.missing, nil) }
        if let least = aggregate.coverage, let share = tally.coverage.share, share < least {
            return (.missing, nil)
        }
        guard tally.hasScore else { return (tally.isExcluded ? .excluded : .missing, nil) }
        guard let value = try tally.mean() else { return (.missing, nil) }
        return (.score, value)
    }
}

extension Node.Aggregate {
    /// Whether the weight of a child can go to a sibling.
    fileprivate var movesWeights: Bool {
        [notApplicable, missing, excluded].contains {
            if case .to = $0 { true } else { false }
        }
    }
}
