internal import Arithmetic
internal import Diagnosis
internal import Domain
internal import Evidence
internal import Explanation
internal import Locales
internal import Methodology
internal import Scoring

/// The page of a dimension: its cells over all bodies, then every criterion with its marks and its
/// scores, from which one more step leads to the records behind them.
struct DimensionPage {
    /// So many bodies are drawn, and so many are listed in a table; all are in the data.
    static let (mostDrawn, mostListed) = (60, 200)

    let told: StageTelling
    /// The position of the dimension.
    let position: Int

    /// The page of a dimension by its position.
    init?(_ context: PageContext, _ position: Int) {
        guard let rule = context.report.diagnosis?.rule else { return nil }
        let node = rule.dimensions[position].node
        let address = Address.dimension(context.assessment.plan.nodes[node].id)
        guard let told = StageTelling(Setting(context, at: address)) else { return nil }
        self.told = told
        self.position = position
    }

    var dimension: Stages.Dimension { told.rule.dimensions[position] }
    var setting: Setting { told.setting }
    var context: PageContext { told.context }
    var texts: Phrases { told.texts }
    var bodies: [BodyDiagnosis] { told.reported.diagnosis.bodies }

    /// The page as HTML.
    var bytes: [UInt8] {
        Frame(context, at: setting.address, title: told.name(dimension.node)).bytes { page in
            page.element("p", ["class": "finding"]) { $0.phrase(finding, setting) }
            if let note = context.wording.phrase(told.plan.nodes[dimension.node].texts.note) {
                page.element("p") { $0.phrase(note, setting) }
            }
            page.section(texts.whereAreTheBodies) { page in
                heat(to: &page)
                page.folded(bodies.count > 1, texts.cellsOfBodies) {
                    CellTable(self).write(to: &$0)
                }
            }
            for stage in told.rule.list.indices { cell(stage, to: &page) }
            told.writeDimensions(but: dimension.node, to: &page)
        }
    }

    /// In how many bodies each cell is established.
    private var finding: Phrase {
        let counts = told.rule.list.indices.map { stage in
            let cells = bodies.map { $0.cells[position][stage] }
            return texts.establishedOf(
                stage: told.words.stage(stage),
                established: context.count(cells.count { $0.status == .established }),
                assessed: context.count(cells.count { $0.score != nil }))
        }
        return texts.establishedBodies(counts: counts.joined(separator: ", ")).asSentence
    }

    private func heat(to page: inout HTMLWriter) {
        guard bodies.count > 1 else { return }
        let shown = bodies.prefix(Self.mostDrawn)
        let chart = HeatTable(
            columns: told.rule.list.indices.map { stage in
                let range = context.range(of: dimension.cells[stage])
                return HeatTable.Column(
                    name: told.words.stage(stage), lowest: range.lowest,
                    highest: range.highest)
            },
            rows: shown.map { body in
                HeatTable.Row(
                    name: context.wording.bodyName(body.body),
                    cells: body.cells[position].map { cell in
                        HeatTable.Cell(
                            score: cell.score.map { context.plot($0, by: told.rule) },
                            state: cell.status == .notApplicable ? .notApplicable : .missing,
                            address: context.link(
                                from: setting.address, toBody: body.body, node: cell.node))
                    }, address: context.link(from: setting.address, toBody: body.body))
            })
        let note =
            shown.count < bodies.count
            ? texts.showingSome(shown: shown.count, all: bodies.count) : nil
        chart.write(
            ChartFigure(
                id: "heat", title: texts.cellsOfBodies, finding: chart.finding(texts), note: note,
                texts), to: &page)
    }

    /// A stage of the dimension: its criteria, each with a section of its own.
    private func cell(_ stage: Int, to page: inout HTMLWriter) {
        let node = dimension.cells[stage]
        let title = "\(told.words.stage(stage).asSentence.plain.dropLast())"
        page.section(title, id: Anchor.node(told.plan.nodes[node].id).id) { page in
            let criteria = told.reported.criteria(of: node)
            page.element("p") { page in
                page.phrase(texts.criteriaOfCell(criteria: criteria.count), setting)
                page.text(" ")
                rule(node, to: &page)
            }
            for criterion in criteria {
                CriterionSection(self, criterion).write(to: &page)
            }
        }
    }

    /// A link to the rule of a node in full.
    func rule(_ node: Int, to page: inout HTMLWriter) {
        let anchor = Anchor.node(told.plan.nodes[node].id)
        page.element(
            "a", ["href": setting.links.to(.methodology, anchor)], text: texts.ruleInFull)
    }
}
