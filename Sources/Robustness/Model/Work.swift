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
    /// What the scores of a cell are held to, by body; empty where the model has no cells.
    var caps: [Double]
    /// Of a formula.
    var registers: [Double]
    /// Scores by child, then by body, of a node that compares bodies.
    var matrix: [Double]
    /// Whether a formula read something that was left out.
    var hasLeftOut = false

    init(children: Int, bodies: Int, registers: Int = 0, matrix: Int = 0, hasCells: Bool = false) {
        weights = [Double](repeating: 0, count: children)
        effective = weights
        parts = weights
        sums = [Double](repeating: 0, count: bodies)
        values = sums
        caps = hasCells ? sums : []
        self.matrix = [Double](repeating: 0, count: matrix)
        self.registers = [Double](repeating: 0, count: registers)
        order = [Int](repeating: 0, count: max(bodies, children))
    }
}
