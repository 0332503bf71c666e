package import Arithmetic
internal import Diagnostics
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

    /// Resolves the measures of the evidence.
    ///
    /// - Parameters:
    ///   - assessment: Of everything that the measures change.
    ///   - period: The position of the period, one that the edition scores.
    ///   - by: The last day on which an effect may come, after the period; `nil` for any.
    public init(_ assessment: Assessment, period: Int, by: Day? = nil) {
        preconditionFailure("contract")
    }

    /// The values that a set of measures leads to.
    ///
    /// For each unit and subject `a = hold(v + sum of additions)`, held to the declared range once,
    /// and every level held likewise; of these the one with the best score of the leaf that reads
    /// it counts. A subject of which nothing changes is not named.
    ///
    /// - Parameters:
    ///   - chosen: Positions in ``measures``.
    ///   - units: Only these; `nil` for all.
    /// - Returns: Sorted by unit, inputs before leaves.
    public func values(_ chosen: [Int], at units: Set<Int>? = nil) -> [SupposedValue] {
        preconditionFailure("contract")
    }

    /// The cost of a measure in the smallest unit that occurs, ``costDigits`` digits.
    package func cost(of measure: Int) -> Int64 { preconditionFailure("contract") }

    /// A number of smallest units as an amount.
    package func amount(_ units: Int64) -> Fixed { preconditionFailure("contract") }
}
