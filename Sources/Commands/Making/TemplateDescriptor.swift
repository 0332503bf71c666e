internal import Domain
internal import JSON
internal import Methodology

/// The descriptor of a new workspace.
///
/// - Source: Frictionless Data Package, specs.frictionlessdata.io (2017, version 1).
struct TemplateDescriptor {
    let plan: Plan
    let methodology: String
    let tables: [WorkspaceTemplate.Table]

    var document: JSON {
        .object([
            JSON.Member("profile", .text("tabular-data-package")),
            JSON.Member("name", .text("evidence-\(plan.identity.methodology.lowercased())")),
            JSON.Member("title", .text("Evidence for \(plan.identity.name)")),
            JSON.Member(
                "apparatus",
                .object([
                    JSON.Member("methodology", .text(methodology)),
                    JSON.Member("status", .text("reported")),
                ])),
            JSON.Member("resources", .list(tables.map(resource))),
        ])
    }

    private func resource(_ table: WorkspaceTemplate.Table) -> JSON {
        .object([
            JSON.Member("name", .text(table.name.lowercased())),
            JSON.Member("path", .text(table.file)),
            JSON.Member("profile", .text("tabular-data-resource")),
            JSON.Member("format", .text("csv")),
            JSON.Member("mediatype", .text("text/csv")),
            JSON.Member("encoding", .text("utf-8")),
            JSON.Member(
                "schema",
                .object([
                    JSON.Member("fields", .list(table.columns.map(field))),
                    JSON.Member("primaryKey", .list(table.key.map { .text($0) })),
                ])),
            JSON.Member(
                "apparatus",
                .object(table.role.map { JSON.Member($0.key, .text($0.value)) })),
        ])
    }

    private func field(_ column: TemplateColumn) -> JSON {
        var members = [
            JSON.Member("name", .text(column.name)), JSON.Member("type", .text(type(column.type))),
        ]
        if !column.meaning.isEmpty { members.append(JSON.Member("title", .text(column.meaning))) }
        let constraints = constraints(column)
        if !constraints.isEmpty { members.append(JSON.Member("constraints", .object(constraints))) }
        return .object(members)
    }

    private func constraints(_ column: TemplateColumn) -> [JSON.Member] {
        var members: [JSON.Member] = []
        if column.isRequired { members.append(JSON.Member("required", .flag(true))) }
        if case .code(let words) = column.type {
            members.append(JSON.Member("enum", .list(words.map { .text($0) })))
        }
        if let least = column.least { members.append(JSON.Member("minimum", .number(least))) }
        if let most = column.greatest { members.append(JSON.Member("maximum", .number(most))) }
        return members
    }

    private func type(_ type: ValueType) -> String {
        switch type {
        case .count: "integer"
        case .number, .share, .percent, .money, .days: "number"
        case .date: "date"
        case .flag: "boolean"
        case .period, .code, .text: "string"
        }
    }
}
