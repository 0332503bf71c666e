internal import Arithmetic
internal import Domain
internal import Evidence
internal import JSON
internal import Methodology

/// The files of a new workspace: a descriptor, a table with its headings for everything that the
/// edition asks for, and a guide.
struct WorkspaceTemplate {
    let plan: Plan
    /// Where the workspace will be, as it was typed.
    let folder: String
    /// The edition as the descriptor names it.
    let methodology: String

    /// A table to be filled in.
    struct Table {
        /// The name of its resource.
        let name: String
        /// The members of its `apparatus` object.
        let role: [(key: String, value: String)]
        let columns: [TemplateColumn]
        /// The headings that name a row.
        let key: [String]

        var file: String { "\(name).csv" }
        /// One line: CSV needs no quotes here, because headings are ids.
        var heading: String { columns.map(\.name).joined(separator: ",") + "\n" }
    }

    /// Names and texts, the guide first.
    var files: [(name: String, text: String)] {
        let descriptor = TemplateDescriptor(plan: plan, methodology: methodology, tables: tables)
        return [
            ("README.md", TemplateGuide(plan: plan, folder: folder, tables: tables).text),
            (DataPackage.file, descriptor.document.text(isIndented: true) + "\n"),
        ] + tables.map { ($0.file, $0.heading) }
    }

    var tables: [Table] {
        let records = plan.schema.tables.indices.map(records)
        return [bodies] + (plan.schema.inputs.isEmpty ? [] : [inputs]) + records
    }

    private var bodies: Table {
        let languages = plan.identity.languages.isEmpty ? ["en"] : plan.identity.languages
        let titles = languages.map {
            TemplateColumn("title.\($0)", .text, "What the body is called, in \($0)")
        }
        let columns =
            [
                TemplateColumn(
                    "id", .text, "Its id for ever: \(Identifier.rule)", isRequired: true),
                TemplateColumn(
                    "kind", .code(plan.identity.kinds), "What kind of body it is",
                    isRequired: true),
            ] + titles + [
                TemplateColumn("parent", .text, "The id of the body it is part of"),
                TemplateColumn("group", .text, "A grouping of yours"),
                TemplateColumn("from", .date, "Its first day"),
                TemplateColumn("to", .date, "Its last day, when it ceased to exist"),
                TemplateColumn(
                    "predecessors", .text,
                    "Ids of the bodies whose tasks it took over, with spaces between"),
            ]
        return Table(name: "bodies", role: [("role", "bodies")], columns: columns, key: ["id"])
    }

    private var inputs: Table {
        Table(
            name: free("inputs"), role: [("role", "inputs"), ("shape", "wide")],
            columns: subject + plan.schema.inputs.map { TemplateColumn($0) },
            key: subject.map(\.name))
    }

    private func records(_ table: Int) -> Table {
        let schema = plan.schema.tables[table]
        var names = schema.key
        var parent = schema.parent
        // Parents stand before their children, so this ends.
        var owners: [String: String] = [:]
        while let outer = parent {
            names = plan.schema.tables[outer].key + names
            for name in plan.schema.tables[outer].key {
                owners[name] = "\(free(plan.schema.tables[outer].id)).csv"
            }
            parent = plan.schema.tables[outer].parent
        }
        let keys = names.map {
            TemplateColumn(
                $0, .text,
                schema.key.contains($0)
                    ? "Names the record" : "Names the record of \(owners[$0] ?? "") it belongs to",
                isRequired: true)
        }
        return Table(
            name: free(schema.id), role: [("role", "records"), ("table", schema.id)],
            columns: subject + keys + schema.fields.map { TemplateColumn($0) },
            key: subject.map(\.name) + names)
    }

    private var subject: [TemplateColumn] {
        [
            TemplateColumn("body", .text, "The id of the body, as in bodies.csv", isRequired: true),
            TemplateColumn(
                plan.schema.periodColumn, .period,
                "The period, as in \(plan.schema.periodForm.example)", isRequired: true),
        ]
    }

    /// A name for a file that no other table has, even where case does not count.
    private func free(_ name: String) -> String {
        let taken =
            name != "inputs" && name.lowercased() == "inputs" || name.lowercased() == "bodies"
        let isInputs = name == "inputs" && plan.schema.tables.contains { $0.id == "inputs" }
        return taken || isInputs ? "\(name)-table" : name
    }
}

/// A column to be filled in.
struct TemplateColumn {
    let name: String
    let type: ValueType
    let meaning: String
    let isRequired: Bool
    let least: String?
    let greatest: String?

    init(_ name: String, _ type: ValueType, _ meaning: String, isRequired: Bool = false) {
        self.name = name
        self.type = type
        self.meaning = meaning
        self.isRequired = isRequired
        least = nil
        greatest = nil
    }

    init(_ field: Field) {
        name = field.id
        type = field.type
        meaning = field.title?.text(in: nil) ?? ""
        isRequired = !field.isOptional
        least = field.least?.description
        greatest = field.greatest?.description
    }
}
