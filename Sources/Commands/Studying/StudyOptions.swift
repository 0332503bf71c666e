/// How a study of what ranks rest on is made.
package struct StudyOptions: Hashable, Sendable {
    /// The fewest runs that are made: 5 % of fewer is less than one run.
    package static let leastRuns = 20
    /// The most runs that are made.
    package static let mostRuns = 10_000_000
    /// The most points of a design, each of which takes a run for every factor and two more.
    package static let mostPoints = 1_000_000

    /// What an analyst assumes in the place of the edition's alternatives; `nil` for those.
    package var alternatives: String?
    /// How many runs are made, from ``leastRuns`` to ``mostRuns``.
    package var runs: Int
    /// What the draws follow from.
    package var seed: UInt64
    /// How many points the design of the sensitivity has, from ``leastRuns`` to ``mostPoints``; `nil` for none.
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
