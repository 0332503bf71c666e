internal import Arithmetic
internal import Diagnostics
internal import Domain
internal import Expressions
internal import Methodology
internal import Scoring

extension Compiler {
    /// Compiles a node whose formulas read scores that runs change.
    mutating func formulated(
        _ position: Int, _ formulas: [Formula], _ form: Formulated.Form
    ) {
        isChanging[position] = true
        let node = plan.nodes[position]
        if node.isGraded { return graded(position) }
        if let substitute = node.substitute {
            return unsupported(position, node.place, "\(substitute.word) for a missing value")
        }
        var programs: [Program] = []
        for formula in formulas {
            var program = Program()
            guard emit(formula.expression, to: &program) != nil else {
                return unsupported(position, formula.source.place, "function over many values")
            }
            programs.append(program)
        }
        guard let path = path(position) else { return }
        formulated.append(
            Formulated(
                node: position, slot: slots[position], programs: programs, form: form, path: path))
        steps.append(.formulated(formulated.count - 1))
    }

    /// Adds an expression to a program.
    ///
    /// - Returns: The register it yields to; `nil` for one that runs do not compute.
    private func emit(_ expression: Expression, to program: inout Program) -> Int? {
        guard reads(expression).contains(where: { isChanging[$0] }) else {
            return constant(expression, to: &program)
        }
        guard let operation = operation(expression, in: &program) else { return nil }
        program.operations.append(operation)
        return program.operations.count - 1
    }

    private func constant(_ expression: Expression, to program: inout Program) -> Int? {
        var values: [Double] = []
        for unit in units {
            switch assessment.yield(expression, at: unit) {
            case .number(let number): values.append(Double(number))
            case .flag(let holds): values.append(holds ? 1 : 0)
            case .ordinal(let ordinal): values.append(Double(ordinal))
            case .blank(let state): values.append(Blank(state).value)
            case nil: values.append(Blank.failed.value)
            case .text: return nil
            }
        }
        program.constants.append(values)
        program.operations.append(.constant(program.constants.count - 1))
        return program.operations.count - 1
    }

    private func operation(
        _ expression: Expression, in program: inout Program
    ) -> Program.Operation? {
        switch expression.kind {
        case .score(let node):
            return expression.type.isCode ? nil : .score(node: node, slot: slots[node])
        case .negated(let part): return emit(part, to: &program).map { .negated($0) }
        case .absolute(let part): return emit(part, to: &program).map { .absolute($0) }
        case .not(let part): return emit(part, to: &program).map { .not($0) }
        case .rounded(let part, let digits, let mode):
            let rounding = SnappedRounding(Plan.Rounded(digits: digits, mode: mode))
            return emit(part, to: &program).map { .rounded($0, rounding) }
        case .arithmetic(let operation, let left, let right):
            return two(left, right, in: &program).map { .arithmetic(operation, $0, $1) }
        case .difference(let left, let right):
            return two(left, right, in: &program).map { .arithmetic(.minus, $0, $1) }
        case .compare(let operation, let left, let right):
            return two(left, right, in: &program).map { .compared(operation, $0, $1) }
        case .between(let part, let low, let high): return between(part, low, high, in: &program)
        case .all(let parts):
            return list(parts, in: &program).map { .every($0, until: false) }
        case .any(let parts): return list(parts, in: &program).map { .every($0, until: true) }
        case .presence(let part, let test, let isNegated):
            return emit(part, to: &program).map {
                .presence($0, test.blank, isNegated: isNegated)
            }
        case .choice(let condition, let then, let otherwise):
            guard let first = emit(condition, to: &program),
                let (second, third) = two(then, otherwise, in: &program)
            else { return nil }
            return .choice(first, then: second, otherwise: third)
        case .real(let function, let parts):
            guard let first = parts.first, let last = parts.last else { return nil }
            return two(first, last, in: &program).map { .real(function, $0, $1) }
        case .over(let function, let parts):
            return list(parts, in: &program).map { .over(function, $0) }
        case .countTrue(let parts): return list(parts, in: &program).map { .countTrue($0) }
        default: return nil
        }
    }

    private func two(
        _ left: Expression, _ right: Expression, in program: inout Program
    ) -> (Int, Int)? {
        guard let first = emit(left, to: &program), let second = emit(right, to: &program) else {
            return nil
        }
        return (first, second)
    }

    private func between(
        _ part: Expression, _ low: Expression, _ high: Expression, in program: inout Program
    ) -> Program.Operation? {
        guard let tested = emit(part, to: &program), let (low, high) = two(low, high, in: &program)
        else { return nil }
        program.operations.append(.compared(.atLeast, tested, low))
        program.operations.append(.compared(.atMost, tested, high))
        return .both(program.operations.count - 2, program.operations.count - 1)
    }

    private func list(_ parts: [Expression], in program: inout Program) -> Range<Int>? {
        var registers: [Int] = []
        for part in parts {
            guard let register = emit(part, to: &program) else { return nil }
            registers.append(register)
        }
        program.lists += registers
        return (program.lists.count - registers.count)..<program.lists.count
    }
}

extension PresenceTest {
    /// What it asks for; `nil` for a number that is known.
    fileprivate var blank: Blank? {
        switch self {
        case .known: nil
        case .unknown: .missing
        case .withheld: .excluded
        case .notApplicable: .notApplicable
        }
    }
}
