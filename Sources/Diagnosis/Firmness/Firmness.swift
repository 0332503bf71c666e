public import Robustness

/// In which share of many runs a verdict comes out the same.
public struct Firmness: Sendable {
    /// What is said of it.
    public enum Word: String, CaseIterable, Hashable, Sendable {
        /// At least 90 % of the runs.
        case firm
        /// At least 70 %.
        case likely
        /// Less: the verdict that comes next is to be shown beside it.
        case borderline
    }

    /// How often a verdict came out.
    public struct Share: Hashable, Sendable {
        public let verdict: Verdict
        /// In how many of the runs.
        public let runs: Int
    }

    /// Of one body, or of the apparatus.
    public struct Result: Sendable {
        /// In how many runs it was the verdict of the edition itself.
        public let same: Int
        /// All verdicts that came out, the most frequent first; at most ``mostShares``.
        public let shares: [Share]
        /// In how many runs each stage was attained.
        public let attained: [Int]
    }

    /// So many verdicts are kept for one body; the rest are counted in none of them.
    public static let mostShares = 8

    /// How many runs there were.
    public let runs: Int
    /// What the draws follow from.
    public let seed: UInt64
    /// What was drawn in each run.
    public let factors: [Factor]
    /// In the order of ``Diagnosis/bodies``.
    public let bodies: [Result]
    /// `nil` where the edition looks at bodies alone.
    public let apparatus: Result?

    /// The word for a result of these runs.
    public func word(_ result: Result) -> Word {
        let same = 10 * result.same
        return same >= 9 * runs ? .firm : same >= 7 * runs ? .likely : .borderline
    }
}
