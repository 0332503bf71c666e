internal import Arithmetic
internal import Expressions
internal import Methodology

extension Scorer {
    /// The value of a leaf, or why there is none.
    func takeValue(
        _ formula: Formula, _ empty: Node.EmptyRule?, _ walk: inout Walk
    ) throws(Failure) {
        let result: StepValue
        do {
            result = try engine.step(formula.expression, walk.row)
        } catch {
            guard error.kind != .overflow, let empty else {
                throw ground.failure(error, in: formula, node: walk.node.id)
            }
            stop(empty.state, Self.reason(error, walk), &walk)
            return
        }
        switch result {
        case .number(let value): try take(value, formula, &walk)
        case .ordinal(let word): try take(walk.node.coding[word], formula, &walk)
        case .blank(let absence): stop(absence.state, .blank(absence.origin), &walk)
        case .flag, .text:
            preconditionFailure("the checker lets only numbers be the value of a node")
        }
    }

    private func take(
        _ value: Fixed, _ formula: Formula, _ walk: inout Walk
    ) throws(Failure) {
        walk.computation.value = value
        walk.computation.outcome = .score(value)
        walk.interval = try interval(of: value, formula, walk)
    }

    /// Why a value that cannot be computed is empty.
    private static func reason(_ error: EvaluationError, _ walk: Walk) -> Reason {
        if case .outsideDomain(let function, let number) = error.kind {
            return .outsideDomain(
                DomainFault(
                    function: function, number: number, range: error.range,
                    field: error.field.map { .computed(table: $0.table, $0.field) },
                    unit: error.row.unit))
        }
        if let field = error.field {
            return .emptyField(table: field.table, field.field, error.range)
        }
        return error.row.unit == walk.unit
            ? .emptyDenominator(error.range) : .emptyElsewhere(error.row.unit, error.range)
    }

    /// Puts a supposed value in the place of the one that a leaf has.
    func suppose(_ walk: inout Walk) {
        guard let supposed = ground.supposed.leaves[walk.position]?[walk.unit],
            let value = walk.computation.value
        else { return }
        walk.computation.supposedFor = value
        walk.computation.value = supposed
        walk.computation.outcome = .score(supposed)
        walk.interval = Bounds(supposed, supposed)
    }

    /// A leaf without a value: nothing further along its path narrows what it can become.
    private func stop(_ state: State, _ reason: Reason, _ walk: inout Walk) {
        walk.computation.outcome = .none(state, reason)
        walk.interval = state == .notApplicable ? nil : wholeRange(walk)
    }

    func wholeRange(_ walk: Walk) -> Bounds { walk.node.wholeRange }

    /// What the value can become when the units it leaves out are settled; `nil` for anything
    /// on the scale.
    private func interval(
        of value: Fixed, _ formula: Formula, _ walk: Walk
    ) throws(Failure) -> Bounds? {
        if restsOnOpen(formula, walk.unit) { return nil }
        guard case .share(let unknownFormula, let ofFormula) = walk.node.bounds else {
            return Bounds(value, value)
        }
        guard case .number(let unknown) = try step(unknownFormula, walk),
            case .number(let all) = try step(ofFormula, walk), all > .zero, unknown <= all,
            unknown >= .zero
        else { return nil }
        if unknown == all { return Bounds(.zero, .hundred) }
        do {
            let lower = ShareBound(value: value, unknown: unknown, all: all, isUpper: false)
            let upper = ShareBound(value: value, unknown: unknown, all: all, isUpper: true)
            return Bounds(
                try ground.numbers.result(of: lower), try ground.numbers.result(of: upper))
        } catch {
            throw tooLarge(walk)
        }
    }

    /// Whether a formula uses the score of a node that can still change.
    func restsOnOpen(_ formula: Formula, _ unit: Int) -> Bool {
        restsOnOpen(formula.expression, unit)
    }

    private func restsOnOpen(_ expression: Expression, _ unit: Int) -> Bool {
        switch expression.kind {
        case .score(let node): return columns[node]?.isOpen(at: unit) ?? false
        case .previous(let part, let periods):
            return ground.unit(periods, before: unit).map { restsOnOpen(part, $0) } ?? false
        case .across(let periods, let part) where part.isOverRecords:
            return (0..<periods).contains { back in
                ground.unit(back, before: unit).map { restsOnOpen(part, $0) } ?? false
            }
        default: return expression.parts.contains { restsOnOpen($0, unit) }
        }
    }
}

/// An end of what a share can become of which some of the counted are open.
///
///     lower = value · (N − U) / N, upper = lower + 100 · U / N
private struct ShareBound: Step {
    let value: Fixed
    let unknown: Fixed
    let all: Fixed
    let isUpper: Bool

    func number<N: Number>(_: N.Type) throws(ArithmeticError) -> N {
        let (unknown, all) = (N(unknown), N(all))
        let lower = try N(value).multiplied(by: all.subtracting(unknown)).divided(by: all)
        guard isUpper else { return lower }
        return try lower.adding(N(Fixed.hundred).multiplied(by: unknown).divided(by: all))
    }
}

extension Node.EmptyRule {
    /// What the node becomes.
    var state: State {
        switch self {
        case .notApplicable: .notApplicable
        case .missing: .missing
        case .excluded: .excluded
        }
    }
}

extension Node {
    /// The bounds the leaf declares, or its scale.
    var wholeRange: Bounds {
        if case .fixed(let scale) = bounds { return Bounds(scale.least, scale.greatest) }
        return Bounds(scale.least, scale.greatest)
    }
}
