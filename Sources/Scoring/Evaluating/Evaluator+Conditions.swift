internal import Arithmetic
internal import Evidence
internal import Expressions

/// Three-valued logic: a comparison with a blank cannot be told.
///
/// - Source: S. C. Kleene, Introduction to Metamathematics (1952), § 64, strong connectives.
extension Evaluator {
    func condition(_ expression: Expression, _ row: Row) throws(EvaluationError) -> Value<N> {
        switch expression.kind {
        case .compare(let operation, let left, let right):
            return compare(operation, try value(left, row), try value(right, row))
        case .between(let part, let low, let high):
            let tested = try value(part, row)
            return Self.both(
                compare(.atLeast, tested, try value(low, row)),
                compare(.atMost, tested, try value(high, row)))
        case .all(let parts): return try every(parts, row, until: false)
        case .any(let parts): return try every(parts, row, until: true)
        case .not(let part):
            let value = try value(part, row)
            guard case .flag(let holds) = value else { return value }
            return .flag(!holds)
        case .presence(let part, let test, let isNegated):
            let found = Self.presence(try value(part, row))
            return .flag((found == test.presence) != isNegated)
        case .quantified(let isUniversal, let table, let test, let condition):
            return try quantified(isUniversal, table, test, condition, row)
        default: preconditionFailure("this expression is not a condition")
        }
    }

    /// Whether a condition is true for the row; false where it cannot be told.
    func holds(_ condition: Expression?, _ row: Row) throws(EvaluationError) -> Bool {
        guard let condition else { return true }
        if case .flag(true) = try value(condition, row) { return true }
        return false
    }

    private static func presence(_ value: Value<N>) -> Presence {
        if case .blank(let absence) = value { absence.presence } else { .known }
    }

    private static func both(_ left: Value<N>, _ right: Value<N>) -> Value<N> {
        if case .flag(false) = left { return left }
        if case .flag(false) = right { return right }
        return Value.absence(left, right).map { .blank($0) } ?? .flag(true)
    }

    /// Looks for a part that is `sought`; without one, the gravest blank, or the opposite.
    private func every(
        _ parts: [Expression], _ row: Row, until sought: Bool
    ) throws(EvaluationError) -> Value<N> {
        var blank: Absence?
        for part in parts {
            switch try value(part, row) {
            case .flag(let holds): if holds == sought { return .flag(sought) }
            case .blank(let absence):
                blank = blank.map { Absence.graver($0, absence) } ?? absence
            default: break
            }
        }
        return blank.map { .blank($0) } ?? .flag(!sought)
    }

    private func quantified(
        _ isUniversal: Bool, _ table: Int, _ test: Expression, _ condition: Expression?, _ row: Row
    ) throws(EvaluationError) -> Value<N> {
        if let found = quantified(isUniversal, table, test, condition, at: row) {
            return .flag(found)
        }
        var blank: Absence?
        for row in ground.rows(row) {
            for record in ground.records(of: table, in: row) {
                let inner = Row(unit: row.unit, table: table, record: record)
                guard try holds(condition, inner) else { continue }
                switch try value(test, inner) {
                case .flag(let holds): if holds != isUniversal { return .flag(!isUniversal) }
                case .blank(let absence):
                    blank = blank.map { Absence.graver($0, absence) } ?? absence
                default: break
                }
            }
        }
        return blank.map { .blank($0) } ?? .flag(isUniversal)
    }

    /// The same column by column; `nil` where it has to be told record by record, as a blank
    /// has, which goes back to one of them.
    private func quantified(
        _ isUniversal: Bool, _ table: Int, _ test: Expression, _ condition: Expression?, at row: Row
    ) -> Bool? {
        for row in ground.rows(row) {
            let range = ground.records(of: table, in: row)
            guard let records = Records(self, unit: row.unit, table: table, range),
                let tested = records.verdicts(test)
            else { return nil }
            var chosen: Verdicts?
            if let condition {
                guard let verdicts = records.verdicts(condition) else { return nil }
                chosen = verdicts
            }
            for (index, code) in tested.codes.enumerated()
            where chosen.map({ $0.codes[index] == 1 }) ?? true {
                if code > 1 { return nil }
                if (code == 1) != isUniversal { return !isUniversal }
            }
        }
        return isUniversal
    }

    private func compare(_ operation: Operator, _ left: Value<N>, _ right: Value<N>) -> Value<N> {
        if let absence = Value.absence(left, right) { return .blank(absence) }
        return .flag(operation.holds(Self.order(left, right)))
    }

    /// Below 0, 0 or above 0, like the left value less the right one.
    private static func order(_ left: Value<N>, _ right: Value<N>) -> Int {
        switch (left, right) {
        case (.number(let one), .number(let other)):
            one.isLess(than: other) ? -1 : one.isEqual(to: other) ? 0 : 1
        case (.ordinal(let one), .ordinal(let other)): one < other ? -1 : one == other ? 0 : 1
        case (.text(let one), .text(let other)): one < other ? -1 : one == other ? 0 : 1
        case (.flag(let one), .flag(let other)): one == other ? 0 : 1
        default: preconditionFailure("the type checker lets only values of one kind be compared")
        }
    }
}

extension PresenceTest {
    /// The presence it asks for.
    var presence: Presence {
        switch self {
        case .known: .known
        case .unknown: .unknown
        case .withheld: .withheld
        case .notApplicable: .notApplicable
        }
    }
}
