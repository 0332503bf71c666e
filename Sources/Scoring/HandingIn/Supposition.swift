internal import Arithmetic
internal import Methodology

/// What nodes come to when others had scores that they do not have.
///
/// Only what rests on these is computed again, and only within a body's own period: a rule that
/// looks back sees what is known. Whoever is compared with others stands among them as they are
/// now, which is no answer; so nothing is told of a node whose own rule compares bodies.
struct Supposition {
    private let assessment: Assessment
    private let threads: Int?
    private var columns: [NodeColumn?]
    /// For each node, the units for which nothing is told, and the node that compares bodies.
    private var obstacles: [Int: [Int: Int]] = [:]
    private var changed: [Int: Set<Int>] = [:]

    /// Other scores by node and unit; and for each node those whose scores its own rule reads.
    init(
        _ assessment: Assessment, _ scores: [Int: [Int: Fixed]], beneath: [[Int]], threads: Int?
    ) {
        self.assessment = assessment
        self.threads = threads
        columns = assessment.columns
        for node in assessment.plan.order where columns[node] != nil {
            // What a child without a score refuses, nothing else that is handed in brings about.
            let own = (scores[node] ?? [:]).filter { !isRefused(node, $0.key) }
            for (unit, score) in own { columns[node]?.put(.score(score), at: unit) }
            if !own.isEmpty { changed[node] = Set(own.keys) }
            let units = Set(beneath[node].flatMap { changed[$0] ?? [] }).subtracting(own.keys)
            if !units.isEmpty { compute(node, units.sorted(), beneath[node]) }
        }
    }

    /// The score of a node; `nil` when it has none.
    func score(of node: Int, at unit: Int) -> Fixed? {
        obstacles[node]?[unit] == nil ? columns[node]?.score(at: unit) : nil
    }

    /// The node that compares bodies, because of which nothing is told.
    func obstacle(of node: Int, at unit: Int) -> Int? { obstacles[node]?[unit] }

    private func isRefused(_ node: Int, _ unit: Int) -> Bool {
        guard case .aggregate(let aggregate) = assessment.plan.nodes[node].content,
            aggregate.missing == .refuse
        else { return false }
        return assessment.plan.nodes[node].children.contains {
            columns[$0]?.states[unit] == .missing
        }
    }

    private mutating func compute(_ node: Int, _ units: [Int], _ beneath: [Int]) {
        let outcomes = outcomes(of: node, units)
        let isComparing = assessment.plan.nodes[node].comparesBodies
        changed[node, default: []].formUnion(units)
        for (unit, outcome) in zip(units, outcomes) {
            let obstacle = isComparing ? node : obstacle(of: beneath, at: unit)
            if let outcome, obstacle == nil {
                columns[node]?.put(outcome, at: unit)
            } else {
                obstacles[node, default: [:]][unit] = obstacle ?? node
            }
        }
    }

    private func obstacle(of nodes: [Int], at unit: Int) -> Int? {
        nodes.lazy.compactMap { obstacles[$0]?[unit] }.first
    }

    /// `nil` for what cannot be computed.
    private func outcomes(of node: Int, _ units: [Int]) -> [Outcome?] {
        let scorer = assessment.scorer(over: columns)
        return Parallel.map(units.count, chunk: 256, threads: threads) { range in
            range.map { try? scorer.computation(node, units[$0]).outcome }
        }.flatMap { $0 }
    }
}
