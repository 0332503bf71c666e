internal import Arithmetic

/// A sum of points; what is not known is counted, and left out of what was gained.
struct PointsSum {
    private var expected = BigFraction.nothing
    private var due = BigFraction.nothing
    private var gained = BigFraction.nothing
    private var known = 0
    private var unknown = 0

    mutating func add(_ points: ImprovementPlan.Points) throws(ArithmeticError) {
        expected = try expected.adding(points.expected)
        due = try due.adding(points.due)
        if let own = points.gained {
            gained = try gained.adding(own)
            known += 1
        }
        unknown += points.unknown
    }

    /// Of nothing at all nothing was gained.
    var points: ImprovementPlan.Points {
        ImprovementPlan.Points(
            expected: expected, due: due, gained: known == 0 && unknown > 0 ? nil : gained,
            unknown: unknown)
    }
}
