internal import Diagnostics
internal import Domain

/// Functions over the bodies of a period, as in `AVERAGE(x OVER peers WHERE kind = "ministry")`.
extension TypeChecker {
    mutating func population(
        _ function: String, _ arguments: [Syntax.Argument], _ over: Syntax, _ syntax: Syntax,
        level: Int?
    ) -> Expression? {
        guard let aggregate = Aggregate(rawValue: function) else {
            fail(
                "formula.over", over, "OVER stands within \(function)",
                help: "OVER belongs to \(Aggregate.names)"
                    + (function == "ALL" || function == "ANY"
                        ? "; compare COUNT(condition OVER bodies) with a number" : ""))
            return nil
        }
        guard arguments.count == 1 else {
            fail(
                "formula.over", over, "OVER stands among several values",
                help: "Write one value for each body, as in \(function)(a + b OVER bodies)")
            return nil
        }
        // Computed fields are read before the tree of nodes, and computed before any body is.
        guard level == nil || !scope.nodes.isEmpty else {
            fail(
                "formula.over", over, "a field of a record cannot rest on other bodies",
                help: "Compare with them in the node that counts the records")
            return nil
        }
        guard let reach = reach(over) else { return nil }
        let population = Population(reach, node: scope.node)
        guard let (list, members) = list(in: arguments[0]) else {
            return each(aggregate, arguments[0], population, syntax)
        }
        guard hasRoom(for: members.count, syntax) else { return nil }
        let parts = members.map { member in
            bound(list, to: member) { $0.each(aggregate, arguments[0], population, syntax) }
        }
        let expressions = parts.compactMap { $0 }
        guard expressions.count == parts.count, !expressions.isEmpty else { return nil }
        return joined(aggregate, expressions, syntax)
    }

    /// Among whom, as it is written after OVER.
    private mutating func reach(_ over: Syntax) -> Population.Reach? {
        let written = source.slice(over.range)
        guard let reach = Population.Reach(rawValue: written.lowercased()) else {
            let words = Population.Reach.allCases.map(\.rawValue)
            fail(
                "formula.over", over, "OVER ranges over \(written)",
                help: (Nearest.word(to: written, among: words).map { "Did you mean \($0)? " }
                    ?? "")
                    + "Write OVER bodies or OVER peers; records are named before it, as in "
                    + "COUNT(services)")
            return nil
        }
        guard reach == .bodies || scope.hasPeers || scope.faulty.contains(written) else {
            fail(
                "peers.missing", over, "nothing says who the peers of a body are",
                help: "Write peers: {by: kind} or {by: group} at the edition, or OVER bodies")
            return nil
        }
        return reach
    }

    /// What is looked at for each body; always its own figures, wherever the formula stands.
    private mutating func each(
        _ function: Aggregate, _ argument: Syntax.Argument, _ population: Population,
        _ syntax: Syntax
    ) -> Expression? {
        let condition = argument.condition.flatMap { self.condition($0, level: nil) }
        let value = check(
            argument.value, level: nil, expecting: function == .count ? .any : .number)
        guard let value, (condition == nil) == (argument.condition == nil) else { return nil }
        guard function == .count else {
            return Expression(
                kind: .population(function, population, value: value, condition: condition),
                type: Self.result(of: function, over: value.type), range: syntax.range)
        }
        let counted =
            value.type == .flag
            ? value
            : Expression(
                kind: .presence(value, .known, isNegated: false), type: .flag, range: value.range)
        let all = [condition, counted].compactMap { $0 }
        return Expression(
            kind: .population(
                .count, population, value: nil,
                condition: all.count == 1
                    ? counted
                    : Expression(kind: .all(all), type: .flag, range: syntax.range)),
            type: .count, range: syntax.range)
    }
}
