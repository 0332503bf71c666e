/// The memory of a run; each thread has its own, and every run uses it again.
package struct Scratch: Sendable {
    /// For each of ``Model/nodes``, the scores by the order of ``Model/bodies``; NaN for none.
    package internal(set) var scores: [[Double]]
    /// For each of ``Model/nodes``, as many marks: what there is in the place of a score.
    package internal(set) var marks: [[Mark]]
    var columns: [Column]
    /// For each leaf, the position of the choice whose column stands there; -1 for none.
    var places: [Int]
    /// The column of the node at work, which is not among the others then.
    var own = Column.none
    var work: Work

    init(columns: [Column], leaves: Int, results: Int, _ work: Work) {
        scores = [[Double]](
            repeating: [Double](repeating: .nan, count: work.sums.count), count: results)
        marks = [[Mark]](
            repeating: [Mark](repeating: .missing, count: work.sums.count), count: results)
        // To begin with, the columns are the official ones.
        (self.columns, places) = (columns, [Int](repeating: 0, count: leaves))
        self.work = work
    }

    /// Takes the column of a node out of the others, so that those can be read.
    mutating func takeOut(_ slot: Int) { swap(&own, &columns[slot]) }

    /// Puts it back.
    mutating func putBack(_ slot: Int) { swap(&own, &columns[slot]) }
}
