internal import Arithmetic
internal import Diagnosis
internal import Domain
internal import Evidence
internal import Explanation
internal import Locales
internal import Methodology
internal import Scoring

/// The cells of a dimension, one row for each body.
struct CellTable {
    private let page: DimensionPage

    init(_ page: DimensionPage) { self.page = page }

    private var told: StageTelling { page.told }

    /// Writes the table; every score leads to its explanation.
    func write(to html: inout HTMLWriter) {
        let (context, setting) = (page.context, page.setting)
        let rows = page.bodies.prefix(DimensionPage.mostListed)
        if rows.count < page.bodies.count {
            html.element("p", ["class": "note"]) {
                $0.phrase(
                    page.texts.showingSome(shown: rows.count, all: page.bodies.count), setting)
            }
        }
        let stages = told.rule.list.indices.map { stage in
            HTMLWriter.Column(told.words.stage(stage))
        }
        html.table(
            id: "cells", caption: Phrase(page.texts.cellsOfBodies),
            [.init(Phrase(page.texts.body))] + stages, kind: "sortable", setting, rows: rows
        ) { body, cells in
            cells.head { $0.phrase(context.wording.bodyName(body.body), setting) }
            for cell in body.cells[page.position] {
                cells.cell { write(cell, of: body.body, to: &$0) }
            }
        }
    }

    private func write(_ cell: CellResult, of body: Int, to html: inout HTMLWriter) {
        let (context, setting) = (page.context, page.setting)
        let unit = context.unit(body)
        let target = context.link(from: setting.address, toBody: body, node: cell.node)
        if let own = cell.score, let score = context.score(of: cell.node, at: unit) {
            // With as many digits as its status needs.
            let shown = context.plot(own, by: told.rule).shown
            html.outcome(
                OutcomeFigure(exact: score.exact, shown: shown, place: score.place), to: target)
            html.text(" ")
            html.element("small") { $0.phrase(told.words.status(cell.status), setting) }
        } else {
            html.link(
                told.words.partial(cell) ?? told.words.status(cell.status), to: target, setting)
        }
        guard let remark = told.remark(cell) else { return }
        html.element("small") { $0.phrase(", " + remark, setting) }
    }
}
