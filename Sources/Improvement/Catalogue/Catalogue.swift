package import Arithmetic
public import Domain
internal import Evidence
public import Scoring

/// The measures that can be chosen to improve on an assessment: resolved to the values they change,
/// sorted by id, without those that come too late.
///
/// The position of a measure in ``measures`` is its rank wherever ties are broken.
public struct Catalogue: Sendable {
    /// A measure that can be chosen.
    public struct Choice: Sendable {
        /// What was handed in.
        public let measure: Measure
        /// The day on which its effect is there: its own, or the latest of those it needs.
        public let effective: Day
        /// Positions of measures without which it cannot be taken, in order; closed over what those
        /// need in turn.
        public let needs: [Int]
        /// Positions of measures with which it cannot be taken, in order; each of two names the
        /// other.
        public let excludes: [Int]
        /// The values it changes, sorted by unit and subject.
        public let actions: [Action]
        /// Units it was meant for which have no value to change, so that it does nothing there.
        public let withoutValue: [Int]
    }

    /// One value of one body that a measure changes.
    public struct Action: Hashable, Sendable {
        /// The body and the period.
        public let unit: Int
        /// What has the value.
        public let subject: SupposedValue.Subject
        /// What becomes of it.
        public let effect: Measure.Effect
    }

    /// Why a measure cannot be chosen.
    public enum Reason: Hashable, Sendable {
        /// Its effect comes after the day asked for: on this day, because of the measure it needs
        /// (`nil`: its own).
        case late(Day, through: String?)
        /// Its finish is not after the period's last day, so its effect is in the evidence already
        /// or the date is stale.
        case past
        /// It needs one that cannot be chosen.
        case needs(String)
        /// It excludes one that it needs.
        case excludesOwnNeed(String)
        /// Nothing of it has a value to change, in this edition and period.
        case withoutValue
    }

    /// What the measures improve on.
    public let assessment: Assessment
    /// The position of the period.
    public let period: Int
    /// The last day on which an effect may come; `nil` for any.
    public let by: Day?
    /// Sorted by id.
    public let measures: [Choice]
    /// Those that cannot be chosen, sorted by id.
    public let leftOut: [(measure: Measure, reason: Reason)]
    /// How many fraction digits costs have at most.
    public let costDigits: Int

    /// For each measure, where the actions of a unit stand.
    let actionRanges: [[Int: Range<Int>]]
    /// Between what the values are held that are changed.
    let ranges: [SupposedValue.Subject: ValueRange]
    let merits: LevelMerits

    /// Resolves the measures of the evidence.
    ///
    /// A measure without a value to change stays where one that has needs it.
    ///
    /// - Parameters:
    ///   - assessment: Of everything that the measures change.
    ///   - period: The position of the period, one that the edition scores.
    ///   - by: The last day on which an effect may come, after the period; `nil` for any.
    public init(_ assessment: Assessment, period: Int, by: Day? = nil) {
        (self.assessment, self.period, self.by) = (assessment, period, by)
        let evidence = assessment.evidence
        let all = evidence.measures
        let reading = ActionReading(assessment, period: period)
        let actions = all.map { reading.actions(of: $0) }
        let choosing = MeasureChoosing(
            all, planned: evidence.plannedMeasures, lastDay: evidence.periods[period].lastDay,
            by: by)
        let result = choosing.result(isEmpty: actions.map(\.actions.isEmpty))
        let ranks = Dictionary(
            uniqueKeysWithValues: result.chosen.enumerated().map { ($1.position, $0) })
        measures = result.chosen.map { chosen in
            Choice(
                measure: all[chosen.position], effective: chosen.effective,
                needs: chosen.needs.compactMap { ranks[$0] }.sorted(),
                excludes: choosing.excludes[chosen.position].compactMap { ranks[$0] }.sorted(),
                actions: actions[chosen.position].actions,
                withoutValue: actions[chosen.position].withoutValue)
        }
        leftOut = result.leftOut.map { (all[$0.position], $0.reason) }
        costDigits = all.map(\.cost.leastDigits).max() ?? 0
        actionRanges = measures.map(\.rangesOfUnits)
        let subjects = Set(measures.flatMap { $0.actions.map(\.subject) })
        ranges = Dictionary(
            uniqueKeysWithValues: subjects.map { ($0, ValueRange(of: $0, assessment.plan)) })
        merits = LevelMerits(
            assessment, inputs: Set(subjects.filter(\.isInput).map { $0.order(at: 0).2 }))
    }

    /// Whether there are more than 20,000 pairs of a body and a measure, so that to look for more than
    /// paths takes minutes.
    public var isLarge: Bool {
        let bodies = assessment.evidence.bodies.count
        let (pairs, isOver) = bodies.multipliedReportingOverflow(by: measures.count)
        return isOver || pairs > 20_000
    }

    /// The cost of a measure in the smallest unit that occurs, ``costDigits`` digits.
    ///
    /// What is read of files comes to less than 2^50 in all.
    package func cost(of measure: Int) -> Int64 {
        Int64(clamping: measures[measure].measure.cost.raw / smallestUnit)
    }

    /// A number of smallest units as an amount.
    package func amount(_ units: Int64) -> Fixed { Fixed(raw: Int128(units) * smallestUnit) }

    private var smallestUnit: Int128 {
        (costDigits..<Fixed.fractionDigits).reduce(1) { unit, _ in unit * 10 }
    }
}

extension Catalogue.Choice {
    /// Where the actions of a unit stand, which are sorted by unit.
    fileprivate var rangesOfUnits: [Int: Range<Int>] {
        var ranges: [Int: Range<Int>] = [:]
        for (index, action) in actions.enumerated() {
            let first = ranges[action.unit]?.lowerBound ?? index
            ranges[action.unit] = first..<(index + 1)
        }
        return ranges
    }
}
