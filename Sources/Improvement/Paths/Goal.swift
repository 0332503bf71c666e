public import Arithmetic

/// Where a body, or the whole apparatus, is to get.
///
/// Bodies, nodes, bands and stages by their positions in the evidence and the plan.
public enum Goal: Hashable, Sendable {
    /// A body's node has a score in this band or a better one.
    case band(body: Int, node: Int, band: Int)
    /// A body's node has this score at least.
    case score(body: Int, node: Int, Fixed)
    /// A body attains the stage, and so all below it.
    case stage(body: Int, Int)
    /// The whole apparatus attains the stage, and so all below it.
    case apparatus(stage: Int)
    /// A body's node has the greatest score that the budget allows.
    case best(body: Int, node: Int)
    /// The mean of the cells of a stage of a body is the greatest that the budget allows.
    case bestStage(body: Int, Int)
    /// As much staff as the budget allows works in bodies that attained the stage.
    case mostStaff(stage: Int)

    /// Whether it asks for the most within a budget rather than for the least cost.
    public var isDual: Bool {
        switch self {
        case .best, .bestStage, .mostStaff: true
        case .band, .score, .stage, .apparatus: false
        }
    }

    /// The body that it is about; `nil` for the apparatus.
    public var body: Int? {
        switch self {
        case .band(let body, _, _), .score(let body, _, _), .best(let body, _),
            .stage(let body, _), .bestStage(let body, _):
            body
        case .apparatus, .mostStaff: nil
        }
    }
}
