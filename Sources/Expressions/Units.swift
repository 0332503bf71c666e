internal import Domain

/// Which type comes out when two are added, multiplied or divided, and which may be compared.
///
/// A *share* and a *percent* never meet in one sum or comparison: that mistake is off by a
/// factor of 100. Plain numbers go with counts, percents and days.
enum Units {
    /// An operand's type, and the number it is when it was written out.
    struct Operand {
        let type: ValueType
        let literal: Expression.Literal?

        init(_ expression: Expression) {
            type = expression.type
            if case .number(let literal) = expression.kind {
                self.literal = literal
            } else {
                literal = nil
            }
        }

        var isPlainNumber: Bool { type == .number }

        func isWritten(_ number: Int128) -> Bool {
            literal.map { $0.numerator == number && $0.denominator == 1 } ?? false
        }
    }

    /// The type of a sum, difference, product or quotient; `nil` when it makes no sense.
    static func result(_ operation: Operator, _ left: Operand, _ right: Operand) -> ValueType? {
        guard left.type.isNumeric, right.type.isNumeric else { return nil }
        return switch operation {
        case .plus, .minus: sum(left, right)
        case .times: product(left, right) ?? product(right, left)
        case .divided: quotient(left, right)
        default: nil
        }
    }

    private static func sum(_ left: Operand, _ right: Operand) -> ValueType? {
        if left.type == right.type { return left.type }
        let (number, other) = left.isPlainNumber ? (left, right) : (right, left)
        guard number.isPlainNumber else { return nil }
        if number.literal != nil { return other.type }
        return switch other.type {
        case .money: nil
        // A number that is no whole one makes no count.
        case .count: .number
        // A number does not take the unit away: a share must not meet a percent through it.
        default: other.type
        }
    }

    /// The type of values that stand side by side; `nil` when two of them clash.
    static func common(_ operands: [Operand]) -> ValueType? {
        guard clashing(operands) == nil, let first = operands.first else { return nil }
        guard let named = operands.first(where: { !$0.isPlainNumber }) else { return first.type }
        let hasNumber = operands.contains { $0.isPlainNumber && $0.literal == nil }
        return hasNumber && named.type == .count ? .number : named.type
    }

    /// The first two types that cannot be added, each compared with each.
    static func clashing(_ operands: [Operand]) -> (ValueType, ValueType)? {
        // There are few types; of many alike one is enough.
        var seen: [Operand] = []
        for operand in operands
        where !seen.contains(where: {
            $0.type == operand.type && ($0.literal == nil) == (operand.literal == nil)
        }) {
            for other in seen where sum(other, operand) == nil { return (other.type, operand.type) }
            seen.append(operand)
        }
        return nil
    }

    private static func product(_ left: Operand, _ right: Operand) -> ValueType? {
        switch (left.type, right.type) {
        case (.share, .number) where right.isWritten(100): .percent
        case (.number, .share) where left.isWritten(100): .percent
        case (.number, .money), (.number, .days): right.type
        case (.number, .number), (.number, .share), (.number, .percent), (.number, .count): .number
        case (.share, .share), (.share, .percent), (.share, .money), (.share, .days): right.type
        case (.share, .count): .number
        case (.count, .count), (.count, .money), (.count, .days): right.type
        case (.count, .percent), (.percent, .percent): .number
        default: nil
        }
    }

    private static func quotient(_ left: Operand, _ right: Operand) -> ValueType? {
        switch (left.type, right.type) {
        case (.percent, .number) where right.isWritten(100): .share
        case (.number, .number): .number
        case (let one, let other) where one == other: .share
        case (.money, .number), (.days, .number), (.percent, .number): left.type
        case (.money, .count), (.days, .count): left.type
        case (.money, .share), (.days, .share), (.percent, .share): left.type
        case (.money, .money): nil
        default: .number
        }
    }

    /// Why two types cannot be compared and what to do; `nil` when they can.
    static func clash(_ left: Operand, _ right: Operand) -> (what: String, help: String)? {
        if left.type == right.type { return nil }
        let pair = [left, right]
        if pair.contains(where: { $0.type == .share }) {
            if pair.contains(where: { $0.type == .percent }) {
                let hasWritten = pair.contains { $0.literal != nil }
                return (
                    "a share (0…1) is compared with a percent (0…100)",
                    hasWritten
                        ? "A percent is compared with a plain number: leave out the % sign"
                        : "Multiply the share by 100, or divide the percent by 100"
                )
            }
            if let written = pair.first(where: \.isPlainNumber)?.literal,
                written.numerator > written.denominator
            {
                return (
                    "a share (0…1) is compared with \(written.text)", "Write \(written.text) %"
                )
            }
        }
        if let number = pair.first(where: \.isPlainNumber),
            let other = pair.first(where: { !$0.isPlainNumber }), other.type.isNumeric
        {
            if case .money = other.type, number.literal == nil {
                return (
                    "\(other.type) is compared with a plain number",
                    "Give the parameter or input the unit \(other.type)"
                )
            }
            return nil
        }
        return (
            "\(left.type.named) is compared with \(right.type.named)",
            "Compare values of one type"
        )
    }
}

extension ValueType {
    /// With its article, as in `a share` or `money in CAD`.
    var named: String {
        switch self {
        case .money, .days: description
        default: "a \(self)"
        }
    }
}
