internal import Arithmetic
internal import Diagnostics
internal import Expressions

extension EditionReader {
    /// What the declarations tell about denominators, as far as they are read.
    var divisors: Divisors {
        Divisors(
            schema: scope.schema, parameters: parameters, fields: computedRanges,
            scores: { scoreRange(of: $0) })
    }

    /// Whether the node says what a denominator of zero means, where there can be one.
    mutating func checkEmpty(_ object: Object, _ formula: Formula) {
        let divisors = divisors
        if let own = object["empty"], !divisors.divides(formula.expression) {
            reader.fail(
                "empty.unused", own.place, "the value has no denominator that could be zero",
                help: "Leave empty: out")
        }
        if !object.has("empty"), let divisor = divisors.first(in: formula) {
            reader.fail(
                "empty.missing", formula.source.place,
                "\(divisor.fault), and nothing says what that means",
                help: "Add empty: not-applicable, missing or excluded")
        }
    }

    /// A formula for which nothing says what a denominator of zero means, so that none can be
    /// where the conditions hold.
    mutating func guardedFormula(
        _ yaml: YAML, level: Int? = nil, expecting: Formula.Expectation,
        literals: Formula.Literals = .named, where conditions: [Formula] = []
    ) -> Formula? {
        let formula = formula(yaml, level: level, expecting: expecting, literals: literals)
        guard let formula, let divisor = divisors.first(in: formula, where: conditions) else {
            return formula
        }
        let isCondition = expecting == .condition && divisor.field == nil
        reader.fail(
            "formula.zero", formula.source.place,
            "\(divisor.fault), and empty: holds for values alone",
            help: "\(divisor.before), "
                + (divisor.field == nil ? "as in " : "where the field is computed, as in ")
                + (isCondition
                    ? "\(divisor.condition) AND …" : "IF(\(divisor.condition), …, 0)"))
        return formula
    }

    /// Between what the score of a node lies, as it is declared; what is wrong is told elsewhere.
    private func scoreRange(of node: Int) -> Interval {
        let object = drafts[node].object
        let least =
            object["min"].map { $0.scalar.flatMap { try? Fixed($0) } } ?? scale.least
        return Interval(least.map { Fraction($0) }, nil)
    }
}
