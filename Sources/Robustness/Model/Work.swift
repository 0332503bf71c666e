/// Memory of single steps of a run.
struct Work: Sendable {
    /// For each child of a node: its weight, what it counts with, and its score.
    var weights: [Double]
    var effective: [Double]
    var parts: [Double]
    /// By body.
    var sums: [Double]
    var order: [Int]
    var values: [Double]

    init(children: Int, bodies: Int) {
        weights = [Double](repeating: 0, count: children)
        effective = weights
        parts = weights
        sums = [Double](repeating: 0, count: bodies)
        values = sums
        order = [Int](repeating: 0, count: max(bodies, children))
    }
}
