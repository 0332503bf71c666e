public import Methodology

/// What is said of somebody's stages: which are attained, and what there is of the others.
public struct Verdict: Hashable, Sendable {
    /// What is said of one stage.
    public enum Standing: Hashable, Sendable {
        /// It meets its conditions, and so do those below.
        case attained
        /// It is not attained, and so much of it is there.
        case presence(Stages.Presence)
        /// Too little is known.
        case notAssessed
    }

    /// One for each stage, lowest first.
    public let standings: [Standing]
    /// How many cells are assessed.
    public let assessed: Int
    /// How many cells there are, with those that are not applicable.
    public let cells: Int

    /// Makes it from its parts.
    public init(standings: [Standing], assessed: Int, cells: Int) {
        self.standings = standings
        self.assessed = assessed
        self.cells = cells
    }

    /// How many stages are attained; the last of them gives the verdict its name.
    public var attained: Int { standings.prefix { $0 == .attained }.count }

    /// Whether there is a verdict: the first stage is assessed.
    public var isRated: Bool { standings.first != .notAssessed }
}
