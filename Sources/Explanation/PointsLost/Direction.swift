internal import Methodology
public import Scoring

/// Which scores are the better ones.
public enum Direction: Sendable {
    case more
    case less
}

extension Assessment {
    /// Which scores of a node are better, as far as the edition says so; `nil` where it does not.
    ///
    /// It says so by ranking the node or one above it, by its bands, by a total that it counts
    /// in, and by a rule that makes scores of values. A value that stands for itself is a figure.
    public func direction(of node: Int) -> Direction? {
        var position: Int? = node
        while let one = position {
            if let ranking = plan.ranking, ranking.nodes.contains(one) {
                return ranking.best == .lowest ? .less : .more
            }
            position = plan.nodes[one].parent
        }
        let rule = plan.nodes[node]
        let isCounted = rule.parent.map { !plan.nodes[$0].isHeading } ?? false
        let hasBands = plan.bands?.nodes.contains(node) ?? false
        if isCounted || hasBands || !rule.corrections.isEmpty { return .more }
        guard case .formula = rule.content, rule.children.isEmpty, !rule.isGraded,
            case .asIs = rule.score
        else { return .more }
        return nil
    }

    /// The decision that set the outcome in the place of the rules; `nil` where the rules did.
    public func decided(_ node: Int, at unit: Int) -> Int? {
        guard decision(of: node, at: unit) != nil, columns[node]?.score(at: unit) != nil,
            case .decision(let number)? = computation(of: node, at: unit).outcome.reason
        else { return nil }
        return number
    }
}
