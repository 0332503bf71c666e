internal import Arithmetic
internal import Methodology

extension Assessment {
    /// The grade that a node has in the place of a score; `nil` for nodes with scores, and where
    /// there is none.
    public func grade(of node: Int, at unit: Int) -> String? {
        columns[node]?.score(at: unit).flatMap { plan.nodes[node].grade($0) }
    }

    /// What is shown in the place of the grade because a missing rule set it, as in `D*`.
    public func mark(of node: Int, at unit: Int) -> String? {
        guard let column = columns[node], let score = column.score(at: unit) else { return nil }
        return plan.nodes[node].mark(score, isFilled: column.isFilled(at: unit))
    }
}
