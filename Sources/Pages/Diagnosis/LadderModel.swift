internal import Arithmetic
internal import Diagnosis
internal import Domain
internal import Explanation
internal import Locales
internal import Methodology
internal import Scoring

/// The ladder of a body or of the apparatus, and what it shows in a sentence.
struct LadderModel {
    let chart: LadderChart
    let finding: Phrase

    /// The ladder of a body, whose cells lead to their explanations on its page.
    init(_ told: StageTelling, body: BodyDiagnosis) {
        let rows = zip(told.rule.dimensions, body.cells).map { dimension, cells in
            LadderChart.Row(
                name: told.name(dimension.node),
                cells: cells.map { told.cell($0) },
                address: told.page(of: dimension.node))
        }
        self.init(told, rows, body.stages, body.verdict)
    }

    /// The ladder of the apparatus: weighted means of the cells, which lead to their dimensions.
    init(_ told: StageTelling, apparatus: ApparatusDiagnosis) {
        let rows = zip(told.rule.dimensions, apparatus.cells).map { dimension, means in
            LadderChart.Row(
                name: told.name(dimension.node),
                cells: zip(dimension.cells, means).map { node, mean in
                    let status = CellResult.Status(mean, by: told.rule)
                    return LadderChart.Cell(
                        status: status, word: told.words.status(status),
                        score: mean.map { told.context.plot($0, by: told.rule) },
                        address: told.page(of: node))
                }, address: told.page(of: dimension.node))
        }
        self.init(told, rows, apparatus.stages.map(\.statistics), apparatus.verdict)
    }

    private init(
        _ told: StageTelling, _ rows: [LadderChart.Row], _ stages: [StageStatistics],
        _ verdict: Verdict
    ) {
        let columns = told.rule.list.indices.map { stage in
            LadderChart.Column(
                name: told.words.stage(stage),
                mean: stages[stage].mean.map { told.context.plot($0, by: told.rule) },
                standing: told.words.standing(verdict.standings[stage]))
        }
        chart = LadderChart(columns: columns, rows: rows)
        let phrases = told.context.phrases
        let counts = columns.indices.map { stage in
            phrases.establishedOf(
                stage: columns[stage].name,
                established: told.context.count(stages[stage].established),
                assessed: told.context.count(stages[stage].assessed))
        }
        guard stages.contains(where: { $0.assessed > 0 }) else {
            finding = Phrase(phrases.nothingAssessed)
            return
        }
        finding =
            phrases.establishedDimensions(
                counts: counts.joined(separator: ", ")
            ).asSentence
    }
}
