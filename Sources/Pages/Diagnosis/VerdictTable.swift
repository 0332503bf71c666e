internal import Arithmetic
internal import Diagnosis
internal import Domain
internal import Evidence
internal import Explanation
internal import Locales
internal import Methodology

/// Every body with its verdict, how sure that is, and how many stages it attained.
struct VerdictTable {
    /// A body.
    struct Row {
        let body: Int
        let verdict: Phrase
        /// How sure it is; `nil` where there are no runs or no verdict.
        let firmness: Phrase?
        let attained: Int
        let assessed: Int
        let cells: Int
    }

    /// So many are listed; the others are in the data and in the list of bodies.
    static let most = 500

    let rows: [Row]
    /// How many there are in all.
    let count: Int
    private let told: StageTelling

    init(_ told: StageTelling) {
        let reported = told.reported
        self.told = told
        // The furthest first; those without a verdict last.
        let rated = Array((reported.apparatus?.order ?? []).reversed())
        let seen = Set(rated)
        let all = rated + reported.diagnosis.bodies.map(\.body).filter { !seen.contains($0) }
        count = all.count
        rows = all.prefix(Self.most).compactMap { body in
            guard let own = reported.of(body) else { return nil }
            return Row(
                body: body, verdict: told.words.verdict(own.verdict),
                firmness: told.firmness(of: body, own.verdict), attained: own.verdict.attained,
                assessed: own.verdict.assessed, cells: own.verdict.cells)
        }
    }

    /// Writes the table with its field for finding a body.
    func write(to page: inout HTMLWriter) {
        let (texts, setting, context) = (told.texts, told.setting, told.context)
        let hasRuns = rows.contains { $0.firmness != nil }
        if count > rows.count {
            page.element("p", ["class": "note"]) {
                $0.phrase(texts.showingSome(shown: rows.count, all: count), setting)
            }
        }
        page.filter(of: "verdicts", texts)
        var columns: [HTMLWriter.Column] = [
            .init(Phrase(texts.body)), .init(Phrase(texts.verdictWord)),
        ]
        if hasRuns { columns.append(.init(Phrase(texts.howSure))) }
        columns += [
            .init(Phrase(texts.stagesAttained), isNumber: true),
            .init(Phrase(texts.cellsAssessed), isNumber: true),
        ]
        page.table(
            id: "verdicts", caption: texts.verdictsOf(period: context.period), columns,
            kind: "sortable", setting, rows: rows
        ) { row, cells in
            cells.head { $0.phrase(context.wording.bodyName(row.body), setting) }
            cells.cell { $0.phrase(row.verdict, setting) }
            if hasRuns {
                cells.cell { page in row.firmness.map { page.phrase($0, setting) } }
            }
            cells.cell { $0.phrase(context.count(row.attained), setting) }
            cells.cell { page in
                page.phrase(
                    texts.observedOf(
                        observed: context.count(row.assessed), all: context.count(row.cells)),
                    setting)
            }
        }
        page.element("p", ["class": "data-links"]) { page in
            page.text(texts.verdictsAsData + texts.colon)
            page.element("a", ["href": setting.links.to(.verdicts, as: .csv)], text: "CSV")
            page.text(", ")
            page.element("a", ["href": setting.links.to(.verdicts, as: .json)], text: "JSON")
        }
    }
}

extension StageTelling {
    /// How sure a body's verdict is; `nil` where there are no runs or no verdict.
    func firmness(of body: Int, _ verdict: Verdict) -> Phrase? {
        guard verdict.isRated, let firmness = reported.firmness,
            let runs = reported.runs(of: body)
        else { return nil }
        return words.firmness(runs, of: firmness, verdict)
    }
}
