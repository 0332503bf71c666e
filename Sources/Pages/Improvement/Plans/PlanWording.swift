package import Arithmetic
internal import Domain
internal import Evidence
package import Explanation
package import Improvement
package import Locales
internal import Methodology
internal import Scoring

/// Says what was expected of a plan and what came of it in words, the same on pages and in terminals.
///
/// Sentences begin with a small letter and have no full stop, so that they can stand anywhere.
package struct PlanWording: Sendable {
    package let plan: ImprovementPlan
    package let wording: Wording
    /// What measures, amounts and owners are called.
    let words: ImprovementWording
    let texts: Phrases

    /// The wording of a plan in a language.
    package init(_ plan: ImprovementPlan, _ wording: Wording) {
        self.plan = plan
        self.wording = wording
        words = ImprovementWording(
            Catalogue(plan.whole.before, period: plan.whole.period), plan.whole.diagnosisBefore,
            wording)
        texts = Phrases(wording.locale)
    }

    /// How much of what was expected was gained, in one sentence.
    package var finding: Phrase {
        let (count, cost) = (plan.items.count, words.money(plan.cost))
        let since = Phrase(plan.since.description)
        guard let now = plan.now else {
            return texts.planWithoutNow(measures: count, cost: cost, since: since)
        }
        let due = plan.items.count { $0.standing == .due }
        guard let gained = total(\.gained) else {
            return texts.planUnknown(
                measures: count, cost: cost, since: since, now: Phrase(now.description), due: due)
        }
        return texts.planGained(
            measures: count, cost: cost, since: since, now: Phrase(now.description), due: due,
            expected: points(total(\.due)), gained: points(gained), bodies: bodies)
    }

    /// What points come to for one body, as a sum over many says little; `nil` for a single body, or
    /// where it is not known.
    package var average: Phrase? {
        let count = BigFraction(Fixed(bodies))
        guard bodies > 1, plan.now != nil, let due = total(\.due), let gained = total(\.gained),
            let dueOfOne = try? due.divided(by: count),
            let gainedOfOne = try? gained.divided(by: count)
        else { return nil }
        return texts.planAverage(expected: points(dueOfOne), gained: points(gainedOfOne))
    }

    /// How many bodies have points in it.
    private var bodies: Int { Set(plan.leaves.filter { $0.points != nil }.map(\.body)).count }

    /// That what was gained need not be the measures' effect.
    package var caution: Phrase { Phrase(texts.planCaution) }

    private func total(_ part: (ImprovementPlan.Points) -> BigFraction?) -> BigFraction? {
        var sum: BigFraction?
        for leaf in plan.leaves {
            guard let points = leaf.points, let own = part(points) else { continue }
            sum = sum.map { (try? $0.adding(own)) ?? $0 } ?? own
        }
        return sum
    }

    /// How far a measure is, as in `due`.
    package func standing(_ standing: ImprovementPlan.Standing) -> Phrase {
        switch standing {
        case .due: Phrase(texts.planDue)
        case .notDue: Phrase(texts.planNotDue)
        case .impossible: Phrase(texts.planImpossible)
        }
    }

    /// Points with their sign and digits enough to be seen; `–` where they are not known.
    package func points(_ points: BigFraction?) -> Phrase {
        guard let points else { return Phrase("–") }
        let least = wording.assessment.plan.display.digits
        for digits in least...max(least, Fixed.fractionDigits) {
            guard let shown = try? points.rounded(to: digits, .halfUp) else { break }
            if shown == .zero, points.sign != 0 { continue }
            let text = Display.text(shown, digits: digits)
            let figure = Phrase.figure(
                exact: points.description, shown: wording.locale.decimal(text))
            return shown > .zero ? "+\(figure)" : figure
        }
        return Phrase(points.description)
    }

    /// Why something is not known now.
    package func gap(_ gap: ImprovementPlan.Gap) -> Phrase {
        switch gap {
        case .noPeriod: Phrase(texts.gapNoPeriod)
        case .bodyEnded: Phrase(texts.gapBodyEnded)
        case .bodyGone: Phrase(texts.gapBodyGone)
        case .gone: Phrase(texts.gapGone)
        case .otherScale: Phrase(texts.gapOtherScale)
        case .none(let state): Phrase(wording.stateWord(state))
        case .filled: Phrase(texts.gapFilled)
        }
    }
}
