public import Arithmetic
internal import Expressions
internal import Methodology

extension Assessment {
    /// What an inner node with a value would come to if some of its children that count had
    /// other scores.
    ///
    /// - Parameters:
    ///   - node: The position of the inner node.
    ///   - scores: By the positions of the children.
    ///   - unit: The body and period.
    /// - Returns: The value; `nil` where it cannot be computed.
    public func value(of node: Int, with scores: [Int: Fixed], at unit: Int) -> Fixed? {
        switch plan.nodes[node].content {
        case .heading, .ladder, .checklist: return nil
        case .aggregate(let aggregate):
            // What it comes to follows from the scores of other bodies.
            guard aggregate.kind != .copeland else { return nil }
            guard let made = computation(of: node, at: unit).aggregate else { return nil }
            return try? made.step { scores[$0.node] ?? $0.score ?? .zero }.result(
                engine.ground.numbers)
        case .formula(let formula, _):
            var columns = columns
            for (child, score) in scores { columns[child] = columns[child]?.with(score, at: unit) }
            let engine = Engine(
                ground: engine.ground, computed: computed, nodes: columns, populations: populations)
            guard case .number(let value)? = try? engine.step(formula.expression, Row(unit: unit))
            else { return nil }
            return value
        }
    }
}
