internal import Arithmetic
internal import Diagnostics
internal import Domain
internal import Evidence
internal import Expressions
internal import Methodology
internal import Scoring

extension Compiler {
    /// Compiles a leaf where a run can have other scores.
    mutating func leaf(_ position: Int) {
        let node = plan.nodes[position]
        guard node.children.isEmpty else { return }
        if node.parent != nil {
            leafNodes.append(position)
            if alternatives.leavesOneOut { isChanging[position] = true }
        }
        let open = alternatives.rangesOverBounds ? openScores(position) : []
        let values = leafValues(position)
        guard !open.isEmpty || values != nil else { return }
        isChanging[position] = true
        leaves.append(
            Leaf(
                node: position, slot: slots[position], official: columns[slots[position]],
                values: values, open: open,
                rounding: node.rounding.map { SnappedRounding($0) },
                strides: values.map { Choice.Strides(of: $0, in: alternatives) }
                    ?? Choice.Strides()))
        steps.append(.leaf(leaves.count - 1))
    }

    private mutating func openScores(_ position: Int) -> [Leaf.Open] {
        var open: [Leaf.Open] = []
        for (body, unit) in units.enumerated() {
            guard let bounds = assessment.columns[position]?.bounds(at: unit), !bounds.isClosed
            else { continue }
            open.append(
                Leaf.Open(
                    body: body, lower: Double(bounds.lower), upper: Double(bounds.upper),
                    index: openCount))
            openCount += 1
        }
        return open
    }

    /// What the values of a leaf are made of; `nil` where no alternative acts on them.
    private mutating func leafValues(_ position: Int) -> LeafValues? {
        let node = plan.nodes[position]
        guard !node.isGraded else { return nil }
        let isCompared = if case .comparison = node.score { true } else { false }
        let hasFormula = if case .formula = node.content { true } else { false }
        let error = alternatives.samplingErrors.first { $0.node == position }
        // Without a number of points of its own a treatment draws none in.
        let points = node.treatment?.atMost == nil ? [] : alternatives.winsorised
        guard
            isCompared && !alternatives.scores.isEmpty || !alternatives.missing.isEmpty
                || error != nil || !points.isEmpty || marks(position) != nil
        else { return nil }
        var own: [Double] = []
        var marks: [Mark] = []
        for unit in units {
            let (value, mark) = beginning(position, unit, hasFormula: hasFormula)
            own.append(value.map { Double($0) } ?? .nan)
            marks.append(mark)
        }
        let missing =
            marks.contains(.missing)
            ? alternatives.missing.filter { hasFormula || !$0.isGroup } : []
        let scorings = isCompared ? scorings(position) : []
        let errors = error.map { self.errors($0, own) } ?? []
        guard
            !missing.isEmpty || !scorings.isEmpty || !errors.isEmpty || !points.isEmpty
                || self.marks(position) != nil,
            let path = path(position)
        else { return nil }
        defer { sampledCount += errors.count }
        return LeafValues(
            own: own, marks: marks, substitute: substitute(position),
            peers: groups(.peers).groups, worst: Double(node.scale.least),
            greatest: node.mayExceed ? .infinity : Double(node.scale.greatest), path: path,
            scorings: scorings, points: points, missing: missing, errors: errors,
            firstError: sampledCount)
    }

    /// A value before anything takes its place when it is missing, or why there is none.
    private func beginning(
        _ position: Int, _ unit: Int, hasFormula: Bool
    ) -> (value: Fixed?, mark: Mark) {
        guard let column = assessment.columns[position] else { return (nil, .missing) }
        let isSet = assessment.setOutcome(of: position, at: unit) != nil
        if isSet || column.isFilled(at: unit) {
            let own = hasFormula ? assessment.ownValue(of: position, at: unit) : nil
            return (own, own == nil ? .missing : .score)
        }
        if let value = column.value(at: unit) { return (value, .score) }
        return (nil, Mark(column.states[unit], isFilled: false))
    }

    private func substitute(_ position: Int) -> LeafValues.Substitute {
        switch plan.nodes[position].substitute?.source {
        case .groupMean: .groupMean
        case .groupMedian: .groupMedian
        // Beside what others have, an alternative changes no expected value.
        case .last, .expectationMaximisation:
            .values(
                units.map { unit in
                    let column = assessment.columns[position]
                    return column?.value(at: unit).map { Double($0) } ?? .nan
                })
        case nil: .none
        }
    }

    /// How values become scores by each alternative.
    private mutating func scorings(_ position: Int) -> [Rule] {
        guard case .comparison(let own) = plan.nodes[position].score else { return [] }
        let scale = plan.nodes[position].scale
        return alternatives.scores.compactMap {
            compared(own, $0.kind(on: scale), at: position).map { .compared($0) }
        }
    }

    private mutating func errors(
        _ error: Alternatives.SamplingError, _ own: [Double]
    ) -> [Double] {
        units.enumerated().map { body, unit in
            guard !own[body].isNaN,
                case .number(let size)? = assessment.yield(error.standardError.expression, at: unit)
            else { return .nan }
            if size < .zero {
                problems.append(
                    Diagnostic(
                        .error, "robustness.standard-error", at: error.standardError.source.place,
                        node: plan.nodes[error.node].id,
                        "the standard error is \(size) for "
                            + assessment.evidence.bodies[bodies[body]].id,
                        help: "A standard error is 0 or more"))
            }
            return size == .zero ? .nan : Double(size)
        }
    }
}

extension Alternatives.Missing {
    /// Whether it rests on other bodies.
    var isGroup: Bool {
        switch self {
        case .groupMean, .groupMedian: true
        case .redistribute, .zero, .worst: false
        }
    }
}
