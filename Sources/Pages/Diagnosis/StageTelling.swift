internal import Arithmetic
internal import Diagnosis
internal import Domain
internal import Evidence
internal import Explanation
internal import Locales
internal import Methodology
internal import Scoring

/// What pages say of stages, bodies and cells, in the language of a page.
struct StageTelling {
    let setting: Setting
    let reported: ReportedDiagnosis
    /// What verdicts, cells and obstacles are called everywhere.
    let words: DiagnosisWording

    /// The telling of a page; `nil` where the edition has no stages.
    init?(_ setting: Setting) {
        guard let reported = setting.context.report.diagnosis else { return nil }
        self.setting = setting
        self.reported = reported
        words = DiagnosisWording(reported.diagnosis, setting.context.wording)
    }

    var context: PageContext { setting.context }
    var texts: Phrases { context.phrases }
    var rule: Stages { reported.rule }
    var plan: Plan { context.assessment.plan }

    // MARK: Names

    /// What a node is called, without a link.
    func name(_ node: Int) -> Phrase { context.wording.nodeName(node).withoutLinks }

    /// The address of a dimension, or of a cell or criterion on the page of its dimension.
    func page(of node: Int) -> String? {
        reported.dimension(of: node).map { dimension in
            let anchor = dimension == node ? nil : Anchor.node(plan.nodes[node].id)
            return setting.links.to(.dimension(plan.nodes[dimension].id), anchor)
        }
    }

    // MARK: Cells

    /// A cell of a body, which leads to its explanation on the body's page.
    func cell(_ cell: CellResult) -> LadderChart.Cell {
        LadderChart.Cell(
            status: cell.status, word: words.partial(cell) ?? words.status(cell.status),
            score: cell.score.map { context.plot($0, by: rule) }, remark: remark(cell),
            isCapped: cap(cell) != nil,
            address: setting.links.to(setting.address, .node(plan.nodes[cell.node].id)))
    }

    /// What the observed part of a cell comes to, or what caps it; `nil` for nothing.
    func remark(_ cell: CellResult) -> Phrase? {
        guard cell.score == nil, let partial = cell.partial else {
            return cap(cell)
        }
        return texts.partialMean(score: words.figure(partial))
    }

    /// What holds a cell down; `nil` where it is lower than what it would be held to.
    private func cap(_ cell: CellResult) -> Phrase? {
        let cap = cell.failed.isEmpty ? rule.gate?.cap.score : rule.decisive?.score
        guard cell.score == cap else { return nil }
        return words.cap(cell)?.withoutLinks
    }
}

extension PageContext {
    /// Whether the verdict on a body is official, in a sentence; `nil` where the edition has no stages.
    func verdictStanding(of body: Int) -> (told: Phrase, isOfficial: Bool)? {
        report.diagnosis.map { reported in
            let words = DiagnosisWording(reported.diagnosis, wording)
            return (words.official(of: body).asSentence, words.objections(of: body).isEmpty)
        }
    }

    /// The verdicts as data, as the command writes them; `nil` where the edition has no stages.
    var verdicts: DiagnosisData? {
        report.diagnosis.map { reported in
            DiagnosisData(
                DiagnosisWording(reported.diagnosis, plainWording), reported.firmness,
                isAnalysts: reported.alternatives?.isAnalysts ?? false,
                earlier: reported.earlier.reversed())
        }
    }
}
