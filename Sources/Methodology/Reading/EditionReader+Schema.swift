internal import Arithmetic
internal import Diagnostics
internal import Domain
internal import Expressions

extension EditionReader {
    /// A table as declared, its computed fields and checks not read yet.
    struct DeclaredTable {
        let schema: TableSchema
        let computed: [(id: String, object: Object)]
        let checks: [YAML]
        let place: Place
    }

    mutating func readInputs() -> [Field] {
        guard let yaml = root["inputs"] else { return [] }
        guard let entries = yaml.entries else {
            reader.fail(
                "edition.shape", yaml.place, "inputs need keys, and \(yaml.shape) stands there",
                help: "Write each input under its id, as in headcount: {type: count}")
            return []
        }
        guard reader.hasRoom(for: entries.count, "inputs", at: yaml.place) else { return [] }
        inputPlaces = Dictionary(entries.map { ($0.key, $0.keyPlace) }) { first, _ in first }
        return entries.compactMap { entry in
            guard let id = name(entry, "the input"),
                let object = reader.object(entry.value, .field),
                let field = field(id, object)
            else {
                faulty.insert(entry.key)
                return nil
            }
            return field
        }
    }

    /// An id that formulas use: not one of the words they keep for themselves.
    mutating func name(_ entry: YAML.Entry, _ what: String) -> String? {
        guard let id = reader.identifier(entry.key, what, at: entry.keyPlace) else { return nil }
        return isFree(id, what, at: entry.keyPlace) ? id : nil
    }

    /// Whether neither formulas nor tables of evidence use the word for something else.
    private mutating func isFree(_ id: String, _ what: String, at place: Place) -> Bool {
        let isWord = Scope.reserved.contains(id.lowercased())
        guard isWord || id == periodColumn else { return true }
        reader.fail(
            "id.reserved", place,
            "\(what) is called \"\(id)\", "
                + (isWord ? "a word of formulas" : "as the column of the period is"),
            help: "Choose another id, as in \(id)_value")
        return false
    }

    private mutating func field(_ id: String, _ object: Object) -> Field? {
        guard
            let type = reader.need(
                object, "type", in: "field \(id)",
                help: "Write one of: " + Vocabulary.types.joined(separator: ", ")
            ).flatMap({ valueType($0, object) })
        else { return nil }
        let least = object["min"].flatMap { reader.fixed($0, "the least value") }
        let greatest = object["max"].flatMap { reader.fixed($0, "the greatest value") }
        for key in ["min", "max"] where !type.isNumeric {
            if let yaml = object[key] {
                reader.fail(
                    "field.range", yaml.place, "a \(type) has no \(key)",
                    help: "Leave it out, or declare a number")
            }
        }
        if let least, let greatest, greatest < least {
            reader.fail(
                "field.range", object.place, "the range of \(id) ends (\(greatest)) before it begins (\(least))",
                help: "Write the lesser number as min")
        }
        return Field(
            id: id, type: type,
            isOptional: object["optional"].flatMap { reader.flag($0, "optional") } ?? false,
            least: least, greatest: greatest,
            title: object["title"].flatMap { reader.languageMap($0, "the title") })
    }

    private mutating func valueType(_ yaml: YAML, _ object: Object) -> ValueType? {
        guard let word = reader.word(yaml, "the type", among: Vocabulary.types) else { return nil }
        switch word {
        case "number": return .number
        case "share": return .share
        case "percent": return .percent
        case "count": return .count
        case "days": return .days
        case "date": return .date
        case "period": return .period
        case "text": return .text
        case "flag": return .flag
        case "money":
            return reader.need(
                object, "currency", in: "money field", help: "Name it by its code, as in currency: KZT"
            ).flatMap { reader.text($0, "the currency") }.map(ValueType.money)
        default:
            guard
                let values = reader.need(
                    object, "values", in: "code field", help: "List the allowed words, as in [Y, N]")
            else { return nil }
            let words = (reader.items(values, "values") ?? []).compactMap {
                reader.text($0, "a value")
            }
            reader.checkDistinct(words, "the value", at: values.place)
            return words.isEmpty ? nil : .code(words)
        }
    }

    mutating func readTables() -> [DeclaredTable] {
        guard let yaml = root["tables"] else { return [] }
        guard let entries = yaml.entries else {
            reader.fail(
                "edition.shape", yaml.place, "tables need keys, and \(yaml.shape) stands there",
                help: "Write each table under its id, as in services: {key: [service_id], fields: …}")
            return []
        }
        let fields = entries.map { entry in
            let fields = entry.value.entries?.first { $0.key == "fields" }
            return 1 + (fields?.value.entries?.count ?? 0)
        }
        guard reader.hasRoom(for: fields.reduce(0, +), "tables and fields", at: yaml.place) else {
            return []
        }
        var tables: [DeclaredTable] = []
        for entry in entries {
            guard let id = name(entry, "the table"),
                let object = reader.object(entry.value, .table),
                let table = table(id, object, after: tables)
            else {
                faulty.insert(entry.key)
                continue
            }
            tables.append(table)
        }
        return tables
    }

    private mutating func table(
        _ id: String, _ object: Object, after tables: [DeclaredTable]
    ) -> DeclaredTable? {
        let key = reader.need(
            object, "key", in: "table \(id)",
            help: "List the columns that name a record, as in [service_id]"
        ).map { reader.identifiers($0, "the key") } ?? []
        if let yaml = object["key"] {
            reader.checkFilled(yaml, "the key")
            for column in key { _ = isFree(column, "the key", at: yaml.place) }
        }
        var parent: Int?
        if let within = object["within"].flatMap({ yaml in
            reader.text(yaml, "within").map { (yaml, $0) }
        }) {
            parent = tables.firstIndex { $0.schema.id == within.1 }
            if parent == nil {
                reader.fail(
                    "table.within", within.0.place, "there is no table \"\(within.1)\" above \(id)",
                    help: "Declare the table that the records belong to first")
            }
        }
        var fields: [Field] = []
        var computed: [(id: String, object: Object)] = []
        for entry in object["fields"]?.entries ?? [] {
            guard let field = name(entry, "the field") else { continue }
            if entry.value.entries?.contains(where: { $0.key == "value" }) ?? false {
                if let object = reader.object(entry.value, .computedField) {
                    computed.append((field, object))
                } else {
                    faulty.insert(field)
                }
            } else if let object = reader.object(entry.value, .field),
                let read = self.field(field, object)
            {
                fields.append(read)
            } else {
                faulty.insert(field)
            }
        }
        checkColumns(key + fields.map(\.id) + computed.map(\.id), parent, tables, object.place)
        let checks = object["checks"].flatMap { reader.items($0, "checks") } ?? []
        return DeclaredTable(
            schema: TableSchema(id: id, key: key, parent: parent, fields: fields),
            computed: computed, checks: checks, place: object.place)
    }

    /// A table's columns, with the keys of the records that its own belong to.
    private mutating func checkColumns(
        _ own: [String], _ parent: Int?, _ tables: [DeclaredTable], _ place: Place
    ) {
        var columns = own
        var ancestor = parent
        while let table = ancestor {
            columns += tables[table].schema.key
            ancestor = tables[table].schema.parent
        }
        reader.checkDistinct(columns, "the column", at: place)
    }

    mutating func readComputedFields(of tables: [DeclaredTable]) {
        computed = tables.map { _ in [] }
        fieldUses = tables.map { _ in [] }
        // A parent's records count their children's, so the children's fields come first.
        for (index, table) in tables.enumerated().reversed() {
            for (id, object) in table.computed {
                let usedBefore = used
                used = Uses()
                defer { used.formUnion(usedBefore) }
                guard let yaml = object["value"],
                    let formula = formula(yaml, level: index, expecting: .any)
                else {
                    scope.faulty.insert(id)
                    continue
                }
                if let type = object["type"].flatMap({
                    reader.word($0, "the type", among: Vocabulary.types)
                }), type != formula.expression.type.description {
                    reader.fail(
                        "type.declared", yaml.place,
                        "\(id) is declared as \(type), and its formula yields "
                            + "\(formula.expression.type)",
                        help: "Correct one of the two")
                }
                computed[index].append(Plan.ComputedField(id: id, formula: formula))
                fieldUses[index].append(used)
                scope.computed[index].append(
                    Scope.ComputedField(id: id, type: formula.expression.type))
            }
        }
    }

    /// The checks of the body's inputs, then those of each table's records.
    mutating func readChecks(of tables: [DeclaredTable]) {
        let own = root["checks"].flatMap { reader.items($0, "checks") } ?? []
        for yaml in own { readCheck(yaml, table: nil) }
        for (index, table) in tables.enumerated() {
            for yaml in table.checks { readCheck(yaml, table: index) }
        }
    }

    private mutating func readCheck(_ yaml: YAML, table: Int?) {
        guard let object = reader.object(yaml, .check),
            let id = reader.need(
                object, "id", in: "check", help: "Give it an id, as in declared-met"
            ).flatMap({ reader.identifier($0, "the check") })
        else { return }
        reader.checkDistinct(
            checks.map(\.id).filter { $0 == id } + [id], "the check", at: object.place)
        let when = object["when"].flatMap {
            formula($0, level: table, expecting: .condition, literals: .any)
        }
        guard
            let expect = reader.need(
                object, "expect", in: "check", help: "Say what should hold"
            ).flatMap({ formula($0, level: table, expecting: .condition, literals: .any) })
        else { return }
        checkScores([when, expect].compactMap { $0 })
        checks.append(
            Plan.Check(
                id: id, title: object["title"].flatMap { reader.languageMap($0, "the title") },
                table: table, when: when, expect: expect))
    }

    /// Records are checked before anything is scored.
    private mutating func checkScores(_ formulas: [Formula]) {
        for formula in formulas {
            var score: Expression?
            formula.expression.forEach { part in
                if case .score = part.kind { score = part }
            }
            guard let score else { continue }
            reader.fail(
                "check.score", formula.source.place,
                "\(formula.source.slice(score.range)) is a score, and checks come before scores",
                help: "Compare inputs, fields and parameters")
        }
    }

    /// One name for two things would be ambiguous in formulas.
    mutating func checkNames() {
        var owners: [String: String] = [:]
        func claim(_ name: String, _ what: String, at place: Place) -> (String, String)? {
            if let owner = owners[name.lowercased()] { return (owner, what) }
            owners[name.lowercased()] = what
            return nil
        }
        var claims: [(String, String, Place)] = []
        for input in scope.schema.inputs {
            claims.append((input.id, "an input", inputPlaces[input.id] ?? root.place))
        }
        for (parameter, place) in zip(parameters, parameterPlaces) {
            claims.append((parameter.id, "a parameter", place))
        }
        for table in scope.schema.tables {
            claims.append((table.id, "a table", root["tables"]?.place ?? root.place))
        }
        for list in lists.keys.sorted() {
            claims.append((list, "a list", root["lists"]?.place ?? root.place))
        }
        for (name, what, place) in claims {
            guard let (owner, other) = claim(name, what, at: place) else { continue }
            used.words.insert(name)
            reader.fail(
                "name.twice", place, "\"\(name)\" is the name of \(owner) and of \(other)",
                help: "Rename one of them; names that differ only in case count as the same")
        }
        for table in scope.schema.tables {
            for field in table.fields {
                guard let owner = owners[field.id.lowercased()], owner != "a list" else { continue }
                reader.fail(
                    "name.twice", root["tables"]?.place ?? root.place,
                    "\"\(field.id)\" is the name of a field of \(table.id) and of \(owner)",
                    help: "Rename one of them")
            }
        }
    }
}
