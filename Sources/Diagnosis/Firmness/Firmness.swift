public import Diagnostics
public import Robustness

/// In which share of many runs a verdict comes out the same: what it says, word for word.
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
        /// Of a run, with as many assessed cells as the edition's own verdict has.
        public let verdict: Verdict
        /// In how many of the runs.
        public let runs: Int

        package init(verdict: Verdict, runs: Int) { (self.verdict, self.runs) = (verdict, runs) }
    }

    /// Of one body, or of the apparatus.
    public struct Result: Hashable, Sendable {
        /// In how many runs it was the verdict of the edition itself.
        public let same: Int
        /// The verdicts that came out, the most frequent first; at most ``mostShares``.
        ///
        /// Of those as frequent, first the edition's own, then those of more attained stages.
        public let shares: [Share]
        /// In how many runs each stage was attained.
        public let attained: [Int]

        package init(same: Int, shares: [Share], attained: [Int]) {
            (self.same, self.shares, self.attained) = (same, shares, attained)
        }
    }

    /// So many verdicts are kept for one body; the rest are counted in none of them.
    public static let mostShares = 8

    /// How many runs there were.
    public let runs: Int
    /// What the draws follow from.
    public let seed: UInt64
    /// What was drawn in each run.
    public let factors: [Factor]
    /// What is said of factors that could not act on the evidence, and were left out.
    public let leftOut: [Diagnostic]
    /// In the order of ``Diagnosis/bodies``.
    public let bodies: [Result]
    /// `nil` where the edition looks at bodies alone.
    public let apparatus: Result?

    package init(
        runs: Int, seed: UInt64, factors: [Factor], leftOut: [Diagnostic] = [],
        bodies: [Result], apparatus: Result?
    ) {
        self.runs = runs
        self.seed = seed
        self.factors = factors
        self.leftOut = leftOut
        self.bodies = bodies
        self.apparatus = apparatus
    }

    /// The word for a result of these runs.
    public func word(_ result: Result) -> Word {
        let same = 10 * result.same
        return same >= 9 * runs ? .firm : same >= 7 * runs ? .likely : .borderline
    }
}
