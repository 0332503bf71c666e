internal import Arithmetic
internal import Expressions
internal import Scoring

/// A formula over scores that runs change, in doubles; all else in it is constant.
///
/// Each operation reads registers of those before it. Flags are 1 and 0, words their positions,
/// and a blank is a NaN that says why: see ``Blank``.
struct Program: Sendable {
    var operations: [Operation] = []
    /// For each constant one for each body.
    var constants: [[Double]] = []
    /// The registers of operations over many.
    var lists: [Int] = []

    enum Operation: Sendable {
        case constant(Int)
        /// Of a node, whose column stands in a slot.
        case score(node: Int, slot: Int)
        case negated(Int)
        case absolute(Int)
        case rounded(Int, SnappedRounding)
        case arithmetic(Operator, Int, Int)
        case compared(Operator, Int, Int)
        case both(Int, Int)
        case every(Range<Int>, until: Bool)
        case not(Int)
        /// Whether it is blank so; known without one.
        case presence(Int, Blank?, isNegated: Bool)
        case choice(Int, then: Int, otherwise: Int)
        case real(RealFunction, Int, Int)
        case over(Aggregate, Range<Int>)
        case countTrue(Range<Int>)
    }

    /// What the formula comes to for a body.
    func value(
        at body: Int, _ settings: Settings, _ columns: [Column], _ work: inout Work
    ) -> Double {
        for (register, operation) in operations.enumerated() {
            work.registers[register] = value(of: operation, body, settings, columns, &work)
        }
        return work.registers[operations.count - 1]
    }

    private func value(
        of operation: Operation, _ body: Int, _ settings: Settings, _ columns: [Column],
        _ work: inout Work
    ) -> Double {
        func read(_ register: Int) -> Double { work.registers[register] }
        switch operation {
        case .constant(let index): return constants[index][body]
        case .score(let node, let slot):
            let mark = node == settings.leftOut ? .leftOut : columns[slot].marks[body]
            if mark == .leftOut { work.hasLeftOut = true }
            return mark.blank?.value ?? columns[slot].scores[body]
        case .negated(let part): return unary(read(part)) { -$0 }
        case .absolute(let part): return unary(read(part)) { $0.magnitude }
        case .rounded(let part, let rounding): return unary(read(part)) { rounding($0) }
        case .arithmetic(let operation, let left, let right):
            return Self.arithmetic(operation, read(left), read(right))
        case .compared(let operation, let left, let right):
            return Self.compared(operation, read(left), read(right))
        case .both(let left, let right):
            if let blank = Blank.graver(read(left), read(right)), blank == .failed {
                return blank.value
            }
            if read(left) == 0 || read(right) == 0 { return 0 }
            return Blank.graver(read(left), read(right))?.value ?? 1
        case .every(let parts, let sought): return every(parts, until: sought, work)
        case .not(let part): return unary(read(part)) { 1 - $0 }
        case .presence(let part, let asked, let isNegated):
            let found = Blank(read(part))
            if found == .failed { return read(part) }
            return (found == asked) != isNegated ? 1 : 0
        case .choice(let condition, let then, let otherwise):
            return Blank(read(condition)) == nil
                ? read(read(condition) == 1 ? then : otherwise) : read(condition)
        case .real(let function, let first, let second):
            if let blank = Blank.graver(read(first), read(second)) { return blank.value }
            let numbers = [read(first), read(second)]
            let taken = Array(numbers.prefix(function.argumentCount))
            return (try? Double.value(of: function, taken)) ?? Blank.failed.value
        case .over(let function, let parts): return over(function, parts, &work)
        case .countTrue(let parts):
            var count = 0.0
            for part in parts {
                let value = read(lists[part])
                if Blank(value) == .failed { return value }
                if value == 1 { count += 1 }
            }
            return count
        }
    }

    @inline(__always)
    private func unary(_ value: Double, _ body: (Double) -> Double) -> Double {
        value.isNaN ? value : body(value)
    }

    private static func arithmetic(
        _ operation: Operator, _ left: Double, _ right: Double
    ) -> Double {
        // A denominator is empty whether or not what stands above it is known.
        if operation == .divided, right == 0 { return Blank.failed.value }
        if let blank = Blank.graver(left, right) { return blank.value }
        let result =
            switch operation {
            case .plus: left + right
            case .minus: left - right
            case .times: left * right
            default: left / right
            }
        return result.isFinite ? result : Blank.failed.value
    }

    /// Numbers as near to one another as their own rounding leaves them are the same.
    private static func compared(
        _ operation: Operator, _ left: Double, _ right: Double
    ) -> Double {
        if let blank = Blank.graver(left, right) { return blank.value }
        let near = Rule.snap * max(left.magnitude, right.magnitude, 1)
        let order = (left - right).magnitude <= near ? 0 : left < right ? -1 : 1
        return operation.holds(order) ? 1 : 0
    }

    private func every(_ parts: Range<Int>, until sought: Bool, _ work: Work) -> Double {
        var gravest = sought ? 0.0 : 1.0
        for part in parts {
            let value = work.registers[lists[part]]
            if let blank = Blank(value) {
                if blank == .failed { return value }
                gravest = Blank.graver(gravest, value)?.value ?? value
            } else if (value == 1) == sought {
                return value
            }
        }
        return gravest
    }
}

extension Mark {
    /// Why there is no score; `nil` where there is one.
    var blank: Blank? {
        switch self {
        case .score, .filled: nil
        case .notApplicable, .leftOut: .notApplicable
        case .missing: .missing
        case .excluded: .excluded
        }
    }
}
