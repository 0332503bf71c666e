internal import Arithmetic
internal import Diagnosis
internal import Methodology
internal import Scoring

/// Makes the block of the system's criteria.
struct SystemMaker {
    let acting: Acting
    let diagnosis: Diagnosis
    let apparatus: ApparatusDiagnosis
    /// The position of the stage; the conditions of those below hold with it.
    let stage: Int

    init(
        _ acting: Acting, _ diagnosis: Diagnosis, _ apparatus: ApparatusDiagnosis, stage: Int
    ) {
        (self.acting, self.diagnosis, self.apparatus) = (acting, diagnosis, apparatus)
        self.stage = stage
    }

    private var rule: Stages { diagnosis.rule }
    private var plan: Plan { acting.catalogue.assessment.plan }

    /// One criterion that has a score.
    private struct Seat {
        let node: Int
        let stage: Int
        let score: Fixed
    }

    func block(threads: Int?) -> StageMaker.Made {
        var draft = BlockDraft(body: nil)
        let ready = VerdictRule<Fixed>(rule)
        for stage in 0...stage {
            let found = apparatus.stages[stage]
            if found.statistics.assessed < ready.leastAssessed(found.statistics.applicable)
                || found.systemCriteria.observed == 0
            {
                draft.isImpossible = true
                draft.faults.append(.notAssessed(stage: stage))
            }
        }
        guard let body = apparatus.system, !draft.isImpossible else {
            draft.isImpossible = true
            return StageMaker.Made(drafts: [draft], doubt: nil)
        }
        let unit = acting.catalogue.assessment.unit(body: body, period: diagnosis.period)
        let seats = (0...stage).flatMap { self.seats(of: $0, at: unit) }
        let moved = seats.filter { acting.isMoved($0.node, at: unit) }
        for stage in 0...stage {
            let isMoved = { (seat: Seat) in moved.contains { $0.node == seat.node } }
            guard add(stage, seats.filter { $0.stage == stage }, &draft, isMoved) else {
                draft.isImpossible = true
                return StageMaker.Made(drafts: [draft], doubt: nil)
            }
        }
        let clusters = acting.clusters(
            moved.map { (unit: unit, nodes: [$0.node]) }, limit: TableLimits.ofGroup,
            threads: threads
        ).compactMap(\.self)
        let found = acting.results(of: clusters, threads: threads)
        for (index, cluster) in clusters.enumerated() {
            let states = zip(cluster.sets, found.results[index]).map { set, results in
                state(set, results[0].score, moved[index])
            }
            draft.groups.append(
                GroupDraft(cluster, node: moved[index].node, states: states, acting.catalogue))
        }
        let cut = clusters.first(where: \.isCut)?.nodes.first
        return StageMaker.Made(
            drafts: [draft], doubt: found.doubt ?? cut.map { .manyMeasures($0) })
    }

    private func seats(of stage: Int, at unit: Int) -> [Seat] {
        rule.dimensions.flatMap { plan.nodes[$0.cells[stage]].children }.compactMap { node in
            guard let criterion = plan.nodes[node].criterion, criterion.level != .body,
                let score = acting.now(node, at: unit).score
            else { return nil }
            return Seat(node: node, stage: stage, score: score)
        }
    }

    /// What the criteria need for a stage, and what those come to that nothing moves.
    private func add(
        _ stage: Int, _ seats: [Seat], _ draft: inout BlockDraft, _ isMoved: (Seat) -> Bool
    ) -> Bool {
        guard let mean = rule.apparatus?.mean,
            let least = Fixed.leastSum(of: seats.count, reaching: mean)
        else { return false }
        var rest: Int128 = 0
        for seat in seats where !isMoved(seat) {
            let (sum, isOver) = rest.addingReportingOverflow(seat.score.raw)
            guard !isOver else { return false }
            rest = sum
            if rule.fails(seat.score, plan.nodes[seat.node].criterion) {
                draft.isImpossible = true
                draft.faults.append(
                    .decisive(node: seat.node, atMost: seat.score, needed: rule.decisiveEdge))
            }
        }
        let (lack, isOver) = least.subtractingReportingOverflow(rest)
        draft.rows.append((lack, .system(stage: stage, count: seats.count, rest: rest)))
        return !isOver
    }

    private func state(_ set: UInt64, _ score: Fixed?, _ seat: Seat) -> Problem.State {
        var contributions = [Int128](repeating: 0, count: stage + 1)
        guard let score else {
            return Problem.State(members: set, contributions: contributions, isForbidden: true)
        }
        contributions[seat.stage] = score.raw
        return Problem.State(
            members: set, contributions: contributions,
            isForbidden: rule.fails(score, plan.nodes[seat.node].criterion))
    }
}

extension Stages {
    /// What a decisive criterion has to score at least.
    var decisiveEdge: Fixed {
        decisive.flatMap { try? $0.edge.rounded(to: Fixed.fractionDigits, .up) } ?? established
    }
}
