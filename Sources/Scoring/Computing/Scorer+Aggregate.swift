internal import Arithmetic
internal import Methodology

extension Scorer {
    /// What the children come to, or why that cannot be said.
    ///
    /// In this order: leave out what is not applicable and redistributed; refuse; coverage;
    /// the other policies.
    func takeAggregate(_ aggregate: Node.Aggregate, _ walk: inout Walk) throws(Failure) {
        let weighing = try weighing(aggregate.weights, of: walk.node, walk.unit)
        var result = members(of: walk.node, aggregate, weighing, walk.unit)
        // Weights that can still change leave everything open.
        let areOpen = aggregate.formulas.contains { restsOnOpen($0, walk.unit) }
        walk.interval = areOpen ? nil : try interval(result, walk)
        defer { walk.computation.aggregate = result }
        if let (state, reason) = obstacle(&result, aggregate, weighing) {
            walk.computation.outcome = .none(state, reason)
            if state == .notApplicable { walk.interval = nil }
            return
        }
        var sum = WideSum()
        for child in result.children {
            if let score = child.score { sum.add(score, times: child.effective) }
        }
        do {
            let value = try ground.numbers.quotient(sum, Int128(result.effectiveTotal))
            walk.computation.value = value
            walk.computation.outcome = .score(value)
        } catch {
            throw tooLarge(walk)
        }
    }

    /// Why the children come to nothing; `nil` when they do, with the weights moved that a policy
    /// moves.
    private func obstacle(
        _ result: inout AggregateComputation, _ aggregate: Node.Aggregate, _ weighing: Weighing
    ) -> (state: State, reason: Reason)? {
        let left = result.children.filter { $0.treatment != .leftOut || $0.state != .notApplicable }
        guard !left.isEmpty else { return (.notApplicable, .noChildApplies) }
        if let refused = left.first(where: { $0.treatment == .refused }) {
            return (.missing, .child(refused.node))
        }
        if case .blank(let child, let origin) = weighing {
            return (.missing, .weight(child: child, origin))
        }
        if let least = aggregate.coverage, let coverage = result.coverage, coverage < least {
            return (.missing, .coverage(coverage, atLeast: least))
        }
        for child in result.children {
            guard case .movedTo(let sibling) = child.treatment else { continue }
            guard let target = result.children.firstIndex(where: { $0.node == sibling }),
                result.children[target].state == .score
            else { return (.missing, .siblingWithoutScore(child: child.node, sibling: sibling)) }
            result.children[target].effective += child.nominal
        }
        guard left.contains(where: { $0.state == .score }) else {
            let isExcluded = left.allSatisfy { $0.state == .excluded }
            return (isExcluded ? .excluded : .missing, .noChildScored)
        }
        return result.effectiveTotal > 0 ? nil : (.missing, .noWeight)
    }

    /// Each child with what its policy makes of it; weights not moved yet.
    func members(
        of node: Node, _ aggregate: Node.Aggregate, _ weighing: Weighing, _ unit: Int
    ) -> AggregateComputation {
        var weights = node.children.map { _ in Int64(0) }
        if case .weights(let known) = weighing { weights = known }
        let children = zip(node.children, weights).map { position, weight in
            member(position, weight, aggregate, unit)
        }
        return AggregateComputation(children: children, nominalTotal: weights.reduce(0, +))
    }

    private func member(
        _ position: Int, _ weight: Int64, _ aggregate: Node.Aggregate, _ unit: Int
    ) -> AggregateComputation.Child {
        guard let column = columns[position] else {
            preconditionFailure("a node is computed before its parent")
        }
        let state = column.states[unit]
        func child(
            _ treatment: AggregateComputation.Treatment, score: Fixed? = nil, effective: Int64 = 0
        ) -> AggregateComputation.Child {
            AggregateComputation.Child(
                node: position, state: state, score: score,
                hasOwnScore: state == .score && !column.isFilled(at: unit), nominal: weight,
                effective: effective, treatment: treatment)
        }
        let policy =
            switch state {
            case .score: Node.Aggregate.Policy.redistribute
            case .notApplicable: aggregate.notApplicable
            case .missing: aggregate.missing
            case .excluded: aggregate.excluded
            }
        if let score = column.score(at: unit) {
            return child(.counted, score: score, effective: weight)
        }
        let worst = ground.plan.nodes[position].scale.least
        return switch policy {
        case .refuse: child(.refused)
        case .redistribute: child(.leftOut)
        case .zero: child(.countedAs(.zero), score: .zero, effective: weight)
        case .worst: child(.countedAs(worst), score: worst, effective: weight)
        case .to(let sibling): child(.movedTo(sibling))
        }
    }

    /// The least and the greatest they come to when each child ranges over its bounds with
    /// its nominal weight; `nil` for anything on the scale.
    private func interval(_ result: AggregateComputation, _ walk: Walk) throws(Failure) -> Bounds? {
        var lower = WideSum()
        var upper = WideSum()
        var total: Int64 = 0
        for child in result.children {
            var (least, greatest) = (Fixed.zero, Fixed.zero)
            if let bounds = columns[child.node]?.bounds(at: walk.unit) {
                (least, greatest) = (bounds.lower, bounds.upper)
            } else if case .countedAs(let score) = child.treatment {
                (least, greatest) = (score, score)
            } else if case .movedTo(let sibling) = child.treatment,
                let bounds = columns[sibling]?.bounds(at: walk.unit)
            {
                (least, greatest) = (bounds.lower, bounds.upper)
            } else {
                continue
            }
            lower.add(least, times: child.nominal)
            upper.add(greatest, times: child.nominal)
            total += child.nominal
        }
        guard total > 0 else { return nil }
        do {
            return Bounds(
                try ground.numbers.quotient(lower, Int128(total)),
                try ground.numbers.quotient(upper, Int128(total)))
        } catch {
            throw tooLarge(walk)
        }
    }
}
