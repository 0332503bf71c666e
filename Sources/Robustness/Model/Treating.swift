internal import Methodology
internal import Scoring

/// What is done with values far from the others before a score is made of them.
struct Treating: Sendable {
    let treatment: Node.Treatment
    /// The bodies whose values are one series.
    let groups: [[Int]]
    /// Those of no group.
    let alone: [Int]

    /// Treats values; those of no group wait for ``settle(_:)``.
    ///
    /// - Parameters:
    ///   - column: Values, where a body has a score of its own.
    ///   - points: At most so many points are drawn in; `nil` for as many as the edition says.
    func apply(to column: inout Column, points: Int?) {
        for body in alone where column.marks[body] == .score {
            (column.scores[body], column.marks[body]) = (.nan, .leftOut)
            (column.isFull, column.isOwn) = (false, false)
        }
        for group in groups {
            let counted = group.filter { column.marks[$0] == .score }
            let treated = treatment.treated(counted.map { column.scores[$0] }, points: points)
            for (body, value) in zip(counted, treated.values) { column.scores[body] = value }
        }
    }

    /// Leaves those of no group missing, whatever the missing rule says.
    func settle(_ column: inout Column) {
        for body in alone where column.marks[body] == .leftOut { column.marks[body] = .missing }
    }
}
