internal import Arithmetic
internal import Domain
internal import Evidence
internal import Methodology
internal import Scoring

/// The measures of a plan as they were to be taken, and what each adds in its turn.
struct PlannedItems {
    /// A row of the plan.
    struct Row {
        let planned: PlannedMeasure
        let measure: Measure
        let due: Day
        let standing: ImprovementPlan.Standing
        /// Its position in the catalogue; `nil` where it could not be taken.
        let choice: Int?

        var owner: String? { planned.owner ?? measure.owner }
    }

    /// A leaf of a body.
    struct Spot: Hashable {
        let unit: Int
        let node: Int
    }

    let catalogue: Catalogue
    /// By the day on which they are due, then by id, so that those that are due come first.
    let rows: [Row]

    /// - Parameters:
    ///   - then: The assessment that the plan was made from.
    ///   - since: The position of its period.
    ///   - end: The last day of the period that is looked at; `nil` where there is none.
    init(_ then: Assessment, since: Int, end: Day?) {
        let evidence = then.evidence
        let catalogue = Catalogue(then, period: since)
        let choices = Dictionary(
            catalogue.measures.enumerated().map { ($1.measure.id, $0) },
            uniquingKeysWith: { first, _ in first })
        let reasons = Dictionary(
            catalogue.leftOut.map { ($0.measure.id, $0.reason) },
            uniquingKeysWith: { first, _ in first })
        let measures = Dictionary(
            evidence.measures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let period = evidence.periods[since]
        rows = evidence.plannedMeasures.filter { $0.since == period }.compactMap { planned in
            guard let measure = measures[planned.measure] else { return nil }
            let choice = choices[measure.id]
            let effective = choice.map { catalogue.measures[$0].effective } ?? measure.finish
            let due = planned.due ?? effective
            let isDue = end.map { due <= $0 } ?? false
            let standing: ImprovementPlan.Standing =
                choice == nil
                ? .impossible(reasons[measure.id] ?? .withoutValue) : isDue ? .due : .notDue
            return Row(
                planned: planned, measure: measure, due: due, standing: standing, choice: choice)
        }.sorted { ($0.due, $0.measure.id) < ($1.due, $1.measure.id) }
        self.catalogue = catalogue
    }

    /// Sorted positions in the catalogue of those that can be taken, or of those that are due.
    func chosen(due isDue: Bool) -> [Int] {
        rows.filter { !isDue || $0.standing == .due }.compactMap(\.choice).sorted()
    }

    /// What a row changes.
    func actions(_ row: Int) -> [Catalogue.Action] {
        rows[row].choice.map { catalogue.measures[$0].actions } ?? []
    }

    /// The leaves that a row acts on: those that it changes, and those that read what it changes.
    func spots(_ row: Int) -> Set<Spot> {
        let schema = catalogue.assessment.plan.schema
        return Set(
            actions(row).flatMap { action -> [Spot] in
                switch action.subject {
                case .leaf(let node): [Spot(unit: action.unit, node: node)]
                case .input(let input):
                    schema.leaves(readingInput: input).map { Spot(unit: action.unit, node: $0) }
                }
            })
    }

    /// What each row adds to the scores of leaves when the measures come one after the other, in
    /// the order of the rows; other bodies stay as they are.
    ///
    /// - Parameters:
    ///   - spots: Leaves that have a score.
    ///   - threads: At most so many; `nil` uses all cores. The result does not depend on it.
    /// - Returns: For each of them a part for each row.
    /// - Throws: Never but where a fraction cannot be.
    func steps(
        _ spots: [Spot: Fixed], threads: Int?
    ) throws(ArithmeticError) -> [Spot: [BigFraction]] {
        var steps = spots.mapValues { _ in rows.map { _ in BigFraction.nothing } }
        var scores = spots
        let nodes = Set(spots.keys.map(\.node)).sorted()
        var chosen: [Int] = []
        for row in rows.indices {
            guard let choice = rows[row].choice else { continue }
            chosen.append(choice)
            let units = Set(actions(row).map(\.unit))
            let outcomes = catalogue.assessment.outcomes(
                of: nodes, supposing: catalogue.values(chosen.sorted(), at: units),
                threads: threads)
            for unit in units.sorted() {
                for node in nodes {
                    let spot = Spot(unit: unit, node: node)
                    guard let before = scores[spot],
                        let after = outcomes.outcome(of: node, at: unit)?.score, after != before
                    else { continue }
                    scores[spot] = after
                    steps[spot]?[row] = try BigFraction(after).subtracting(BigFraction(before))
                }
            }
        }
        return steps
    }
}
