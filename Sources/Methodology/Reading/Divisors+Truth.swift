internal import Arithmetic
internal import Domain
internal import Expressions

/// Whether conditions hold, as far as the declarations tell.
extension Divisors {
    /// `true` or `false` where the condition, if it can be told at all, always comes to that.
    func truth(_ condition: Expression, _ facts: Facts) -> Bool? {
        switch condition.kind {
        case .flag(let value): return value
        case .not(let part): return truth(part, facts).map { !$0 }
        case .all(let parts): return every(parts, facts, isAll: true)
        case .any(let parts): return every(parts, facts, isAll: false)
        case .compare(let operation, let left, let right):
            return compare(operation, left, right, facts)
        case .between(let value, let low, let high):
            let (above, below) = (
                compare(.atLeast, value, low, facts), compare(.atMost, value, high, facts)
            )
            if above == false || below == false { return false }
            return above == true && below == true ? true : nil
        default: return nil
        }
    }

    /// One part that is false settles AND, one that is true OR; what stands before counts.
    private func every(_ parts: [Expression], _ facts: Facts, isAll: Bool) -> Bool? {
        var known = facts
        var isSettled = true
        for part in parts {
            switch truth(part, known) {
            case .some(let holds) where holds != isAll: return !isAll
            case .some: break
            case nil: isSettled = false
            }
            known.add(part, isAll)
        }
        return isSettled ? isAll : nil
    }

    private func compare(
        _ operation: Operator, _ left: Expression, _ right: Expression, _ facts: Facts
    ) -> Bool? {
        guard left.type.isNumeric, right.type.isNumeric else { return nil }
        let difference = range(
            Expression(kind: .arithmetic(.minus, left, right), type: left.type, range: 0..<0), facts
        )
        let isBelow = difference.greatest.map { $0.sign < 0 } ?? false
        let isAbove = difference.least.map { $0.sign > 0 } ?? false
        let isAtMost = difference.isAtMostZero
        let isAtLeast = difference.isAtLeastZero
        let isOther = difference.excludesZero
        switch operation {
        case .less: return isBelow || isAtMost && isOther ? true : isAtLeast ? false : nil
        case .atMost: return isAtMost ? true : isAbove || isAtLeast && isOther ? false : nil
        case .greater: return isAbove || isAtLeast && isOther ? true : isAtMost ? false : nil
        case .atLeast: return isAtLeast ? true : isBelow || isAtMost && isOther ? false : nil
        case .equal: return isAtMost && isAtLeast ? true : isOther ? false : nil
        case .unequal: return isOther ? true : isAtMost && isAtLeast ? false : nil
        default: return nil
        }
    }
}
