internal import Arithmetic
internal import Diagnosis
internal import Domain
internal import Evidence
internal import Explanation
internal import Locales
internal import Methodology
internal import Scoring

/// The criteria that are measured for the whole apparatus and held to published marks, beside those.
struct SystemCriteria {
    /// A criterion that has a value.
    struct Row {
        let node: Int
        let stage: Phrase
        let value: OutcomeFigure?
        let score: OutcomeFigure?
        let thresholds: Criterion.Thresholds?
        let origin: String
        let sources: Phrase
    }

    /// In the order of the file.
    let rows: [Row]
    private let told: StageTelling

    /// The criteria that are observed; `nil` where none is.
    ///
    /// What the edition itself proposes is no published mark.
    init?(_ told: StageTelling) {
        guard let system = told.reported.apparatus?.system else { return nil }
        let context = told.context
        let unit = context.unit(system)
        self.told = told
        rows = told.reported.criteria.compactMap { node -> Row? in
            guard let criterion = told.plan.nodes[node].criterion, criterion.level != .body,
                criterion.origin.map({ $0 != .proposed }) ?? false,
                let score = context.score(of: node, at: unit)
            else { return nil }
            return Row(
                node: node, stage: told.words.stage(criterion.stage),
                value: context.fullValue(of: node, at: unit), score: score,
                thresholds: criterion.thresholds, origin: told.texts.word(for: criterion.origin),
                sources: told.sources(of: node))
        }.sorted { Self.order($0.node, told) < Self.order($1.node, told) }
        guard !rows.isEmpty else { return nil }
    }

    /// Published thresholds first, then in the order of the file.
    private static func order(_ node: Int, _ told: StageTelling) -> (Int, Int) {
        let origin = told.plan.nodes[node].criterion?.origin
        let all: [Criterion.Origin?] = [.published, .remembered, .quantile, .proposed, nil]
        return (all.firstIndex(of: origin) ?? all.count, node)
    }

    /// Writes the table.
    func write(to page: inout HTMLWriter) {
        let (texts, setting, context) = (told.texts, told.setting, told.context)
        page.element("p", ["class": "note"], text: texts.systemNote)
        let columns: [HTMLWriter.Column] = [
            .init(Phrase(texts.criterion)), .init(Phrase(texts.stage)),
            .init(Phrase(texts.value), isNumber: true),
            .init(Phrase(texts.thresholdFloor), isNumber: true),
            .init(Phrase(texts.thresholdPass), isNumber: true),
            .init(Phrase(texts.thresholdFull), isNumber: true),
            .init(Phrase(texts.score), isNumber: true), .init(Phrase(texts.thresholdOrigin)),
            .init(Phrase(texts.thresholdSource)),
        ]
        let system = told.reported.apparatus?.system
        page.table(
            id: "system", caption: Phrase(texts.systemCriteria), columns, setting, rows: rows
        ) { row, cells in
            cells.head { $0.phrase(context.wording.nodeName(row.node), setting) }
            cells.cell { $0.phrase(row.stage, setting) }
            cells.cell { page in row.value.map { page.outcome($0) } }
            for mark in [row.thresholds?.floor, row.thresholds?.pass, row.thresholds?.full] {
                cells.cell { page in mark.map { page.phrase(context.plain($0), setting) } }
            }
            cells.cell { page in
                let target = system.flatMap {
                    context.link(from: setting.address, toBody: $0, node: row.node)
                }
                row.score.map { page.outcome($0, to: target) }
            }
            cells.cell(row.origin)
            cells.cell { $0.phrase(row.sources, setting) }
        }
    }
}

extension StageTelling {
    /// What the rule of a criterion rests on, each leading to its source.
    func sources(of node: Int) -> Phrase {
        plan.nodes[node].texts.basis.map(context.wording.citationPhrase)
            .joined(separator: texts.semicolon)
    }
}

extension Phrases {
    /// Where thresholds come from, in a few words.
    func word(for origin: Criterion.Origin?) -> String {
        switch origin {
        case .published?: originIsPublished
        case .remembered?: originIsRemembered
        case .quantile?: originIsQuantile
        case .proposed?: originIsProposed
        case nil: originIsUntold
        }
    }
}
