internal import Arithmetic
internal import Domain
internal import Expressions

/// What conditions tell of expressions where others are computed.
struct Facts {
    /// Of values of the row, by ``Expression/signature``.
    private var ofRow: [String: Interval] = [:]
    /// Of what is made of records, which are other ones at another level.
    private var ofRecords: [String: Interval] = [:]

    /// Where conditions hold.
    init(where conditions: [Formula] = []) {
        for condition in conditions { add(condition.expression, true) }
    }

    /// The facts that still hold for each record of a table.
    var withinRecords: Facts {
        var facts = self
        facts.ofRecords = [:]
        return facts
    }

    /// Where the expression lies; `nil` when nothing is told of it.
    func range(of expression: Expression) -> Interval? {
        guard !ofRow.isEmpty || !ofRecords.isEmpty else { return nil }
        let signature = expression.signature
        return ofRow[signature] ?? ofRecords[signature]
    }

    /// With what is known where the condition holds, or where it does not.
    func `where`(_ condition: Expression, _ holds: Bool) -> Facts {
        var facts = self
        facts.add(condition, holds)
        return facts
    }

    mutating func add(_ condition: Expression, _ holds: Bool) {
        switch condition.kind {
        case .not(let inner): add(inner, !holds)
        case .all(let parts) where holds || parts.count == 1,
            .any(let parts) where !holds || parts.count == 1:
            for part in parts { add(part, holds) }
        case .between(let value, let low, let high) where holds:
            note(value, .atLeast, low)
            note(value, .atMost, high)
        case .compare(let operation, let left, let right):
            guard let operation = holds ? operation : operation.opposite else { return }
            note(left, operation, right)
            note(right, operation.mirrored, left)
        default: break
        }
    }

    /// What a comparison tells of its left side; of a difference when neither is a number.
    ///
    /// Only written numbers are never blank: beside a blank, AND looks at what follows.
    private mutating func note(_ left: Expression, _ operation: Operator, _ right: Expression) {
        guard left.type.isNumeric, right.type.isNumeric else { return }
        if let edge = right.writtenNumber {
            put(left, operation.range(edge))
        } else if left.writtenNumber == nil {
            let difference = Expression(
                kind: .arithmetic(.minus, left, right), type: left.type, range: left.range)
            put(difference, operation.range(Interval.zero))
        }
    }

    /// Notes that the expression lies in a range.
    mutating func put(_ expression: Expression, _ range: Interval) {
        let isOfRecords = expression.contains { part in
            switch part.kind {
            case .records, .quantified: true
            default: false
            }
        }
        let known = self.range(of: expression)?.intersection(range) ?? range
        if isOfRecords {
            ofRecords[expression.signature] = known
        } else {
            ofRow[expression.signature] = known
        }
    }
}

extension Expression {
    /// The number when one is written out, perhaps with a sign or as a fraction.
    var writtenNumber: Fraction? {
        switch kind {
        case .number(let literal):
            return Fraction(numerator: literal.numerator, denominator: literal.denominator)
        case .negated(let value): return value.writtenNumber?.negated
        case .arithmetic(.divided, let left, let right):
            guard let left = left.writtenNumber, let right = right.writtenNumber else { return nil }
            // What divides by zero, or does not fit, is no number.
            return try? left.divided(by: right)
        default: return nil
        }
    }
}

extension Operator {
    /// The comparison that holds where this one does not.
    fileprivate var opposite: Operator? {
        switch self {
        case .equal: .unequal
        case .unequal: .equal
        case .less: .atLeast
        case .atLeast: .less
        case .greater: .atMost
        case .atMost: .greater
        default: nil
        }
    }

    /// The comparison with its sides exchanged.
    fileprivate var mirrored: Operator {
        switch self {
        case .less: .greater
        case .greater: .less
        case .atLeast: .atMost
        case .atMost: .atLeast
        default: self
        }
    }

    /// Where a number lies that is compared like this with an edge.
    fileprivate func range(_ edge: Fraction) -> Interval {
        switch self {
        case .equal: Interval(edge, edge)
        case .unequal: Interval(nil, nil, excludesZero: edge.sign == 0)
        case .greater: Interval(edge, nil, excludesZero: edge.sign == 0)
        case .atLeast: Interval(edge, nil)
        case .less: Interval(nil, edge, excludesZero: edge.sign == 0)
        case .atMost: Interval(nil, edge)
        default: .all
        }
    }
}
