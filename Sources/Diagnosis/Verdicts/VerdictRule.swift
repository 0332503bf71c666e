internal import Arithmetic
package import Methodology

/// The rule of the verdict, made ready for one kind of number.
///
/// Shares of so many cells are looked up as whole numbers, so nothing is divided, and neither a
/// verdict of exact numbers nor one of doubles needs memory.
///
/// - Source: This project's own construct; the numbers are those of the edition.
package struct VerdictRule<Score: StageScore>: Sendable {
    /// How many stages there are.
    package let stages: Int
    /// How many dimensions there are.
    package let dimensions: Int
    private let established: Score
    private let emerging: Score
    private let mean: Score
    private let least: Score
    private let presence: (transition: Presence, elements: Presence, isolated: Presence)
    /// Of the apparatus: the share of the weight and the mean of the system's criteria.
    private let apparatus: (attained: Fraction, mean: Score)?
    /// Rows of the least whole number that is a share of 0, 1, 2 … cells.
    private let counts: [Int32]

    /// When a stage has one presence; ``Row/never`` where a share does not matter.
    private struct Presence: Sendable {
        let mean: Score?
        let established: Row
        let emerging: Row
    }

    /// Where a row of whole numbers stands.
    private struct Row: Sendable {
        let start: Int
        /// A share that is never reached, and one that always is.
        static var never: Row { Row(start: -1) }
        static var always: Row { Row(start: -2) }
    }

    /// Makes it ready.
    package init(_ rule: Stages) {
        var rows = Rows(most: rule.dimensions.count)
        // Coverage and attainment have the first two rows.
        _ = rows.add(rule.coverage)
        _ = rows.add(rule.attained.established)
        presence = (
            rows.presence(rule.presence[.transition]), rows.presence(rule.presence[.elements]),
            rows.presence(rule.presence[.isolated])
        )
        counts = rows.counts
        stages = rule.list.count
        dimensions = rule.dimensions.count
        established = Score(rule.established)
        emerging = Score(rule.emerging)
        mean = Score(rule.attained.mean)
        least = Score(rule.attained.least)
        apparatus = rule.apparatus.map { ($0.attained, Score($0.mean)) }
    }

    /// Makes the rows.
    private struct Rows {
        let most: Int
        var counts: [Int32] = []

        /// A row of a share: the least whole number that is so large a part of each.
        mutating func add(_ share: Fraction) -> Row {
            let row = Row(start: counts.count)
            var count: Int128 = 0
            for whole in 0...most {
                // A share of more than 1 is reached by no number of cells.
                while whole > 0, count <= whole,
                    Fraction(numerator: count, denominator: Int128(whole)) < share
                { count += 1 }
                counts.append(Int32(clamping: count))
            }
            return row
        }

        /// A row of a share where 0 stands for any that is above nothing.
        mutating func any(_ share: Fraction?) -> Row? {
            guard let share else { return nil }
            return add(share.sign > 0 ? share : Fraction(numerator: 1, denominator: .max))
        }

        mutating func presence(_ rule: Stages.PresenceRule?) -> Presence {
            guard let rule else {
                return Presence(mean: nil, established: .never, emerging: .never)
            }
            let (established, emerging) = (any(rule.established), any(rule.emerging))
            let other: Row = established == nil && emerging == nil ? .always : .never
            return Presence(
                mean: rule.mean.map { Score($0) }, established: established ?? other,
                emerging: emerging ?? .never)
        }
    }
}

extension VerdictRule {
    /// The verdict on a body.
    ///
    /// A cell is asked for once for each dimension and stage, by their positions.
    package func code(of cell: (_ dimension: Int, _ stage: Int) -> StageCell<Score>) -> VerdictCode
    {
        code(of: cell) { tally, _ in isMet(tally) }
    }

    /// The verdict on the apparatus, whose cells are the weighted means of those of its bodies.
    ///
    /// Its own conditions take the place of those of a body. A stage is not assessed where its
    /// cells are not, where no criterion of the system is observed, and without any weight.
    ///
    /// - Parameters:
    ///   - cell: Called once for each dimension and stage, by their positions.
    ///   - ground: Called once for each stage whose cells are assessed.
    /// - Returns: The standings of all stages.
    package func code(
        of cell: (_ dimension: Int, _ stage: Int) -> StageCell<Score>,
        ground: (_ stage: Int) -> ApparatusStage<Score>
    ) -> VerdictCode {
        code(of: cell) { _, stage in isMet(ground(stage)) }
    }

    /// What the cells of a stage add up to.
    package func tally(
        _ stage: Int, of cell: (_ dimension: Int, _ stage: Int) -> StageCell<Score>
    ) -> StageTally<Score> {
        var tally = StageTally<Score>()
        for dimension in 0..<dimensions {
            switch cell(dimension, stage) {
            case .notApplicable: continue
            case .notAssessed: tally.applicable += 1
            case .score(let score):
                tally.applicable += 1
                tally.assessed += 1
                if score.reaches(emerging) { tally.emerging += 1 }
                if score.reaches(established) { tally.established += 1 }
                Score.add(score, to: &tally.total)
                if tally.least.map({ score.isBelow($0) }) ?? true { tally.least = score }
            }
        }
        return tally
    }

    /// Whether enough of the applicable dimensions are assessed.
    package func isAssessed(_ tally: StageTally<Score>) -> Bool {
        tally.assessed > 0 && tally.assessed >= counts[tally.applicable]
    }

    /// Whether a body meets a stage's own conditions, apart from the stages below.
    package func isMet(_ tally: StageTally<Score>) -> Bool {
        guard let least = tally.least else { return false }
        return least.reaches(self.least) && tally.established >= leastEstablished(tally.assessed)
            && Score.mean(of: tally.total, tally.assessed, reaches: mean)
    }

    /// Whether the apparatus meets a stage's own conditions; `nil` where that is not assessed.
    package func isMet(_ ground: ApparatusStage<Score>) -> Bool? {
        guard let apparatus, ground.observed > 0, Score.isPositive(ground.weight) else {
            return nil
        }
        return !ground.hasFailed
            && Score.part(ground.attained, of: ground.weight, reaches: apparatus.attained)
            && Score.mean(of: ground.system, ground.observed, reaches: apparatus.mean)
    }

    /// The least number of established cells with which a stage is attained.
    package func leastEstablished(_ assessed: Int) -> Int {
        Int(counts[dimensions + 1 + assessed])
    }

    /// The least number of assessed dimensions with which a stage is.
    package func leastAssessed(_ applicable: Int) -> Int { max(1, Int(counts[applicable])) }

    /// How much of a stage there is that does not meet its own conditions.
    package func presence(_ tally: StageTally<Score>) -> Stages.Presence {
        isThere(presence.transition, tally)
            ? .transition
            : isThere(presence.elements, tally)
                ? .elements : isThere(presence.isolated, tally) ? .isolated : .none
    }

    private func isThere(_ presence: Presence, _ tally: StageTally<Score>) -> Bool {
        guard
            presence.mean.map({ Score.mean(of: tally.total, tally.assessed, reaches: $0) }) ?? true
        else { return false }
        return isReached(presence.established, tally.established, of: tally.assessed)
            || isReached(presence.emerging, tally.emerging, of: tally.assessed)
    }

    private func isReached(_ row: Row, _ count: Int, of whole: Int) -> Bool {
        row.start < 0 ? row.start == Row.always.start : count >= Int(counts[row.start + whole])
    }

    /// Attained are stages that meet their own conditions and stand on attained ones; one that
    /// stands on another is in transition.
    private func code(
        of cell: (_ dimension: Int, _ stage: Int) -> StageCell<Score>,
        isMet: (_ tally: StageTally<Score>, _ stage: Int) -> Bool?
    ) -> VerdictCode {
        var code = VerdictCode(bits: 0)
        var standsOnAttained = true
        for stage in 0..<stages {
            let tally = tally(stage, of: cell)
            let standing: Verdict.Standing
            if isAssessed(tally), let isMet = isMet(tally, stage) {
                standing =
                    !isMet
                    ? .presence(presence(tally))
                    : standsOnAttained ? .attained : .presence(.transition)
            } else {
                standing = .notAssessed
            }
            if standing != .attained { standsOnAttained = false }
            code = code.adding(standing, of: stage)
        }
        return code
    }
}
