internal import Arithmetic
internal import Diagnosis
internal import Domain
internal import Explanation
internal import Locales
internal import Methodology

/// How bodies are spread over the stages: how many attained each, with what share of the weight.
struct StageSpread {
    /// Bodies whose highest stage is the same.
    struct Row {
        let name: Phrase
        let count: Int
        /// Their share of the weight; `nil` where no weight is known.
        let share: Phrase?
    }

    /// The highest stage first, then none, then those without a verdict.
    let rows: [Row]
    /// What bodies and the system have of each stage, lowest first; empty without an apparatus.
    let stages: [(name: Phrase, stage: ApparatusDiagnosis.Stage)]
    let bodies: Int
    /// Bodies whose weight is not known.
    let withoutWeight: [Int]
    private let told: StageTelling

    init(_ told: StageTelling) {
        let diagnosis = told.reported.diagnosis
        self.told = told
        bodies = diagnosis.bodies.count
        let total = Self.weight(diagnosis.bodies)
        func row(_ name: Phrase, _ isIn: (BodyDiagnosis) -> Bool) -> Row {
            let own = diagnosis.bodies.filter(isIn)
            return Row(
                name: name, count: own.count,
                share: Self.share(own, of: total).map(told.words.percent))
        }
        var rows = told.rule.list.indices.reversed().map { stage in
            row(told.words.stage(stage)) {
                $0.verdict.isRated && $0.verdict.attained == stage + 1
            }
        }
        rows.append(
            row(Phrase(told.texts.noStageAttained)) {
                $0.verdict.isRated && $0.verdict.attained == 0
            })
        rows.append(row(Phrase(told.texts.notRated)) { !$0.verdict.isRated })
        self.rows = rows
        stages = zip(told.rule.list.indices, diagnosis.apparatus?.stages ?? []).map {
            (told.words.stage($0), $1)
        }
        withoutWeight = diagnosis.apparatus?.withoutWeight ?? []
    }

    /// Their part of a positive whole; `nil` where one of both is not known.
    private static func share(_ bodies: [BodyDiagnosis], of whole: Fixed?) -> Fraction? {
        guard let part = weight(bodies), let whole, .zero < whole else { return nil }
        return try? Fraction(part).divided(by: Fraction(whole))
    }

    /// The sum of the known weights; `nil` where none is known or it is too large.
    private static func weight(_ bodies: [BodyDiagnosis]) -> Fixed? {
        let weights = bodies.compactMap(\.weight)
        var sum = Fixed.zero
        for weight in weights {
            guard let next = try? sum.adding(weight) else { return nil }
            sum = next
        }
        return weights.isEmpty && !bodies.isEmpty ? nil : sum
    }
}

extension StageSpread {
    /// Writes the tables, the body in the middle and the weakest.
    func write(to page: inout HTMLWriter) {
        let (texts, setting) = (told.texts, told.setting)
        let hasShares = rows.contains { $0.share != nil }
        var columns: [HTMLWriter.Column] = [
            .init(Phrase(texts.highestStage)), .init(Phrase(texts.bodies), isNumber: true),
        ]
        if hasShares {
            columns.append(.init(texts.shareOfWeight(input: told.words.weightName), isNumber: true))
        }
        page.table(
            id: "spread", caption: Phrase(texts.bodiesByHighestStage), columns, setting, rows: rows
        ) { row, cells in
            cells.head { $0.phrase(row.name, setting) }
            cells.cell { $0.phrase(told.context.count(row.count), setting) }
            if hasShares { cells.cell { page in row.share.map { page.phrase($0, setting) } } }
        }
        middle(to: &page)
        conditions(to: &page)
    }

    private func middle(to page: inout HTMLWriter) {
        let (texts, setting) = (told.texts, told.setting)
        for sentence in [told.words.medianBody, told.words.weakestTenth].compactMap(\.self) {
            page.element("p") { $0.phrase(sentence.asSentence, setting) }
        }
        if !withoutWeight.isEmpty {
            let names = withoutWeight.map(told.context.wording.bodyName)
            page.element("p", ["class": "note"]) {
                $0.phrase(
                    texts.leftOutWithoutWeight(bodies: names.joined(separator: texts.semicolon)),
                    setting)
            }
        }
    }

    /// What the apparatus needs of each stage, and has.
    private func conditions(to page: inout HTMLWriter) {
        guard let rule = told.rule.apparatus, !stages.isEmpty else { return }
        let (texts, setting, context) = (told.texts, told.setting, told.context)
        let columns: [HTMLWriter.Column] = [
            .init(Phrase(texts.stage)), .init(Phrase(texts.attainedByBodies), isNumber: true),
            .init(texts.shareOfWeight(input: told.words.weightName), isNumber: true),
            .init(Phrase(texts.systemCriteriaMean), isNumber: true),
            .init(Phrase(texts.systemCriteriaObserved), isNumber: true),
        ]
        page.table(
            id: "conditions",
            caption: texts.apparatusNeeds(
                share: told.words.percent(rule.attained),
                mean: context.plot(rule.mean, by: told.rule).phrase), columns, setting,
            rows: stages
        ) { row, cells in
            cells.head { $0.phrase(row.name, setting) }
            cells.cell { $0.phrase(context.count(row.stage.attained), setting) }
            cells.cell { page in
                row.stage.weight.map { page.phrase(told.words.percent($0), setting) }
            }
            cells.cell { page in
                row.stage.system.map {
                    page.phrase(context.plot($0, by: told.rule).phrase, setting)
                }
                if !row.stage.failed.isEmpty { page.text(" ★") }
            }
            cells.cell { page in
                let criteria = row.stage.systemCriteria
                page.phrase(
                    texts.observedOf(
                        observed: context.count(criteria.observed),
                        all: context.count(criteria.all)), setting)
            }
        }
    }
}
