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
        let areOpen =
            aggregate.kind == .copeland
            || aggregate.formulas.contains { restsOnOpen($0, walk.unit) }
        walk.interval = areOpen ? nil : try interval(result, walk)
        defer { walk.computation.aggregate = result }
        if let (state, reason) = obstacle(&result, aggregate, weighing) {
            walk.computation.outcome = .none(state, reason)
            if state == .notApplicable { walk.interval = nil }
            return
        }
        if aggregate.kind == .copeland { return outrank(result, &walk) }
        let counted = result.children.filter { $0.effective > 0 }
        do throws(AggregateStep.Obstacle) {
            let value = try result.step { $0.score ?? .zero }.result(ground.numbers)
            walk.computation.value = value
            walk.computation.outcome = .score(value)
        } catch {
            switch error {
            case .zero(let part):
                walk.computation.outcome = .none(.missing, .zero(counted[part].node))
            case .tooFew:
                walk.computation.outcome = .none(.missing, .tooFew(counted.count))
            case .noRow: walk.computation.outcome = .none(.missing, .noRow)
            case .overflow: throw tooLarge(walk)
            }
        }
    }

    /// Why the children come to nothing; `nil` when they do, with the weights moved that a policy
    /// moves.
    func obstacle(
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
        if case .nothing(let part) = weighing { return (.missing, .emptyWeights(part: part)) }
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
        return AggregateComputation(
            kind: aggregate.kind, children: children, nominalTotal: weights.reduce(0, +))
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
        if let score = column.score(at: unit) {
            return child(.counted, score: raised(score, aggregate.kind), effective: weight)
        }
        let zero = raised(.zero, aggregate.kind)
        let worst = raised(ground.plan.nodes[position].scale.least, aggregate.kind)
        return switch aggregate.policy(state) {
        case .refuse: child(.refused)
        case .redistribute: child(.leftOut)
        case .zero: child(.countedAs(zero), score: zero, effective: weight)
        case .worst: child(.countedAs(worst), score: worst, effective: weight)
        case .to(let sibling): child(.movedTo(sibling))
        }
    }

    /// The least and the greatest they come to when each child ranges over its bounds with
    /// its nominal weight; `nil` for anything on the scale.
    private func interval(_ result: AggregateComputation, _ walk: Walk) throws(Failure) -> Bounds? {
        var lower: [AggregateStep.Part] = []
        var upper: [AggregateStep.Part] = []
        var isOpen = false
        for child in result.children where child.nominal > 0 {
            guard let (bounds, nominal) = range(of: child, in: result, walk.unit) else { continue }
            isOpen = isOpen || !bounds.isClosed
            func part(_ score: Fixed) -> AggregateStep.Part {
                AggregateStep.Part(
                    score: raised(score, result.kind), effective: child.nominal, nominal: nominal)
            }
            lower.append(part(bounds.lower))
            upper.append(part(bounds.upper))
        }
        guard !lower.isEmpty, let least = try end(lower, result, walk) else { return nil }
        guard isOpen else { return Bounds(least, least) }
        return try end(upper, result, walk).map { Bounds(least, $0) }
    }

    /// Between what a child's score lies, and the nominal weight of the child that has it.
    private func range(
        of child: AggregateComputation.Child, in result: AggregateComputation, _ unit: Int
    ) -> (bounds: Bounds, nominal: Int64)? {
        if let bounds = columns[child.node]?.bounds(at: unit) { return (bounds, child.nominal) }
        switch child.treatment {
        case .countedAs(let score): return (Bounds(score, score), child.nominal)
        case .movedTo(let sibling):
            guard let bounds = columns[sibling]?.bounds(at: unit),
                let target = result.children.first(where: { $0.node == sibling })
            else { return nil }
            return (bounds, target.nominal)
        case .counted, .leftOut, .refused: return nil
        }
    }

    /// What they come to at one end; `nil` where that cannot be said.
    private func end(
        _ parts: [AggregateStep.Part], _ result: AggregateComputation, _ walk: Walk
    ) throws(Failure) -> Fixed? {
        let step = AggregateStep(
            kind: result.kind, parts: parts, nominalTotal: result.nominalTotal)
        do throws(AggregateStep.Obstacle) { return try step.result(ground.numbers) } catch {
            switch error {
            // Above 0 a mean comes as near to 0 as one likes.
            case .zero: return .zero
            case .tooFew, .noRow: return nil
            case .overflow: throw tooLarge(walk)
            }
        }
    }

    /// A score as the kind counts it.
    func raised(_ score: Fixed, _ kind: Node.Aggregate.Kind) -> Fixed {
        if case .raise(let least)? = kind.zeros { max(score, least) } else { score }
    }
}

extension Node.Aggregate {
    /// What is done with a child in a state; one with a score counts.
    func policy(_ state: State) -> Policy {
        switch state {
        case .score: .redistribute
        case .notApplicable: notApplicable
        case .missing: missing
        case .excluded: excluded
        }
    }
}
