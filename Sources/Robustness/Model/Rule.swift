internal import Methodology

/// How values become scores, in doubles.
enum Rule: Sendable {
    case held(from: Double, to: Double)
    /// Straight lines, the same for all bodies.
    case knots([Knot])
    /// Straight lines between three knots that a run has for itself.
    case thresholds(Thresholds)
    case points([PointsRow])
    /// For each body the range of its knots, empty where an edge is blank, and what it then has.
    case lines([Knot], [Range<Int>], blank: [Mark])
    case achievement(Achievement)
    case compared(Compared)

    /// A value and its score.
    struct Knot: Sendable {
        let value: Double
        let score: Double
    }

    /// Three knots, the least value first, each of another value.
    struct Thresholds: Sendable {
        var low: Knot
        var pass: Knot
        var high: Knot

        /// The score of a value, as ``Rule/knots(_:)`` have it.
        func score(_ value: Double) -> Double {
            if value <= low.value { return low.score }
            if value >= high.value { return high.score }
            let (left, right) = value < pass.value ? (low, pass) : (pass, high)
            return left.score + (right.score - left.score) * (value - left.value)
                / (right.value - left.value)
        }
    }

    /// The least value of a range and what it earns.
    struct PointsRow: Sendable {
        let from: Double
        let points: Double
    }

    /// How near a computed value lies to an edge where it counts as reaching it, in parts of it.
    static let snap = 1e-12

    /// Makes scores of values; those that are filled already stay.
    func apply(to column: inout Column, _ work: inout Work) {
        switch self {
        case .held(let floor, let cap):
            guard floor > -.infinity || cap < .infinity else { return }
            for body in column.scores.indices where column.marks[body] == .score {
                column.scores[body] = min(max(column.scores[body], floor), cap)
            }
        case .knots(let knots):
            for body in column.scores.indices where column.marks[body] == .score {
                column.scores[body] = Self.interpolate(
                    knots, knots.indices, column.scores[body])
            }
        case .thresholds(let thresholds):
            for body in column.scores.indices where column.marks[body] == .score {
                column.scores[body] = thresholds.score(column.scores[body])
            }
        case .points(let rows):
            for body in column.scores.indices where column.marks[body] == .score {
                column.scores[body] = Self.points(rows, column.scores[body])
            }
        case .lines(let knots, let ranges, let blank):
            for body in column.scores.indices where column.marks[body] == .score {
                if ranges[body].isEmpty {
                    column.scores[body] = .nan
                    column.marks[body] = blank[body]
                } else {
                    column.scores[body] = Self.interpolate(
                        knots, ranges[body], column.scores[body])
                }
            }
            column.settle()
        case .achievement(let achievement): achievement.apply(to: &column)
        case .compared(let compared): compared.apply(to: &column, &work)
        }
    }

    /// Straight lines between knots, level outside.
    private static func interpolate(
        _ knots: [Knot], _ range: Range<Int>, _ value: Double
    ) -> Double {
        let (first, last) = (knots[range.lowerBound], knots[range.upperBound - 1])
        if value <= first.value { return first.score }
        if value >= last.value { return last.score }
        var right = range.lowerBound + 1
        while knots[right].value <= value { right += 1 }
        let (left, end) = (knots[right - 1], knots[right])
        return left.score + (end.score - left.score) * (value - left.value)
            / (end.value - left.value)
    }

    private static func points(_ rows: [PointsRow], _ value: Double) -> Double {
        let reached = value + max(value.magnitude, 1) * snap
        var points = rows[0].points
        for row in rows where row.from <= reached { points = row.points }
        return points
    }
}
