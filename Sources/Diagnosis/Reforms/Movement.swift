public import Arithmetic

/// Where a score stood before a reform began, and where it stands now.
///
/// It says what happened since, and nothing of why.
public struct Movement: Hashable, Sendable {
    /// What became of the score.
    public enum Direction: Hashable, Sendable {
        case up
        case down
        /// It is the same to the last digit.
        case still
        /// It cannot be told.
        case unknown(Gap)
    }

    /// Why it cannot be told.
    public enum Gap: String, CaseIterable, Hashable, Sendable {
        /// No period that is scored ends after it began.
        case notBegun = "not-begun"
        /// No period that is scored ends before it began.
        case noPeriodBefore = "no-period-before"
        /// There was no score before.
        case noScoreBefore = "no-score-before"
        /// There is no score now.
        case noScoreNow = "no-score-now"
        /// There is none before or now.
        case noScore = "no-score"
        /// The body did not exist before.
        case didNotExist = "did-not-exist"
        /// The body does not exist any more.
        case existsNoMore = "exists-no-more"
    }

    /// In the last scored period that ended before the reform began.
    public let before: Fixed?
    /// In the period that is looked at.
    public let now: Fixed?
    /// What became of it.
    public let direction: Direction

    init(before: Fixed?, now: Fixed?, gap: Gap? = nil) {
        (self.before, self.now) = (before, now)
        if let gap {
            direction = .unknown(gap)
        } else if let before, let now {
            direction = before < now ? .up : now < before ? .down : .still
        } else {
            let gap: Gap =
                before == nil && now == nil
                ? .noScore : before == nil ? .noScoreBefore : .noScoreNow
            direction = .unknown(gap)
        }
    }

    /// How far it moved, below 0 for down; `nil` where that cannot be told.
    public var points: Fixed? {
        guard let before, let now else { return nil }
        // Only differences of 10^20 points have no room.
        return try? now.subtracting(before)
    }
}
