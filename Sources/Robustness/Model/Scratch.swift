/// The memory of a run; each thread has its own, and every run uses it again.
package struct Scratch: Sendable {
    /// For each of ``Model/nodes``, the scores by the order of ``Model/bodies``; NaN for none.
    package internal(set) var scores: [[Double]]
    var columns: [Column]
    /// The column of the node at work, which is not among the others then.
    var own = Column.none
    var work: Work

    init(columns: [Column], results: Int, _ work: Work) {
        scores = [[Double]](
            repeating: [Double](repeating: .nan, count: work.sums.count), count: results)
        (self.columns, self.work) = (columns, work)
    }

    /// Takes the column of a node out of the others, so that those can be read.
    mutating func takeOut(_ slot: Int) { swap(&own, &columns[slot]) }

    /// Puts it back.
    mutating func putBack(_ slot: Int) { swap(&own, &columns[slot]) }
}
