internal import Arithmetic
internal import Methodology
internal import Scoring

/// What lies beneath a node, and its figures as doubles.
struct ElementTree: Sendable {
    private let assessment: Assessment
    private let top: Int
    private let units: [Int]
    /// The node and everything beneath it that was computed, in the order of the edition.
    let nodes: [Int]

    init(_ assessment: Assessment, node: Int, period: Int, bodies: [Int]) {
        (self.assessment, top) = (assessment, node)
        units = bodies.map { assessment.unit(body: $0, period: period) }
        var found: [Int] = []
        var open = [node]
        while let next = open.popLast() {
            open += assessment.plan.nodes[next].children
            found.append(next)
        }
        nodes = found.filter { Self.isScored($0, assessment) }.sorted()
    }

    private static func isScored(_ node: Int, _ assessment: Assessment) -> Bool {
        assessment.columns[node] != nil && !assessment.plan.nodes[node].isHeading
    }

    /// Those that have children.
    var inner: [Int] { nodes.filter { !children(of: $0).isEmpty } }

    /// Those that have none.
    var indicators: [Int] { nodes.filter { children(of: $0).isEmpty } }

    /// Those that are compared two by two: the work grows with the square of their number.
    var compared: [Int] {
        let most = 1_000
        if nodes.count <= most { return nodes }
        return inner.count <= most ? inner : []
    }

    private func children(of node: Int) -> [Int] {
        assessment.plan.nodes[node].children
            .filter { Self.isScored($0, assessment) }
    }

    /// The scores of a node by body; NaN where there is none.
    func scores(_ node: Int) -> [Double] {
        guard let column = assessment.columns[node] else { return [] }
        return units.map { unit in column.score(at: unit).map { Double($0) } ?? .nan }
    }

    /// The values of an indicator, of the bodies to which it applies; NaN where there is none.
    func values(of node: Int) -> [Double] { units.compactMap { value(of: node, $0) } }

    /// The values of the indicators that apply to a body, by its place; NaN where there is none.
    func values(ofBody body: Int) -> [Double] {
        indicators.compactMap { value(of: $0, units[body]) }
    }

    /// `nil` where it is not applicable; NaN where nothing, or something filled, stands.
    private func value(of node: Int, _ unit: Int) -> Double? {
        guard let column = assessment.columns[node], column.states[unit] != .notApplicable else {
            return nil
        }
        guard !column.isFilled(at: unit), let value = column.value(at: unit) else { return .nan }
        return Double(value)
    }
}

extension ElementTree {
    /// Everything beneath the node on top.
    func elements(_ columns: [Int: [Double]]) -> [Coherence.Element] {
        var shares: [Int: Double] = [top: 1]
        var weights: [Int: [Double?]] = [:]
        return nodes.compactMap { node in
            guard node != top, let parent = assessment.plan.nodes[node].parent,
                let scores = columns[node], let all = columns[top]
            else { return nil }
            let siblings = children(of: parent)
            let known = weights[parent] ?? self.weights(of: parent)
            weights[parent] = known
            let own = siblings.firstIndex(of: node).flatMap { known[$0] }
            // Parents come before their children.
            shares[node] = own.flatMap { own in shares[parent].map { own * $0 } }
            return Coherence.Element(
                node: node, parent: parent, weightInParent: own,
                influenceOnParent: columns[parent].flatMap { Influence(of: scores, on: $0) },
                weight: shares[node], influence: Influence(of: scores, on: all))
        }
    }

    /// A node and its children.
    func group(_ node: Int, _ columns: [Int: [Double]]) -> Coherence.Group {
        let children = children(of: node)
        let scores = children.compactMap { columns[$0] }
        let weights = weights(of: node).compactMap { $0 }
        let isMean = if case .weightedMean? = kind(of: node) { true } else { false }
        return Coherence.Group(
            node: node, children: children, alpha: Reliability.alpha(scores),
            components: PrincipalComponents(scores),
            optimised: isMean && weights.count == scores.count
                ? OptimisedWeights(scores, nominal: weights) : nil)
    }

    private func kind(of node: Int) -> Node.Aggregate.Kind? {
        guard case .aggregate(let aggregate) = assessment.plan.nodes[node].content else {
            return nil
        }
        return aggregate.kind
    }

    /// For each child its share of the weight of all, a mean over the bodies that have weights;
    /// `nil` where the node has no weights.
    private func weights(of node: Int) -> [Double?] {
        let plan = assessment.plan
        let children = children(of: node)
        let none = [Double?](repeating: nil, count: children.count)
        guard case .aggregate(let aggregate) = plan.nodes[node].content,
            aggregate.kind.hasWeights
        else { return none }
        var sums = [Double](repeating: 0, count: plan.nodes[node].children.count)
        var count = 0
        for unit in units {
            guard let weights = weights(aggregate, of: node, at: unit),
                let shares = WeightSearch.normalised(weights)
            else { continue }
            for (child, share) in shares.enumerated() { sums[child] += share }
            count += 1
        }
        guard count > 0 else { return none }
        return zip(plan.nodes[node].children, sums).filter { children.contains($0.0) }
            .map { $0.1 / Double(count) }
    }

    private func weights(
        _ aggregate: Node.Aggregate, of node: Int, at unit: Int
    ) -> [Double]? {
        switch aggregate.weights {
        case .fixed(let weights):
            return assessment.kind(of: unit).map { weights[$0].map { Double($0) } }
        case .computed:
            let children = assessment.computation(of: node, at: unit).aggregate?.children
            return children.map { $0.map { Double($0.nominal) } }
        }
    }
}
