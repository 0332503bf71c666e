internal import Arithmetic
internal import Methodology
internal import Scoring

/// Puts the apparatus together from its bodies and the criteria of the system.
struct RollUp {
    let bodies: [BodyDiagnosis]
    let apparatus: Stages.Apparatus
    /// The unit that the criteria of the system are measured for.
    let system: Int?
    let reading: CellReading
    let ready: VerdictRule<Fixed>
    /// The position of the period.
    let period: Int

    private var rule: Stages { reading.rule }

    var diagnosis: ApparatusDiagnosis {
        let cells = weightedCells
        let grounds = rule.list.indices.map { ground(of: $0) }
        let verdict = ready.verdict(of: cells, ground: grounds.map(\.stage))
        let tallies = rule.list.indices.map { stage in ready.tally(stage) { cells[$0][$1] } }
        let stages = rule.list.indices.map { stage in
            self.stage(stage, grounds[stage], StageStatistics(tallies[stage]))
        }
        let order = order
        var next: NextStage?
        if verdict.attained < rule.list.count {
            let stage = verdict.attained
            next =
                ApparatusObstacles(
                    stage: stage, found: stages[stage], ground: grounds[stage].stage,
                    system: grounds[stage].criteria, tally: tallies[stage], bodies: bodies,
                    apparatus: apparatus, reading: reading, ready: ready, period: period
                ).next
        }
        return ApparatusDiagnosis(
            verdict: verdict, stages: stages, cells: cells.map { $0.map(\.mean) },
            system: system.map { reading.assessment.body(of: $0) }, order: order,
            median: order.isEmpty ? nil : order[(order.count - 1) / 2],
            weakest: Array(order.prefix(max(1, order.count / 10))), next: next,
            withoutWeight: bodies.filter { $0.verdict.isRated && $0.weight == nil }.map(\.body))
    }

    /// The weighted mean of each cell over the bodies in which it is assessed.
    private var weightedCells: [[StageCell<Fixed>]] {
        rule.dimensions.indices.map { dimension in
            rule.list.indices.map { stage in weightedCell(dimension, stage) }
        }
    }

    /// Bodies without a weight are left out of the mean; the cell may be applicable to them.
    private func weightedCell(_ dimension: Int, _ stage: Int) -> StageCell<Fixed> {
        var (sum, weights) = (WideSum(), WideSum())
        var isApplicable = false
        for body in bodies {
            let cell = body.cells[dimension][stage]
            isApplicable = isApplicable || cell.status != .notApplicable
            guard let weight = body.weight, let score = cell.score else { continue }
            sum.add(score, times: weight)
            weights.add(weight)
        }
        guard isApplicable else { return .notApplicable }
        return Self.mean(sum, weights).map { .score($0) } ?? .notAssessed
    }

    /// The sum of products over the sum of weights, as a step.
    static func mean(_ products: WideSum, _ weights: WideSum) -> Fixed? {
        guard weights.sign > 0 else { return nil }
        // A mean is not larger than what it is of, and fractions without limit do not throw.
        guard let sum = try? BigFraction(products, dividedBy: 1_000_000_000_000_000_000),
            let whole = try? BigFraction(weights, dividedBy: 1)
        else { return nil }
        return try? sum.divided(by: whole).stepResult()
    }

    /// A criterion of the system that has a score.
    struct SystemCriterion {
        /// The position of its node.
        let node: Int
        let score: Fixed
        /// Whether a missing rule put the score there.
        let isFilled: Bool
        /// Whether it is decisive and below the edge.
        let isFailed: Bool
    }

    /// What bodies and the system bring to a stage.
    private func ground(
        of stage: Int
    ) -> (stage: ApparatusStage<Fixed>, criteria: [SystemCriterion], all: Int) {
        var ground = ApparatusStage<Fixed>()
        for body in bodies {
            guard let weight = body.weight else { continue }
            ground.weight.add(weight)
            if body.verdict.standings[stage] == .attained { ground.attained.add(weight) }
        }
        let (criteria, all) = systemCriteria(of: stage)
        for criterion in criteria { ground.system.add(criterion.score) }
        ground.observed = criteria.count
        ground.hasFailed = criteria.contains(where: \.isFailed)
        return (ground, criteria, all)
    }

    /// Those with a score, and how many are applicable.
    private func systemCriteria(of stage: Int) -> (criteria: [SystemCriterion], all: Int) {
        let assessment = reading.assessment
        var (criteria, all): ([SystemCriterion], Int) = ([], 0)
        for dimension in rule.dimensions {
            for node in assessment.plan.nodes[dimension.cells[stage]].children {
                guard let criterion = assessment.plan.nodes[node].criterion,
                    criterion.level != .body, let column = assessment.columns[node],
                    system.map({ column.states[$0] != .notApplicable }) ?? true
                else { continue }
                all += 1
                guard let system, let score = column.score(at: system) else { continue }
                criteria.append(
                    SystemCriterion(
                        node: node, score: score, isFilled: column.isFilled(at: system),
                        isFailed: rule.fails(score, criterion)))
            }
        }
        return (criteria, all)
    }

    private func stage(
        _ stage: Int,
        _ ground: (stage: ApparatusStage<Fixed>, criteria: [SystemCriterion], all: Int),
        _ statistics: StageStatistics
    ) -> ApparatusDiagnosis.Stage {
        let (found, criteria, all) = ground
        return ApparatusDiagnosis.Stage(
            weight: Fraction.part(found.attained, of: found.weight),
            attained: bodies.count { $0.verdict.standings[stage] == .attained },
            system: Fraction.mean(found.system, found.observed),
            systemCriteria: (all, criteria.count), failed: criteria.filter(\.isFailed).map(\.node),
            statistics: statistics)
    }

    /// Bodies that have a verdict, least first.
    private var order: [Int] {
        let last = rule.list.count - 1
        func mean(_ body: BodyDiagnosis) -> Fraction? {
            body.stages[min(body.verdict.attained, last)].mean
        }
        let rated = bodies.enumerated().filter { $0.element.verdict.isRated }
        return rated.sorted { first, second in
            let (one, other) = (first.element, second.element)
            if one.verdict.attained != other.verdict.attained {
                return one.verdict.attained < other.verdict.attained
            }
            switch (mean(one), mean(other)) {
            case (let left?, let right?) where !left.isEqual(to: right):
                return left.isLess(than: right)
            case (nil, .some): return true
            case (.some, nil): return false
            default: return first.offset < second.offset
            }
        }.map(\.element.body)
    }
}

extension StageCell<Fixed> {
    /// The score of a weighted mean.
    fileprivate var mean: Fraction? {
        if case .score(let score) = self { Fraction(score) } else { nil }
    }
}

extension Fraction {
    /// A part of a whole; `nil` of a whole that is not above 0.
    ///
    /// Where it has no room it is told as a step.
    static func part(_ part: WideSum, of whole: WideSum) -> Fraction? {
        guard whole.sign > 0, let upper = try? BigFraction(part, dividedBy: 1),
            let lower = try? BigFraction(whole, dividedBy: 1),
            let share = try? upper.divided(by: lower)
        else { return nil }
        if let part = try? part.divided(by: 1), let whole = try? whole.divided(by: 1) {
            return Fraction(numerator: part.raw, denominator: whole.raw).reduced
        }
        return (try? share.stepResult()).map { Fraction($0) }
    }

    /// The mean of so many; `nil` of none.
    static func mean(_ sum: WideSum, _ count: Int) -> Fraction? {
        guard count > 0 else { return nil }
        return (try? Fraction(sum, dividedBy: Int128(count)))
            ?? (try? sum.divided(by: Int128(count))).map { Fraction($0) }
    }
}
