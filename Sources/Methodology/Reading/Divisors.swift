internal import Arithmetic
internal import Domain
internal import Expressions

/// Finds denominators that can be zero as far as the declarations tell, and numbers that a root
/// or a logarithm does not take.
///
/// Ranges of inputs, fields and parameters are carried through a formula by interval
/// arithmetic. A condition that is looked at before the division counts: the one of IF, what
/// stands before it in AND or OR, and what follows WHERE.
struct Divisors {
    let schema: EvidenceSchema
    let parameters: [Plan.Parameter]
    /// What is known of the computed fields so far.
    let fields: [[ComputedRange]]
    /// Between what the score of each node lies.
    let scores: (Int) -> Interval

    /// What is known of a computed field.
    struct ComputedRange {
        let range: Interval
        /// Whether it has a denominator, itself or in the fields it uses.
        let divides: Bool
        /// The first denominator that can be zero, itself or in the fields it uses.
        let divisor: Divisor?
    }

    /// A denominator that can be zero, or a number that a function may not take.
    struct Divisor {
        /// As it stands in the formula.
        let text: String
        /// The function that may not take it; `nil` for a denominator.
        let function: RealFunction?
        /// The condition under which there is a result.
        let condition: String
        /// The computed field in whose formula it stands; `nil` for the formula itself.
        let field: String?

        /// As in `the denominator received can be zero`.
        var fault: String {
            let whole = text + (field.map { " of the computed field \($0)" } ?? "")
            return switch function {
            case nil: "the denominator \(whole) can be zero"
            case .squareRoot?: "\(whole) can be below zero, and SQRT takes a root of it"
            case let function?: "\(whole) can be zero or less, and \(function.rawValue) takes it"
            }
        }

        /// What to do before, as in `Ask before it divides`.
        var before: String { function == nil ? "Ask before it divides" : "Ask before" }
    }

    func computedRange(_ formula: Formula, id: String) -> ComputedRange {
        ComputedRange(
            range: range(formula.expression, Facts()), divides: divides(formula.expression),
            divisor: first(in: formula).map {
                Divisor(
                    text: $0.text, function: $0.function, condition: $0.condition,
                    field: $0.field ?? id)
            })
    }

    /// Whether there is any denominator, also in the computed fields that are used.
    func divides(_ expression: Expression) -> Bool {
        expression.contains { part in
            switch part.kind {
            case .arithmetic(.divided, _, _): true
            case .real(let function, _): function != .exponential
            case .computed(let table, let index): fields[table][index].divides
            default: false
            }
        }
    }

    /// The first denominator that can be zero where the conditions hold.
    func first(in formula: Formula, where conditions: [Formula] = []) -> Divisor? {
        first(in: formula.expression, Facts(where: conditions), formula.source)
    }

    func first(
        in expression: Expression, _ facts: Facts, _ source: FormulaText
    ) -> Divisor? {
        switch expression.kind {
        case .computed(let table, let index): return fields[table][index].divisor
        case .arithmetic(.divided, let left, let right):
            return first(in: left, facts, source) ?? first(in: right, facts, source)
                ?? divisor(right, facts, source)
        case .real(let function, let parts):
            for part in parts {
                if let found = first(in: part, facts, source) { return found }
            }
            guard canLeaveDomain(function, parts, facts) else { return nil }
            let text = source.slice(parts[0].range)
            return Divisor(
                text: text, function: function,
                condition: text + (function == .squareRoot ? " >= 0" : " > 0"), field: nil)
        case .choice(let condition, let then, let otherwise):
            return first(in: condition, facts, source)
                ?? first(in: then, facts.where(condition, true), source)
                ?? first(in: otherwise, facts.where(condition, false), source)
        case .all(let parts), .any(let parts):
            let isAll = if case .all = expression.kind { true } else { false }
            var known = facts
            for part in parts {
                if let found = first(in: part, known, source) { return found }
                known.add(part, isAll)
            }
            return nil
        case .records(_, _, let value, let condition):
            return within(condition, then: value, facts, source)
        case .quantified(_, _, let test, let condition):
            return within(condition, then: test, facts, source)
        case .population(_, _, let value, let condition):
            return within(condition, then: value, Facts(), source)
        // What is known of the present is not known of the past.
        case .previous(let part, _), .across(_, let part): return first(in: part, Facts(), source)
        default:
            for part in expression.parts {
                if let found = first(in: part, facts, source) { return found }
            }
            return nil
        }
    }

    /// Within the records for which a condition holds.
    private func within(
        _ condition: Expression?, then value: Expression?, _ facts: Facts, _ source: FormulaText
    ) -> Divisor? {
        let outer = facts.withinRecords
        if let found = condition.flatMap({ first(in: $0, outer, source) }) { return found }
        let inner = condition.map { outer.where($0, true) } ?? outer
        return value.flatMap { first(in: $0, inner, source) }
    }

    private func divisor(
        _ expression: Expression, _ facts: Facts, _ source: FormulaText
    ) -> Divisor? {
        let range = range(expression, facts)
        guard !range.excludesZero else { return nil }
        let text = source.slice(expression.range)
        return Divisor(
            text: text, function: nil,
            condition: text + (range.isAtLeastZero ? " > 0" : " <> 0"), field: nil)
    }
}
