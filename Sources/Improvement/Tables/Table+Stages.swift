internal import Arithmetic
internal import Diagnosis
internal import Methodology
internal import Scoring

/// Makes the blocks of bodies that are to attain a stage.
struct StageMaker {
    let acting: Acting
    let diagnosis: Diagnosis
    /// The position of the stage; all below it are to be attained with it.
    let stage: Int
    let threads: Int?
    private let ready: VerdictRule<Fixed>

    init(_ acting: Acting, _ diagnosis: Diagnosis, stage: Int, threads: Int?) {
        (self.acting, self.diagnosis, self.stage, self.threads) = (
            acting, diagnosis, stage, threads
        )
        ready = VerdictRule(diagnosis.rule)
    }

    private var rule: Stages { diagnosis.rule }
    private var assessment: Assessment { acting.catalogue.assessment }

    /// What was made, and why something better than what is solved over it may exist.
    struct Made {
        var drafts: [BlockDraft]
        var doubt: Path.Doubt?
    }

    /// One block for each body; so many sets of a group are looked at, and fewer where not all groups
    /// have room.
    func blocks(of bodies: [BodyDiagnosis], limit: Int) -> Made {
        var seats: [Seat] = []
        for index in bodies.indices {
            let unit = unit(of: bodies[index])
            for (dimension, nodes) in rule.dimensions.enumerated() {
                for stage in 0...stage where acting.isMoved(nodes.cells[stage], at: unit) {
                    seats.append(
                        Seat(body: index, dimension: dimension, stage: stage, unit: unit))
                }
            }
        }
        let wanted = seats.map { (unit: $0.unit, nodes: [node(of: $0)]) }
        let limit = acting.limit(of: wanted, atMost: limit)
        let clusters = acting.clusters(wanted, limit: limit, threads: threads).compactMap(\.self)
        let found = acting.results(of: clusters, threads: threads)
        var made = Made(drafts: [], doubt: found.doubt ?? doubt(clusters))
        var next = 0
        for (index, body) in bodies.enumerated() {
            let first = next
            while next < seats.count, seats[next].body == index { next += 1 }
            let moved = (first..<next).map {
                Moved(seat: seats[$0], cluster: clusters[$0], results: found.results[$0])
            }
            if let draft = block(of: body, moved) {
                made.drafts.append(draft)
            } else {
                let whole = whole(body, limit: limit)
                made.drafts.append(whole.draft)
                made.doubt = made.doubt ?? whole.doubt
            }
        }
        return made
    }

    private func doubt(_ clusters: [Cluster]) -> Path.Doubt? {
        clusters.first(where: \.isCut).map { .manyMeasures($0.nodes[0]) }
    }

    /// The cell of a body that measures move.
    private struct Seat {
        let body: Int
        let dimension: Int
        let stage: Int
        let unit: Int
    }

    private struct Moved {
        let seat: Seat
        let cluster: Cluster
        let results: [[NodeResult]]
    }

    private func unit(of body: BodyDiagnosis) -> Int {
        assessment.unit(body: body.body, period: diagnosis.period)
    }

    private func node(of seat: Seat) -> Int { rule.dimensions[seat.dimension].cells[seat.stage] }

    /// The block of a body in which cells keep what they are, apart from their scores; `nil` of
    /// another one.
    private func block(of body: BodyDiagnosis, _ moved: [Moved]) -> BlockDraft? {
        guard moved.allSatisfy({ cell in cell.results.allSatisfy { isSteady($0, cell.results) } })
        else { return nil }
        var draft = BlockDraft(body: body.body)
        let seats = Set(moved.map { [$0.seat.dimension, $0.seat.stage] })
        for stage in 0...stage {
            guard add(stage, of: body, &draft, isMoved: { seats.contains([$0, stage]) }) else {
                return nil
            }
        }
        for cell in moved where cell.results[0][0].score != nil {
            let states = zip(cell.cluster.sets, cell.results).map { set, result in
                state(set, result[0].score, stage: cell.seat.stage)
            }
            draft.groups.append(
                GroupDraft(
                    cell.cluster, node: node(of: cell.seat), states: states, acting.catalogue))
        }
        return draft
    }

    /// A number that cannot be is no state to be in; other than that a cell stays assessed or not.
    private func isSteady(_ result: [NodeResult], _ results: [[NodeResult]]) -> Bool {
        result[0].state == nil || result[0].state == results[0][0].state
    }

    /// What a body needs for a stage, and what the cells that nothing moves come to.
    private func add(
        _ stage: Int, of body: BodyDiagnosis, _ draft: inout BlockDraft,
        isMoved: (_ dimension: Int) -> Bool
    ) -> Bool {
        let tally = ready.tally(stage) { body.cells[$0][$1].stageCell }
        guard ready.isAssessed(tally) else {
            draft.isImpossible = true
            draft.faults.append(.notAssessed(stage: stage))
            draft.rows.append((0, .mean(stage: stage, count: tally.assessed, rest: 0)))
            draft.rows.append((0, .established(stage: stage, rest: 0)))
            return true
        }
        guard let least = Fixed.leastSum(of: tally.assessed, reaching: rule.attained.mean) else {
            return false
        }
        var (rest, established): (Int128, Int) = (0, 0)
        for dimension in rule.dimensions.indices where !isMoved(dimension) {
            let cell = body.cells[dimension][stage]
            guard let score = cell.score else { continue }
            let (sum, isOver) = rest.addingReportingOverflow(score.raw)
            guard !isOver else { return false }
            rest = sum
            if score.reaches(rule.established) { established += 1 }
            if !score.reaches(rule.attained.least) {
                draft.isImpossible = true
                draft.faults.append(
                    .cell(node: cell.node, atMost: score, needed: rule.attained.least))
            }
        }
        let needed = ready.leastEstablished(tally.assessed) - established
        let (lack, isOver) = least.subtractingReportingOverflow(rest)
        draft.rows.append((lack, .mean(stage: stage, count: tally.assessed, rest: rest)))
        draft.rows.append((Int128(needed), .established(stage: stage, rest: established)))
        return !isOver
    }

    private func state(_ set: UInt64, _ score: Fixed?, stage: Int) -> Problem.State {
        var contributions = [Int128](repeating: 0, count: 2 * (self.stage + 1))
        guard let score else {
            return Problem.State(members: set, contributions: contributions, isForbidden: true)
        }
        contributions[2 * stage] = score.raw
        contributions[2 * stage + 1] = score.reaches(rule.established) ? 1 : 0
        return Problem.State(
            members: set, contributions: contributions,
            isForbidden: !score.reaches(rule.attained.least))
    }

    /// The block of a body in which more than scores changes: all cells are one group, and the rule
    /// of the verdict is asked about each of its states.
    private func whole(
        _ body: BodyDiagnosis, limit: Int
    ) -> (draft: BlockDraft, doubt: Path.Doubt?) {
        var draft = BlockDraft(body: body.body)
        let cells = rule.dimensions.flatMap { $0.cells.prefix(stage + 1) }
        let wanted = [(unit: unit(of: body), nodes: cells)]
        let clusters = acting.clusters(wanted, limit: limit, threads: threads).compactMap(\.self)
        let results = acting.results(of: clusters, threads: threads).results
        guard let cluster = clusters.first, let results = results.first else { return (draft, nil) }
        let states = zip(cluster.sets, results).map { set, results in
            Problem.State(members: set, contributions: [], isForbidden: !isAttained(results))
        }
        draft.groups = [GroupDraft(cluster, node: cells[0], states: states, acting.catalogue)]
        return (draft, cluster.isCut ? .manyMeasures(cells[0]) : nil)
    }

    /// Of cells by dimension, then by stage.
    private func isAttained(_ cells: [NodeResult]) -> Bool {
        (0...stage).allSatisfy { stage in
            let tally = ready.tally(stage) { dimension, stage in
                cells[dimension * (self.stage + 1) + stage].stageCell
            }
            return ready.isAssessed(tally) && ready.isMet(tally)
        }
    }
}

extension CellResult {
    /// What the rule of the verdict knows of it.
    var stageCell: StageCell<Fixed> {
        if let score { return .score(score) }
        return status == .notApplicable ? .notApplicable : .notAssessed
    }
}

extension NodeResult {
    /// What the rule of the verdict knows of a cell.
    var stageCell: StageCell<Fixed> {
        if let score { return .score(score) }
        return state == .notApplicable ? .notApplicable : .notAssessed
    }
}
