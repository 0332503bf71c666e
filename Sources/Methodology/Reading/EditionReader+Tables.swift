internal import Diagnostics
internal import Domain
internal import Expressions

extension EditionReader {
    /// A table as declared, its computed fields and checks not read yet.
    struct DeclaredTable {
        let schema: TableSchema
        let computed: [(id: String, object: Object)]
        let checks: [YAML]
        /// What stands under `fields`.
        let fields: YAML?
        let place: Place
    }

    mutating func readTables() -> [DeclaredTable] {
        guard let yaml = root["tables"] else { return [] }
        guard let entries = yaml.entries else {
            reader.fail(
                "edition.shape", yaml.place, "tables need keys, and \(yaml.shape) stands there",
                help:
                    "Write each table under its id, as in services: {key: [service_id], fields: …}")
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
        let key =
            reader.need(
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
        if let yaml = object["fields"], yaml.entries == nil {
            reader.fail(
                "edition.shape", yaml.place, "fields need keys, and \(yaml.shape) stands there",
                help: "Write each field under its id, as in days: {type: days}")
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
        if let yaml = object["checks"] { reader.checkFilled(yaml, "checks") }
        return DeclaredTable(
            schema: TableSchema(
                id: id, key: key, parent: parent, fields: fields,
                title: object["title"].flatMap { reader.languageMap($0, "the title") }),
            computed: computed, checks: checks, fields: object["fields"], place: object.place)
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
        computedRanges = tables.map { _ in [] }
        scope.later = tables.map { Set($0.computed.map(\.id)) }
        // A parent's records count their children's, so the children's fields come first.
        for (index, table) in tables.enumerated().reversed() {
            for (id, object) in table.computed {
                let usedBefore = used
                used = Uses()
                defer { used.formUnion(usedBefore) }
                defer { scope.later[index].remove(id) }
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
                let range = divisors.computedRange(formula, id: id)
                computedRanges[index].append(range)
                scope.computed[index].append(
                    Scope.ComputedField(id: id, type: formula.expression.type))
            }
        }
    }
}
