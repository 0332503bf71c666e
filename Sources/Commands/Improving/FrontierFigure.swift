internal import Improvement
internal import Locales
internal import Methodology
internal import Pages

/// What the curve of cost is of.
enum FrontierFigure {
    /// The heading of its column.
    static func heading(_ goal: Goal) -> String {
        switch goal {
        case .band, .score, .best: "score"
        case .stage, .bestStage: "mean of cells"
        case .apparatus, .mostStaff: "share that attained it"
        }
    }

    /// The band of a score, or the highest stage that is attained.
    static func step(_ point: Frontier.Point, _ found: FoundPath) -> String {
        guard let step = point.step else { return "" }
        switch found.goal {
        case .band, .score, .best: return found.text(found.words.band(step))
        case .stage, .bestStage, .apparatus, .mostStaff:
            return step == 0 ? "" : found.text(found.words.stage(step - 1))
        }
    }
}
