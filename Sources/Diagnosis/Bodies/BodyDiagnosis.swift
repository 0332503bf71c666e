public import Arithmetic

/// The verdict on one body, with what it rests on.
public struct BodyDiagnosis: Sendable {
    /// Its position in the evidence.
    public let body: Int
    /// What is said of it.
    public let verdict: Verdict
    /// One for each stage.
    public let stages: [StageStatistics]
    /// By dimension, then by stage.
    public let cells: [[CellResult]]
    /// What keeps it from the stage above the last one attained; `nil` where all are attained.
    public let next: NextStage?
    /// What weighs it in the apparatus, as its staff; `nil` where that is not known, or below 0.
    public let weight: Fixed?

    package init(
        body: Int, verdict: Verdict, stages: [StageStatistics], cells: [[CellResult]],
        next: NextStage?, weight: Fixed?
    ) {
        self.body = body
        self.verdict = verdict
        self.stages = stages
        self.cells = cells
        self.next = next
        self.weight = weight
    }
}

/// What lies between somebody and the next stage.
public struct NextStage: Hashable, Sendable {
    /// A condition that is not met.
    public enum Obstacle: Hashable, Sendable {
        /// Too few dimensions are assessed: so many more are needed.
        case notAssessed(needed: Int)
        /// Cells below the least score, by the positions of their nodes.
        case low([Int])
        /// Decisive criteria below the edge, by their positions.
        case decisive([Int])
        /// So many established cells are lacking.
        case established(lacking: Int)
        /// The mean lacks so much.
        case mean(lacking: Fraction)
        /// Of the apparatus: so much of the weight in bodies that attained the stage is lacking.
        case weight(lacking: Fraction)
        /// Of the apparatus: the mean of the system's criteria lacks so much.
        case systemMean(lacking: Fraction)
        /// Of the apparatus: no criterion of the system is observed.
        case systemNotAssessed
    }

    /// The position of the stage.
    public let stage: Int
    /// In the order least → decisive → established → mean; of the apparatus, weight before system.
    public let obstacles: [Obstacle]
    /// The fewest criteria whose lift to the pass mark would attain the stage, by position, those
    /// that bring most first.
    ///
    /// `nil` where no lift would do, as where evidence is lacking, and where an instrument is so
    /// large that the fewest are not searched for. Of the apparatus these are criteria of the
    /// system; `nil` where its bodies carry too little, so that more than those would be needed.
    public let lift: [Int]?
    /// Criteria that hold it back, by position: those of ``lift`` first, then other criteria of the
    /// stage below the pass mark, the largest loss in the stage's mean first.
    ///
    /// Of the apparatus, what its bodies lose counts by their weight, and criteria of a condition
    /// that is not met come before others.
    public let blocking: [Int]

    package init(stage: Int, obstacles: [Obstacle], lift: [Int]?, blocking: [Int]) {
        self.stage = stage
        self.obstacles = obstacles
        self.lift = lift
        self.blocking = blocking
    }
}
