public import Arithmetic

/// The verdict on the whole apparatus, with what it rests on.
public struct ApparatusDiagnosis: Sendable {
    /// What bodies and the system have of one stage.
    public struct Stage: Sendable {
        /// The part of the weight in bodies that attained it, 0…1; `nil` where no weight is known.
        public let weight: Fraction?
        /// How many bodies attained it.
        public let attained: Int
        /// The mean of the observed criteria of the system; `nil` where none is observed.
        public let system: Fraction?
        /// How many criteria of the system there are, and how many are observed.
        public let systemCriteria: (all: Int, observed: Int)
        /// Decisive criteria of the system below the edge, by position.
        public let failed: [Int]
        /// What the weighted means of the cells come to.
        public let statistics: StageStatistics

        package init(
            weight: Fraction?, attained: Int, system: Fraction?,
            systemCriteria: (all: Int, observed: Int), failed: [Int], statistics: StageStatistics
        ) {
            self.weight = weight
            self.attained = attained
            self.system = system
            self.systemCriteria = systemCriteria
            self.failed = failed
            self.statistics = statistics
        }
    }

    /// What is said of it.
    public let verdict: Verdict
    /// Lowest first.
    public let stages: [Stage]
    /// The weighted mean of each cell over the bodies in which it is assessed, by dimension, then
    /// by stage; `nil` where there is none.
    public let cells: [[Fraction?]]
    /// The position of the body that the criteria of the system are measured for; `nil` where the
    /// evidence has none in the period.
    public let system: Int?
    /// The bodies that have a verdict, by position, least first: by stages attained, then by the
    /// mean of the next stage, then by the order of the evidence.
    public let order: [Int]
    /// The body in the middle of ``order``, the lower of two; `nil` without any.
    public let median: Int?
    /// The weakest tenth of ``order``, one at least.
    public let weakest: [Int]
    /// What keeps it from the stage above the last one attained; `nil` where all are attained.
    public let next: NextStage?
    /// Bodies that have a verdict and lack their weight, or have one below 0, by position: they are
    /// left out of what is weighed.
    public let withoutWeight: [Int]

    package init(
        verdict: Verdict, stages: [Stage], cells: [[Fraction?]], system: Int?, order: [Int],
        median: Int?, weakest: [Int], next: NextStage?, withoutWeight: [Int]
    ) {
        self.verdict = verdict
        self.stages = stages
        self.cells = cells
        self.system = system
        self.order = order
        self.median = median
        self.weakest = weakest
        self.next = next
        self.withoutWeight = withoutWeight
    }
}
