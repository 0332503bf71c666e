internal import Evidence
internal import Explanation
internal import Locales
internal import Scoring

/// The page of a body in one language: the result, where the points went, and how every figure
/// came about.
enum BodyPage {
    /// The page.
    ///
    /// - Parameters:
    ///   - context: The report and the language.
    ///   - body: The position of the body.
    ///   - traces: How its nodes came to what they are, where somebody asked before.
    /// - Returns: HTML in UTF-8.
    static func bytes(_ context: PageContext, body: Int, traces: [Trace]? = nil) -> [UInt8] {
        let model = BodyModel(context, body: body, traces: traces)
        return Frame(
            context, at: model.setting.address, title: model.name.withoutLinks,
            crumbs: [
                Frame.Crumb(name: Phrase(context.phrases.bodies), address: .bodies(page: 1))
            ]
        ).bytes { model.write(to: &$0) }
    }
}

extension BodyModel {
    private var texts: Phrases { setting.context.phrases }

    /// Writes what stands beneath the heading.
    fileprivate func write(to page: inout HTMLWriter) {
        page.element("p", ["class": "finding"]) { $0.phrase(finding, setting) }
        verdict?.write(to: &page)
        if let step { page.section(texts.whatWouldItTake) { step.write(to: &$0) } }
        result(to: &page)
        if let runs { page.section(texts.howSureIsThat) { runs.write(setting, to: &$0) } }
        if !isAbsent {
            points(to: &page)
            compare(to: &page)
        }
        if !history.isEmpty {
            page.section(texts.whatChanged) { page in
                for entry in history { entry.write(setting, to: &page) }
            }
        }
        page.section(texts.howDidItComeAbout) { page in
            page.element("p", ["class": "note"], text: texts.treeNote)
            tree.write(setting, to: &page)
        }
        if !targets.parts.isEmpty {
            page.section(texts.wereTargetsMet) { targets.write(setting, to: &$0) }
        }
        if !findings.checks.isEmpty {
            page.section(texts.doesDeclaredMatch) { findings.write(setting, to: &$0) }
        }
        if let effort { page.section(effort.title) { effort.write(to: &$0) } }
        if !evidence.rows.isEmpty {
            page.section(texts.whatDoesItRestOn) { evidence.write(setting, to: &$0) }
        }
        if !decisions.rows.isEmpty {
            page.section(texts.whatWasDecided) { decisions.write(id: "decisions", to: &$0) }
        }
        neighbours(to: &page)
    }

    /// Whether there is no verdict on it in the period, nor anything else that speaks of stages.
    private var isAbsent: Bool { verdict?.isAbsent ?? false }

    private func result(to page: inout HTMLWriter) {
        page.section(texts.whatIsTheResult) { page in
            if !isAbsent {
                if blocks.count == 1 {
                    blocks[0].write(setting, to: &page)
                } else {
                    ScoreBlock.write(blocks, setting, to: &page)
                }
                standing(to: &page)
            }
            page.element("dl", ["class": "facts"]) { page in
                for fact in facts { page.pair(fact.name) { $0.phrase(fact.value, setting) } }
            }
            if setting.context.report.hasConclusion(body) {
                page.element("p") { page in
                    page.element(
                        "a", ["href": setting.links.to(.conclusion(id))], text: texts.conclusion)
                }
            }
        }
    }

    /// Whether the results are official, each once.
    private func standing(to page: inout HTMLWriter) {
        if let standing {
            page.element("p", ["class": standing.isOfficial ? "official" : "not-official"]) {
                $0.phrase(standing.told, setting)
            }
            return
        }
        var told: [Phrase] = []
        for block in blocks where !told.contains(block.official) {
            told.append(block.official)
            page.element("p", ["class": block.isOfficial ? "official" : "not-official"]) {
                $0.phrase(block.official.asSentence, setting)
            }
        }
    }

    private func points(to page: inout HTMLWriter) {
        guard !lost.isEmpty || !notLost.isEmpty else { return }
        page.section(texts.whereDidThePointsGo) { page in
            // Of stages each cell has points of its own.
            page.folded(verdict != nil, texts.pointsLost) { points(of: lost, to: &$0) }
        }
    }

    private func points(of lost: [LostTable], to page: inout HTMLWriter) {
        if lost.count > 1, lost.allSatisfy(\.isOneLine) {
            LostTable.write(lost, setting, to: &page)
        } else {
            for table in lost { table.write(setting, to: &page) }
        }
        for (place, sentence) in notLost {
            page.element("p", ["class": "note", "data-lost-not": place]) {
                $0.phrase(sentence, setting)
            }
        }
    }

    private func compare(to page: inout HTMLWriter) {
        guard !comparison.isEmpty || setting.context.assessment.evidence.bodies.count > 1 else {
            return
        }
        page.section(texts.howDoOthersDo) {
            comparison.write(setting, body: id, to: &$0)
        }
    }

    private func neighbours(to page: inout HTMLWriter) {
        guard previous != nil || next != nil else { return }
        page.element("nav", ["class": "pager", "aria-label": texts.neighboursInRank]) { page in
            page.element("ul") { page in
                for (body, word) in [(previous, texts.rankBefore), (next, texts.rankAfter)] {
                    guard let body else { continue }
                    page.element("li") { page in
                        page.text(word + " ")
                        page.phrase(setting.context.wording.bodyName(body), setting)
                    }
                }
            }
        }
    }
}
