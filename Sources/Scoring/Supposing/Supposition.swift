internal import Arithmetic
internal import Methodology

/// What nodes come to when they, or what they rest on, had what they do not have.
///
/// Only what rests on a change is computed again, and only within a body's own period: a rule that
/// looks back sees what is known. Whoever is compared with others stands among them as they are
/// now.
struct Supposition: Sendable {
    private let assessment: Assessment
    private let ground: Ground
    private let computed: [[ComputedColumn]]
    private let threads: Int?
    private var columns: [NodeColumn?]
    /// For each node, the units for which nothing is told, and the node because of which.
    private var obstacles: [Int: [Int: Int]] = [:]
    private var changed: [Int: Set<Int>] = [:]
    /// Of the nodes that are asked for, what they come to where they were computed again.
    private var outcomes: [Int: [Int: Outcome]] = [:]
    private var asked = Positions()
    /// Nodes that rest on a change of other bodies as well, which does not reach them.
    private var held = Positions()
    /// Whether a body is compared with the others as they are now, rather than nothing told.
    private let isHolding: Bool

    /// Other scores by node and unit.
    ///
    /// A comparison with others as they are now is no answer here; so nothing is told of a node
    /// whose own rule compares bodies.
    init(_ assessment: Assessment, _ scores: [Int: [Int: Fixed]], threads: Int?) {
        self.assessment = assessment
        self.threads = threads
        (ground, computed, columns) = (assessment.ground, assessment.computed, assessment.columns)
        isHolding = false
        for node in assessment.plan.order where columns[node] != nil {
            // What a child without a score refuses, nothing else that is handed in brings about.
            let own = (scores[node] ?? [:]).filter { !isRefused(node, $0.key) }
            for (unit, score) in own { columns[node]?.put(.score(score), at: unit) }
            if !own.isEmpty { changed[node] = Set(own.keys) }
            take(node, beneath(node).subtracting(own.keys))
        }
    }

    /// Other values of inputs and leaves.
    ///
    /// - Parameters:
    ///   - assessment: Of what is known.
    ///   - values: Each subject of a unit once.
    ///   - asked: What else is not computed, unless these rest on it.
    ///   - threads: At most so many; `nil` uses all cores.
    init(_ assessment: Assessment, _ values: [SupposedValue], asked: [Int], threads: Int?) {
        self.assessment = assessment
        self.threads = threads
        columns = assessment.columns
        let (supposed, evidence) = assessment.ground.supposed.adding(
            values, to: assessment.evidence)
        ground = Ground(assessment.ground, evidence: evidence, supposed: supposed)
        let units = SupposedUnits(values, assessment.plan)
        computed =
            units.areReadByFields
            ? ComputedFields.columns(of: ground, threads: threads) : assessment.computed
        isHolding = true
        self.asked = Positions(asked)
        var needed = Positions()
        for node in asked { needed.formUnion(assessment.dependencies[node].nodes) }
        for node in assessment.plan.order where needed.contains(node) && columns[node] != nil {
            take(node, beneath(node).union(units.of(node, assessment.dependencies[node])))
        }
    }

    /// The score of a node; `nil` when it has none.
    func score(of node: Int, at unit: Int) -> Fixed? {
        obstacles[node]?[unit] == nil ? columns[node]?.score(at: unit) : nil
    }

    /// The value of a leaf that its own rule yields; `nil` where there is none.
    func ownValue(of leaf: Int, at unit: Int) -> Fixed? {
        guard obstacles[leaf]?[unit] == nil, let column = columns[leaf],
            !column.isFilled(at: unit)
        else { return nil }
        return column.value(at: unit)
    }

    /// The outcome of a node that was asked for; `nil` where it is as it was.
    func outcome(of node: Int, at unit: Int) -> Outcome? { outcomes[node]?[unit] }

    /// The node that compares bodies, or cannot be computed, because of which nothing is told.
    func obstacle(of node: Int, at unit: Int) -> Int? { obstacles[node]?[unit] }

    /// Whether the node also rests on what other bodies would come to.
    func isHeld(_ node: Int) -> Bool { held.contains(node) }

    private func isRefused(_ node: Int, _ unit: Int) -> Bool {
        guard case .aggregate(let aggregate) = assessment.plan.nodes[node].content,
            aggregate.missing == .refuse
        else { return false }
        return assessment.plan.nodes[node].children.contains {
            columns[$0]?.states[unit] == .missing
        }
    }

    /// The units for which something changed that the node's own rule reads.
    private func beneath(_ node: Int) -> Set<Int> {
        assessment.dependencies[node].ownNodes.reduce(into: []) { units, other in
            if let own = changed[other] { units.formUnion(own) }
        }
    }

    private mutating func take(_ node: Int, _ units: Set<Int>) {
        guard !units.isEmpty else { return }
        let beneath = assessment.dependencies[node].ownNodes
        let isComparing = assessment.plan.nodes[node].comparesBodies
        if isComparing || beneath.contains(where: held.contains) { held.insert(node) }
        let units = units.sorted()
        let results = results(of: node, units)
        changed[node, default: []].formUnion(units)
        for (unit, result) in zip(units, results) {
            let obstacle = isComparing && !isHolding ? node : obstacle(of: beneath, at: unit)
            guard let result, obstacle == nil else {
                obstacles[node, default: [:]][unit] = obstacle ?? node
                continue
            }
            columns[node]?.set(result.entry, at: unit)
            if let outcome = result.outcome { outcomes[node, default: [:]][unit] = outcome }
        }
    }

    private func obstacle(of nodes: [Int], at unit: Int) -> Int? {
        nodes.lazy.compactMap { obstacles[$0]?[unit] }.first
    }

    private struct Result: Sendable {
        let entry: NodeColumn.Entry
        /// `nil` for what is not asked for.
        let outcome: Outcome?
    }

    /// `nil` for what cannot be computed.
    private func results(of node: Int, _ units: [Int]) -> [Result?] {
        let scorer = Scorer(
            ground: ground, computed: computed, columns: columns, given: assessment.given,
            populations: assessment.populations)
        let plain = PlainNode(node, scorer)
        let isAsked = asked.contains(node)
        return Parallel.map(units.count, chunk: 256, threads: threads) { range in
            Self.runs(units[range]).flatMap { run in
                let entries = plain?.entries(run)
                return run.enumerated().map { index, unit -> Result? in
                    if let entry = entries?[index], !isAsked || entry.isOwnScore {
                        return Result(entry: entry, outcome: isAsked ? entry.ownScore : nil)
                    }
                    guard let made = try? scorer.computation(node, unit) else { return nil }
                    return Result(
                        entry: NodeColumn.Entry(made), outcome: isAsked ? made.outcome : nil)
                }
            }
        }.flatMap { $0 }
    }

    /// Rising units as ranges without gaps.
    private static func runs(_ units: ArraySlice<Int>) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        for unit in units {
            if let last = runs.last, last.upperBound == unit {
                runs[runs.count - 1] = last.lowerBound..<(unit + 1)
            } else {
                runs.append(unit..<(unit + 1))
            }
        }
        return runs
    }
}

extension NodeColumn.Entry {
    /// Whether the score was computed, so that nothing has to be said about it.
    fileprivate var isOwnScore: Bool { state == .score && !isFilled }

    fileprivate var ownScore: Outcome? { score.map { .score($0) } }
}
