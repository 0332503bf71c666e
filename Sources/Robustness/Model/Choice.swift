internal import Methodology

/// The discrete choices of a run, as numbers: 0 for the edition's own, then the alternatives.
struct Choice: Sendable {
    let scoring: Int
    /// -1 for a number of points that is none of the alternatives.
    let points: Int
    let missing: Int

    init(_ settings: Settings, _ drawing: Drawing) {
        scoring = settings.scoring.map { $0 + 1 } ?? 0
        points = settings.points.map { (drawing.points.firstIndex(of: $0) ?? -2) + 1 } ?? 0
        missing =
            settings.missing.flatMap { drawing.missing.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    }

    /// Where the columns of one leaf stand by choice; those that do not act there have stride 0.
    struct Strides: Sendable {
        private let scoring: Int
        private let points: Int
        private let missing: Int
        /// How many columns there are.
        let count: Int

        init(of values: LeafValues, in alternatives: Alternatives) {
            let ways = values.missing.isEmpty ? 1 : alternatives.missing.count + 1
            let numbers = values.points.isEmpty ? 1 : alternatives.winsorised.count + 1
            let rules = values.scorings.isEmpty ? 1 : alternatives.scores.count + 1
            missing = ways > 1 ? 1 : 0
            points = numbers > 1 ? ways : 0
            scoring = rules > 1 ? ways * numbers : 0
            count = ways * numbers * rules
        }

        /// Those of a leaf of which only bounds matter.
        init() { (scoring, points, missing, count) = (0, 0, 0, 1) }

        /// The position of a choice; `nil` for a number of points that is none of the alternatives.
        func position(of choice: Choice) -> Int? {
            if choice.points < 0, points > 0 { return nil }
            return choice.scoring * scoring + max(choice.points, 0) * points
                + choice.missing * missing
        }
    }
}
