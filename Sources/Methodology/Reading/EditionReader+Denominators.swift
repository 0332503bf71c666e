internal import Arithmetic
internal import Diagnostics
internal import Domain
internal import Expressions

extension EditionReader {
    /// Whether the node says what a denominator of zero means, where there can be one.
    mutating func checkEmpty(_ object: Object, _ formula: Formula) {
        if let own = object["empty"], !divides(formula.expression) {
            reader.fail(
                "empty.unused", own.place, "the value has no denominator that could be zero",
                help: "Leave empty: out")
        }
        if !object.has("empty"), let divisor = zeroDivisor(formula.expression) {
            reader.fail(
                "empty.missing", formula.source.place,
                "the denominator \(formula.source.slice(divisor.range)) can be zero, "
                    + "and nothing says what that means",
                help: "Add empty: not-applicable, missing or excluded")
        }
    }

    private func divides(_ expression: Expression) -> Bool {
        var found = false
        expression.forEach { part in
            switch part.kind {
            case .arithmetic(.divided, _, _): found = true
            case .computed(let table, let index):
                found = found || divides(computed[table][index].formula.expression)
            default: break
            }
        }
        return found
    }

    /// A divisor that can be zero as far as the declarations tell.
    private func zeroDivisor(_ expression: Expression) -> Expression? {
        var found: Expression?
        expression.forEach { part in
            if found == nil, case .arithmetic(.divided, _, let divisor) = part.kind,
                mayBeZero(divisor)
            {
                found = divisor
            }
        }
        return found
    }

    private func mayBeZero(_ expression: Expression) -> Bool {
        func hasZero(_ field: Field) -> Bool {
            (field.least ?? .zero) <= .zero && (field.greatest.map { .zero <= $0 } ?? true)
        }
        switch expression.kind {
        case .number(let literal): return literal.numerator == 0
        case .parameter(let index):
            return parameters[index].values.contains { $0.value.map { $0.sign == 0 } ?? false }
        case .input(let index): return hasZero(scope.schema.inputs[index])
        case .field(let table, let index): return hasZero(scope.schema.tables[table].fields[index])
        case .records(.count, _, _, _), .countTrue, .score: return true
        case .arithmetic(.times, let left, let right), .choice(_, let left, let right):
            return mayBeZero(left) || mayBeZero(right)
        case .arithmetic(.plus, let left, let right): return mayBeZero(left) && mayBeZero(right)
        case .over(_, let parts): return parts.allSatisfy { mayBeZero($0) }
        case .records(_, _, let value?, _), .negated(let value), .absolute(let value),
            .rounded(let value, _, _):
            return mayBeZero(value)
        default: return false
        }
    }
}
