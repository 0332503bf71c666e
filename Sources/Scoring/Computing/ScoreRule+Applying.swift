internal import Arithmetic
internal import Methodology

extension Node.ScoreRule {
    /// The score a value earns; each step rounded once, half-even, to eighteen digits.
    ///
    /// - Throws: ``ArithmeticError/overflow`` for scores of 10^20 or more.
    func score(_ value: Fixed, _ numbers: NumberKind) throws(ArithmeticError) -> Fixed {
        switch self {
        case .asIs(let floor, let cap): return value.held(from: floor, to: cap)
        case .knots(let knots): return try Self.interpolate(knots, value, numbers)
        case .points(let rows):
            let row = rows.last { $0.from.map { $0 <= value } ?? true }
            guard let row else { preconditionFailure("a points table begins without a limit") }
            return row.points
        case .line, .achievement:
            preconditionFailure("the edges of this rule are computed for each body")
        case .comparison: preconditionFailure("a comparison needs the values of other bodies")
        }
    }

    /// The least and the greatest score the values of an interval earn.
    ///
    /// Between knots scores lie on straight lines, so the extremes stand at the ends or at knots.
    func bounds(_ values: Bounds, _ numbers: NumberKind) throws(ArithmeticError) -> Bounds {
        var scores = [try score(values.lower, numbers), try score(values.upper, numbers)]
        switch self {
        case .asIs, .line, .achievement, .comparison: break
        case .knots(let knots):
            scores += knots.filter { values.lower < $0.value && $0.value < values.upper }
                .map(\.score)
        case .points(let rows):
            scores += rows.filter { row in
                row.from.map { values.lower < $0 && $0 <= values.upper } ?? false
            }.map(\.points)
        }
        let least = scores.reduce(scores[0], min)
        return Bounds(least, scores.reduce(scores[0], max))
    }

    /// Straight lines between knots, level outside.
    private static func interpolate(
        _ knots: [Node.Knot], _ value: Fixed, _ numbers: NumberKind
    ) throws(ArithmeticError) -> Fixed {
        guard let first = knots.first, let last = knots.last else {
            preconditionFailure("a score rule has knots")
        }
        if value <= first.value { return first.score }
        if value >= last.value { return last.score }
        let right = knots.firstIndex { value < $0.value } ?? knots.count - 1
        let left = knots[right - 1]
        // What is written at a knot is earned there, in doubles too.
        if value == left.value { return left.score }
        let line = Line(from: left, to: knots[right], at: value)
        // What has no room there is counted again as any other step.
        if numbers == .decimal, let score = try? line.exact() { return score }
        return try numbers.result(of: line)
    }
}

/// The point of a straight line through two knots.
private struct Line: Step {
    let from: Node.Knot
    let to: Node.Knot
    let at: Fixed

    /// The same as the exact ``number(_:)``, rounded, with one division.
    ///
    ///     (score · run + rise · way) / run
    func exact() throws(ArithmeticError) -> Fixed {
        let run = try to.value.subtracting(from.value)
        var sum = WideSum()
        sum.add(from.score, times: run)
        sum.add(try to.score.subtracting(from.score), times: try at.subtracting(from.value))
        return try sum.divided(by: run.raw)
    }

    func number<N: Number>(_: N.Type) throws(ArithmeticError) -> N {
        let rise = try N(to.score).subtracting(N(from.score))
        let run = try N(to.value).subtracting(N(from.value))
        let way = try N(at).subtracting(N(from.value))
        return try N(from.score).adding(rise.multiplied(by: way).divided(by: run))
    }
}
