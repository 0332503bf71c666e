internal import Arithmetic
internal import Methodology

extension Scorer {
    /// Makes a score of the value by comparing it with those of other bodies.
    func compare(_ comparison: Node.Comparison, _ walk: inout Walk) throws(Failure) {
        let outcome = walk.computation.outcome
        guard outcome.state == .score, walk.computation.scored == nil,
            let value = walk.computation.scoredValue
        else { return }
        guard let group = ground.group(of: walk.unit, comparison.reach) else {
            walk.computation.outcome = .none(.missing, .blank(.group))
            return
        }
        // Where a score is asked for that might be, the body may be the first one with a value.
        let known = populations.distributions[walk.position]?[group]
        guard let others = known ?? Distribution([value], for: comparison.kind) else {
            preconditionFailure("a distribution holds at least the value that is compared")
        }
        var mark = walk.target
        if case .distanceToReference = comparison.kind {
            let reference = populations.references[walk.position]
            guard let value = reference?.value(at: walk.unit, ground) else {
                let unit = reference?.unit(at: walk.unit, ground)
                walk.computation.outcome = .none(.missing, .reference(unit))
                return
            }
            mark = value
        }
        do {
            let standing = try comparison.standing(
                value, among: others, mark: mark, ground.numbers)
            walk.computation.comparison = try step(others, standing.rank, mark)
            walk.computation.scored = standing.score
            walk.computation.outcome = Outcome(
                state: standing.score == nil ? .missing : .score, score: standing.score,
                isFilled: outcome.isFilled,
                reason: standing.score == nil ? standing.obstacle : outcome.reason)
        } catch {
            throw tooLarge(walk)
        }
    }

    private func step(
        _ others: Distribution, _ rank: Fixed?, _ mark: Fixed?
    ) throws(ArithmeticError) -> ComparisonStep {
        var (mean, deviation): (Fixed?, Fixed?) = (nil, nil)
        if let variance = others.variance {
            let (sum, count) = (others.sum, Int128(others.count))
            mean = try ground.numbers.result(of: Moment(sum: sum, count: count, variance: nil))
            deviation = try ground.numbers.result(
                of: Moment(sum: sum, count: count, variance: variance))
        }
        return ComparisonStep(
            bodies: others.count, least: others.least, greatest: others.greatest, rank: rank,
            mean: mean, deviation: deviation, mark: mark)
    }

    /// The value that a node's score rule compares with others; `nil` where there is none, and
    /// where a missing rule sets the score.
    func comparedValue(_ position: Int, _ unit: Int) -> Fixed? {
        // Whatever cannot be computed stops the assessment where the node is computed.
        guard case .walk(let walk)? = try? beginning(position, unit, forValue: true),
            walk.computation.outcome.state == .score, walk.computation.scored == nil
        else { return nil }
        return walk.computation.scoredValue
    }
}

extension Populations {
    /// Notes the values that a node's score rule compares, before any of them is scored.
    mutating func takeValues(
        of position: Int, _ scorer: Scorer, _ isScored: [Bool], threads: Int?
    ) {
        guard case .comparison(let comparison) = scorer.ground.plan.nodes[position].score else {
            return
        }
        let groups = scorer.values(by: comparison.reach, isScored, threads: threads) {
            scorer.comparedValue(position, $0)
        }
        distributions[position] = groups.map { Distribution($0, for: comparison.kind) }
        if case .distanceToReference(let id, _) = comparison.kind {
            references[position] = ReferenceValues(of: id, position, scorer, isScored)
        }
    }
}
