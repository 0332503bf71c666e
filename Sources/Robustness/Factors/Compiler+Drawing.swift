internal import Arithmetic
internal import Diagnostics
internal import Methodology

/// What is drawn; a factor that cannot act is refused.
extension Compiler {
    mutating func drawing() -> Drawing {
        let hasNoise = !alternatives.weights.isEmpty
        let sites = sites()
        var factors: [Factor] = []
        if hasNoise || alternatives.hasEqualWeights {
            checkWeights(sites)
            factors.append(Factor(kind: .weights, options: hasNoise ? nil : 2))
        }
        if !alternatives.aggregates.isEmpty {
            checkAggregates()
            add(.aggregation, alternatives.aggregates.map(\.rawValue), to: &factors)
        }
        if !alternatives.scores.isEmpty {
            if !leaves.contains(where: { !($0.values?.scorings.isEmpty ?? true) }) {
                refuse(.scoring, "no leaf beneath the nodes compares bodies")
            }
            add(.scoring, alternatives.scores.map(\.word), to: &factors)
        }
        if !alternatives.winsorised.isEmpty {
            checkTreatments()
            add(.treatment, alternatives.winsorised.map { "\($0)" }, to: &factors)
        }
        if !alternatives.missing.isEmpty {
            checkMissing()
            add(.missing, alternatives.missing.map(\.rawValue), to: &factors)
        }
        if alternatives.leavesOneOut {
            if leafNodes.count < 2 {
                refuse(.leaveOneOut, "there are fewer than two leaves beneath the nodes")
            }
            factors.append(Factor(kind: .leaveOneOut, options: leafNodes.count))
        }
        if alternatives.rangesOverBounds {
            if openCount == 0 { refuse(.bounds, "no score of a leaf beneath the nodes is open") }
            factors.append(Factor(kind: .bounds, options: nil))
        }
        if alternatives.passMarks != nil {
            if passMarkCount == 0 {
                refuse(.passMarks, "no leaf beneath the nodes is a criterion with thresholds")
            }
            factors.append(Factor(kind: .passMarks, options: nil))
        }
        if !alternatives.samplingErrors.isEmpty {
            checkSampling()
            factors.append(Factor(kind: .sampling, options: nil))
        }
        return Drawing(
            factors: factors, sites: sites, hasEqualWeights: alternatives.hasEqualWeights,
            aggregates: alternatives.aggregates, points: alternatives.winsorised,
            missing: alternatives.missing, leaves: leafNodes)
    }

    private mutating func add(_ kind: Factor.Kind, _ options: [String], to factors: inout [Factor])
    {
        factors.append(Factor(kind: kind, options: options.count))
        guard options.count == 1, let only = options.first else { return }
        let key = kind.rawValue
        problems.append(
            Diagnostic(
                .error, "robustness.one-option", at: alternatives.place,
                "of \(key) there is only one way, \(only), and it is the same in every run",
                help: "Add what the edition itself says, or more, or leave \(key) out"))
    }

    /// Refuses a factor that cannot act, by itself or at a node.
    private mutating func refuse(_ kind: Factor.Kind, at node: Int? = nil, _ reason: String) {
        let key = kind.rawValue
        let problem = Diagnostic(
            .error, "robustness.cannot-act", at: alternatives.place,
            node: node.map { plan.nodes[$0].id },
            "the alternatives for \(key) change nothing: \(reason)",
            help: "Leave \(key) out, or name other nodes")
        problems.append(problem)
        if node == nil || kind == .sampling { idle.append(Idle(kind: kind, node: node, problem)) }
    }

    /// Nodes beneath which weights are drawn.
    private func sites() -> [Drawing.Site] {
        inners.compactMap { inner in
            guard inner.hasWeights, let noise = noise(at: inner.node) else { return nil }
            let weights = inner.meanWeights
            let weighed = weights.indices.filter { weights[$0] > 0 }
            guard weighed.count > 1 else { return nil }
            let sum = weighed.reduce(0) { $0 + weights[$1] }
            let rule = alternatives.weights[noise]
            let keepsSum = if case .weightedSum = inner.combining { true } else { false }
            return Drawing.Site(
                shape: rule.shape,
                spread: Double(
                    numerator: rule.each.numerator, denominator: rule.each.denominator),
                children: weighed.map { inner.children[$0].node },
                shares: weighed.map { weights[$0] / sum }, keepsSum: keepsSum)
        }
    }

    private mutating func checkWeights(_ sites: [Drawing.Site]) {
        let reason = "no node has two children with weights"
        for noise in alternatives.weights {
            guard let beneath = noise.beneath else {
                if sites.isEmpty { refuse(.weights, reason) }
                continue
            }
            for node in beneath {
                checkInner(node, .weights) { $0.hasWeights && $0.meanWeights.count { $0 > 0 } > 1 }
            }
        }
        guard alternatives.weights.isEmpty else { return }
        let areUnequal = inners.contains { inner in
            let weights = inner.meanWeights.filter { $0 > 0 }
            return inner.hasWeights && weights.contains { $0 != weights.first }
        }
        if !areUnequal { refuse(.weights, "all weights are equal already") }
    }

    private mutating func checkAggregates() {
        for node in alternatives.aggregated ?? [] {
            checkInner(node, .aggregation) { !$0.alternatives.isEmpty && $0.children.count > 1 }
        }
        let acts = inners.contains { !$0.alternatives.isEmpty && $0.children.count > 1 }
        if !acts, alternatives.aggregated == nil {
            refuse(.aggregation, "no node has a mean of two children")
        }
    }

    /// Refuses a node that was named and on which nothing acts.
    private mutating func checkInner(_ node: Int, _ kind: Factor.Kind, _ acts: (Inner) -> Bool) {
        guard slots[node] >= 0 else {
            return refuse(kind, at: node, "the node is not beneath those that are looked at")
        }
        guard let inner = inners.first(where: { $0.node == node }), acts(inner) else {
            return refuse(kind, at: node, "the node is no mean of two children with weights")
        }
    }

    private mutating func checkTreatments() {
        guard !leaves.contains(where: { !($0.values?.points.isEmpty ?? true) }) else { return }
        refuse(.treatment, "no leaf beneath the nodes has a treatment that draws points in")
    }

    private mutating func checkMissing() {
        if plan.peers == nil, let group = alternatives.missing.first(where: \.isGroup) {
            problems.append(
                Diagnostic(
                    .error, "robustness.peers", at: alternatives.place,
                    "\(group.rawValue) is an alternative, and nothing says who is whose peer",
                    help: "Write peers: kind or peers: group in the edition, or leave it out"))
        }
        guard !leaves.contains(where: { !($0.values?.missing.isEmpty ?? true) }) else { return }
        refuse(.missing, "no value of a leaf beneath the nodes is missing")
    }

    private mutating func checkSampling() {
        for error in alternatives.samplingErrors {
            let leaf = leaves.first { $0.node == error.node }
            guard let errors = leaf?.values?.errors, errors.contains(where: { !$0.isNaN }) else {
                refuse(
                    .sampling, at: error.node,
                    leaf == nil
                        ? "the node is no leaf beneath those that are looked at"
                        : "no body has a value with a standard error above 0")
                continue
            }
        }
    }

    /// Refuses results of nodes that have no scores.
    mutating func refuseNodes() {
        for node in alternatives.nodes where slots[node] < 0 || plan.nodes[node].isHeading {
            problems.append(
                Diagnostic(
                    .error, "robustness.node", at: alternatives.place, node: plan.nodes[node].id,
                    "results of the node are looked at, and it was given no scores",
                    help: "Name a node with scores under nodes"))
        }
    }
}

extension Inner {
    /// For each child its weight, of several bodies the mean.
    var meanWeights: [Double] {
        switch weights {
        case .same(let weights): weights
        case .each(let weights):
            weights.map { bodies in bodies.reduce(0, +) / Double(max(bodies.count, 1)) }
        }
    }
}
