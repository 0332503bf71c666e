/// How a study of what ranks rest on is made.
package struct StudyOptions: Hashable, Sendable {
    /// The most runs that are made.
    package static let mostRuns = 10_000_000
    /// The most points of a design, each of which takes a run for every factor and two more.
    package static let mostPoints = 1_000_000

    /// What an analyst assumes in the place of the edition's alternatives; `nil` for those.
    package var alternatives: String?
    /// How many runs are made, at least 1.
    package var runs: Int
    /// What the draws follow from.
    package var seed: UInt64
    /// How many points the design of the sensitivity has, at least 2; `nil` for no sensitivity.
    package var points: Int?
    /// Whether the sensitivity is left out where a single factor accounts for everything;
    /// otherwise that is refused.
    package var isForgiving = false

    /// The edition's alternatives in 1,000 runs, unless said otherwise.
    package init(
        alternatives: String? = nil, runs: Int = 1000, seed: UInt64 = 1, points: Int? = nil
    ) {
        self.alternatives = alternatives
        self.runs = runs
        self.seed = seed
        self.points = points
    }
}
