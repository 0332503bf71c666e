internal import Arithmetic
internal import Domain
internal import Explanation
internal import Expressions
internal import JSON
internal import Locales
internal import Methodology
internal import Scoring

/// The methodology for programs.
extension MethodologyPage {
    /// The headings of the table of elements; a column of weights for each kind comes after.
    private static let columns = [
        "node", "number", "parent", "title", "kind_of_rule", "unit", "least", "greatest", "formula",
        "score_rule", "parameters", "basis", "assumed",
    ]

    /// A row for each element, every one before those beneath it.
    static func csv(_ context: PageContext) -> [UInt8] {
        let model = MethodologyModel(context)
        let kinds = model.plan.identity.kinds
        var table = DataTable(columns + kinds.map { "weight_" + $0 })
        for element in model.elements {
            let node = model.plan.nodes[element.node]
            let weights = kinds.indices.map { share(model.weight(of: element.node, kind: $0)) }
            let cells = [
                node.id, element.number, node.parent.map { model.plan.nodes[$0].id } ?? "",
                element.name.plain, word(of: node), node.texts.unit ?? "",
                node.isHeading ? "" : node.text(node.scale.least),
                node.isHeading ? "" : node.text(node.scale.greatest), formula(of: node),
                hasScoreRule(node) ? node.score.word : "",
                node.parameters.map { model.plan.parameters[$0].id }.joined(separator: "; "),
                node.texts.basis.map(cited).joined(separator: "; "),
                node.isAssumed ? "true" : "false",
            ]
            table.add(cells + weights)
        }
        return table.csv
    }

    /// Elements, parameters, bands and sources as one object.
    static func json(_ context: PageContext) -> [UInt8] {
        let model = MethodologyModel(context)
        let identity = model.plan.identity
        let document = JSON.object([
            JSON.Member("edition", ResultJSON.edition(context.wording)),
            JSON.Member("owner", JSON(context.wording.text(identity.owner))),
            JSON.Member("first-day", JSON(identity.from?.description)),
            JSON.Member("last-day", JSON(identity.to?.description)),
            JSON.Member("kinds", .list(identity.kinds.map { .text($0) })),
            JSON.Member("basis", .list(identity.basis.map(json))),
            JSON.Member("nodes", .list(model.elements.map { json($0, model) })),
            JSON.Member("parameters", .list(model.plan.parameters.map { json($0, context) })),
            JSON.Member("bands", .list((model.plan.bands?.list ?? []).map { json($0, context) })),
            JSON.Member(
                "sources", .list(CitedSources(model.plan).items.map { json($0, context) })),
        ])
        return document.file
    }

    // MARK: One element

    private static func json(
        _ element: MethodologyModel.Element, _ model: MethodologyModel
    ) -> JSON {
        let node = model.plan.nodes[element.node]
        let kinds = model.plan.identity.kinds
        let weights = kinds.indices.map { kind in
            JSON.Member(kinds[kind], .text(share(model.weight(of: element.node, kind: kind))))
        }
        return .object([
            JSON.Member("node", .text(node.id)), JSON.Member("number", .text(element.number)),
            JSON.Member("parent", JSON(node.parent.map { model.plan.nodes[$0].id })),
            JSON.Member("title", .text(element.name.plain)),
            JSON.Member("kind-of-rule", .text(word(of: node))),
            JSON.Member("unit", JSON(node.texts.unit)),
            JSON.Member("formula", .text(formula(of: node))),
            JSON.Member("score-rule", .text(hasScoreRule(node) ? node.score.word : "")),
            JSON.Member("rule", JSON(node.texts.rule)),
            JSON.Member(
                "in-words",
                .list(model.rules.rule(of: element.node).flatMap(\.plainLines).map { .text($0) })),
            JSON.Member("weights", .object(weights)),
            JSON.Member(
                "parameters", .list(node.parameters.map { .text(model.plan.parameters[$0].id) })),
            JSON.Member("basis", .list(node.texts.basis.map(json))),
            JSON.Member("assumed", .flag(node.isAssumed)),
        ])
    }

    /// What yields the value, as in `formula` or `weighted-mean`.
    private static func word(of node: Node) -> String {
        switch node.content {
        case .heading: "heading"
        case .formula: "formula"
        case .aggregate(let aggregate): aggregate.kind.word
        case .ladder: "ladder"
        case .checklist: "checklist"
        }
    }

    private static func formula(of node: Node) -> String {
        guard case .formula(let formula, _) = node.content else { return "" }
        return Substitution.oneLine(formula.source.text)
    }

    /// Whether a value becomes a score by a rule: conditions and aggregates have theirs in them.
    private static func hasScoreRule(_ node: Node) -> Bool {
        guard case .formula = node.content else { return false }
        return true
    }

    private static func share(_ weight: MethodologyModel.Weight) -> String {
        switch weight {
        case .none: ""
        case .computed: "computed"
        case .share(let share): share.description
        }
    }

    private static func cited(_ citation: Plan.Citation) -> String {
        citation.source + (citation.clause.map { " \($0)" } ?? "")
    }

    // MARK: The rest

    private static func json(_ citation: Plan.Citation) -> JSON {
        .object([
            JSON.Member("source", .text(citation.source)),
            JSON.Member("clause", JSON(citation.clause)),
        ])
    }

    private static func json(_ parameter: Plan.Parameter, _ context: PageContext) -> JSON {
        .object([
            JSON.Member("id", .text(parameter.id)),
            JSON.Member("title", JSON(context.wording.text(parameter.title))),
            JSON.Member("unit", .text(parameter.type.description)),
            JSON.Member("assumed", .flag(parameter.isAssumed)),
            JSON.Member("basis", .list(parameter.basis.map(json))),
            JSON.Member(
                "values",
                .list(
                    parameter.values.map { dated in
                        .object([
                            JSON.Member("from", JSON(dated.from?.description)),
                            JSON.Member(
                                "value", dated.value.map { .number($0.description) } ?? .null),
                            JSON.Member("basis", .list(dated.basis.map(json))),
                        ])
                    })),
        ])
    }

    private static func json(_ band: Plan.Bands.Band, _ context: PageContext) -> JSON {
        .object([
            JSON.Member("id", .text(band.id)),
            JSON.Member("title", JSON(context.wording.text(band.title))),
            JSON.Member("from", band.from.map { .number($0.description) } ?? .null),
            JSON.Member("below", band.below.map { .number($0.description) } ?? .null),
        ])
    }

    private static func json(_ source: CitedSources.Item, _ context: PageContext) -> JSON {
        .object([
            JSON.Member("key", .text(source.key)),
            JSON.Member("title", JSON(context.wording.text(source.entry.title))),
            JSON.Member("publisher", JSON(source.entry.publisher)),
            JSON.Member("link", JSON(source.entry.link)),
            JSON.Member("date", JSON(source.entry.date?.description)),
            JSON.Member("last-checked", JSON(source.entry.lastChecked?.description)),
        ])
    }
}

extension Paragraph {
    /// What it says, line by line, its title before the first; tables row by row.
    var plainLines: [String] {
        var lines = contents.flatMap { content -> [String] in
            switch content {
            case .line(let phrase, _): [phrase.plain]
            case .table(let table):
                table.rows.map { row in row.cells.map(\.plain).joined(separator: " | ") }
            }
        }
        if !title.isEmpty, let first = lines.first { lines[0] = "\(title): \(first)" }
        return lines
    }
}
