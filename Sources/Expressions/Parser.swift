/// Reads a formula into a tree: a Pratt parser over this grammar.
///
///     expression = operand { operator operand }          by precedence, left to right
///     operator   = "OR" | "AND" | comparison | "+" | "-" | "*" | "/"
///     comparison = "=" | "<>" | "<" | "<=" | ">" | ">="    two of them do not stand in a row
///     operand    = primary { suffix } | "-" operand | "NOT" operand
///     suffix     = "BETWEEN" operand "AND" operand | "IS" [ "NOT" ] presence
///     presence   = "KNOWN" | "UNKNOWN" | "WITHHELD" | "NOT-APPLICABLE"
///     primary    = number [ "%" ] | text | "TRUE" | "FALSE" | name | call | "(" expression ")"
///     call       = name "(" [ argument { "," argument } ] ")"
///     argument   = expression [ "OVER" name ] [ "WHERE" expression ]
///
/// `NOT` binds weaker than comparisons and stronger than `AND`; `BETWEEN` and `IS` bind like
/// comparisons.
struct Parser {
    /// Deeper formulas are refused, so that no input exhausts the stack.
    static let deepest = 64
    /// Operators in a row make a deep tree as well.
    static let mostOperators = 200

    private let tokens: [Token]
    private var position = 0
    private var depth = 0
    private var operators = 0

    private init(_ tokens: [Token]) { self.tokens = tokens }

    static func parse(_ text: String) throws(FormulaProblem) -> Syntax {
        guard text.utf8.count <= 20_000 else {
            throw FormulaProblem(
                code: "formula.too-long", offset: 0,
                what: "the formula has \(text.utf8.count) characters; 20000 are allowed",
                help: "Compute parts of it in nodes or computed fields of their own")
        }
        var parser = Parser(try Lexer.tokens(of: text))
        guard parser.token.kind != .end else {
            throw FormulaProblem(
                code: "formula.empty", offset: 0, what: "the formula is empty",
                help: "Write a formula, as in answered / received * 100")
        }
        let syntax = try parser.expression(above: 0)
        guard parser.token.kind == .end else { throw parser.unexpected("the formula should end") }
        return syntax
    }

    private var token: Token { tokens[position] }

    private mutating func advance() { if position < tokens.count - 1 { position += 1 } }

    /// Reads operands and the operators between them that bind more strongly than `least`.
    private mutating func expression(above least: Int) throws(FormulaProblem) -> Syntax {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else {
            throw FormulaProblem(
                code: "formula.too-deep", offset: token.range.lowerBound,
                what: "the formula is nested more than \(Self.deepest) deep",
                help: "Compute parts of it in nodes or computed fields of their own")
        }
        var left = try operand()
        while true {
            if let next = infix(), next.precedence > least {
                left = try binary(left, next)
            } else if token.word == "BETWEEN", Operator.equal.precedence > least {
                left = try between(left)
            } else if token.word == "IS", Operator.equal.precedence > least {
                left = try presence(of: left)
            } else {
                return left
            }
        }
    }

    private mutating func countOperator() throws(FormulaProblem) {
        operators += 1
        guard operators <= Self.mostOperators else {
            throw FormulaProblem(
                code: "formula.too-deep", offset: token.range.lowerBound,
                what: "the formula has more than \(Self.mostOperators) operators",
                help: "Compute parts of it in nodes or computed fields of their own")
        }
    }

    private mutating func binary(
        _ left: Syntax, _ operation: Operator
    ) throws(FormulaProblem) -> Syntax {
        try countOperator()
        let start = token
        advance()
        let right = try expression(above: operation.precedence)
        if operation.isComparison, let following = infix(), following.isComparison {
            throw FormulaProblem(
                code: "formula.chain", offset: start.range.lowerBound,
                what: "two comparisons stand in a row",
                help: "Write x BETWEEN a AND b, or join two comparisons with AND")
        }
        return Syntax(
            kind: .binary(operation, left, right),
            range: left.range.lowerBound..<right.range.upperBound)
    }

    private mutating func between(_ value: Syntax) throws(FormulaProblem) -> Syntax {
        try countOperator()
        advance()
        let low = try expression(above: Operator.equal.precedence)
        guard token.word == "AND" else { throw unexpected("BETWEEN needs AND") }
        advance()
        let high = try expression(above: Operator.equal.precedence)
        return Syntax(
            kind: .between(value, low: low, high: high),
            range: value.range.lowerBound..<high.range.upperBound)
    }

    /// The operator at hand, if the token is one.
    private func infix() -> Operator? {
        switch token.kind {
        case .symbol(let symbol): Operator(rawValue: symbol.rawValue)
        case .name: token.word == "AND" ? .and : token.word == "OR" ? .or : nil
        case .number, .text, .end: nil
        }
    }

    private mutating func operand() throws(FormulaProblem) -> Syntax {
        let start = token.range.lowerBound
        if token.isSymbol(.minus) {
            advance()
            let value = try expression(above: 65)
            return Syntax(kind: .negated(value), range: start..<value.range.upperBound)
        }
        if token.word == "NOT" {
            advance()
            let value = try expression(above: 30)
            return Syntax(kind: .not(value), range: start..<value.range.upperBound)
        }
        return try primary()
    }

    private mutating func presence(of value: Syntax) throws(FormulaProblem) -> Syntax {
        try countOperator()
        advance()
        var isNegated = false
        if token.word == "NOT" {
            isNegated = true
            advance()
        }
        guard let word = token.word, let test = PresenceTest(rawValue: word) else {
            throw unexpected("IS asks for KNOWN, UNKNOWN, WITHHELD or NOT-APPLICABLE")
        }
        let end = token.range.upperBound
        advance()
        return Syntax(
            kind: .presence(value, test, isNegated: isNegated),
            range: value.range.lowerBound..<end)
    }

    private mutating func primary() throws(FormulaProblem) -> Syntax {
        let start = token
        switch start.kind {
        case .number(let text):
            advance()
            guard token.isSymbol(.percent) else {
                return Syntax(kind: .number(text, isPercent: false), range: start.range)
            }
            let end = token.range.upperBound
            advance()
            return Syntax(
                kind: .number(text, isPercent: true), range: start.range.lowerBound..<end)
        case .text(let text):
            advance()
            return Syntax(kind: .text(text), range: start.range)
        case .symbol(.open):
            advance()
            let inner = try expression(above: 0)
            guard token.isSymbol(.close) else { throw unexpected("a parenthesis is not closed") }
            let end = token.range.upperBound
            advance()
            return Syntax(kind: inner.kind, range: start.range.lowerBound..<end)
        case .name(let name):
            advance()
            if token.isSymbol(.open) { return try call(name, from: start) }
            switch start.word {
            case "TRUE": return Syntax(kind: .flag(true), range: start.range)
            case "FALSE": return Syntax(kind: .flag(false), range: start.range)
            case "AND", "OR", "BETWEEN", "IS", "WHERE", "OVER":
                position -= 1
                throw unexpected("a value should stand here")
            default: return Syntax(kind: .name(name), range: start.range)
            }
        case .symbol, .end: throw unexpected("a value should stand here")
        }
    }

    private mutating func call(_ name: String, from start: Token) throws(FormulaProblem) -> Syntax {
        advance()
        var arguments: [Syntax.Argument] = []
        if ["score", "grade"].contains(name.lowercased()), let id = rawIdentifier() {
            arguments = [Syntax.Argument(value: id, condition: nil, over: nil)]
        } else if !token.isSymbol(.close) {
            arguments.append(try argument())
            while token.isSymbol(.comma) {
                advance()
                arguments.append(try argument())
            }
        }
        guard token.isSymbol(.close) else {
            throw unexpected("the parenthesis of \(name) is not closed")
        }
        let range = start.range.lowerBound..<token.range.upperBound
        advance()
        return Syntax(kind: .call(name.uppercased(), arguments), range: range)
    }

    /// A node's id within `score( )` or `grade( )`, where it may begin with a digit.
    private mutating func rawIdentifier() -> Syntax? {
        guard position + 1 < tokens.count, tokens[position + 1].isSymbol(.close) else { return nil }
        let id: String
        switch token.kind {
        case .name(let text), .number(let text), .text(let text): id = text
        case .symbol, .end: return nil
        }
        let syntax = Syntax(kind: .name(id), range: token.range)
        advance()
        return syntax
    }

    private mutating func argument() throws(FormulaProblem) -> Syntax.Argument {
        let value = try expression(above: 0)
        var condition: Syntax?
        var over: Syntax?
        while let word = token.word {
            if word == "WHERE", condition == nil {
                advance()
                condition = try expression(above: 0)
            } else if word == "OVER", over == nil {
                advance()
                over = try primary()
            } else {
                break
            }
        }
        return Syntax.Argument(value: value, condition: condition, over: over)
    }

    private func unexpected(_ what: String) -> FormulaProblem {
        let seen =
            switch token.kind {
            case .end: "the formula ends"
            case .number(let text), .name(let text): "\"\(text)\" stands there"
            case .text(let text): "the text \"\(text)\" stands there"
            case .symbol(let symbol): "\"\(symbol.rawValue)\" stands there"
            }
        let help =
            switch token.kind {
            case .symbol(.comma):
                "Commas stand between the arguments of a function; decimals are written with a point"
            case .end:
                "Complete the formula; if it was cut at a comma, put the whole of it in single quotes"
            case .symbol(.equal) where token.range.lowerBound == 0:
                "Leave out the = at the beginning"
            default: "Check the operators and parentheses before it"
            }
        return FormulaProblem(
            code: "formula.syntax", offset: token.range.lowerBound, what: "\(what), but \(seen)",
            help: help)
    }
}
