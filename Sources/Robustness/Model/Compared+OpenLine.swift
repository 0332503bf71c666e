extension Compared {
    /// Scores on the straight line through two values, which goes on beyond them.
    struct OpenLine: Sendable {
        let from: Double
        let until: Double
        let floor: Double
        let cap: Double
        let to: Mark

        /// Where the line reaches its greatest score.
        enum Mark: Sendable {
            /// At the best value; it begins at 0 and not at the worst.
            case best
            /// At the value of a body; -1 for one that is not there.
            case body(Int)
            /// At targets, by body, NaN for blank ones, and what those bodies then have.
            case targets([Double], blank: [Robustness.Mark])
        }

        /// Makes scores of the values of those whose positions come first in the memory.
        ///
        /// Where less is better, worst and best change places and nothing else does.
        func apply(
            _ count: Int, _ isHigherBetter: Bool, _ least: Double, _ greatest: Double,
            _ column: inout Column, _ work: Work
        ) {
            let (worst, best) = isHigherBetter ? (least, greatest) : (greatest, least)
            let reference = reference(column)
            for place in 0..<count {
                let body = work.order[place]
                var (start, end) = (worst, reference)
                switch to {
                case .best: (start, end) = (0, best)
                case .body: break
                case .targets(let targets, _): end = targets[body]
                }
                let isPassed = isHigherBetter ? end < start : start < end
                let isBest = if case .best = to { true } else { false }
                guard !end.isNaN, start != end, isBest || !isPassed else {
                    (column.scores[body], column.marks[body]) = (.nan, .missing)
                    continue
                }
                let way = (column.scores[body] - start) / (end - start)
                column.scores[body] = min(max(from + (until - from) * way, floor), cap)
            }
        }

        /// The value of the body that others are measured by; NaN without one.
        private func reference(_ column: Column) -> Double {
            guard case .body(let body) = to, body >= 0, column.marks[body] == .score else {
                return .nan
            }
            return column.scores[body]
        }
    }
}
