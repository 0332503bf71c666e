internal import Arithmetic
internal import Domain
internal import Evidence
internal import Methodology
internal import Scoring

/// Reads what became of the criteria of a reform from the outcomes of two periods.
struct ReformReading {
    private let assessment: Assessment
    private let reform: Reform
    /// The positions of the two periods; `nil` where there is none.
    private let before: Int?
    private let now: Int?

    init(_ assessment: Assessment, _ reform: Reform, period: Int) {
        self.assessment = assessment
        self.reform = reform
        let periods = assessment.evidence.periods
        let from = reform.from
        before = assessment.scoredPeriods.last { position in
            position < period && (from.map { periods[position].lastDay < $0 } ?? false)
        }
        let hasBegun = from.map { $0 <= periods[period].lastDay } ?? false
        now = hasBegun && assessment.scoredPeriods.contains(period) ? period : nil
    }

    func progress(threads: Int?) -> ReformProgress {
        let ids = reform.criteria
        let nodes = ids.compactMap { id in
            assessment.plan.node(id).flatMap { assessment.columns[$0] == nil ? nil : $0 }
        }
        let criteria = Parallel.map(nodes.count, chunk: 1, threads: threads) { range in
            nodes[range].map { criterion($0) }
        }.flatMap(\.self)
        return ReformProgress(
            reform: reform, before: before, now: now, criteria: criteria,
            elsewhere: ids.filter { assessment.plan.node($0) == nil })
    }

    private var systemKind: String? { assessment.plan.stages?.apparatus?.kind }

    private func criterion(_ node: Int) -> ReformProgress.Criterion {
        var (bodies, system): ([ReformProgress.Body], ReformProgress.Body?) = ([], nil)
        for (position, body) in assessment.evidence.bodies.enumerated() {
            guard let movement = movement(of: node, in: position) else { continue }
            let found = ReformProgress.Body(body: position, movement: movement)
            if body.kind != systemKind {
                bodies.append(found)
            } else if system == nil {
                system = found
            }
        }
        return ReformProgress.Criterion(
            node: node, bodies: bodies, mean: mean(of: bodies), system: system)
    }

    /// `nil` where the node applies to the body neither before nor now.
    private func movement(of node: Int, in body: Int) -> Movement? {
        guard let column = assessment.columns[node] else { return nil }
        func state(_ period: Int?) -> State? {
            period.map { column.states[assessment.unit(body: body, period: $0)] }
        }
        let states = [state(before), state(now)].compactMap(\.self)
        guard states.contains(where: { $0 != .notApplicable }) else { return nil }
        func score(_ period: Int?) -> Fixed? {
            period.flatMap { column.score(at: assessment.unit(body: body, period: $0)) }
        }
        return Movement(before: score(before), now: score(now), gap: gap(of: body))
    }

    private func gap(of body: Int) -> Movement.Gap? {
        guard let now else { return .notBegun }
        guard let before else { return .noPeriodBefore }
        let evidence = assessment.evidence
        if !evidence.bodies[body].existed(on: evidence.periods[before].lastDay) {
            return .didNotExist
        }
        return evidence.bodies[body].existed(on: evidence.periods[now].lastDay)
            ? nil : .existsNoMore
    }

    /// Weighed by what weighs the bodies now where that is known of all of them.
    private func mean(of bodies: [ReformProgress.Body]) -> ReformProgress.Mean? {
        guard let now else { return nil }
        let both = bodies.compactMap { body -> (before: Fixed, now: Fixed, weight: Fixed?)? in
            guard let earlier = body.movement.before, let later = body.movement.now else {
                return nil
            }
            let unit = assessment.unit(body: body.body, period: now)
            return (
                earlier, later, assessment.plan.stages?.weight(at: unit, in: assessment)
            )
        }
        guard !both.isEmpty else { return nil }
        let isWeighted =
            both.allSatisfy { $0.weight != nil }
            && both.contains { ($0.weight ?? .zero) > .zero }
        func mean(_ scores: [Fixed]) -> Fixed? {
            var (sum, weights) = (WideSum(), WideSum())
            for (score, body) in zip(scores, both) {
                let weight = isWeighted ? body.weight ?? .zero : .one
                sum.add(score, times: weight)
                weights.add(weight)
            }
            return RollUp.mean(sum, weights)
        }
        return ReformProgress.Mean(
            movement: Movement(before: mean(both.map(\.before)), now: mean(both.map(\.now))),
            bodies: both.count, isWeighted: isWeighted)
    }
}
