internal import Arithmetic
internal import Diagnostics
internal import Domain

extension TypeChecker {
    mutating func call(
        _ function: String, _ arguments: [Syntax.Argument], _ syntax: Syntax, level: Int?
    ) -> Expression? {
        guard isKnown(function, syntax), hasNumbers(for: function, syntax) else { return nil }
        if let over = arguments.compactMap(\.over).first {
            return population(function, arguments, over, syntax, level: level)
        }
        if let aggregate = Aggregate(rawValue: function) {
            return self.aggregate(aggregate, arguments, syntax, level: level)
        }
        if function == "ALL" || function == "ANY" {
            return quantified(function, arguments, syntax, level: level)
        }
        if let condition = arguments.compactMap(\.condition).first {
            fail(
                "formula.where", condition, "WHERE stands within \(function)",
                help: "WHERE belongs to \(Aggregate.names), ALL and ANY")
            return nil
        }
        return plain(function, arguments.map(\.value), syntax, level: level)
    }

    /// Functions of a fixed number of arguments without conditions.
    private mutating func plain(
        _ function: String, _ arguments: [Syntax], _ syntax: Syntax, level: Int?
    ) -> Expression? {
        func made(_ kind: Expression.Kind, _ type: ValueType) -> Expression {
            Expression(kind: kind, type: type, range: syntax.range)
        }
        switch function {
        case "AND", "OR":
            let parts = arguments.map { condition($0, level: level) }
            guard hasCount(arguments, 2..., function, syntax) else { return nil }
            let conditions = parts.compactMap { $0 }
            guard conditions.count == parts.count else { return nil }
            return made(function == "AND" ? .all(conditions) : .any(conditions), .flag)
        case "IF":
            guard hasCount(arguments, 3...3, function, syntax) else { return nil }
            return choice(arguments, syntax, level: level)
        case "ABS":
            guard hasCount(arguments, 1...1, function, syntax),
                let value = check(arguments[0], level: level, expecting: .number)
            else { return nil }
            return made(.absolute(value), value.type)
        case "ROUND":
            guard hasCount(arguments, 2...3, function, syntax) else { return nil }
            return rounded(arguments, syntax, level: level)
        case "PREVIOUS":
            guard hasCount(arguments, 1...2, function, syntax) else { return nil }
            return previous(arguments, syntax, level: level)
        case "PERIODS":
            fail(
                "formula.periods", syntax, "PERIODS does not stand within a function",
                help: "Write it as the only argument of \(Aggregate.names), ALL or ANY, "
                    + "as in COUNT(PERIODS(x, 3) > 0)")
            return nil
        case "SCORE":
            guard hasCount(arguments, 1...1, function, syntax) else { return nil }
            return score(arguments[0], .number, syntax, level: level)
        case "GRADE":
            guard hasCount(arguments, 1...1, function, syntax) else { return nil }
            guard !scope.grades.isEmpty else {
                fail(
                    "formula.grade", syntax, "the edition has no grades",
                    help: "Declare them, as in grades: {id: marks, order: [D, C, B, A]}")
                return nil
            }
            return score(arguments[0], .code(scope.grades), syntax, level: level)
        case "SQRT", "LN", "EXP", "POWER":
            return RealFunction(rawValue: function).flatMap {
                real($0, arguments, syntax, level: level)
            }
        default: return nil
        }
    }

    /// A function that only doubles have; what it yields has no unit.
    private mutating func real(
        _ function: RealFunction, _ arguments: [Syntax], _ syntax: Syntax, level: Int?
    ) -> Expression? {
        let count = function.argumentCount
        guard hasCount(arguments, count...count, function.rawValue, syntax) else { return nil }
        var parts: [Expression] = []
        for argument in arguments {
            guard let part = check(argument, level: level, expecting: .number) else { return nil }
            parts.append(part)
        }
        return Expression(kind: .real(function, parts), type: .number, range: syntax.range)
    }

    /// Whether the edition's numbers have the function; complains where they do not.
    private mutating func hasNumbers(for function: String, _ syntax: Syntax) -> Bool {
        guard scope.arithmetic == .decimal,
            Function.all.contains(where: { $0.name == function && $0.needsDouble })
        else { return true }
        fail(
            "formula.needs-double", syntax, "\(function) has no exact decimal result",
            help: "Write arithmetic: double in the edition: roots, logarithms, powers and "
                + "deviations belong to it")
        return false
    }

    private mutating func hasCount(
        _ arguments: [Syntax], _ allowed: some RangeExpression<Int>, _ function: String,
        _ syntax: Syntax
    ) -> Bool {
        guard !allowed.contains(arguments.count) else { return true }
        let usage = Function.all.first { $0.name == function }?.usage ?? function
        fail(
            "formula.arguments", syntax,
            "\(function) has \(arguments.count) argument\(arguments.count == 1 ? "" : "s")",
            help: "Write \(usage)")
        return false
    }

    /// Whether there is such a function; complains where there is none.
    private mutating func isKnown(_ function: String, _ syntax: Syntax) -> Bool {
        if Function.all.contains(where: { $0.name == function }) { return true }
        if let other = Function.otherwise[function] {
            fail(
                "formula.function", syntax, "there is no function \(function)",
                help: "Write \(other)")
        } else if Function.later.contains(function) {
            fail(
                "formula.not-yet", syntax, "\(function) is not supported yet",
                help: "It comes with a later version")
        } else {
            let names = Function.all.map(\.name)
            let nearest = Nearest.word(to: function, among: names)
            fail(
                "formula.function", syntax, "there is no function \(function)",
                help: nearest.map { "Did you mean \($0)?" }
                    ?? "Known are " + names.joined(separator: ", "))
        }
        return false
    }

    private mutating func choice(
        _ arguments: [Syntax], _ syntax: Syntax, level: Int?
    ) -> Expression? {
        let test = condition(arguments[0], level: level)
        let then = check(arguments[1], level: level, expecting: .number)
        let otherwise = check(arguments[2], level: level, expecting: .number)
        guard let test, let then, let otherwise else { return nil }
        guard
            let type = Units.result(
                .plus, Units.Operand(then), Units.Operand(otherwise))
        else {
            fail(
                "type.clash", syntax,
                "IF yields \(then.type.named) or \(otherwise.type.named)",
                help: "Make both of one type")
            return nil
        }
        return Expression(
            kind: .choice(test, then: then, otherwise: otherwise), type: type, range: syntax.range)
    }

    private mutating func rounded(
        _ arguments: [Syntax], _ syntax: Syntax, level: Int?
    ) -> Expression? {
        let value = check(arguments[0], level: level, expecting: .number)
        guard case .number(let text, isPercent: false) = arguments[1].kind, let digits = Int(text),
            (0...Fixed.fractionDigits).contains(digits)
        else {
            fail(
                "formula.digits", arguments[1],
                "ROUND needs the number of digits as a whole number from 0 to 18",
                help: "Write it as in ROUND(x, 2)")
            return nil
        }
        var mode = scope.rounding
        if arguments.count == 3 {
            let modes = scope.arithmetic.roundings
            guard case .text(let word) = arguments[2].kind,
                let named = modes.first(where: { $0.rawValue == word })
            else {
                fail(
                    "formula.rounding", arguments[2],
                    "ROUND does not know this way of rounding",
                    help: "Write one of "
                        + modes.map { "\"\($0.rawValue)\"" }.joined(separator: ", "))
                return nil
            }
            mode = named
        }
        guard let mode else {
            fail(
                "formula.rounding", syntax,
                "ROUND has no way of rounding, and the edition has none",
                help: "Name it, as in ROUND(x, \(digits), \"half-up\")")
            return nil
        }
        return value.map {
            Expression(
                kind: .rounded($0, digits: digits, mode), type: $0.type, range: syntax.range)
        }
    }

    /// The score of a node, or its grade where the type is a code.
    private mutating func score(
        _ argument: Syntax, _ type: ValueType, _ syntax: Syntax, level: Int?
    ) -> Expression? {
        let word = type.isCode ? "grade" : "score"
        // Computed fields are read before the tree of nodes: nodes count them, not they nodes.
        if level != nil, scope.nodes.isEmpty {
            fail(
                "formula.score", argument,
                "a field of a record cannot rest on the \(word) of a node",
                help: "Compare with the \(word) in the node that counts the records")
            return nil
        }
        guard case .name(let written) = argument.kind else {
            fail(
                "formula.score", argument, "\(word) needs the id of a node",
                help: "Write it as in \(word)(total)")
            return nil
        }
        let id = bindings[written] ?? written
        guard let node = scope.nodes[id] else {
            let nearest = Nearest.word(to: id, among: scope.nodes.keys.sorted())
            fail(
                "name.unknown", argument, "there is no node \"\(id)\"",
                help: nearest.map { "Did you mean \"\($0)\"?" } ?? "Use the id of a node")
            return nil
        }
        if !type.isCode, scope.gradedNodes.contains(id) {
            fail(
                "grade.number", syntax, "\"\(id)\" has a grade, and no score",
                help: "Write grade(\(id)); coding: says what number a grade is")
            return nil
        }
        return Expression(kind: .score(node), type: type, range: syntax.range)
    }
}
