/// The memory of a run; each thread has its own, and every run uses it again.
package struct Scratch: Sendable {
    /// For each of ``Model/nodes``, the scores by the order of ``Model/bodies``; NaN for none.
    package internal(set) var scores: [[Double]]
    var columns: [Column]
    var work: Work

    init(columns: [Column], results: Int, _ work: Work) {
        scores = [[Double]](
            repeating: [Double](repeating: .nan, count: work.sums.count), count: results)
        (self.columns, self.work) = (columns, work)
    }
}
