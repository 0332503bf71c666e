internal import Domain
internal import Expressions
internal import Locales

/// Conditions as sentences.
extension FormulaWording {
    func condition(_ expression: Expression) -> Phrase {
        switch expression.kind {
        case .compare(let sign, let left, let right): return comparison(sign, left, right)
        case .between(let value, let low, let high):
            return phrases.formulaBetween(
                value: subject(value), low: grouped(low), high: grouped(high))
        case .all(let parts):
            return joined(flat(parts, areAll: true)) { phrases.formulaAnd(left: $0, right: $1) }
        case .any(let parts):
            return joined(flat(parts, areAll: false)) { phrases.formulaOr(left: $0, right: $1) }
        case .not(let value):
            if isAtom(value) { return phrases.formulaFalse(value: atom(value)) }
            return phrases.formulaNot(condition: condition(value).grouped)
        case .presence(let value, let test, let isNegated):
            return presence(subject(value), test, isNegated)
        case .quantified(let isUniversal, let table, let test, let condition):
            return quantified(isUniversal, table, test, condition)
        case .choice(let condition, let then, let otherwise):
            return phrases.formulaChoice(
                condition: self.condition(condition), then: self.condition(then),
                otherwise: self.condition(otherwise))
        case .previous(let value, let periods):
            return phrases.formulaPeriodsBefore(value: condition(value).grouped, periods: periods)
        case .across(let periods, let value):
            return phrases.formulaAcrossPeriods(value: condition(value), periods: periods)
        case .flag: return atom(expression)
        default:
            return isAtom(expression)
                ? phrases.formulaTrue(value: atom(expression)) : phrase(expression)
        }
    }

    /// What is spoken of in a condition.
    private func subject(_ value: Expression) -> Phrase {
        switch value.kind {
        case .records, .over, .population, .real, .countTrue: phrase(value)
        default: grouped(value)
        }
    }

    private func comparison(_ sign: Operator, _ left: Expression, _ right: Expression) -> Phrase {
        if case .flag = left.type { return truth(isSame: sign == .equal, left, right) }
        let (left, right) = (subject(left), grouped(right))
        return switch sign {
        case .equal: phrases.formulaEqual(left: left, right: right)
        case .unequal: phrases.formulaUnequal(left: left, right: right)
        case .less: phrases.formulaLess(left: left, right: right)
        case .atMost: phrases.formulaAtMost(left: left, right: right)
        case .greater: phrases.formulaGreater(left: left, right: right)
        default: phrases.formulaAtLeast(left: left, right: right)
        }
    }

    /// Two conditions that are compared.
    private func truth(isSame: Bool, _ left: Expression, _ right: Expression) -> Phrase {
        for (literal, other) in [(left, right), (right, left)] {
            guard case .flag(let isTrue) = literal.kind else { continue }
            guard isTrue == isSame else {
                return isAtom(other)
                    ? phrases.formulaFalse(value: atom(other))
                    : phrases.formulaNot(condition: condition(other).grouped)
            }
            return condition(other)
        }
        let (left, right) = (condition(left), condition(right))
        return isSame
            ? phrases.formulaSameTruth(left: left, right: right)
            : phrases.formulaOtherTruth(left: left, right: right)
    }

    /// Conditions of one kind within one another, side by side.
    private func flat(_ parts: [Expression], areAll: Bool) -> [Expression] {
        parts.flatMap { part in
            switch part.kind {
            case .all(let inner) where areAll: flat(inner, areAll: areAll)
            case .any(let inner) where !areAll: flat(inner, areAll: areAll)
            default: [part]
            }
        }
    }

    /// Conditions side by side; those that have parts themselves stand in parentheses.
    private func joined(
        _ parts: [Expression], _ join: (Phrase, Phrase) -> Phrase
    ) -> Phrase {
        let sentences = parts.map { part in
            switch part.kind {
            case .all, .any, .choice, .quantified: condition(part).grouped
            default: condition(part)
            }
        }
        guard let first = sentences.first else { return Phrase(phrases.formulaYes) }
        return sentences.dropFirst().reduce(first, join)
    }

    private func presence(_ value: Phrase, _ test: PresenceTest, _ isNegated: Bool) -> Phrase {
        switch (test, isNegated) {
        case (.known, false): phrases.formulaKnown(value: value)
        case (.known, true): phrases.formulaNotKnown(value: value)
        case (.unknown, false): phrases.formulaNoData(value: value)
        case (.unknown, true): phrases.formulaNotNoData(value: value)
        case (.withheld, false): phrases.formulaWithheld(value: value)
        case (.withheld, true): phrases.formulaNotWithheld(value: value)
        case (.notApplicable, false): phrases.formulaNotApplicable(value: value)
        case (.notApplicable, true): phrases.formulaNotNotApplicable(value: value)
        }
    }

    private func quantified(
        _ isUniversal: Bool, _ table: Int, _ test: Expression, _ condition: Expression?
    ) -> Phrase {
        let inner = FormulaWording(rules: rules, table: table)
        let (name, test) = (rules.name(ofTable: table), inner.condition(test))
        switch (isUniversal, condition.map(inner.condition)) {
        case (true, nil): return phrases.formulaEveryRecord(table: name, test: test)
        case (true, let condition?):
            return phrases.formulaEveryRecordWhere(table: name, condition: condition, test: test)
        case (false, nil): return phrases.formulaAnyRecord(table: name, test: test)
        case (false, let condition?):
            return phrases.formulaAnyRecordWhere(table: name, condition: condition, test: test)
        }
    }
}
