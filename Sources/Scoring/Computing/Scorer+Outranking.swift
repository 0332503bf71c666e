internal import Arithmetic
internal import Evidence
internal import Methodology

extension Scorer {
    /// Makes a value of how the unit's body stands against the others of the period.
    func outrank(_ result: AggregateComputation, _ walk: inout Walk) {
        let known = populations.outrankings[walk.position]?[walk.unit]
        let step = known ?? outranking(of: result, walk)
        walk.computation.outranking = step
        walk.computation.value = step.value
        walk.computation.outcome = .score(step.value)
    }

    /// Of a body that stands outside: a score is asked for that might be.
    private func outranking(of result: AggregateComputation, _ walk: Walk) -> OutrankingStep {
        let bodies = ground.evidence.bodies.count
        let first = ground.period(of: walk.unit) * bodies
        let own = Self.counted(result)
        let others = (first..<(first + bodies)).compactMap { unit in
            unit == walk.unit ? nil : scoresBeneath(walk.position, unit)
        }
        let all = Outranking(scores: [own] + others, weights: result.children.map(\.nominal))
        return all.standings(threads: 1)[0]
    }

    /// The scores beneath that count for a unit, one for each child; `nil` where the node is not
    /// computed for it.
    func scoresBeneath(_ position: Int, _ unit: Int) -> [Fixed?]? {
        let node = ground.plan.nodes[position]
        guard case .aggregate(let aggregate) = node.content, exclusion(node, unit) == nil else {
            return nil
        }
        // Who is compared does not change with a score that was decided for one of them.
        if let outcome = given[position]?[unit], !outcome.isDecidedScore { return nil }
        let walk = Walk(
            position: position, node: node, unit: unit,
            computation: Computation(.none(.missing, .heading)))
        do throws(Failure) {
            guard try applicability(walk) == nil else { return nil }
            let weighing = try weighing(aggregate.weights, of: node, unit)
            var result = members(of: node, aggregate, weighing, unit)
            return obstacle(&result, aggregate, weighing) == nil ? Self.counted(result) : nil
        } catch {
            // What cannot be computed stops the assessment where the node is computed.
            return nil
        }
    }

    private static func counted(_ result: AggregateComputation) -> [Fixed?] {
        result.children.map { $0.effective > 0 ? $0.score : nil }
    }
}

extension Populations {
    /// Compares the bodies of each period, where a node's aggregate does so.
    mutating func takeOutranking(
        of position: Int, _ scorer: Scorer, _ isScored: [Bool], threads: Int?
    ) {
        let ground = scorer.ground
        guard case .aggregate(let aggregate) = ground.plan.nodes[position].content,
            aggregate.kind == .copeland, case .fixed(let weights) = aggregate.weights
        else { return }
        let bodies = ground.evidence.bodies.count
        var steps = [OutrankingStep?](repeating: nil, count: ground.evidence.unitCount)
        for period in isScored.indices where isScored[period] {
            let first = period * bodies
            let scores = Parallel.map(bodies, chunk: Ground.chunk, threads: threads) { range in
                range.map { scorer.scoresBeneath(position, first + $0) }
            }.flatMap { $0 }
            let compared = scores.indices.filter { scores[$0] != nil }
            let outranking = Outranking(
                scores: scores.compactMap { $0 }, weights: weights.first ?? [])
            for (body, step) in zip(compared, outranking.standings(threads: threads)) {
                steps[first + body] = step
            }
        }
        outrankings[position] = steps
    }
}
