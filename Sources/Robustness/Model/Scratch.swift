/// The memory of a run; each thread has its own, and every run uses it again.
package struct Scratch: Sendable {
    /// For each of ``Model/nodes``, the scores by the order of ``Model/bodies``; NaN for none.
    package internal(set) var scores: [[Double]] = []
}
