internal import Domain
internal import Expressions

extension Node {
    /// As far as something can be decided about its outcome, or changed about its value; the
    /// computed fields are those of the plan's tables.
    func schema(_ computed: [[Plan.ComputedField]]) -> NodeSchema {
        var reading = InputsRead(computed)
        for formula in formulas { reading.add(formula.expression) }
        return NodeSchema(
            id: id, least: scale.least, greatest: scale.greatest, grades: grades?.order ?? [],
            isHeading: isHeading, value: valueType, inputs: reading.inputs.sorted())
    }

    /// What the value of a leaf is; `nil` for any other node.
    private var valueType: ValueType? {
        switch content {
        case .heading, .aggregate: nil
        case .formula(let formula, _): formula.expression.type
        case .ladder, .checklist: grades.map { .code($0.order) } ?? .number
        }
    }
}

/// The inputs that formulas read of the period they are computed for.
private struct InputsRead {
    private let computed: [[Plan.ComputedField]]
    private(set) var inputs: Set<Int> = []
    /// The computed fields that were looked through, tables and positions.
    private var seen: Set<[Int]> = []

    init(_ computed: [[Plan.ComputedField]]) { self.computed = computed }

    mutating func add(_ expression: Expression) {
        switch expression.kind {
        case .input(let input): inputs.insert(input)
        case .computed(let table, let field):
            guard seen.insert([table, field]).inserted else { return }
            add(computed[table][field].formula.expression)
        // An earlier period is scored already.
        case .previous: return
        default: break
        }
        for part in expression.parts { add(part) }
    }
}
