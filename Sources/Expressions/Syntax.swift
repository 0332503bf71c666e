/// A formula as a tree, before names and types are looked at.
public struct Syntax: Hashable, Sendable {
    /// What kind of node it is.
    public indirect enum Kind: Hashable, Sendable {
        /// A number as written; with a percent sign after it or not.
        case number(String, isPercent: Bool)
        /// A text between double quotes.
        case text(String)
        /// `TRUE` or `FALSE`.
        case flag(Bool)
        /// An id, or ids joined by points.
        case name(String)
        case negated(Syntax)
        case not(Syntax)
        case binary(Operator, Syntax, Syntax)
        case between(Syntax, low: Syntax, high: Syntax)
        case presence(Syntax, PresenceTest, isNegated: Bool)
        /// The name in capitals.
        case call(String, [Argument])
    }

    /// An argument of a function, with the conditions that may follow it.
    public struct Argument: Hashable, Sendable {
        /// The argument itself.
        public let value: Syntax
        /// What follows `WHERE`.
        public let condition: Syntax?
        /// What follows `OVER`.
        public let over: Syntax?
    }

    /// What it is.
    public let kind: Kind
    /// Where it stands in the formula, in UTF-8 bytes.
    public let range: Range<Int>

    /// Whether it is one number, as in `5`, `-5`, `40 %` or `2/3`.
    var isWrittenNumber: Bool {
        func isNumber(_ syntax: Syntax) -> Bool {
            if case .number = syntax.kind { true } else { false }
        }
        return switch kind {
        case .number: true
        case .negated(let value): value.isWrittenNumber
        case .binary(.divided, let left, let right): isNumber(left) && isNumber(right)
        default: false
        }
    }
}

/// An operator between two operands.
public enum Operator: String, CaseIterable, Hashable, Sendable {
    case or = "OR"
    case and = "AND"
    case equal = "="
    case unequal = "<>"
    case less = "<"
    case atMost = "<="
    case greater = ">"
    case atLeast = ">="
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divided = "/"

    /// Whether it compares its operands.
    public var isComparison: Bool {
        switch self {
        case .equal, .unequal, .less, .atMost, .greater, .atLeast: true
        case .or, .and, .plus, .minus, .times, .divided: false
        }
    }

    /// How strongly it binds; greater binds first.
    var precedence: Int {
        switch self {
        case .or: 10
        case .and: 20
        case .equal, .unequal, .less, .atMost, .greater, .atLeast: 40
        case .plus, .minus: 50
        case .times, .divided: 60
        }
    }
}

/// What `IS` asks about a value.
public enum PresenceTest: String, CaseIterable, Hashable, Sendable {
    case known = "KNOWN"
    case unknown = "UNKNOWN"
    case withheld = "WITHHELD"
    case notApplicable = "NOT-APPLICABLE"
}
