internal import Arithmetic
internal import Domain
public import Expressions
public import Locales
internal import Methodology

/// Says a formula in words, by recursion over what it computes.
///
/// Names stand in quotes and numbers as the language writes them. Parentheses stand wherever words
/// alone could be grouped in two ways.
struct FormulaWording {
    let rules: RuleWording
    /// The table for whose records it is computed; `nil` for the body.
    var table: Int?

    var phrases: Phrases { rules.phrases }

    /// Formulas of more operations are only shown as they are written.
    static let mostOperations = 25

    /// The formula in words; `nil` where it is too deep to read so.
    func words(_ formula: Formula) -> Phrase? { words(formula.expression) }

    /// The expression in words; `nil` where it is too deep to read so.
    func words(_ expression: Expression) -> Phrase? {
        var operations = 0
        expression.forEach { operations += $0.parts.isEmpty ? 0 : 1 }
        return operations <= Self.mostOperations ? phrase(expression) : nil
    }

    /// What an expression is, as a noun; a condition as a sentence.
    func phrase(_ expression: Expression) -> Phrase {
        if case .flag = expression.type { return condition(expression) }
        switch expression.kind {
        case .number, .text, .code, .flag, .ordinal, .input, .field, .computed, .parameter, .score,
            .period, .body, .bodyKind:
            return atom(expression)
        case .negated(let value): return phrases.formulaNegative(value: grouped(value))
        case .arithmetic(let sign, let left, let right): return arithmetic(sign, left, right)
        case .difference(let left, let right):
            return expression.type == .days
                ? phrases.formulaDaysBetween(from: grouped(right), to: grouped(left))
                : phrases.formulaPeriodsBetween(from: grouped(right), to: grouped(left))
        case .choice(let condition, let then, let otherwise):
            return phrases.formulaChoice(
                condition: self.condition(condition), then: phrase(then),
                otherwise: phrase(otherwise))
        case .rounded(let value, let digits, let mode):
            return phrases.formulaRounded(
                value: grouped(value), digits: digits, mode: rules.mode(mode))
        case .absolute(let value): return phrases.formulaAbsolute(value: grouped(value))
        case .real(let function, let values): return real(function, values)
        case .over(let function, let values): return self.function(function, of: list(values))
        case .records(let function, let table, let value, let condition):
            return records(function, table, value, condition)
        case .countTrue(let conditions):
            return phrases.formulaCountTrue(list: list(conditions))
        case .population(let function, let population, let value, let condition):
            return bodies(function, population.reach, value, condition)
        case .previous(let value, let periods):
            return phrases.formulaPeriodsBefore(value: grouped(value), periods: periods)
        case .across(let periods, let value):
            return phrases.formulaAcrossPeriods(value: phrase(value), periods: periods)
        case .compare, .between, .all, .any, .not, .presence, .quantified:
            return condition(expression)
        }
    }

    /// Within parentheses unless it is one name or number.
    func grouped(_ expression: Expression) -> Phrase {
        isAtom(expression) ? phrase(expression) : phrase(expression).grouped
    }

    /// Several in parentheses.
    private func list(_ values: [Expression]) -> Phrase {
        values.map(phrase).joined(separator: rules.separator).grouped
    }

    // MARK: Arithmetic

    private func arithmetic(_ sign: Operator, _ left: Expression, _ right: Expression) -> Phrase {
        let isSum = sign == .plus || sign == .minus
        let (left, right) = (first(left, ofSum: isSum), second(right))
        return switch sign {
        case .plus: phrases.formulaPlus(left: left, right: right)
        case .minus: phrases.formulaMinus(left: left, right: right)
        case .times: phrases.formulaTimes(left: left, right: right)
        default: phrases.formulaDivided(left: left, right: right)
        }
    }

    /// What is added to or divided: a comma says where it ends.
    private func first(_ value: Expression, ofSum isSum: Bool) -> Phrase {
        if isAtom(value) {
            return isSum ? phrase(value) : comma(phrase(value))
        }
        switch value.kind {
        case .arithmetic(.plus, _, _), .arithmetic(.minus, _, _):
            return isSum ? phrase(value) : comma(phrase(value).grouped)
        case .arithmetic, .records, .over, .population, .real, .countTrue, .difference:
            return "\(phrase(value)),"
        default: return isSum ? phrase(value).grouped : comma(phrase(value).grouped)
        }
    }

    /// A participle follows in Russian.
    private func comma(_ value: Phrase) -> Phrase {
        rules.locale == .russian ? "\(value)," : value
    }

    private func second(_ value: Expression) -> Phrase {
        switch value.kind {
        case .records, .over, .population, .real, .countTrue: phrase(value)
        default: grouped(value)
        }
    }

    // MARK: Names and numbers

    func isAtom(_ expression: Expression) -> Bool {
        switch expression.kind {
        case .number, .text, .code, .flag, .ordinal, .input, .field, .computed, .parameter, .score,
            .period, .body, .bodyKind:
            true
        case .negated(let value): if case .number = value.kind { true } else { false }
        default: false
        }
    }

    /// A name or a number.
    func atom(_ expression: Expression) -> Phrase {
        switch expression.kind {
        case .number(let literal): return number(literal, expression.type)
        case .text(let text): return .code("\"\(text)\"")
        case .code(let word):
            guard case .code(let words) = expression.type, words.indices.contains(word) else {
                return .code("\(word)")
            }
            return .code("\"\(words[word])\"")
        case .flag(let isTrue): return Phrase(isTrue ? phrases.formulaYes : phrases.formulaNo)
        case .ordinal(let number): return ordinal(number, expression.type)
        case .input(let input): return rules.name(of: rules.plan.schema.inputs[input])
        case .field(let table, let field):
            return of(table, rules.name(of: rules.plan.schema.tables[table].fields[field]))
        case .computed(let table, let field):
            return of(table, rules.quoted(.code(rules.plan.computed[table][field].id)))
        case .parameter(let parameter): return rules.parameter(parameter)
        case .score(let node):
            let name = rules.quoted(rules.nodeName(node))
            return rules.plan.nodes[node].isGraded
                ? phrases.formulaGradeOf(node: name) : phrases.formulaScoreOf(node: name)
        case .period: return Phrase(phrases.formulaPeriod)
        case .body: return Phrase(phrases.formulaBody)
        case .bodyKind: return Phrase(phrases.formulaKind)
        default: return phrase(expression)
        }
    }

    /// A field is named with its table where that is not the one at hand.
    private func of(_ table: Int, _ name: Phrase) -> Phrase {
        table == self.table
            ? name : phrases.formulaFieldOf(field: name, table: rules.name(ofTable: table))
    }

    private func number(_ literal: Expression.Literal, _ type: ValueType) -> Phrase {
        let number = Fraction(numerator: literal.numerator, denominator: literal.denominator)
        if literal.text.hasSuffix("%") { return rules.share(number.reduced) }
        return type == .days
            ? rules.amount(number.reduced, .days) : rules.figure(exact: number.reduced.description)
    }

    private func ordinal(_ number: Int, _ type: ValueType) -> Phrase {
        if type == .date { return rules.day(Day(number: Int32(clamping: number))) }
        let period = Period(rules.plan.schema.periodForm, index: number).description
        return .figure(exact: period, shown: period)
    }
}

extension RuleWording {
    /// A parameter with its value, where it has one for all days.
    func parameter(_ position: Int) -> Phrase {
        let parameter = plan.parameters[position]
        let name = quoted(parameterName(position))
        guard let only = parameter.values.first, parameter.values.count == 1 else { return name }
        let value =
            only.value.map { amount($0, parameter.type) }
            ?? Phrase(phrases.formulaParameterUnknown)
        return "\(name) (\(value))"
    }

    /// A formula in words; `nil` where it is too deep to read it so.
    ///
    /// - Parameters:
    ///   - formula: One of the plan.
    ///   - table: The table for whose records it is computed; `nil` for the body.
    /// - Returns: A sentence without a full stop.
    public func inWords(_ formula: Formula, table: Int? = nil) -> Phrase? {
        self.formula(formula, table: table).words
    }

    /// A formula in words where it can be read so, and as it is written.
    func formula(
        _ formula: Formula, table: Int? = nil
    ) -> (words: Phrase?, code: Phrase) {
        (
            FormulaWording(rules: self, table: table).words(formula),
            .code(formula.source.text.split(whereSeparator: \.isNewline).joined(separator: " "))
        )
    }
}
