internal import Arithmetic
package import Diagnosis
package import Explanation
package import Locales
package import Methodology
internal import Scoring

/// Says verdicts on stages in words, the same on pages and in terminals.
///
/// Sentences begin with a small letter and have no full stop, so that they can stand anywhere.
package struct DiagnosisWording: Sendable {
    package let diagnosis: Diagnosis
    package let wording: Wording
    let texts: Phrases

    /// The wording of a diagnosis in the language of another wording.
    package init(_ diagnosis: Diagnosis, _ wording: Wording) {
        self.diagnosis = diagnosis
        self.wording = wording
        texts = Phrases(wording.locale)
    }

    var locale: Locale { wording.locale }
    var rule: Stages { diagnosis.rule }

    // MARK: Stages

    /// The title of a stage, or its id.
    package func stage(_ position: Int) -> Phrase {
        guard rule.list.indices.contains(position) else { return Phrase([]) }
        let stage = rule.list[position]
        return wording.phrase(stage.title) ?? .code(stage.id)
    }

    /// What is said of a stage in a table, as in `elements`.
    package func standing(_ standing: Verdict.Standing) -> Phrase {
        switch standing {
        case .attained: Phrase(texts.diagnosisAttained)
        case .notAssessed: Phrase(texts.diagnosisNotAssessed)
        case .presence(let presence): self.presence(presence)
        }
    }

    /// How much there is of a stage that is not attained, as in `elements`.
    package func presence(_ presence: Stages.Presence) -> Phrase {
        switch presence {
        case .transition: Phrase(texts.diagnosisTransition)
        case .elements: Phrase(texts.diagnosisElements)
        case .isolated: Phrase(texts.diagnosisIsolated)
        case .none: Phrase(texts.diagnosisNone)
        }
    }

    // MARK: Verdicts

    /// The verdict in the words of the edition, as in `professional with elements of strategic`, or
    /// `not rated: 0 of 24 cells assessed`.
    package func verdict(_ verdict: Verdict) -> Phrase {
        let phrases = verdict.phrases.map(words)
        guard let head = phrases.first else {
            return texts.diagnosisNotRated(assessed: verdict.assessed, cells: verdict.cells)
        }
        let tail = phrases.dropFirst().joined(separator: ", ")
        return tail.isEmpty ? head : "\(head) \(tail)"
    }

    private func words(_ phrase: VerdictPhrase) -> Phrase {
        if let words = wording.phrase(phrase.words(rule)) { return words }
        switch phrase {
        case .attained(let stage): return self.stage(stage)
        case .said(let said, of: let stage):
            return texts.diagnosisAside(stage: self.stage(stage), standing: standing(said))
        }
    }

    /// What stands for a phrase that the edition leaves out.
    private func standing(_ phrase: Stages.Phrase) -> Phrase {
        switch phrase {
        case .emerging, .elements: presence(.elements)
        case .before: presence(.none)
        case .transition: presence(.transition)
        case .isolated: presence(.isolated)
        case .notAssessed: standing(Verdict.Standing.notAssessed)
        }
    }

    /// The verdict and how sure it is, as in
    /// `professional with elements of strategic — firm (96 % of 1,000 runs)`.
    ///
    /// - Parameters:
    ///   - verdict: The official one.
    ///   - firmness: The runs; without them, and for who is not rated, the verdict alone.
    ///   - result: What they came to for whom the verdict is on.
    /// - Returns: A phrase without a full stop.
    package func verdict(
        _ verdict: Verdict, _ firmness: Firmness?, _ result: Firmness.Result?
    ) -> Phrase {
        guard verdict.isRated, let firmness, let result else { return self.verdict(verdict) }
        return texts.verdictWithFirmness(
            verdict: self.verdict(verdict), firmness: self.firmness(result, of: firmness, verdict))
    }

    /// The verdict on the whole apparatus, with its name, as in `the apparatus: professional – firm (96 %
    /// of 1,000 runs)`; the body that its criteria are measured for says what it is called.
    package func verdict(on apparatus: ApparatusDiagnosis, _ firmness: Firmness?) -> Phrase {
        let name = apparatus.system.map { wording.bodyName($0).withoutLinks }
        return texts.nameThen(
            name: name ?? Phrase(texts.theApparatus),
            rest: verdict(apparatus.verdict, firmness, firmness?.apparatus))
    }

    // MARK: Firmness

    /// How sure a verdict is, as in `firm (96 % of 1,000 runs)`; beside a borderline one stands the
    /// other verdict that came out most.
    package func firmness(
        _ result: Firmness.Result, of firmness: Firmness, _ verdict: Verdict
    ) -> Phrase {
        let share = share(result.same, firmness.runs)
        switch firmness.word(result) {
        case .firm: return texts.firmnessFirm(share: share, runs: firmness.runs)
        case .likely: return texts.firmnessLikely(share: share, runs: firmness.runs)
        case .borderline:
            let told = texts.firmnessBorderline(share: share, runs: firmness.runs)
            let others = result.shares.filter { $0.verdict.phrases != verdict.phrases }
            guard let other = others.first else { return told }
            return texts.firmnessElse(
                firmness: told, verdict: self.verdict(other.verdict),
                share: self.share(other.runs, firmness.runs))
        }
    }

    /// The same in a table, as in `firm, 96 %`.
    package func brief(_ result: Firmness.Result, of firmness: Firmness) -> Phrase {
        let word =
            switch firmness.word(result) {
            case .firm: texts.firmnessWordFirm
            case .likely: texts.firmnessWordLikely
            case .borderline: texts.firmnessWordBorderline
            }
        return "\(word), \(share(result.same, firmness.runs))"
    }

    /// So many of the runs in percent, with digits enough to stand on the same side of the edges of
    /// the words as the number itself.
    package func share(_ part: Int, _ runs: Int) -> Phrase {
        guard runs > 0 else { return Phrase([]) }
        let exact = Double(part) / Double(runs)
        for digits in 0...4 {
            let shown = (exact * 100).rounded(digits: digits)
            let percent = Double(shown) ?? 0
            let isClear = [1.0, 70, 90, 100].allSatisfy { edge in
                (percent >= edge) == (exact * 100 >= edge)
            }
            guard isClear || digits == 4 else { continue }
            return .figure(exact: exact.plainDigits, shown: percentSign(shown))
        }
        return .share(exact, locale)
    }

    /// That an analyst assumed what was drawn.
    package var assumption: Phrase { Phrase(texts.firmnessAnalysts).asSentence }

    func percentSign(_ plain: String) -> String { locale.inPercent(plain) }
}
