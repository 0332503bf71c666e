internal import Arithmetic
internal import Diagnosis
internal import Diagnostics
internal import Domain
internal import Evidence
internal import Explanation
internal import Locales
internal import Methodology
internal import Pages
internal import Robustness
internal import Scoring

/// A whole answer for people: the verdict first, what must be said beside it, and on what it rests.
struct DiagnosisText {
    let made: MadeDiagnosis

    private var words: DiagnosisWording { made.words }

    func write(to page: inout Page) {
        let identity = made.wording.assessment.plan.identity
        let title = made.wording.text(identity.title).map { "\($0) (\(identity.name))" }
        page.line("\(title ?? identity.name), \(made.period)", .heading)
        if made.firmness != nil, made.alternatives?.isAnalysts ?? false {
            page.line(made.text(words.assumption), .warning)
        }
        if let body = made.body {
            BodyVerdict(made: made, body: body).write(to: &page)
        } else {
            ApparatusVerdict(made: made).write(to: &page)
        }
        if made.firmness != nil {
            page.line()
            runs(to: &page)
        }
        page.line()
        page.line("Edition   sha256 \(identity.hash)", .faint)
        page.line("Evidence  sha256 \(made.wording.assessment.evidence.hash)", .faint)
    }

    /// How often everything was computed, and what was drawn each time.
    private func runs(to page: inout Page) {
        guard let firmness = made.firmness, let alternatives = made.alternatives else { return }
        page.line("How sure a verdict is", .heading)
        page.line(
            "  Each verdict was given \(made.wording.locale.count(firmness.runs)) times more (seed \(firmness.seed)). The same "
                + "in 90 % of them is firm, in 70 % likely, in fewer borderline. Drawn each time:")
        let factors = FactorWording(firmness.factors, alternatives, made.wording)
        for position in firmness.factors.indices {
            page.line("  - \(made.text(factors.told(position).asSentence))")
        }
        for reason in firmness.leftOut { page.line("  - Left out: \(reason.what)") }
    }
}

extension MadeDiagnosis {
    /// A phrase as a terminal shows it.
    func text(_ phrase: Phrase) -> String { phrase.written(wording.locale) }

    /// What must be said beside every verdict.
    func beside(to page: inout Page) {
        for said in [words.official(of: body?.body), words.basis, words.note].compactMap(\.self) {
            page.line("  \(text(said.asSentence))")
        }
        if let withoutFirmness {
            page.line("  How sure it is cannot be said: \(withoutFirmness).")
        }
    }
}
