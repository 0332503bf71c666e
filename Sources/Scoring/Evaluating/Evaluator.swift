internal import Arithmetic
internal import Domain
internal import Evidence
internal import Expressions
internal import Methodology

/// Computes expressions with one kind of number.
///
/// Blanks go through: a value that needs one is blank, a condition that needs one cannot be
/// told. Whatever overflows is computed again with ``BigFraction``.
struct Evaluator<N: Number> {
    let ground: Ground
    /// The computed fields that are known so far, by table.
    let computed: [[ComputedColumn]]
    /// The columns of the nodes that are known so far, by node.
    let nodes: [NodeColumn?]
    /// The functions over bodies that are known so far.
    let populations: Populations

    func value(_ expression: Expression, _ row: Row) throws(EvaluationError) -> Value<N> {
        switch expression.kind {
        case .number(let literal):
            return .number(N(numerator: literal.numerator, denominator: literal.denominator))
        case .text(let text): return .text(text)
        case .code(let position): return .ordinal(position)
        case .flag(let flag): return .flag(flag)
        case .ordinal(let number): return .ordinal(number)
        case .period: return .ordinal(ground.evidence.periods[ground.period(of: row.unit)].index)
        case .body: return .text(ground.evidence.bodies[ground.body(of: row.unit)].id)
        case .bodyKind: return .ordinal(ground.kinds[ground.body(of: row.unit)])
        case .input(let input):
            return cell(ground.evidence.inputs[input].column, at: row.unit, .input(input))
        case .field(let table, let field):
            return cell(
                ground.evidence.tables[table].columns[field],
                at: ground.record(of: table, in: row), .field(table: table, field))
        case .computed(let table, let field):
            let record = ground.record(of: table, in: row)
            let found = computed[table][field]
            if let failure = found.failures[record] { throw failure }
            return cell(found.column, at: record, .computed(table: table, field))
        case .parameter(let parameter): return self.parameter(parameter, row)
        case .score(let node):
            return expression.type.isCode ? grade(node, row) : score(node, row)
        case .negated(let part):
            return try unary(part, row) { (number) throws(ArithmeticError) in number.negated }
        case .absolute(let part):
            return try unary(part, row) { (number) throws(ArithmeticError) in
                number.sign < 0 ? number.negated : number
            }
        case .real(let function, let parts): return try real(function, parts, expression, row)
        case .rounded(let part, let digits, let mode):
            return try unary(part, row) { (number) throws(ArithmeticError) in
                N(try number.rounded(to: digits, mode))
            }
        case .arithmetic(let operation, let left, let right):
            return try arithmetic(operation, left, right, row)
        case .difference(let left, let right): return try difference(left, right, row)
        case .choice(let condition, let then, let otherwise):
            switch try value(condition, row) {
            case .flag(let holds): return try value(holds ? then : otherwise, row)
            case let unknown: return unknown
            }
        case .compare, .between, .all, .any, .not, .presence, .quantified:
            return try condition(expression, row)
        case .over, .records, .countTrue: return try aggregate(expression, row)
        case .previous(let part, let periods):
            guard let unit = ground.unit(periods, before: row.unit) else {
                return absent(periods, before: row.unit)
            }
            return try value(part, Row(unit: unit)).met(at: unit)
        case .across(let periods, let part):
            for back in 0..<periods where ground.unit(back, before: row.unit) == nil {
                return absent(back, before: row.unit)
            }
            // Values stand side by side, and each looks back by itself.
            return try value(
                part,
                part.isOverRecords ? Row(unit: row.unit, periods: periods) : Row(unit: row.unit))
        case .population(let function, let population, _, _):
            return try self.population(expression, function, population, row)
        }
    }

    private func absent(_ periods: Int, before unit: Int) -> Value<N> {
        let index = ground.evidence.periods[ground.period(of: unit)].index - periods
        return .blank(Absence(presence: .unknown, origin: .period(index)))
    }

    /// The number that a name alone stands for, digit for digit; `nil` for all that is counted.
    func kept(_ expression: Expression, _ row: Row) -> Fixed? {
        guard expression.type.isNumeric else { return nil }
        return switch expression.kind {
        case .input(let input): ground.evidence.inputs[input].column.number(at: row.unit)
        case .field(let table, let field):
            ground.evidence.tables[table].columns[field]
                .number(at: ground.record(of: table, in: row))
        case .computed(let table, let field):
            // What failed for the record holds a neutral number; it is told by the value.
            computed[table][field].failures[ground.record(of: table, in: row)] == nil
                ? computed[table][field].column.number(at: ground.record(of: table, in: row)) : nil
        case .score(let node): nodes[node]?.score(at: row.unit)
        default: nil
        }
    }

    private func cell(
        _ column: Column, at row: Int, _ origin: @autoclosure () -> Origin
    ) -> Value<N> {
        let presence = column.presence(at: row)
        guard presence == .known else {
            return .blank(Absence(presence: presence, origin: origin()))
        }
        return switch column.values {
        case .numbers(let values): .number(N(values[row]))
        case .codes(let values), .periods(let values), .dates(let values):
            .ordinal(Int(values[row]))
        case .texts(let values): .text(values[row])
        case .flags(let values): .flag(values[row])
        }
    }

    private func parameter(_ parameter: Int, _ row: Row) -> Value<N> {
        guard let value = ground.parameters[ground.period(of: row.unit)][parameter] else {
            return .blank(Absence(presence: .unknown, origin: .parameter(parameter)))
        }
        return .number(N(numerator: value.numerator, denominator: value.denominator))
    }

    private func score(_ node: Int, _ row: Row) -> Value<N> {
        guard let column = nodes[node] else {
            preconditionFailure("a node is computed before what it depends on")
        }
        let period = ground.period(of: row.unit)
        guard ground.isScored[period] else {
            let index = ground.evidence.periods[period].index
            return .blank(Absence(presence: .unknown, origin: .unscored(index)))
        }
        if let score = column.score(at: row.unit) { return .number(N(score)) }
        let presence: Presence =
            switch column.states[row.unit] {
            case .notApplicable: .notApplicable
            case .excluded: .withheld
            case .missing, .score: .unknown
            }
        return .blank(Absence(presence: presence, origin: .score(node)))
    }

    /// The position of a node's grade, as that of a code's word.
    private func grade(_ node: Int, _ row: Row) -> Value<N> {
        guard let score = nodes[node]?.score(at: row.unit) else { return self.score(node, row) }
        return .ordinal(score.gradePosition)
    }

    private func unary(
        _ part: Expression, _ row: Row, _ body: (N) throws(ArithmeticError) -> N
    ) throws(EvaluationError) -> Value<N> {
        let value = try value(part, row)
        guard case .number(let number) = value else { return value }
        do { return .number(try body(number)) } catch { throw overflow(part, row) }
    }

    private func arithmetic(
        _ operation: Operator, _ left: Expression, _ right: Expression, _ row: Row
    ) throws(EvaluationError) -> Value<N> {
        let first = try value(left, row)
        let second = try value(right, row)
        if operation == .divided, case .number(let divisor) = second, divisor.sign == 0 {
            // A denominator is empty whether or not what stands above it is known.
            throw EvaluationError(kind: .divisionByZero, range: right.range, row: row)
        }
        if let absence = Value.absence(first, second) { return .blank(absence) }
        guard case .number(let one) = first, case .number(let other) = second else {
            preconditionFailure("the type checker lets only numbers be counted with")
        }
        do {
            switch operation {
            case .plus: return .number(try one.adding(other))
            case .minus: return .number(try one.subtracting(other))
            case .times: return .number(try one.multiplied(by: other))
            default: return .number(try one.divided(by: other))
            }
        } catch {
            throw overflow(left, row)
        }
    }

    private func real(
        _ function: RealFunction, _ parts: [Expression], _ expression: Expression, _ row: Row
    ) throws(EvaluationError) -> Value<N> {
        var numbers: [N] = []
        var blank: Absence?
        for part in parts {
            switch try value(part, row) {
            case .number(let number): numbers.append(number)
            case .blank(let absence):
                blank = blank.map { Absence.graver($0, absence) } ?? absence
            case .flag, .ordinal, .text:
                preconditionFailure("the type checker lets only numbers be counted with")
            }
        }
        if let blank { return .blank(blank) }
        do { return .number(try N.value(of: function, numbers)) } catch {
            guard error == .outsideDomain else { throw overflow(expression, row) }
            // What is too large to be shown is told without its figure.
            throw EvaluationError(
                kind: .outsideDomain(function, try? numbers[0].stepResult()),
                range: parts[0].range, row: row)
        }
    }

    private func difference(
        _ left: Expression, _ right: Expression, _ row: Row
    ) throws(EvaluationError) -> Value<N> {
        let first = try value(left, row)
        let second = try value(right, row)
        if let absence = Value.absence(first, second) { return .blank(absence) }
        guard case .ordinal(let one) = first, case .ordinal(let other) = second else {
            preconditionFailure("the type checker lets only dates and periods be set apart")
        }
        return .number(N(numerator: Int128(one - other), denominator: 1))
    }

    func overflow(_ expression: Expression, _ row: Row) -> EvaluationError {
        EvaluationError(kind: .overflow, range: expression.range, row: row)
    }
}

extension Column {
    /// The number in a row; `nil` for a blank, and for what is no number.
    fileprivate func number(at row: Int) -> Fixed? {
        guard case .numbers(let values) = values, presence(at: row) == .known else { return nil }
        return values[row]
    }
}
