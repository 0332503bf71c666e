internal import Diagnostics
internal import Domain
internal import Evidence
internal import Explanation
internal import Locales
internal import Methodology
internal import Robustness
internal import Scoring

/// How sure the ranks are, and what makes them unsure, in one language.
enum RobustnessPage {
    /// The page.
    static func bytes(_ context: PageContext) -> [UInt8] {
        let title = Phrase(context.phrases.howSureAreTheRanks)
        let frame = Frame(context, at: .robustness, title: title)
        return frame.bytes { page in
            switch context.report.robustness.intervals {
            case .unwanted: break
            case .noAlternatives:
                page.element("p", ["class": "finding"], text: context.phrases.noAlternatives)
            case .refused(let reasons): refused(reasons, frame.setting, to: &page)
            case .made(let results):
                RobustnessLayout(results, frame.setting)?.write(to: &page)
            }
            CoherenceLayout(context.report.robustness.coherence, frame.setting).write(to: &page)
        }
    }

    /// The data beside it.
    static func data(_ context: PageContext) -> RobustnessData {
        RobustnessData(
            context.report.robustness, context.plainWording,
            evidenceHash: context.report.evidenceHash)
    }

    private static func refused(
        _ reasons: [Diagnostic], _ setting: Setting, to page: inout HTMLWriter
    ) {
        let texts = setting.context.phrases
        page.element("p", ["class": "finding"], text: texts.runsRefused)
        page.element("ul") { page in
            for reason in reasons {
                page.element("li") { page in
                    // What is wrong with an edition is told in English alone.
                    let told = Phrase(reason.what).asSentence.plain
                    let help = Phrase(reason.help).asSentence.plain
                    page.phrase(setting.context.english("\(told) \(help)"), setting)
                }
            }
        }
    }
}

/// Lays the page out: words first, then the bodies, what drives it, and how it was computed.
struct RobustnessLayout {
    let results: StudyResults
    let setting: Setting
    let figures: RunFigures
    let drivers: SensitivityWording?

    init?(_ results: StudyResults, _ setting: Setting) {
        guard let figures = RunFigures(setting.context) else { return nil }
        self.results = results
        self.setting = setting
        self.figures = figures
        drivers = SensitivityWording(results, setting.context.wording)
    }

    var context: PageContext { setting.context }
    var texts: Phrases { context.phrases }
    var uncertainty: Uncertainty { results.uncertainty }
    /// Whether a sentence has to say which node it is about.
    var hasSeveral: Bool { uncertainty.nodes.count > 1 }

    func write(to page: inout HTMLWriter) {
        findings(to: &page)
        if uncertainty.isAnalysts {
            page.element("p", ["class": "not-official"], text: texts.runsAnalysts)
        }
        drawn(to: &page)
        page.section(texts.whoCanBeToldApart) { page in
            page.element("p", ["class": "note"], text: texts.groupsNote)
            if !results.hasOneScale {
                page.element("p", ["class": "note"]) {
                    $0.phrase(Phrase(texts.runsScales).asSentence, setting)
                }
            }
            for node in uncertainty.nodes { bodies(node, to: &page) }
        }
        if let drivers { sensitivity(drivers, to: &page) }
        method(to: &page)
    }

    private func findings(to page: inout HTMLWriter) {
        for node in uncertainty.nodes {
            var told = [figures.wording.ranking(at: node.node)]
            if let drivers {
                told += [drivers.finding(at: node.node), drivers.shift(at: node.node)]
            }
            let sentences = told.compactMap { $0?.asSentence }.joined(separator: " ")
            page.element("p", ["class": "finding"]) { page in
                if hasSeveral {
                    page.phrase(context.wording.nodeName(node.node), setting)
                    page.text(texts.colon)
                }
                page.phrase(sentences, setting)
            }
        }
    }

    private func drawn(to page: inout HTMLWriter) {
        let factors = FactorWording(
            uncertainty.factors, results.alternatives, context.wording)
        page.section(texts.whatWasVaried) { page in
            page.element("p") {
                $0.phrase(texts.runsDrawEach(runs: uncertainty.runs), setting)
            }
            page.element("ul") { page in
                for position in uncertainty.factors.indices {
                    page.element("li") {
                        $0.phrase(factors.told(position).asSentence, setting)
                    }
                }
            }
            if !results.alternatives.basis.isEmpty {
                let sources = results.alternatives.basis.map(context.wording.citationPhrase)
                page.element("p", ["class": "citation"]) {
                    $0.phrase(
                        texts.alternativesRestOn(sources: sources.joined(separator: "; ")),
                        setting)
                }
            }
        }
    }

    private func method(to page: inout HTMLWriter) {
        page.section(texts.howWereRunsMade) { page in
            page.element("ul") { page in
                for line in RunMethod(results, context.locale).lines {
                    page.element("li") { $0.phrase(line, setting) }
                }
            }
        }
    }
}
