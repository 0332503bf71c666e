public import Arithmetic
public import Domain

/// A formula whose names are found and whose types fit: what the plan computes.
///
/// An expression has a *level*: the table whose records it is computed for, or the body.
public struct Expression: Hashable, Sendable {
    /// The operation.
    public let kind: Kind
    /// What it yields; conditions yield flags.
    public let type: ValueType
    /// Where it stands in the formula, in UTF-8 bytes.
    public let range: Range<Int>

    /// Makes an expression from its parts.
    public init(kind: Kind, type: ValueType, range: Range<Int>) {
        self.kind = kind
        self.type = type
        self.range = range
    }

    /// The operations.
    ///
    /// Tables, fields, inputs, parameters and nodes are positions in the plan.
    public indirect enum Kind: Hashable, Sendable {
        /// An exact number and how it was written.
        case number(Literal)
        /// A text between quotes that is compared with a text.
        case text(String)
        /// A position in the words of its code type.
        case code(Int)
        case flag(Bool)
        /// A day or a period that was written as a text, by its number.
        case ordinal(Int)

        case input(Int)
        case field(table: Int, Int)
        case computed(table: Int, Int)
        case parameter(Int)
        /// The score of another node of the same body; its grade where the type is a code.
        case score(Int)
        /// The period that is assessed.
        case period
        /// The body's id.
        case body
        /// The body's kind, a position in the kinds.
        case bodyKind

        case negated(Expression)
        case arithmetic(Operator, Expression, Expression)
        /// Whole periods or days between two periods or dates.
        case difference(Expression, Expression)
        case compare(Operator, Expression, Expression)
        case between(Expression, low: Expression, high: Expression)
        case all([Expression])
        case any([Expression])
        case not(Expression)
        case presence(Expression, PresenceTest, isNegated: Bool)
        case choice(Expression, then: Expression, otherwise: Expression)
        case rounded(Expression, digits: Int, Rounding)
        case absolute(Expression)
        /// A function that only doubles have; as many parts as it takes.
        case real(RealFunction, [Expression])
        /// A function over several values of one row; blanks are skipped.
        case over(Aggregate, [Expression])
        /// A function over the records of a table that belong to the row.
        case records(Aggregate, table: Int, value: Expression?, condition: Expression?)
        /// Whether a condition holds for every record, or for any, of those that are chosen.
        case quantified(isUniversal: Bool, table: Int, test: Expression, condition: Expression?)
        /// How many of the conditions are true.
        case countTrue([Expression])
        /// A function over bodies; value and condition are computed for each of them.
        case population(Aggregate, Population, value: Expression?, condition: Expression?)
        /// What an expression of the body came to so many periods before.
        case previous(Expression, periods: Int)
        /// A function over the records or values of so many periods, the present one the last;
        /// blank where nothing was handed in for one of them.
        case across(periods: Int, Expression)
    }

    /// A number as written in a formula.
    public struct Literal: Hashable, Sendable {
        /// Its numerator over ``denominator``, exactly.
        public let numerator: Int128
        /// A power of ten, or a hundred times one for a percentage.
        public let denominator: Int128
        /// As in `100` or `95 %`.
        public let text: String
    }

    /// All expressions directly within it.
    public var parts: [Expression] {
        switch kind {
        case .number, .text, .code, .flag, .ordinal, .input, .field, .computed, .parameter, .score,
            .period, .body, .bodyKind:
            []
        case .negated(let value), .not(let value), .presence(let value, _, _),
            .rounded(let value, _, _), .absolute(let value), .previous(let value, _),
            .across(_, let value):
            [value]
        case .arithmetic(_, let left, let right), .difference(let left, let right),
            .compare(_, let left, let right):
            [left, right]
        case .between(let value, let low, let high): [value, low, high]
        case .choice(let condition, let then, let otherwise): [condition, then, otherwise]
        case .all(let parts), .any(let parts), .over(_, let parts), .countTrue(let parts),
            .real(_, let parts):
            parts
        case .records(_, _, let value, let condition), .population(_, _, let value, let condition):
            [value, condition].compactMap { $0 }
        case .quantified(_, _, let test, let condition): [test] + [condition].compactMap { $0 }
        }
    }

    /// Whether its figure is told in its place: a name, or a function over many values as a whole.
    public var isTold: Bool {
        switch kind {
        case .input, .field, .computed, .parameter, .score, .period, .body, .bodyKind, .records,
            .quantified, .countTrue, .population, .previous, .across:
            true
        case .number, .text, .code, .flag, .ordinal, .negated, .arithmetic, .difference, .compare,
            .between, .all, .any, .not, .presence, .choice, .rounded, .absolute, .real, .over:
            false
        }
    }

    /// Calls the closure with this expression and everything within it.
    public func forEach(_ body: (Expression) -> Void) {
        body(self)
        for part in parts { part.forEach(body) }
    }

    /// The first that is looked for: this expression, or one within it in the order of the text.
    public func first(where isSought: (Expression) -> Bool) -> Expression? {
        if isSought(self) { return self }
        for part in parts {
            if let found = part.first(where: isSought) { return found }
        }
        return nil
    }

    /// Whether this expression, or one within it, is looked for.
    public func contains(where isSought: (Expression) -> Bool) -> Bool {
        first(where: isSought) != nil
    }
}

/// The bodies of a period that a function ranges over.
public struct Population: Hashable, Sendable {
    /// Among whom.
    public enum Reach: String, CaseIterable, Hashable, Sendable {
        /// All bodies.
        case bodies
        /// Those that the edition calls the peers of the body at hand, which is one of them.
        case peers
    }

    /// Among whom.
    public let reach: Reach
    /// The node that has to apply to them, a position in the plan; `nil` for all that exist and
    /// are of a kind the edition applies to.
    public let node: Int?

    /// Makes a population from its parts.
    public init(_ reach: Reach, node: Int?) {
        self.reach = reach
        self.node = node
    }
}

/// A function over many values.
public enum Aggregate: String, CaseIterable, Hashable, Sendable {
    case count = "COUNT"
    case sum = "SUM"
    case average = "AVERAGE"
    case least = "MIN"
    case greatest = "MAX"
    case median = "MEDIAN"
    /// The root of the variance over n − 1; only with doubles.
    case sampleDeviation = "STDEV"
    /// The root of the variance over n; only with doubles.
    case populationDeviation = "STDEVP"

    /// All of them by name, with commas between.
    static let names = allCases.map(\.rawValue).joined(separator: ", ")
}

extension Expression {
    /// Why it cannot be compared with another, and what to do; `nil` when it can.
    public func clash(with other: Expression) -> (what: String, help: String)? {
        Units.clash(Units.Operand(self), Units.Operand(other))
    }
}
