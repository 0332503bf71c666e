internal import Diagnostics
internal import Domain
internal import Expressions

/// Plans beside what came of them.
extension EditionReader {
    /// The checks of effort, in the order of the file.
    mutating func readEffort() -> [Plan.EffortCheck] {
        guard let yaml = root["effort"] else { return [] }
        reader.checkFilled(yaml, "effort")
        var checks: [Plan.EffortCheck] = []
        var ids: [String] = []
        for item in reader.items(yaml, "effort") ?? [] {
            guard let object = reader.object(item, .effortCheck),
                let id = reader.need(
                    object, "id", in: "effort check", help: "Give it an id, as in targets"
                ).flatMap({ reader.identifier($0, "the effort check") })
            else { continue }
            reader.checkDistinct(
                ids.filter { $0.lowercased() == id.lowercased() } + [id], "the effort check",
                at: object.place)
            ids.append(id)
            if let check = effortCheck(id, object) { checks.append(check) }
        }
        return checks
    }

    private mutating func effortCheck(_ id: String, _ object: Object) -> Plan.EffortCheck? {
        guard let rows = effortRows(object) else { return nil }
        let plan = reader.need(
            object, "plan", in: "effort check", help: "Name what was planned, as in plan: plan"
        ).flatMap { counted($0, "plan", rows) }
        let actual = reader.need(
            object, "actual", in: "effort check",
            help: "Name what came of it, as in actual: actual"
        ).flatMap { counted($0, "actual", rows) }
        let better = reader.need(
            object, "better", in: "effort check",
            help: "Write higher or lower, or name a code that says so"
        ).flatMap { direction($0, rows) }
        let revision = lateRevision(object, rows)
        let periods = object["periods"].flatMap { wholeNumber($0, "periods", 2...100, "periods") }
        let isAssumed = object["assumed"].flatMap { reader.flag($0, "assumed") } ?? false
        guard let plan, let actual, let better, let yaml = object["actual"],
            areAlike(plan, actual, rows, at: yaml),
            object.has("revised") == (revision != nil), object.has("periods") == (periods != nil)
        else { return nil }
        return Plan.EffortCheck(
            id: id, title: object["title"].flatMap { reader.languageMap($0, "the title") },
            table: rows.table, plan: plan, actual: actual, better: better, revision: revision,
            periods: periods, basis: citations(object["basis"]), isAssumed: isAssumed)
    }

    /// Where the names of a check are looked up.
    private struct EffortRows {
        /// `nil` for the inputs.
        let table: Int?
        let fields: [Field]
        /// Ids of fields that are computed.
        let computed: Set<String>
        /// As in `a field of "indicators"`.
        let name: String
    }

    private mutating func effortRows(_ object: Object) -> EffortRows? {
        let schema = scope.schema
        guard let yaml = object["of"] else {
            return EffortRows(table: nil, fields: schema.inputs, computed: [], name: "an input")
        }
        guard let id = reader.identifier(yaml, "of"), !faulty.contains(id) else { return nil }
        guard let table = schema.tables.firstIndex(where: { $0.id == id }) else {
            let nearest = Nearest.word(to: id, among: schema.tables.map(\.id))
            if let nearest { used.words.insert(nearest) }
            reader.fail(
                "effort.name", yaml.place, "of is \"\(id)\", which is no table",
                help: nearest.map { "Did you mean \"\($0)\"?" }
                    ?? "Name a table, or leave of: out for inputs of the body")
            return nil
        }
        used.tables.insert(table)
        return EffortRows(
            table: table, fields: schema.tables[table].fields,
            computed: Set(computed[table].map(\.id)), name: "a field of \"\(id)\"")
    }

    /// The position of what a key names.
    private mutating func field(_ yaml: YAML, _ key: String, _ rows: EffortRows) -> Int? {
        guard let id = reader.identifier(yaml, key), !faulty.contains(id) else { return nil }
        guard let position = rows.fields.firstIndex(where: { $0.id == id }) else {
            let nearest = Nearest.word(to: id, among: rows.fields.map(\.id))
            if let nearest { used.words.insert(nearest) }
            let isComputed = rows.computed.contains(id)
            reader.fail(
                "effort.name", yaml.place,
                "\(key) is \"\(id)\", which is "
                    + (isComputed ? "computed" : "not \(rows.name)"),
                help: isComputed
                    ? "Name a field that is handed in"
                    : nearest.map { "Did you mean \"\($0)\"?" } ?? "Name \(rows.name)")
            return nil
        }
        if rows.table == nil { used.inputs.insert(position) }
        return position
    }

    private mutating func counted(_ yaml: YAML, _ key: String, _ rows: EffortRows) -> Int? {
        guard let position = field(yaml, key, rows) else { return nil }
        let type = rows.fields[position].type
        guard type.isNumeric else {
            refuseType(yaml, key, type, help: "Name something that is counted with")
            return nil
        }
        return position
    }

    private mutating func refuseType(
        _ yaml: YAML, _ key: String, _ type: ValueType, help: String
    ) {
        reader.fail(
            "effort.type", yaml.place, "\(key) is \(yaml.shape), which is \(type.named)",
            help: help)
    }

    /// What is compared has one type, and is not one thing.
    private mutating func areAlike(
        _ plan: Int, _ actual: Int, _ rows: EffortRows, at yaml: YAML
    ) -> Bool {
        let (planned, came) = (rows.fields[plan], rows.fields[actual])
        guard plan != actual else {
            reader.fail(
                "effort.same", yaml.place, "plan and actual are both \"\(came.id)\"",
                help: "Name what was planned and what came of it")
            return false
        }
        guard planned.type == came.type else {
            refuseType(
                yaml, "actual", came.type,
                help: "Name two of one type: plan is \(planned.type.named)")
            return false
        }
        return true
    }

    /// `higher`, `lower`, or a code with these two words.
    private mutating func direction(
        _ yaml: YAML, _ rows: EffortRows
    ) -> Plan.EffortCheck.Better? {
        switch yaml.scalar {
        case "higher": return .higher
        case "lower": return .lower
        default: break
        }
        guard let position = field(yaml, "better", rows) else { return nil }
        guard case .code(let words) = rows.fields[position].type, words.count == 2,
            let higher = words.firstIndex(of: "higher"), let lower = words.firstIndex(of: "lower")
        else {
            refuseType(
                yaml, "better", rows.fields[position].type,
                help: "Write higher or lower, or name a code whose values are [higher, lower]")
            return nil
        }
        return .field(position, higher: Int32(higher), lower: Int32(lower))
    }

    /// The date of the last change, and from when on it is late; one says nothing without the other.
    private mutating func lateRevision(
        _ object: Object, _ rows: EffortRows
    ) -> Plan.EffortCheck.Revision? {
        guard object.has("revised") == object.has("late") else {
            let key = object.has("late") ? "revised" : "late"
            reader.fail(
                "effort.pair", (object["late"] ?? object["revised"])?.place ?? object.place,
                "the effort check does not say \"\(key)\"",
                help: key == "late"
                    ? "Say from how many days before the end of the period a change is late, as in "
                        + "late: 90"
                    : "Name the date on which the plan was last changed, or leave late: out")
            return nil
        }
        guard let revised = object["revised"], let late = object["late"] else { return nil }
        let days = wholeNumber(late, "late", 0...366, "days")
        guard let position = field(revised, "revised", rows) else { return nil }
        guard rows.fields[position].type == .date else {
            refuseType(revised, "revised", rows.fields[position].type, help: "Name a date")
            return nil
        }
        return days.map { Plan.EffortCheck.Revision(field: position, days: $0) }
    }

    private mutating func wholeNumber(
        _ yaml: YAML, _ key: String, _ range: ClosedRange<Int>, _ what: String
    ) -> Int? {
        if let number = yaml.scalar.flatMap({ Int($0) }), range.contains(number) { return number }
        reader.fail(
            "effort.number", yaml.place, "\(key) is \(yaml.shape)",
            help: "Write a whole number of \(what) from \(range.lowerBound) to "
                + "\(range.upperBound)")
        return nil
    }
}
