internal import Domain
internal import Evidence
internal import Explanation
internal import Locales
internal import Methodology
internal import Scoring

/// The first page of a report in one language: the finding, then what it rests on.
enum OverviewPage {
    /// The page.
    static func bytes(_ context: PageContext) -> [UInt8] {
        if let page = VerdictPage.bytes(context) { return page }
        let model = OverviewModel(context)
        return Frame(context, at: .overview, title: model.title).bytes { model.write(to: &$0) }
    }
}

extension OverviewModel {
    private var texts: Phrases { setting.context.phrases }

    /// Writes what stands beneath the heading.
    fileprivate func write(to page: inout HTMLWriter) {
        if !finding.isEmpty {
            page.element("p", ["class": "finding"]) { $0.phrase(finding, setting) }
        }
        if let measures { page.element("p") { $0.phrase(measures, setting) } }
        if parts.count > 1, onlyBody == nil { list(to: &page) }
        if parts.count == 1, let open = parts[0].open {
            page.element("p") { $0.phrase(open, setting) }
        }
        leagues(to: &page)
        spreads(to: &page)
        if let heat {
            page.section(texts.whereStrongAndWeak) { page in
                heat.chart.write(
                    ChartFigure(
                        id: "heat", title: texts.chartHeat, finding: heat.finding, note: heat.note,
                        texts), to: &page)
            }
        }
        withoutScore(to: &page)
        official(to: &page)
        if let differing {
            page.section(texts.doesDeclaredMatch) { page in
                page.element("p") { $0.phrase(differing, setting) }
            }
        }
        if !decisions.rows.isEmpty {
            page.section(texts.whatWasDecided) { decisions.write(id: "decisions", to: &$0) }
        }
        rejected?.write(setting, to: &page)
    }

    /// The finding of each node, where there are several.
    private func list(to page: inout HTMLWriter) {
        page.element("ul") { page in
            for part in parts {
                page.element("li") { $0.phrase(part.finding, setting) }
            }
        }
    }

    private func leagues(to page: inout HTMLWriter) {
        if let onlyBody {
            return page.section(texts.whatIsTheResult) { page in
                ScoreBlock.write(onlyBody, setting, to: &page)
                page.element("p") { $0.phrase(setting.context.wording.bodyName(0), setting) }
            }
        }
        page.section(texts.whoStandsWhere) { page in
            for part in parts {
                if parts.count > 1 {
                    page.element("h3") { $0.phrase(part.name.withoutLinks, setting) }
                    for remark in part.news + [part.open].compactMap({ $0 }) {
                        page.element("p") { $0.phrase(remark, setting) }
                    }
                }
                if let sure = part.sure { page.element("p") { $0.phrase(sure, setting) } }
                part.table.write(to: &page)
            }
            intervals(to: &page)
            page.element("p") { page in
                page.element(
                    "a", ["href": setting.links.to(.bodies(page: 1))], text: texts.allBodiesListed)
            }
        }
    }

    /// Where it is told how sure the ranks are, or once why there are no intervals.
    private func intervals(to page: inout HTMLWriter) {
        switch setting.context.report.robustness.intervals {
        case .unwanted: return
        case .noAlternatives: page.element("p", ["class": "note"], text: texts.noAlternatives)
        case .refused: page.element("p", ["class": "note"], text: texts.runsRefused)
        case .made: break
        }
        guard setting.context.report.robustness.hasPage else { return }
        page.element("p") { page in
            page.element(
                "a", ["href": setting.links.to(.robustness)], text: texts.howSureAreTheRanks)
        }
    }

    private func spreads(to page: inout HTMLWriter) {
        guard parts.contains(where: { $0.spread != nil }) else { return }
        page.section(texts.howAreScoresSpread) { page in
            for part in parts {
                let id = setting.context.assessment.plan.nodes[part.node].id
                if parts.count > 1, part.spread != nil {
                    page.element("h3") { $0.phrase(part.name.withoutLinks, setting) }
                }
                if let spread = part.spread {
                    spread.chart.write(
                        ChartFigure(
                            id: "spread-" + id, title: texts.chartSpread, finding: spread.finding,
                            texts), to: &page)
                }
                if let ranked = part.ranked { write(ranked, id: "ranked-" + id, to: &page) }
            }
        }
    }

    /// A long chart waits until somebody opens it.
    private func write(
        _ ranked: (finding: Phrase, note: Phrase?, chart: RankedDots), id: String,
        to page: inout HTMLWriter
    ) {
        let figure = ChartFigure(
            id: id, title: texts.chartRanked, finding: ranked.finding, note: ranked.note, texts)
        page.folded(ranked.chart.rows.count > Self.mostOpen, texts.chartRanked) {
            ranked.chart.write(figure, to: &$0)
        }
    }

    private func withoutScore(to page: inout HTMLWriter) {
        page.section(texts.whoHasNoScore) { page in
            let open = parts.filter { !$0.withoutScore.isEmpty }
            guard !open.isEmpty else { return page.element("p", text: texts.everybodyHasAScore) }
            page.element("p", ["class": "note"], text: texts.unscoredNote)
            if setting.context.report.robustness.results != nil {
                page.element("p", ["class": "note"], text: texts.unrankedNote)
            }
            for part in open {
                if parts.count > 1 {
                    page.element("h3") { $0.phrase(part.name.withoutLinks, setting) }
                }
                WithoutScore.write(part.withoutScore, of: part.node, setting, to: &page)
            }
        }
    }

    private func official(to page: inout HTMLWriter) {
        page.section(texts.isItOfficial) { page in
            let isOne = setting.context.report.standing.node != nil
            var told: [[Phrase]] = []
            for part in parts where !told.contains(part.objections) {
                told.append(part.objections)
                if !isOne {
                    let same = parts.filter { $0.objections == part.objections }
                    let names = same.map(\.name.withoutLinks).joined(separator: "; ")
                    page.element("h3") { $0.phrase(names, setting) }
                }
                objections(part, to: &page)
            }
            if !grounds.isEmpty { page.element("p") { $0.phrase(grounds, setting) } }
        }
    }

    /// What the results rest on: who issued the rules, and whether the evidence is verified.
    private var grounds: Phrase {
        let isOfficial = setting.context.report.standing.isOfficial
        let bodies = setting.context.assessment.evidence.bodies.count
        let verified = isOfficial ? texts.restsOnVerified(bodies: bodies) : nil
        let evidence = unverified > 0 ? texts.restsOnUnverified(bodies: unverified) : verified
        let decided = decisions.count > 0 ? texts.decidedSoMany(decisions: decisions.count) : nil
        return [isOfficial ? issuer : nil, evidence, decided]
            .compactMap { $0 }.joined(separator: " ")
    }

    private func objections(_ part: Part, to page: inout HTMLWriter) {
        guard !part.objections.isEmpty else { return page.element("p", text: texts.isOfficial) }
        page.element("p", text: texts.notOfficialBecause)
        page.element("ul") { page in
            for objection in part.objections {
                page.element("li") { $0.phrase(objection, setting) }
            }
        }
    }
}

extension OverviewModel.Rejected {
    /// Writes the rows that were left out.
    func write(_ setting: Setting, to page: inout HTMLWriter) {
        let texts = setting.context.phrases
        page.section(texts.whichRowsWereRejected) { page in
            page.element("p") { $0.phrase(texts.rejectedRows(rows: count), setting) }
            if count > rows.count {
                page.element("p", ["class": "note"]) { page in
                    page.phrase(
                        texts.showingSome(shown: rows.count, all: count), setting)
                }
            }
            let names = [texts.file, texts.row, texts.reason]
            page.table(
                id: "rejected", caption: Phrase(texts.whichRowsWereRejected),
                names.map { .init(Phrase($0)) }, setting, rows: rows
            ) { row, cells in
                cells.head { $0.element("code", text: row.file) }
                cells.cell(String(row.row))
                // What is wrong with a row is told in English alone.
                cells.cell { $0.phrase(setting.context.english(row.reason), setting) }
            }
        }
    }
}

extension PageContext {
    /// A text of the program that is there in English alone.
    func english(_ text: String) -> Phrase {
        locale == .english ? Phrase(text) : Phrase([.foreign(text, tag: "en")])
    }
}

extension HTMLWriter {
    /// Content that waits beneath its title until somebody opens it, where there is much of it.
    mutating func folded(
        _ isLong: Bool, _ title: String, _ content: (inout HTMLWriter) -> Void
    ) {
        guard isLong else { return content(&self) }
        element("details") { page in
            page.element("summary", text: title)
            content(&page)
        }
    }

    /// A part of a page beneath a heading.
    mutating func section(
        _ title: String, id: String? = nil, heading: StaticString = "h2",
        _ content: (inout HTMLWriter) -> Void
    ) {
        element("section", ["id": id]) { page in
            page.element(heading, text: title)
            page.line()
            content(&page)
        }
        line()
    }
}
