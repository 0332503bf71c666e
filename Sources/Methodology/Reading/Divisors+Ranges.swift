internal import Arithmetic
internal import Domain
internal import Expressions

/// Between what expressions lie.
extension Divisors {
    func range(_ expression: Expression, _ facts: Facts) -> Interval {
        let own = computed(expression, facts)
        return facts.range(of: expression).map { own.intersection($0) } ?? own
    }

    private func computed(_ expression: Expression, _ facts: Facts) -> Interval {
        switch expression.kind {
        case .number:
            return expression.writtenNumber.map { Interval($0, $0) } ?? .all
        case .parameter(let index): return Self.range(of: parameters[index])
        case .input(let index): return Self.range(of: schema.inputs[index])
        case .field(let table, let index): return Self.range(of: schema.tables[table].fields[index])
        case .computed(let table, let index): return fields[table][index].range
        case .score(let node): return scores(node)
        case .negated(let value): return range(value, facts).negated
        case .absolute(let value): return range(value, facts).absolute
        case .real(let function, let parts):
            return Self.range(of: function, parts.map { range($0, facts) })
        case .rounded(let value, let digits, let mode):
            return range(value, facts).rounded(to: digits, mode)
        case .arithmetic(let operation, let left, let right):
            let (left, right) = (range(left, facts), range(right, facts))
            return switch operation {
            case .plus: left.adding(right)
            case .minus: left.adding(right.negated)
            case .times: left.multiplied(by: right)
            case .divided: left.divided(by: right)
            default: .all
            }
        case .choice(let condition, let then, let otherwise):
            return range(then, facts.where(condition, true))
                .union(range(otherwise, facts.where(condition, false)))
        case .over(let function, let parts):
            return over(function, parts.map { (range($0, facts), $0.writtenNumber != nil) })
        case .records(.count, _, _, _), .countTrue: return Interval(Interval.zero, nil)
        case .records(let function, _, let value, let condition):
            let outer = facts.withinRecords
            let inner = condition.map { outer.where($0, true) } ?? outer
            return Self.range(of: function, over: value.map { range($0, inner) } ?? .all)
        case .previous(let part, _), .across(_, let part): return range(part, Facts())
        case .population(.count, _, _, _): return Interval(Interval.zero, nil)
        case .population(let function, _, let value, let condition):
            // What is known of the body at hand is not known of the others.
            let others = condition.map { Facts().where($0, true) } ?? Facts()
            return Self.range(of: function, over: value.map { range($0, others) } ?? .all)
        default: return .all
        }
    }

    private static func range(of field: Field) -> Interval {
        var (least, greatest) = (field.least, field.greatest)
        if field.type == .count || field.type == .share { least = least ?? .zero }
        if field.type == .share { greatest = greatest ?? .one }
        return Interval(least.map { Fraction($0) }, greatest.map { Fraction($0) })
    }

    private static func range(of parameter: Plan.Parameter) -> Interval {
        let values = parameter.values.compactMap(\.value)
        return Interval(
            values.min(), values.max(), excludesZero: values.allSatisfy { $0.sign != 0 })
    }

    /// What a function comes to over any number of values that each lie in a range.
    private static func range(of function: Aggregate, over each: Interval) -> Interval {
        switch function {
        case .sum: sum(of: each)
        case .least, .greatest: each
        // Between values on both sides of zero lies zero.
        case .average, .median: Interval(each.least, each.greatest)
        case .sampleDeviation, .populationDeviation: Interval(Interval.zero, nil)
        case .count: .all
        }
    }

    /// Between what a root or a power lies; one too small for a double is an error when computed.
    private static func range(of function: RealFunction, _ parts: [Interval]) -> Interval {
        let isAboveZero = parts[0].isAtLeastZero && parts[0].excludesZero
        return switch function {
        case .squareRoot: Interval(Interval.zero, nil, excludesZero: isAboveZero)
        case .naturalLogarithm: .all
        case .exponential: Interval(Interval.zero, nil, excludesZero: true)
        case .power:
            Interval(
                parts[0].isAtLeastZero ? Interval.zero : nil, nil, excludesZero: isAboveZero)
        }
    }

    /// Whether a function may meet a number that it does not take.
    func canLeaveDomain(_ function: RealFunction, _ parts: [Expression], _ facts: Facts) -> Bool {
        let ranges = parts.map { range($0, facts) }
        let isAboveZero = ranges[0].isAtLeastZero && ranges[0].excludesZero
        switch function {
        case .squareRoot: return !ranges[0].isAtLeastZero
        case .naturalLogarithm: return !isAboveZero
        case .exponential: return false
        case .power:
            if isAboveZero || ranges[0].isAtLeastZero && ranges[1].isAtLeastZero { return false }
            guard let exponent = ranges[1].least, exponent == ranges[1].greatest,
                exponent.reduced.denominator == 1
            else { return true }
            return exponent.sign < 0 && !ranges[0].excludesZero
        }
    }

    /// The sum of any number of values; over nothing it is a blank.
    private static func sum(of each: Interval) -> Interval {
        Interval(
            each.isAtLeastZero ? each.least : nil, each.isAtMostZero ? each.greatest : nil,
            excludesZero: each.excludesZero && (each.isAtLeastZero || each.isAtMostZero))
    }

    /// Values side by side, of which blanks are skipped; a written number is never one.
    private func over(
        _ function: Aggregate, _ parts: [(range: Interval, isNumber: Bool)]
    ) -> Interval {
        guard let first = parts.first?.range else { return .all }
        let any = parts.dropFirst().reduce(first) { $0.union($1.range) }
        let numbers = parts.filter(\.isNumber).map(\.range)
        switch function {
        case .sum: return Self.sum(of: any)
        case .greatest:
            let floor = numbers.compactMap(\.least).max()
            return any.intersection(Interval(floor, nil))
        case .least:
            let ceiling = numbers.compactMap(\.greatest).min()
            return any.intersection(Interval(nil, ceiling))
        case .average, .median: return Interval(any.least, any.greatest)
        case .sampleDeviation, .populationDeviation: return Interval(Interval.zero, nil)
        case .count: return .all
        }
    }
}
