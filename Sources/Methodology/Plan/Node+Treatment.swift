public import Arithmetic
public import Expressions

extension Node {
    /// What is done with values far from the others before a score is made of them; only with
    /// doubles.
    ///
    /// A series is looked at that holds the values of all bodies of a period, or of the peers in
    /// it. It fails when it is both more lopsided and heavier in its tails than it may be. The
    /// values of a series that does not fail stay as they are.
    public struct Treatment: Hashable, Sendable {
        /// A logarithm that is taken of the values as they were before anything was done.
        public enum Transform: String, CaseIterable, Hashable, Sendable {
            /// ln(x − min + 0.01 · (max − min)).
            case log
            /// ln(x − min + 1).
            case logPlusOne = "log-plus-one"
        }

        /// Whose values the series holds.
        public let reach: Population.Reach
        /// A series whose skewness lies farther from 0 is lopsided; 0 or above.
        public let skewness: Fixed
        /// A series whose kurtosis, 0 for a normal one, is greater has heavy tails; 0 or above.
        public let kurtosis: Fixed
        /// While fewer points than this are changed and the series fails, its outermost value is
        /// drawn in to the next one; 1 to 1,000, `nil` where none is.
        public let atMost: Int?
        /// What is done with a series that still fails; `nil` for nothing.
        public let otherwise: Transform?

        /// A treatment; the limits are those that an edition may write.
        package init(
            reach: Population.Reach, skewness: Fixed, kurtosis: Fixed, atMost: Int?,
            otherwise: Transform?
        ) {
            self.reach = reach
            self.skewness = skewness
            self.kurtosis = kurtosis
            self.atMost = atMost
            self.otherwise = otherwise
        }
    }
}
