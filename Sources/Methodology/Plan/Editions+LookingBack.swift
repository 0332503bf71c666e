internal import Diagnostics
internal import Domain
internal import Expressions

extension Editions {
    /// Why an edition cannot read what was handed in for periods of an earlier one, at which its
    /// rules look back; `nil` where it can.
    func lookingBack(_ later: Plan, _ earlier: Plan) -> Diagnostic? {
        let kinds = later.identity.kinds.filter { earlier.identity.kinds.contains($0) }
        guard !kinds.isEmpty, let from = later.identity.from, let to = earlier.identity.to else {
            return nil
        }
        let form = later.schema.periodForm
        let next = form.first(onOrAfter: to.advanced(by: 1)).index
        let last = Period(form, index: next - 1).lastDay > to ? next - 2 : next - 1
        let back = form.first(onOrAfter: from).index - last
        guard back > 0, earlier.identity.holds(for: Period(form, index: last)) else { return nil }
        for field in LookingBack(later).fields(back) {
            let own = field.of(later.schema)
            guard let other = field.of(earlier.schema, named: later.schema),
                let (types, help) = Self.clash(own, other)
            else { continue }
            return Diagnostic(
                .error, "editions.input", at: later.identity.place,
                "\(later.identity.name) looks back at \(field.name(in: later.schema)) in periods "
                    + "of \(earlier.identity.name): \(types)",
                help: help)
        }
        return nil
    }

    /// How two declarations differ so that one cannot read what the other asks for.
    private static func clash(_ own: Field, _ other: Field) -> (types: String, help: String)? {
        if case .code(let known) = own.type, case .code(let words) = other.type {
            let strange = words.filter { !known.contains($0) }
            guard let word = strange.first else { return nil }
            return (
                "\"\(word)\" is a word of it there, and none here",
                "Declare the word in both, or give the input of one edition an id of its own"
            )
        }
        guard own.type != other.type else { return nil }
        return (
            "it is \(own.type) here and \(other.type) there",
            "Declare one type in both, or give the input of one edition an id of its own"
        )
    }
}

/// What the rules of an edition read of earlier periods, and how far back.
private struct LookingBack {
    /// An input, or a field of a table.
    enum Read: Hashable {
        case input(Int)
        case field(table: Int, Int)

        func of(_ schema: EvidenceSchema) -> Field {
            switch self {
            case .input(let input): schema.inputs[input]
            case .field(let table, let field): schema.tables[table].fields[field]
            }
        }

        /// The one of the same id that another edition declares.
        func of(_ other: EvidenceSchema, named own: EvidenceSchema) -> Field? {
            let id = of(own).id
            switch self {
            case .input: return other.inputs.first { $0.id == id }
            case .field(let table, _):
                return other.tables.first { $0.id == own.tables[table].id }?.fields
                    .first { $0.id == id }
            }
        }

        func name(in schema: EvidenceSchema) -> String {
            switch self {
            case .input: of(schema).id
            case .field(let table, _): "\(schema.tables[table].id).\(of(schema).id)"
            }
        }

        var order: [Int] {
            switch self {
            case .input(let input): [0, input]
            case .field(let table, let field): [1, table, field]
            }
        }
    }

    private let plan: Plan
    /// How many periods back each is looked at, at most.
    private var reach: [Read: Int] = [:]
    /// How far back each computed field was looked through.
    private var seen: [[Int]: Int] = [:]

    init(_ plan: Plan) {
        self.plan = plan
        for node in plan.nodes {
            var back = 0
            if case .last(let atMost)? = node.substitute?.source { back = atMost }
            // What takes the place of a missing value is the value of an earlier period.
            if back > 0, case .formula(let formula, _) = node.content {
                add(formula.expression, back)
                if let condition = node.appliesWhen { add(condition.expression, back) }
            }
            for formula in node.formulas { add(formula.expression, 0) }
        }
        for check in plan.checks {
            for formula in [check.when, check.expect] {
                if let formula { add(formula.expression, 0) }
            }
        }
        for check in plan.effort { add(check) }
    }

    /// What came of the plan before is looked at, and both where plans are reached in a row.
    private mutating func add(_ check: Plan.EffortCheck) {
        func read(_ field: Int) -> Read {
            check.table.map { .field(table: $0, field) } ?? .input(field)
        }
        note(read(check.actual), max(1, (check.periods ?? 1) - 1))
        guard let periods = check.periods else { return }
        note(read(check.plan), periods - 1)
        if case .field(let field, _, _) = check.better { note(read(field), periods - 1) }
    }

    /// What is looked at at least so many periods back, in the order of the schema.
    func fields(_ back: Int) -> [Read] {
        reach.filter { back <= $0.value }.keys
            .sorted { $0.order.lexicographicallyPrecedes($1.order) }
    }

    private mutating func add(_ expression: Expression, _ back: Int) {
        var back = back
        switch expression.kind {
        case .input(let input): note(.input(input), back)
        case .field(let table, let field): note(.field(table: table, field), back)
        case .computed(let table, let field):
            guard seen[[table, field], default: -1] < back else { return }
            seen[[table, field]] = back
            add(plan.computed[table][field].formula.expression, back)
        case .previous(_, let periods): back += periods
        case .across(let periods, let part):
            // Values stand side by side, and each looks back by itself.
            switch part.kind {
            case .records, .quantified: back += periods - 1
            default: break
            }
        default: break
        }
        for part in expression.parts { add(part, back) }
    }

    private mutating func note(_ read: Read, _ back: Int) {
        reach[read] = max(reach[read] ?? 0, back)
    }
}
