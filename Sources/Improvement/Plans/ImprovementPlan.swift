public import Arithmetic
public import Diagnostics
public import Domain
public import Evidence
public import Scoring

/// What was planned from the assessment of one period, what was expected of it, and what came of it.
///
/// *Expected* is what the planned measures come to by ``WhatIf`` on the period the plan was made
/// from. *Gained* is the score now less the score then. It is shared among the measures by what each
/// was expected to add, which says how plan and outcome go together, and claims no cause: other
/// things happened as well. What is not known now is said, and never counts as nothing.
public struct ImprovementPlan: Sendable {
    /// Its measures, by the day on which they are due, then by id.
    public let items: [Item]
    /// The values that they change, by body, then inputs before leaves.
    public let values: [Value]
    /// The leaves whose scores they change, by body, then in the order of the plan.
    public let leaves: [Leaf]
    /// What stands above those leaves, by body, then in the order of the plan: the ranked nodes, or
    /// those on top where none is ranked, or in an edition with stages the cells.
    public let results: [Result]
    /// Sums by who answers, in the order of names; those of whom nobody says who does come last.
    public let owners: [Owner]
    /// Leaves of the same bodies that moved although no measure of the plan acts on them, by body,
    /// then in the order of the plan.
    public let beside: [Beside]
    /// The period that the plan was made from.
    public let since: Period
    /// The period that is looked at; `nil` where none after it is scored yet.
    public let now: Period?
    /// What all measures cost that could be taken.
    public let cost: Fixed
    /// As the currency of ``cost``; `nil` without measures.
    public let currency: String?
    /// The assessment that the plan was made from, and with all of its measures.
    public let whole: WhatIf
    /// The same with the measures alone that are due by the end of ``now``.
    public let due: WhatIf

    /// The periods from whose assessments plans were made, earliest first.
    public static func periods(of evidence: Evidence) -> [Period] {
        Set(evidence.plannedMeasures.map(\.since)).sorted()
    }

    /// Reads what came of the measures that were planned from a period.
    ///
    /// - Parameters:
    ///   - then: The assessment that the plan was made from.
    ///   - since: The position of its period, one that the edition scores.
    ///   - now: The assessment that is looked at, which may be the same or of another edition, and
    ///     the position of a later period that it scores; `nil` where there is none yet.
    ///   - threads: At most so many; `nil` uses all cores. The result does not depend on it.
    /// - Returns: `nil` when a number cannot be, with everything that was found in the log.
    public static func make(
        _ then: Assessment, since: Int, now: (assessment: Assessment, period: Int)?,
        threads: Int? = nil
    ) -> (plan: ImprovementPlan?, log: DiagnosticLog) {
        let periods = then.evidence.periods
        let later = now.map { $0.assessment.evidence.periods[$0.period] }
        let items = PlannedItems(then, since: since, end: later?.lastDay)
        var log = DiagnosticLog()
        func whatIf(due isDue: Bool) -> WhatIf? {
            let made = WhatIf.make(
                then, period: since, items.catalogue.values(items.chosen(due: isDue)),
                threads: threads)
            log.add(made.log)
            return made.whatIf
        }
        guard let whole = whatIf(due: false), let due = whatIf(due: true) else {
            return (nil, log)
        }
        do throws(ArithmeticError) {
            let reading = try PlanReading(
                then, since: since, LaterFigures(then, now), items, whole: whole, due: due,
                threads: threads)
            return (try ImprovementPlan(reading, since: periods[since], now: later), log)
        } catch {
            log.error(
                "value.too-large", at: nil, "points of a plan are too large to be shared",
                help: "Use a smaller scale")
            return (nil, log)
        }
    }

    private init(
        _ reading: PlanReading, since: Period, now: Period?
    ) throws(ArithmeticError) {
        var leaves: [Leaf] = []
        for spot in reading.spots { leaves.append(try reading.leaf(spot)) }
        let results = try PlanResults(reading: reading, leaves: leaves).results()
        let sums = PlanSums(rows: reading.items.rows, leaves: leaves, results: results)
        items = try sums.items()
        owners = try sums.owners(of: items)
        cost = try PlanSums.cost(items)
        currency = items.first?.measure.currency
        (values, beside) = (reading.values(), reading.beside())
        (self.leaves, self.results) = (leaves, results)
        (self.since, self.now) = (since, now)
        (whole, due) = (reading.whole, reading.due)
    }
}
