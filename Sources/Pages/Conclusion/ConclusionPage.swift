internal import Evidence
internal import Explanation
internal import Locales
internal import Methodology
internal import Scoring

/// The paper about a body: what came out, where points went, what it rests on, and who may object.
enum ConclusionPage {
    /// The page as HTML.
    static func bytes(_ context: PageContext, body: Int) -> [UInt8] {
        bytes(Conclusion(context, body: body))
    }

    /// The page of a paper that was made ready.
    static func bytes(_ conclusion: Conclusion) -> [UInt8] {
        let context = conclusion.context
        let texts = context.phrases
        let frame = Frame(
            context, at: .conclusion(conclusion.id),
            title: texts.paperTitleOf(body: conclusion.name.withoutLinks),
            crumbs: [
                Frame.Crumb(name: Phrase(texts.bodies), address: .bodies(page: 1)),
                Frame.Crumb(name: conclusion.name, address: .body(conclusion.id)),
            ], ownsHeading: true)
        return frame.bytes { page in
            Paper(conclusion: conclusion, setting: frame.setting).write(to: &page)
        }
    }
}

/// Lays the paper out.
private struct Paper {
    let conclusion: Conclusion
    let setting: Setting

    private var texts: Phrases { conclusion.texts }

    func write(to page: inout HTMLWriter) {
        page.element("article", ["class": "paper"]) { page in
            heading(&page)
            finding(&page)
            results(&page)
            lost(&page)
            evidence(&page)
            decisions(&page)
            objections(&page)
            checking(&page)
            signature(&page)
        }
    }

    // MARK: Heading and finding

    private func heading(_ page: inout HTMLWriter) {
        if let head = conclusion.head {
            page.element("p", ["class": "issuer"]) { $0.phrase(head, setting) }
        }
        page.element("h1", text: texts.paperTitle)
        let stage = conclusion.stage
        page.element(
            "p", ["class": stage == .final ? "draft-mark final" : "draft-mark"],
            text: conclusion.stageWord)
        if stage == .draft { page.element("p", ["class": "note"], text: texts.paperDraftNote) }
        page.facts(conclusion.facts, setting)
    }

    private func finding(_ page: inout HTMLWriter) {
        page.element("h2", text: texts.paperFinding)
        for sentence in conclusion.finding {
            page.element("p", ["class": "finding"]) { $0.phrase(sentence, setting) }
        }
        if let standing = conclusion.context.verdictStanding(of: conclusion.body) {
            page.element("p", ["class": standing.isOfficial ? "official" : "not-official"]) {
                $0.phrase(standing.told, setting)
            }
            return
        }
        var told: [Phrase] = []
        for result in conclusion.results where !told.contains(result.standing) {
            // What is not there is neither official nor not.
            guard !result.isOfficial || result.figure != nil else { continue }
            told.append(result.standing)
            guard !result.isOfficial || conclusion.stage == .final else {
                page.element("p", ["class": "note"], text: texts.paperOfficialWhenFinal)
                continue
            }
            page.element("p", ["class": result.isOfficial ? "official" : "not-official"]) {
                $0.phrase(result.standing.asSentence, setting)
            }
        }
    }

    // MARK: Results

    private func results(_ page: inout HTMLWriter) {
        let columns = [
            HTMLWriter.Column(Phrase(texts.paperMeasure)),
            HTMLWriter.Column(Phrase(texts.paperScore), isNumber: true),
            HTMLWriter.Column(Phrase(texts.paperGreatest), isNumber: true),
            HTMLWriter.Column(Phrase(texts.paperBand)),
            HTMLWriter.Column(Phrase(texts.paperRank), isNumber: true),
            HTMLWriter.Column(Phrase(texts.paperBounds)),
        ]
        page.element("h2", text: texts.paperResult)
        page.table(
            id: "result",
            caption: texts.paperResultCaption(period: Phrase(conclusion.period)), columns, setting,
            rows: conclusion.results
        ) { result, row in
            row.head { $0.phrase(result.name, setting) }
            row.cell { page in
                guard let figure = result.figure else {
                    return page.element(
                        "span", ["class": "state \(result.state.rawValue)"], text: result.stateWord)
                }
                page.figure(
                    figure.exact, figure.shown,
                    at: place(result.node, result.isGrade ? "grade" : "score"))
            }
            row.cell { page in if let most = result.greatest { page.phrase(most, setting) } }
            row.cell { page in
                guard let band = result.band else { return }
                page.element("span", ["class": "band"]) { $0.phrase(band, setting) }
            }
            row.cell { page in
                guard let rank = result.rank else { return }
                page.figure(
                    String(rank), conclusion.context.locale.count(rank),
                    at: place(result.node, "rank"))
            }
            row.cell { bounds(result, &$0) }
        }
    }

    private func bounds(_ result: Conclusion.Result, _ page: inout HTMLWriter) {
        switch result.bounds {
        case .closed: page.text(texts.paperBoundsClosed)
        case .untold(let why): page.text(why)
        case .between(let lower, let upper):
            page.figure(lower.exact, lower.shown, at: place(result.node, "lower"))
            page.text(" … ")
            page.figure(upper.exact, upper.shown, at: place(result.node, "upper"))
        }
    }

    /// Where the figure of an outcome stands in the table of all.
    private func place(_ node: Int, _ column: String) -> String {
        "\(conclusion.id) \(conclusion.plan.nodes[node].id) \(conclusion.period) \(column)"
    }

    // MARK: Points lost

    private func lost(_ page: inout HTMLWriter) {
        page.element("h2", text: texts.paperLost)
        // Measures of which a line says everything stand in one table.
        let single = conclusion.lost.filter { $0.rows.count == 1 && $0.gains.isEmpty }
        let isTogether = single.count > 1
        if isTogether {
            table("lost-points", Phrase(texts.paperLost), single.flatMap(\.rows), &page)
        }
        for lost in conclusion.lost {
            if isTogether, single.contains(where: { $0.node == lost.node }) { continue }
            page.element("p") { $0.phrase(lost.sentence, setting) }
            if !lost.rows.isEmpty {
                table(
                    "lost-" + conclusion.plan.nodes[lost.node].id,
                    texts.paperLostOf(node: lost.name), lost.rows, &page)
            }
            for (number, gains) in lost.gains.enumerated() {
                page.element("p") { $0.phrase(gains.sentence, setting) }
                if !gains.rows.isEmpty { table(gains, of: lost, number, &page) }
            }
            if !lost.parts.isEmpty { parts(lost, &page) }
        }
    }

    private func table(
        _ id: String, _ caption: Phrase, _ rows: [Conclusion.LostRow], _ page: inout HTMLWriter
    ) {
        let columns = [
            HTMLWriter.Column(Phrase(texts.paperLostWhat)),
            HTMLWriter.Column(Phrase(texts.paperWeight), isNumber: true),
            HTMLWriter.Column(Phrase(texts.paperLostPoints), isNumber: true),
            HTMLWriter.Column(Phrase(texts.paperReasonAndClause)),
        ]
        page.table(id: id, caption: caption, columns, setting, rows: rows) { line, row in
            row.head(depth: line.depth) { $0.phrase(line.name, setting) }
            row.cell { page in if let weight = line.weight { page.phrase(weight, setting) } }
            row.cell { $0.phrase(line.points, setting) }
            row.cell { lines(line.reasons, &$0) }
        }
    }

    /// Each on a line of its own, within a cell.
    private func lines(_ phrases: [Phrase], _ page: inout HTMLWriter) {
        for (number, phrase) in phrases.enumerated() {
            if number > 0 {
                page.text(" ")
                page.empty("br")
            }
            page.phrase(phrase, setting)
        }
    }

    private func table(
        _ gains: Conclusion.Gains, of lost: Conclusion.Lost, _ number: Int,
        _ page: inout HTMLWriter
    ) {
        page.table(
            id: "gains-\(number)-" + conclusion.plan.nodes[lost.node].id,
            caption: Phrase(texts.paperGain),
            [
                HTMLWriter.Column(Phrase(texts.paperLostWhat)),
                HTMLWriter.Column(Phrase(texts.paperGain), isNumber: true),
            ], setting, rows: gains.rows
        ) { gain, row in
            row.head { $0.phrase(gain.name, setting) }
            row.cell { $0.phrase(gain.points, setting) }
        }
    }

    private func parts(_ lost: Conclusion.Lost, _ page: inout HTMLWriter) {
        page.table(
            id: "parts-" + conclusion.plan.nodes[lost.node].id, caption: lost.name,
            [
                HTMLWriter.Column(Phrase(texts.paperMeasure)),
                HTMLWriter.Column(Phrase(texts.paperState)),
                HTMLWriter.Column(Phrase(texts.paperReasonAndClause)),
            ], setting, rows: lost.parts
        ) { part, row in
            row.head { $0.phrase(part.name, setting) }
            row.cell { $0.phrase(part.outcome, setting) }
            row.cell { page in if let reason = part.reason { page.phrase(reason, setting) } }
        }
    }

    // MARK: What it rests on

    private func evidence(_ page: inout HTMLWriter) {
        page.element("h2", text: texts.paperEvidence)
        let rows = conclusion.evidence
        guard !rows.isEmpty else {
            return page.element("p", text: texts.paperEvidenceNone)
        }
        page.table(
            id: "evidence", caption: Phrase(texts.paperEvidenceCaption),
            [
                HTMLWriter.Column(Phrase(texts.paperEvidenceWhat)),
                HTMLWriter.Column(Phrase(texts.paperEvidenceFigure), isNumber: true),
                HTMLWriter.Column(Phrase(texts.paperEvidencePlace)),
                HTMLWriter.Column(Phrase(texts.paperEvidenceChecked)),
            ], setting, rows: rows
        ) { line, row in
            row.head { $0.phrase(line.name, setting) }
            row.cell { $0.phrase(line.figure, setting) }
            row.cell { lines([line.place, line.rejected].compactMap { $0 }, &$0) }
            row.cell { lines(line.checked, &$0) }
        }
    }

    private func decisions(_ page: inout HTMLWriter) {
        page.element("h2", text: texts.paperDecisions)
        let rows = conclusion.decisions
        guard !rows.isEmpty else {
            return page.element("p", text: texts.paperDecisionsNone)
        }
        page.table(
            id: "decisions", caption: Phrase(texts.paperDecisionsCaption),
            [
                HTMLWriter.Column(Phrase(texts.paperDecisionAbout)),
                HTMLWriter.Column(Phrase(texts.paperDecisionWhat)),
                HTMLWriter.Column(Phrase(texts.paperDecisionWhy)),
                HTMLWriter.Column(Phrase(texts.paperDecisionWho)),
            ], setting, rows: rows
        ) { line, row in
            let decision = conclusion.assessment.evidence.decisions[line.number]
            row.head { $0.phrase(line.subject, setting) }
            row.cell { $0.phrase(line.decided, setting) }
            row.cell { lines([Phrase(decision.reason), Phrase(decision.basis)], &$0) }
            row.cell { page in
                page.element("bdi", text: decision.who)
                page.text(", " + conclusion.context.locale.date(decision.date))
                page.empty("br")
                let place = texts.paperDecisionRecorded(
                    file: .code(decision.file), row: Phrase(String(decision.row)))
                page.phrase(place, setting)
            }
        }
    }

    private func objections(_ page: inout HTMLWriter) {
        page.element("h2", text: texts.paperObjections)
        guard let objections = conclusion.objections else {
            return page.element("p", text: texts.paperObjectionsNone)
        }
        page.facts(objections.facts, setting)
        if let note = objections.note { page.element("p", ["class": "note"], text: note) }
    }

    private func checking(_ page: inout HTMLWriter) {
        page.element("h2", text: texts.paperChecking)
        page.element("p", text: texts.paperCheckingHow)
        page.element("pre", ["tabindex": "0"]) { page in
            page.element("code", text: conclusion.about.command + "\napparatus verify report")
        }
        page.facts(conclusion.checks, setting)
        page.element("p", ["class": "screen-only"]) { page in
            let target = setting.links.to(.body(conclusion.id))
            page.element("a", ["href": target], text: texts.paperExplained)
        }
    }

    /// Nobody signs what nobody issues.
    private func signature(_ page: inout HTMLWriter) {
        guard conclusion.stage != .recomputation else { return }
        page.element("div", ["class": "signature"]) { page in
            for word in [texts.paperSignatory, texts.paperSignature, texts.paperDate] {
                page.element("div", text: word)
            }
        }
    }
}
