internal import Arithmetic
internal import Diagnostics
internal import Expressions
internal import Methodology

extension Scorer {
    /// What the children of a node weigh for a body.
    enum Weighing {
        /// A whole number for each child, in proportion to its weight.
        case weights([Int64])
        /// The weight of a child, by its position among the nodes, needs something blank.
        case blank(child: Int, Origin)
        /// What a part of the weights is in proportion to sums to 0.
        case nothing(part: Int)
    }

    func weighing(
        _ weights: Node.Weights, of node: Node, _ unit: Int
    ) throws(Failure) -> Weighing {
        switch weights {
        case .fixed(let weights): .weights(weights[ground.kinds[ground.body(of: unit)]])
        case .computed(let parts): try computed(parts, of: node, unit)
        }
    }

    /// The children's shares over 10^18.
    private func computed(
        _ parts: [Node.WeightPart], of node: Node, _ unit: Int
    ) throws(Failure) -> Weighing {
        var shares: [WeightShare.Part] = []
        for (index, part) in parts.enumerated() {
            guard let size = size(of: part, unit) else {
                let child = node.children.first ?? 0
                if case .parameter(let parameter) = part.size {
                    return .blank(child: child, .parameter(parameter))
                }
                preconditionFailure("only a parameter can have no value")
            }
            guard size.sign != 0 else { continue }
            guard let formulas = part.formulas else {
                shares.append(WeightShare.Part(size: size, values: nil))
                continue
            }
            var values: [Fixed] = []
            for (child, formula) in zip(node.children, formulas) {
                switch try weight(formula, of: child, unit) {
                case .number(let value): values.append(value)
                case .blank(let absence): return .blank(child: child, absence.origin)
                case .flag, .ordinal, .text:
                    preconditionFailure("the checker lets only numbers be a weight")
                }
            }
            var sum = WideSum()
            for value in values { sum.add(value) }
            guard !sum.isZero else { return .nothing(part: index) }
            shares.append(WeightShare.Part(size: size, values: (values, sum)))
        }
        var weights: [Int64] = []
        for index in node.children.indices {
            let share = WeightShare(parts: shares, index: index, count: node.children.count)
            guard let result = try? ground.numbers.result(of: share),
                let weight = Int64(exactly: result.raw)
            else {
                preconditionFailure("a share is from 0 to 1")
            }
            weights.append(weight)
        }
        return .weights(weights)
    }

    /// `nil` when the parameter is not known.
    private func size(of part: Node.WeightPart, _ unit: Int) -> Fraction? {
        switch part.size {
        case .number(let number): number
        case .parameter(let parameter): ground.parameters[ground.period(of: unit)][parameter]
        }
    }

    private func weight(
        _ formula: Formula, of child: Int, _ unit: Int
    ) throws(Failure) -> StepValue {
        let node = ground.plan.nodes[child].id
        let value: StepValue
        do { value = try engine.step(formula.expression, Row(unit: unit)) } catch {
            throw ground.failure(error, in: formula, node: node)
        }
        guard case .number(let number) = value, number < .zero else { return value }
        throw Failure(
            diagnostic: Diagnostic(
                .error, "weight.negative", at: formula.source.place, node: node,
                "the weight is \(number) for \(ground.name(of: unit))",
                help: "Weights are 0 or more; write MAX(…, 0) where less is none"))
    }
}

/// The share of one child in weights that are computed.
struct WeightShare: Step {
    /// A part of the weights, and what the children have of it in proportion to.
    struct Part {
        let size: Fraction
        /// One for each child, and their sum; `nil` where all have the same.
        let values: (each: [Fixed], sum: WideSum)?
    }

    let parts: [Part]
    /// Which child.
    let index: Int
    /// How many there are.
    let count: Int

    func number<N: Number>(_: N.Type) throws(ArithmeticError) -> N {
        var share = N(numerator: 0, denominator: 1)
        for part in parts {
            var own = N(numerator: 1, denominator: Int128(count))
            if let (each, sum) = part.values {
                own = try N(each[index]).divided(by: N(sum, dividedBy: 1))
            }
            let size = N(numerator: part.size.numerator, denominator: part.size.denominator)
            share = try share.adding(own.multiplied(by: size))
        }
        return share
    }
}
