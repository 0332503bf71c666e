internal import Arithmetic
internal import Diagnostics
internal import Domain

/// Finds what the names of a formula mean and whether its types fit together.
///
/// Everything that is wrong is collected in ``problems``; a part that is wrong yields `nil`
/// and is not complained about twice.
struct TypeChecker {
    let scope: Scope
    let source: FormulaText
    let literals: Formula.Literals
    private(set) var problems: [FormulaProblem] = []
    /// Whether unknown names are compared with all known ones.
    var suggests = true
    /// While a formula over a list is written out, the member that stands for the list's name.
    var bindings: [String: String] = [:]
    /// How many members of lists the formula was written out for.
    private var writtenOut = 0
    /// Lists within lists multiply; beyond this nothing is written out any more.
    private static let mostWritten = 10_000
    /// Whether a number stands where it is a rule or a condition, not hidden in a formula.
    private var isNumberAllowed = false
    /// The lists the formula was written out for.
    var listsUsed: Set<String> = []

    init(scope: Scope, source: FormulaText, literals: Formula.Literals) {
        self.scope = scope
        self.source = source
        self.literals = literals
    }

    mutating func fail(_ code: String, _ syntax: Syntax, _ what: String, help: String) {
        let problem = FormulaProblem(
            code: code, offset: syntax.range.lowerBound, what: what, help: help)
        // A formula over a list is checked once for each member; say a thing once.
        if !problems.contains(problem) { problems.append(problem) }
    }

    /// Whether the formula may be written out for so many more members of a list.
    mutating func hasRoom(for members: Int, _ syntax: Syntax) -> Bool {
        writtenOut += members
        guard writtenOut > Self.mostWritten else { return true }
        fail(
            "formula.too-long", syntax,
            "the lists make more than \(Self.mostWritten) parts of this formula",
            help: "Use one list, and compute parts in nodes or computed fields of their own")
        return false
    }

    /// Checks a formula and whether it yields what its place asks for.
    ///
    /// A number that is the whole of it may be an edge, which is a rule in its own place.
    mutating func whole(
        _ syntax: Syntax, level: Int?, expecting: Formula.Expectation
    ) -> Expression? {
        if literals == .edge, syntax.isWrittenNumber {
            return written(syntax, level: level)
        }
        return check(syntax, level: level, expecting: expecting)
    }

    /// A number that stands in its own place, and is no hidden rule.
    private mutating func written(_ syntax: Syntax, level: Int?) -> Expression? {
        let outside = isNumberAllowed
        isNumberAllowed = true
        defer { isNumberAllowed = outside }
        return check(syntax, level: level)
    }

    /// One side of a comparison; a number that is compared is a condition, not a hidden rule.
    private mutating func side(_ syntax: Syntax, level: Int?) -> Expression? {
        syntax.isWrittenNumber ? written(syntax, level: level) : check(syntax, level: level)
    }

    /// Checks a part and whether it yields what its place asks for.
    mutating func check(
        _ syntax: Syntax, level: Int?, expecting: Formula.Expectation
    ) -> Expression? {
        guard let expression = check(syntax, level: level) else { return nil }
        switch expecting {
        case .any where expression.type.isNumeric || expression.type == .flag: return expression
        case .number where expression.type.isNumeric: return expression
        case .condition where expression.type == .flag: return expression
        case .code where expression.type.isCode: return expression
        case .any, .number:
            fail(
                "type.expected-number", syntax,
                "a number was expected, and this is \(expression.type.named)",
                help: help(forNumber: expression.type))
        case .condition:
            fail(
                "type.expected-condition", syntax,
                "a condition was expected, and this is \(expression.type.named)",
                help: "Compare it with something, as in \(source.slice(syntax.range)) > 0")
        case .code:
            fail(
                "type.expected-code", syntax,
                "the word of a code was expected, and this is \(expression.type.named)",
                help: "Name an input or field of type code, or write grade(…)")
        }
        return nil
    }

    private func help(forNumber type: ValueType) -> String {
        switch type {
        case .flag: "Write IF(condition, 100, 0), or COUNT(table WHERE condition)"
        case .code: "Count or compare it first; coding: says what number a word of a value is"
        default: "Count or compare it first"
        }
    }

    mutating func check(_ syntax: Syntax, level: Int?) -> Expression? {
        func made(_ kind: Expression.Kind, _ type: ValueType) -> Expression {
            Expression(kind: kind, type: type, range: syntax.range)
        }
        switch syntax.kind {
        case .number(let text, let isPercent): return number(text, isPercent, syntax)
        case .text(let text): return made(.text(text), .text)
        case .flag(let value): return made(.flag(value), .flag)
        case .name(let name): return self.name(name, syntax, level: level)
        case .negated(let value):
            guard let value = check(value, level: level) else { return nil }
            guard value.type.isNumeric else {
                fail(
                    "type.clash", syntax, "a minus stands before \(value.type.named)",
                    help: "Only numbers have a sign")
                return nil
            }
            return made(.negated(value), value.type)
        case .not(let value):
            guard let value = condition(value, level: level) else { return nil }
            return made(.not(value), .flag)
        case .binary(let operation, let left, let right):
            return binary(operation, left, right, syntax, level: level)
        case .between(let value, let low, let high):
            return between(value, low, high, syntax, level: level)
        case .presence(let value, let test, let isNegated):
            guard let value = check(value, level: level) else { return nil }
            return made(.presence(value, test, isNegated: isNegated), .flag)
        case .call(let function, let arguments):
            return call(function, arguments, syntax, level: level)
        }
    }

    mutating func condition(_ syntax: Syntax, level: Int?) -> Expression? {
        check(syntax, level: level, expecting: .condition)
    }

    private mutating func number(_ text: String, _ isPercent: Bool, _ syntax: Syntax) -> Expression?
    {
        guard let value = try? Fixed(text), let fraction = Self.literal(value, text, isPercent)
        else {
            fail(
                "formula.number", syntax,
                "\(text) has more digits than a number can hold (20 before the point, 18 after it)",
                help: "Shorten it")
            return nil
        }
        let isPlain = !isPercent && ["0", "1", "100"].contains(value.description)
        if literals != .any, !isNumberAllowed, !isPlain {
            fail(
                "formula.hidden-number", syntax,
                "the number \(fraction.text) stands in a formula",
                help: "Only 0, 1 and 100 may; declare a parameter with unit, date and basis, "
                    + "and write its name")
        }
        return Expression(
            kind: .number(fraction), type: isPercent ? .share : .number, range: syntax.range)
    }

    /// The exact fraction of a written number.
    private static func literal(
        _ value: Fixed, _ text: String, _ isPercent: Bool
    ) -> Expression.Literal? {
        let digits = value.leastDigits + (isPercent ? 2 : 0)
        guard digits <= 20 else { return nil }
        var numerator = value.raw
        for _ in value.leastDigits..<Fixed.fractionDigits { numerator /= 10 }
        var denominator: Int128 = 1
        for _ in 0..<digits { denominator *= 10 }
        return Expression.Literal(
            numerator: numerator, denominator: denominator, text: isPercent ? text + " %" : text)
    }

    private mutating func binary(
        _ operation: Operator, _ left: Syntax, _ right: Syntax, _ syntax: Syntax, level: Int?
    ) -> Expression? {
        if operation == .and || operation == .or {
            let left = condition(left, level: level)
            let right = condition(right, level: level)
            guard let left, let right else { return nil }
            return Expression(
                kind: operation == .and ? .all([left, right]) : .any([left, right]), type: .flag,
                range: syntax.range)
        }
        let isCompared = operation.isComparison
        let checkedLeft = isCompared ? side(left, level: level) : check(left, level: level)
        let checkedRight = isCompared ? side(right, level: level) : check(right, level: level)
        guard let checkedLeft, let checkedRight else { return nil }
        return isCompared
            ? comparison(operation, checkedLeft, checkedRight, syntax)
            : arithmetic(operation, checkedLeft, checkedRight, syntax)
    }

    private mutating func arithmetic(
        _ operation: Operator, _ left: Expression, _ right: Expression, _ syntax: Syntax
    ) -> Expression? {
        if operation == .minus, left.type == right.type,
            left.type == .period || left.type == .date
        {
            return Expression(
                kind: .difference(left, right), type: left.type == .date ? .days : .number,
                range: syntax.range)
        }
        guard
            let type = Units.result(operation, Units.Operand(left), Units.Operand(right))
        else {
            let verb =
                switch operation {
                case .plus: "added to"
                case .minus: "reduced by"
                case .times: "multiplied by"
                default: "divided by"
                }
            let isShareWithPercent = Set([left.type, right.type]) == [.share, .percent]
            fail(
                "type.clash", syntax, "\(left.type.named) is \(verb) \(right.type.named)",
                help: isShareWithPercent
                    ? "Multiply the share by 100, or divide the percent by 100"
                    : "Only values of one kind can be \(verb) one another; check the inputs' types")
            return nil
        }
        return Expression(
            kind: .arithmetic(operation, left, right), type: type, range: syntax.range)
    }

    private mutating func between(
        _ value: Syntax, _ low: Syntax, _ high: Syntax, _ syntax: Syntax, level: Int?
    ) -> Expression? {
        let value = side(value, level: level)
        let low = side(low, level: level)
        let high = side(high, level: level)
        guard let value, let low, let high,
            let pair = comparable(value, low, .atLeast, syntax),
            let upper = comparable(pair.left, high, .atMost, syntax)
        else { return nil }
        return Expression(
            kind: .between(upper.left, low: pair.right, high: upper.right), type: .flag,
            range: syntax.range)
    }

    private mutating func comparison(
        _ operation: Operator, _ left: Expression, _ right: Expression, _ syntax: Syntax
    ) -> Expression? {
        guard let pair = comparable(left, right, operation, syntax) else { return nil }
        return Expression(
            kind: .compare(operation, pair.left, pair.right), type: .flag, range: syntax.range)
    }

    /// The two sides with a text on one of them read as what the other is.
    private mutating func comparable(
        _ left: Expression, _ right: Expression, _ operation: Operator, _ syntax: Syntax
    ) -> (left: Expression, right: Expression)? {
        guard let left = written(left, as: right.type),
            let right = written(right, as: left.type)
        else { return nil }
        if let clash = Units.clash(Units.Operand(left), Units.Operand(right)) {
            fail("type.clash", syntax, clash.what, help: clash.help)
            return nil
        }
        let isOrdered =
            left.type.isNumeric || left.type == .date || left.type == .period
            || left.isGrade || right.isGrade
        guard isOrdered || operation == .equal || operation == .unequal else {
            fail(
                "type.order", syntax, "values of type \(left.type) have no order",
                help: "Use = or <>")
            return nil
        }
        return (left, right)
    }

    /// A written text as a code word, a date or a period, when it is compared with one.
    private mutating func written(
        _ expression: Expression, as type: ValueType
    ) -> Expression? {
        guard case .text(let text) = expression.kind else { return expression }
        let syntax = Syntax(kind: .text(text), range: expression.range)
        switch type {
        case .code(let words):
            if let position = words.firstIndex(of: text) {
                return Expression(kind: .code(position), type: type, range: expression.range)
            }
            let nearest = Nearest.word(to: text, among: words).map { "Did you mean \"\($0)\"? " }
            fail(
                "type.code", syntax, "\"\(text)\" is not one of the allowed words",
                help: (nearest ?? "") + "Allowed are " + words.joined(separator: ", "))
            return nil
        case .date:
            if let day = Day(text) {
                return Expression(
                    kind: .ordinal(Int(day.number)), type: .date, range: expression.range)
            }
            fail(
                "type.date", syntax, "\"\(text)\" is not a date",
                help: "Write it as in \"2024-03-31\"")
            return nil
        case .period:
            if let period = scope.schema.periodForm.period(text) {
                return Expression(
                    kind: .ordinal(period.index), type: .period, range: expression.range)
            }
            fail(
                "type.period", syntax, "\"\(text)\" is not a period of this edition",
                help: "Write it as in \"\(scope.schema.periodForm.example)\"")
            return nil
        default: return expression
        }
    }
}

extension Expression {
    /// Whether it is the grade of a node: those words have an order.
    fileprivate var isGrade: Bool {
        if case .score = kind { type.isCode } else { false }
    }
}
