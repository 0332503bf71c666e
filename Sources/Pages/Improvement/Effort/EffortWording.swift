package import Arithmetic
package import Domain
internal import Evidence
package import Explanation
package import Improvement
package import Locales
internal import Methodology
internal import Scoring

/// Says findings about plans that ask for little in words, the same on pages and in terminals.
///
/// Sentences begin with a small letter and have no full stop, so that they can stand anywhere.
package struct EffortWording: Sendable {
    private let wording: Wording
    private let texts: Phrases

    /// The wording of findings in the language of another wording.
    package init(_ wording: Wording) {
        self.wording = wording
        texts = Phrases(wording.locale)
    }

    /// What they are called together.
    package var title: Phrase { Phrase(texts.effortFindings) }

    /// What is said where there are none.
    package var nothing: Phrase { Phrase(texts.effortNoFindings) }

    /// That no score changes.
    package var caution: Phrase { Phrase(texts.effortChangesNothing) }

    /// The title of a check, or its id.
    package func title(ofCheck position: Int) -> Phrase {
        let check = wording.assessment.plan.effort[position]
        return wording.phrase(check.title) ?? .code(check.id)
    }

    /// What is found, as the heading of a group.
    package func kind(_ kind: EffortFinding.Kind) -> Phrase {
        switch kind {
        case .below: Phrase(texts.effortKindBelow)
        case .equal: Phrase(texts.effortKindEqual)
        case .late: Phrase(texts.effortKindLate)
        case .full: Phrase(texts.effortKindFull)
        }
    }

    /// How much a finding says, as in `warning`.
    package func severity(_ severity: EffortFinding.Severity) -> Phrase {
        switch severity {
        case .warning: Phrase(texts.effortSeverityWarning)
        case .notice: Phrase(texts.effortSeverityNotice)
        }
    }

    /// What speaks against the plan, with its figures.
    package func sentence(_ finding: EffortFinding) -> Phrase {
        let (plan, previous) = (figure(finding.plan), figure(finding.previous))
        switch finding.kind {
        case .below:
            let isLowerBetter = finding.plan.flatMap { plan in finding.previous.map { $0 < plan } }
            return isLowerBetter ?? false
                ? texts.effortBelowLower(plan: plan, previous: previous, period: before(finding))
                : texts.effortBelow(plan: plan, previous: previous, period: before(finding))
        case .equal: return texts.effortEqual(plan: plan, period: before(finding))
        case .late: return late(finding)
        case .full: return texts.effortFull(periods: finding.periods)
        }
    }

    /// A number with all its digits; empty where it is not known.
    package func figure(_ number: Fixed?) -> Phrase {
        guard let exact = number?.description else { return Phrase([]) }
        return .figure(exact: exact, shown: wording.locale.decimal(exact))
    }

    /// A day as the wording writes days.
    package func day(_ day: Day) -> Phrase {
        wording.hasLongDays ? Phrase(wording.locale.date(day)) : Phrase(day.description)
    }

    private func late(_ finding: EffortFinding) -> Phrase {
        guard let day = finding.revised else { return kind(.late) }
        let days = Int(period(finding).lastDay.number - day.number)
        return days < 0
            ? texts.effortLateAfter(day: self.day(day), days: -days)
            : texts.effortLateBefore(day: self.day(day), days: days)
    }

    private func period(_ finding: EffortFinding) -> Period {
        let assessment = wording.assessment
        return assessment.evidence.periods[assessment.period(of: finding.unit)]
    }

    /// The period before that of the finding.
    private func before(_ finding: EffortFinding) -> Phrase {
        let period = period(finding)
        return Phrase(Period(period.form, index: period.index - 1).description)
    }
}
