internal import Arithmetic
internal import Diagnosis
internal import Domain
internal import Explanation
internal import Locales
internal import Methodology
internal import Scoring

/// The criteria of which something is known, where too little is known for a verdict.
struct ObservedCriteria {
    private let rows: [CriterionResults]
    private let told: StageTelling

    /// The criteria that are observed; `nil` where none is, and where there is a verdict.
    init?(_ told: StageTelling) {
        let isRated =
            told.reported.apparatus?.verdict.isRated
            ?? told.reported.diagnosis.bodies.contains { $0.verdict.isRated }
        guard !isRated else { return nil }
        self.told = told
        rows = told.reported.criteria.map { CriterionResults(told, $0) }.filter {
            !$0.scores.isEmpty
        }
        guard !rows.isEmpty else { return nil }
    }

    /// Writes how many are observed, and each with its scores.
    func write(to page: inout HTMLWriter) {
        let (texts, setting, context) = (told.texts, told.setting, told.context)
        let all = told.reported.criteria.count
        page.element("p") {
            $0.phrase(
                texts.criteriaObserved(observed: rows.count, criteria: all), setting)
        }
        let columns: [HTMLWriter.Column] = [
            .init(Phrase(texts.criterion)), .init(Phrase(texts.bodies), isNumber: true),
            .init(Phrase(texts.belowPass), isNumber: true),
            .init(Phrase(texts.leastScore), isNumber: true),
            .init(Phrase(texts.middleScore), isNumber: true),
            .init(Phrase(texts.greatestScore), isNumber: true),
        ]
        page.table(
            id: "observed", caption: Phrase(texts.observedCriteria), columns, setting, rows: rows
        ) { row, cells in
            cells.head { $0.phrase(context.wording.nodeName(row.node), setting) }
            cells.cell { $0.phrase(context.count(row.scores.count), setting) }
            cells.cell { $0.phrase(context.count(row.below), setting) }
            for score in [row.scores.first.map { Fraction($0) }, row.median]
                + [row.scores.last.map { Fraction($0) }]
            {
                cells.cell { page in
                    score.map { page.phrase(context.plot($0, by: told.rule).phrase, setting) }
                }
            }
        }
    }
}
