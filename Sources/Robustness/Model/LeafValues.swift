internal import Methodology

/// The values of a leaf, from which runs make its scores anew.
struct LeafValues: Sendable {
    /// By body; NaN where there is none.
    let own: [Double]
    /// What each body has before anything takes the place of a missing value.
    let marks: [Mark]
    let substitute: Substitute
    /// Bodies that are each other's peers.
    let peers: [[Int]]
    /// The least score of its scale.
    let worst: Double
    let greatest: Double
    let path: Path
    /// How values become scores by each alternative; empty where none acts here.
    let scorings: [Rule]
    /// At most how many points are drawn in by each alternative; empty where none acts here.
    let points: [Int]
    /// What alternatives for missing values act here, in the order of the edition.
    let missing: [Alternatives.Missing]
    /// The standard errors by body, NaN for none; empty where there are none at all.
    let errors: [Double]
    /// The position of the first of them in ``Settings/sampling``.
    let firstError: Int

    /// What value takes the place of a missing one in the edition itself.
    enum Substitute: Sendable {
        case none
        /// By body; NaN for none.
        case values([Double])
        case groupMean
        case groupMedian
    }

    /// Whether there are no more columns than choices.
    var isDiscrete: Bool { errors.isEmpty && path.passMark == nil }

    /// Whether errors are drawn for its values in a run.
    func isSampled(_ settings: Settings) -> Bool { settings.sampling != nil && !errors.isEmpty }

    /// Whether its pass mark is drawn in a run.
    func isMarked(_ settings: Settings) -> Bool {
        settings.passMarks != nil && path.passMark != nil
    }

    /// Makes scores of values.
    func run(_ settings: Settings, into column: inout Column, _ work: inout Work) {
        for body in own.indices {
            (column.scores[body], column.marks[body]) = (own[body], marks[body])
        }
        if let sampling = settings.sampling, !errors.isEmpty { blur(&column, sampling) }
        let alternative = settings.missing.flatMap { missing.contains($0) ? $0 : nil }
        var fill = path.missing
        switch alternative {
        case nil: substitute(&column, &work)
        case .zero: fill = 0
        case .worst: fill = worst
        case .redistribute: fill = nil
        case .groupMean, .groupMedian:
            fill = nil
            fillByPeers(isMedian: alternative == .groupMedian, &column, &work)
        }
        column.settle()
        var rule = path.rule(in: settings)
        if let scoring = settings.scoring, !scorings.isEmpty { rule = scorings[scoring] }
        path.finish(
            &column, by: rule, filling: fill, before: marks, points: settings.points,
            &work)
        if isSampled(settings) { hold(&column) }
    }

    private func blur(_ column: inout Column, _ sampling: [Double]) {
        for body in own.indices where !errors[body].isNaN {
            column.scores[body] += errors[body] * sampling[firstError + body]
        }
    }

    /// An error must not carry a score out of its scale.
    private func hold(_ column: inout Column) {
        for body in column.scores.indices where column.marks[body].hasScore {
            column.scores[body] = min(max(column.scores[body], worst), greatest)
        }
    }

    private func substitute(_ column: inout Column, _ work: inout Work) {
        switch substitute {
        case .none: break
        case .values(let values):
            for body in values.indices where !values[body].isNaN && marks[body] == .missing {
                (column.scores[body], column.marks[body]) = (values[body], .score)
            }
        case .groupMean: fillByPeers(isMedian: false, &column, &work)
        case .groupMedian: fillByPeers(isMedian: true, &column, &work)
        }
    }

    private func fillByPeers(isMedian: Bool, _ column: inout Column, _ work: inout Work) {
        for group in peers {
            let middle = middle(of: group, isMedian: isMedian, column, &work)
            guard !middle.isNaN else { continue }
            for body in group where marks[body] == .missing {
                (column.scores[body], column.marks[body]) = (middle, .score)
            }
        }
    }

    /// The mean or the median of the values of some bodies; NaN without any.
    private func middle(
        of group: [Int], isMedian: Bool, _ column: Column, _ work: inout Work
    ) -> Double {
        var (sum, count) = (0.0, 0)
        for body in group where marks[body] == .score {
            sum += column.scores[body]
            work.order[count] = body
            count += 1
        }
        guard count > 0 else { return .nan }
        guard isMedian else { return sum / Double(count) }
        Sorting.sort(&work.order, count: count, by: column.scores)
        let (low, high) = (work.order[(count - 1) / 2], work.order[count / 2])
        return (column.scores[low] + column.scores[high]) / 2
    }
}
