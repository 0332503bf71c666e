internal import Arithmetic
internal import Domain
internal import Evidence
internal import Expressions
internal import Locales
internal import Methodology
internal import Scoring

/// Tells one trace in words.
///
/// A class only so that methods share what is large without copying; nothing in it changes.
final class TraceWriter {
    let trace: Trace
    let wording: Wording
    let display: Display
    let node: Node

    init(_ trace: Trace, _ wording: Wording, _ display: Display) {
        self.trace = trace
        self.wording = wording
        self.display = display
        node = wording.assessment.plan.nodes[trace.node]
    }

    var assessment: Assessment { wording.assessment }
    var phrases: Phrases { wording.phrases }

    func paragraphs(hasLost: Bool = true) -> [Paragraph] {
        var all: [Paragraph] = []
        func add(_ topic: Paragraph.Topic, _ title: String, _ lines: [Phrase]) {
            if !lines.isEmpty { all.append(Paragraph(topic, title, lines: lines)) }
        }
        let texts = node.texts
        func said(_ texts: [LanguageMap]) -> [Phrase] { texts.compactMap { wording.phrase($0) } }
        add(.basis, phrases.headingBasis, trace.basis.map { wording.citationPhrase($0) })
        add(.meaning, phrases.headingMeaning, said(texts.definition.map { [$0] } ?? []))
        add(.note, phrases.headingNote, said(texts.note.map { [$0] } ?? []))
        add(.assessors, phrases.headingAssessors, said(texts.assessors))
        add(.confidence, phrases.headingConfidence, said(texts.confidence))
        add(.source, phrases.headingSource, said(texts.source))
        for line in trace.decisions { all.append(decision(line)) }
        for step in trace.steps { all += self.step(step) }
        add(.parameters, phrases.headingParameters, trace.parameters.map(parameter))
        add(.evidence, phrases.headingEvidence, trace.evidence.map(evidence))
        add(.bounds, phrases.headingBounds, bounds())
        if hasLost, let lost = lost() { all.append(lost) }
        add(.official, phrases.headingOfficial, [official()])
        return all
    }

    /// Who, and what came out.
    func heading() -> [Phrase] {
        let name: Phrase = "\(wording.nodeName(trace.node)) (\(Phrase.code(node.id)))"
        return [wording.bodyAndPeriod(of: trace.unit), wording.named(name, result())]
    }

    func result() -> Phrase {
        guard let score = wording.score(of: trace.node, at: trace.unit, display) else {
            let state = Phrase(wording.stateWord(trace.outcome.state))
            let reason = wording.reason(trace.outcome, of: trace.node, at: trace.unit)
            return reason.map { wording.named(state, $0) } ?? state
        }
        var text = trace.outcome.isFilled ? phrases.resultFilled(score: score) : score
        if trace.outcome.decision != nil { text = phrases.resultDecided(score: text) }
        if let band = wording.bandName(of: trace.node, at: trace.unit) {
            text = phrases.resultBand(score: text, band: band)
        }
        if let rank = assessment.rank(of: trace.node, at: trace.unit) {
            text = phrases.resultRank(score: text, rank: wording.figure(rank))
        }
        return text
    }

    private func official() -> Phrase {
        let objections = assessment.official(trace.node, at: trace.unit).objections
        return objections.isEmpty
            ? Phrase(phrases.answerYes) : wording.officialPhrase(trace.node, at: trace.unit)
    }

    private func bounds() -> [Phrase] {
        guard let bounds = trace.bounds else {
            let isRelative = assessment.plan.relative.contains(trace.node)
            return isRelative && trace.outcome.state != .notApplicable
                ? [Phrase(phrases.boundsDependOnOthers)] : []
        }
        if bounds.isClosed, bounds.lower == trace.outcome.score {
            return [Phrase(phrases.boundsNothingOpen)]
        }
        let lower = told(bounds.lower)
        return [
            phrases.boundsWhenSettled(
                bounds: bounds.isClosed ? lower : "\(lower) … \(told(bounds.upper))")
        ]
    }
}
