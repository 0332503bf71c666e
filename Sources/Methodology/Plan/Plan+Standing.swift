public import Arithmetic
public import Domain

/// Where a body stands among others, and in which range of scores.
extension Plan {
    /// How scores become ranks.
    public struct Ranking: Sendable {
        /// Which end is the first rank.
        public enum Best: String, CaseIterable, Hashable, Sendable {
            case highest
            case lowest
        }

        /// Which rank those with the same score share.
        public enum Ties: String, CaseIterable, Hashable, Sendable {
            /// 1, 2, 2, 4.
            case lowest
            /// 1, 3, 3, 4.
            case highest
            /// 1, 2, 2, 3.
            case dense
        }

        /// Among whom a body is ranked.
        public enum Within: String, CaseIterable, Hashable, Sendable {
            case all
            case kind
            case group
        }

        /// Positions of the nodes that are ranked.
        public let nodes: [Int]
        /// Which end is the first rank.
        public let best: Best
        /// Which rank those with the same score share.
        public let ties: Ties
        /// Scores are compared rounded like this; `nil` for unrounded.
        public let figures: Rounded?
        /// Among whom a body is ranked.
        public let within: Within
    }

    /// Named ranges of scores.
    public struct Bands: Sendable {
        /// One range.
        public struct Band: Hashable, Sendable {
            /// Its id.
            public let id: String
            /// What it is called.
            public let title: LanguageMap?
            /// The least score in it; `nil` for no limit.
            public let from: Fixed?
            /// The least score above it; `nil` for no limit.
            public let below: Fixed?
            /// How its edges are written in the file, as in `70 – 89.99`.
            public let text: String
        }

        /// Positions of the nodes that are given a band.
        public let nodes: [Int]
        /// Scores are rounded like this before they are placed; `nil` for unrounded.
        public let figures: Rounded?
        /// Lowest first, without gap or overlap.
        public let list: [Band]

        /// The band a score falls into.
        ///
        /// - Throws: ``ArithmeticError`` when rounding leaves the numbers' range.
        public func band(of score: Fixed) throws(ArithmeticError) -> Band? {
            try position(of: score).map { list[$0] }
        }

        /// The position of the band a score falls into.
        ///
        /// - Throws: ``ArithmeticError`` when rounding leaves the numbers' range.
        public func position(of score: Fixed) throws(ArithmeticError) -> Int? {
            var figure = score
            if let figures { figure = try score.rounded(to: figures.digits, figures.mode) }
            guard let position = list.lastIndex(where: { $0.from.map { $0 <= figure } ?? true }),
                list[position].below.map({ figure < $0 }) ?? true
            else { return nil }
            return position
        }
    }
}
