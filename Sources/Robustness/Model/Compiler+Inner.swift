internal import Arithmetic
internal import Diagnostics
internal import Expressions
internal import Methodology
internal import Scoring

extension Compiler {
    /// Compiles an aggregate where a run can have other scores.
    mutating func inner(_ position: Int, _ aggregate: Node.Aggregate) {
        let node = plan.nodes[position]
        let isReplaced = isReplaced(position, aggregate)
        let noise = noise(at: position)
        let isMoved =
            isReplaced && !alternatives.aggregates.isEmpty && node.children.count > 1
            || (noise != nil || alternatives.hasEqualWeights) && aggregate.kind.hasWeights
        guard isMoved || node.children.contains(where: { isChanging[$0] }) else { return }
        isChanging[position] = true
        guard let combining = Combining(aggregate.kind), !node.isGraded else {
            return graded(position)
        }
        if let formula = aggregate.formulas.first(where: { readsChanging($0) }) {
            return unsupported(position, formula.source.place, "weight")
        }
        guard let weighed = weigh(position, aggregate), let path = path(position) else { return }
        let children = node.children.map {
            Inner.Child(node: $0, slot: slots[$0], least: Double(plan.nodes[$0].scale.least))
        }
        inners.append(
            Inner(
                node: position, slot: slots[position], children: children, combining: combining,
                alternatives: isReplaced
                    ? Alternatives.Aggregation.allCases.map {
                        Combining($0, for: aggregate.kind)
                    } : [],
                weights: weighed.weights, obstacles: weighed.obstacles,
                notApplicable: policy(aggregate.notApplicable, node),
                missing: policy(aggregate.missing, node),
                excluded: policy(aggregate.excluded, node),
                coverage: aggregate.coverage.map {
                    Double(numerator: $0.numerator, denominator: $0.denominator)
                } ?? 0, caps: cells[position].flatMap { cellCaps(position, stage: $0) },
                path: path))
        steps.append(.inner(inners.count - 1))
    }

    /// Whether alternatives take the place of an aggregate.
    func isReplaced(_ position: Int, _ aggregate: Node.Aggregate) -> Bool {
        aggregate.kind.isWeightedMean && alternatives.aggregated?.contains(position) ?? true
    }

    /// How the weights beneath a node are drawn; `nil` where they are not.
    func noise(at position: Int) -> Int? {
        alternatives.weights.firstIndex { $0.beneath?.contains(position) ?? true }
    }

    mutating func graded(_ position: Int) {
        let node = plan.nodes[position]
        problems.append(
            Diagnostic(
                .error, "robustness.unsupported", at: node.place, node: node.id,
                "it has a grade, and rests on scores that the alternatives change",
                help: "Name nodes of the alternatives that have scores throughout"))
    }

    private func policy(_ policy: Node.Aggregate.Policy, _ node: Node) -> Inner.Policy {
        switch policy {
        case .refuse: .refuse
        case .redistribute: .redistribute
        case .zero: .zero
        case .worst: .worst
        case .to(let sibling):
            node.children.firstIndex(of: sibling).map { .to($0) } ?? .refuse
        }
    }

    private mutating func weigh(
        _ position: Int, _ aggregate: Node.Aggregate
    ) -> (weights: Inner.Weights, obstacles: [Inner.Obstacle])? {
        var rows: [[Double]] = []
        var obstacles: [Inner.Obstacle] = []
        let count = plan.nodes[position].children.count
        for unit in units {
            do {
                let weighed: Assessment.Weighed =
                    if case .fixed(let all) = aggregate.weights,
                        let kind = assessment.kind(of: unit)
                    {
                        .weights(all[kind])
                    } else { try assessment.weights(of: position, at: unit) }
                switch weighed {
                case .weights(let weights):
                    rows.append(weights.map { Double($0) })
                    obstacles.append(.none)
                case .blank, .nothing:
                    let isBlank = if case .blank = weighed { true } else { false }
                    rows.append([Double](repeating: 0, count: count))
                    obstacles.append(isBlank ? .blank : .nothing)
                }
            } catch {
                problems.append(error.diagnostic)
                return nil
            }
        }
        let isSame = rows.allSatisfy { $0 == rows.first }
        let weights: Inner.Weights =
            isSame
            ? .same(rows.first ?? [Double](repeating: 0, count: count))
            : .each((0..<count).map { child in rows.map { $0[child] } })
        return (weights, obstacles.allSatisfy { $0 == .none } ? [] : obstacles)
    }
}
