/// What the rule of the verdict knows of a cell.
package enum StageCell<Score: StageScore>: Sendable {
    /// Its score, with the caps.
    case score(Score)
    /// Too little of it is known.
    case notAssessed
    /// Nothing of it is applicable.
    case notApplicable
}

/// What bodies and the system bring to one stage of the apparatus.
package struct ApparatusStage<Score: StageScore>: Sendable {
    /// The weight of the bodies that attained the stage.
    package var attained = Score.nothing
    /// The weight of all bodies.
    package var weight = Score.nothing
    /// The sum of the observed criteria of the system.
    package var system = Score.nothing
    /// How many of them there are.
    package var observed = 0
    /// Whether one of them is decisive and below the edge.
    package var hasFailed = false

    package init() {}
}

/// What the cells of one stage add up to.
package struct StageTally<Score: StageScore>: Sendable {
    /// How many dimensions are applicable.
    package var applicable = 0
    /// How many of them are assessed.
    package var assessed = 0
    /// How many cells are established.
    package var established = 0
    /// How many cells are emerging or established.
    package var emerging = 0
    /// The sum of the cells.
    package var total = Score.nothing
    /// The least cell; `nil` without any.
    package var least: Score?
}
