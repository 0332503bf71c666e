internal import Arithmetic
internal import Diagnosis
internal import Domain
internal import Evidence
internal import Explanation
internal import Locales
internal import Methodology
internal import Scoring

/// Verdicts from period to period, with the mean of each stage.
struct VerdictYears {
    /// A verdict.
    struct Row {
        /// The period, with whose verdict it is where that is another body's.
        let name: Phrase
        let period: Int
        let verdict: Phrase
        /// One for each stage.
        let means: [Plotted?]
    }

    /// The earliest first.
    let rows: [Row]
    /// The means as lines; `nil` where fewer than two periods have one.
    let trend: Trend?
    /// Whether some verdicts are those of bodies before this one.
    let hasOthers: Bool
    private let told: StageTelling

    /// The years of the apparatus.
    init(_ told: StageTelling) {
        let rows = told.all.compactMap { diagnosis -> Row? in
            diagnosis.apparatus.map { apparatus in
                told.row(
                    diagnosis, apparatus.verdict, apparatus.stages.map(\.statistics), nil)
            }
        }
        self.init(told, rows, hasOthers: false)
    }

    /// The years of a body, and before it was there those of the bodies whose tasks it took over.
    init(_ told: StageTelling, body: Int) {
        var rows: [Row] = []
        var hasOthers = false
        for diagnosis in told.all {
            for own in diagnosis.verdicts(of: body) {
                let other = own.body == body ? nil : own.body
                if other != nil { hasOthers = true }
                rows.append(told.row(diagnosis, own.verdict, own.stages, other))
            }
        }
        self.init(told, rows, hasOthers: hasOthers)
    }

    private init(_ told: StageTelling, _ rows: [Row], hasOthers: Bool) {
        self.told = told
        self.rows = rows
        self.hasOthers = hasOthers
        let first = told.rule.dimensions.first?.cells.first
        let points = rows.filter { $0.means.contains { $0 != nil } }.count
        guard !hasOthers, points > 1, let first else {
            trend = nil
            return
        }
        let stages = told.rule.list.indices
        let known = stages.filter { stage in rows.contains { $0.means[stage] != nil } }
        trend = Trend(
            upright: .numbers(told.context.range(of: first)), periods: rows.map(\.name),
            lines: known.map { stage in
                Trend.Line(
                    name: told.words.stage(stage), points: rows.map { $0.means[stage] })
            })
    }

    /// Writes the table, and the means as a chart.
    func write(to page: inout HTMLWriter) {
        let (texts, setting) = (told.texts, told.setting)
        if hasOthers { page.element("p", ["class": "note"], text: texts.thoseBeforeIt) }
        let means = told.rule.list.indices.map { stage in
            HTMLWriter.Column(texts.meanOfStage(stage: told.words.stage(stage)), isNumber: true)
        }
        page.table(
            id: "years", caption: Phrase(texts.verdictsByPeriod),
            [.init(Phrase(texts.chartPeriod)), .init(Phrase(texts.verdictWord))] + means, setting,
            rows: rows
        ) { row, cells in
            cells.head { $0.phrase(row.name, setting) }
            cells.cell { $0.phrase(row.verdict, setting) }
            for mean in row.means {
                cells.cell { page in
                    guard let mean else { return page.text("–") }
                    page.phrase(mean.phrase, setting)
                }
            }
        }
        guard let trend else { return }
        trend.write(
            ChartFigure(
                id: "stage-means", title: texts.stageMeans, finding: finding(trend), texts),
            to: &page)
    }

    /// How the mean of each stage went, lowest stage first.
    private func finding(_ trend: Trend) -> Phrase {
        trend.lines.compactMap { line -> Phrase? in
            let known = line.points.compactMap(\.self)
            guard let first = known.first, let last = known.last else { return nil }
            return told.texts.meanWent(stage: line.name, first: first.phrase, last: last.phrase)
        }.joined(separator: told.texts.semicolon).asSentence
    }
}

extension StageTelling {
    /// All diagnoses, the earliest first.
    fileprivate var all: [Diagnosis] { reported.earlier + [reported.diagnosis] }

    fileprivate func row(
        _ diagnosis: Diagnosis, _ verdict: Verdict, _ stages: [StageStatistics], _ other: Int?
    ) -> VerdictYears.Row {
        let period = Phrase(context.periods[diagnosis.period])
        return VerdictYears.Row(
            name: other.map {
                texts.leagueOf(name: context.wording.bodyName($0), period: period)
            } ?? period,
            period: diagnosis.period, verdict: words.verdict(verdict),
            means: stages.map { $0.mean.map { context.plot($0, by: rule) } })
    }
}

extension Diagnosis {
    /// The body's own diagnosis, or those of the bodies before it where it was not there yet.
    fileprivate func verdicts(of body: Int) -> [BodyDiagnosis] {
        if let own = self.body(body) { return [own] }
        var (found, seen, open): ([BodyDiagnosis], Set<Int>, [Int]) = ([], [body], [body])
        let all = assessment.evidence.bodies
        while let next = open.popLast() {
            for id in all[next].predecessors {
                guard let before = all.firstIndex(where: { $0.id == id }),
                    seen.insert(before).inserted
                else { continue }
                if let own = self.body(before) { found.append(own) } else { open.append(before) }
            }
        }
        return found
    }
}
