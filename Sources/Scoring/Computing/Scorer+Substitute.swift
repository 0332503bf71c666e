internal import Arithmetic
internal import Expressions
internal import Methodology

/// Missing rules that put a value in the place of a missing one.
extension Scorer {
    func substitute(_ walk: inout Walk) throws(Failure) {
        guard walk.computation.outcome.state == .missing, let rule = walk.node.substitute else {
            return
        }
        guard let step = try substitution(rule, walk) else {
            tellUnfitted(&walk)
            return
        }
        walk.computation.substituted = step
        walk.computation.value = step.value
        walk.computation.outcome = Outcome(
            state: .score, score: step.value, isFilled: true,
            reason: walk.computation.outcome.reason)
        if !rule.isOpen { walk.interval = Bounds(step.value, step.value) }
    }

    /// `nil` where no other value is known either: then the node stays missing.
    private func substitution(
        _ rule: Node.Substitute, _ walk: Walk
    ) throws(Failure) -> SubstituteStep? {
        switch rule.source {
        case .last(let atMost):
            for back in 1...atMost {
                guard let earlier = ground.unit(back, before: walk.unit),
                    let value = try ownValue(walk.position, earlier)
                else { continue }
                return SubstituteStep(source: .earlier(earlier), value: value)
            }
            return nil
        case .groupMean, .groupMedian:
            guard let group = ground.group(of: walk.unit, .peers) else { return nil }
            return populations.substitutes[walk.position]?[group]
        case .expectationMaximisation:
            return try populations.fits[walk.position]?[ground.period(of: walk.unit)]?
                .step(at: walk.unit)
        }
    }

    /// The value that the node's formula yields, in any period; `nil` where there is none, or the
    /// node does not apply, or was decided not to count.
    func ownValue(_ position: Int, _ unit: Int) throws(Failure) -> Fixed? {
        try ownComputation(position, unit)?.value
    }

    /// The same with the reason where there is none; `nil` where no value is asked for.
    func ownComputation(_ position: Int, _ unit: Int) throws(Failure) -> Computation? {
        let node = ground.plan.nodes[position]
        guard case .formula(let formula, let empty) = node.content, exclusion(node, unit) == nil,
            !isDecidedOut(position, unit)
        else { return nil }
        var walk = Walk(
            position: position, node: node, unit: unit,
            computation: Computation(.none(.missing, .heading)))
        guard try applicability(walk) == nil else { return nil }
        try takeValue(formula, empty, &walk)
        suppose(&walk)
        return walk.computation
    }
}

extension Populations {
    /// Notes what takes the place of a node's missing values, by group of peers.
    mutating func takeSubstitutes(
        of position: Int, _ scorer: Scorer, _ isScored: [Bool], threads: Int?
    ) {
        let ground = scorer.ground
        guard let rule = ground.plan.nodes[position].substitute, rule.source.isGroup else { return }
        // What cannot be computed stops the assessment where the node is computed.
        let groups = scorer.values(by: .peers, isScored, threads: threads) {
            (try? scorer.ownValue(position, $0)) ?? nil
        }
        substitutes[position] = groups.map { values in
            Self.middle(values, rule.source, ground.numbers).map {
                SubstituteStep(source: .peers(values.count), value: $0)
            }
        }
    }

    /// The mean or the median; `nil` without values.
    private static func middle(
        _ values: [Fixed], _ source: Node.Substitute.Source, _ numbers: NumberKind
    ) -> Fixed? {
        guard !values.isEmpty else { return nil }
        // A value in the middle of numbers below 10^20 is one as well.
        if source == .groupMedian {
            var sorted = values
            return OrderStatistics.median(&sorted).flatMap {
                try? numbers.quotient($0.sum, $0.count)
            }
        }
        var sum = WideSum()
        for value in values { sum.add(value) }
        return try? numbers.quotient(sum, Int128(values.count))
    }
}
