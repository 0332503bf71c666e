internal import Arithmetic
internal import Domain
internal import Evidence
internal import Explanation
package import Improvement
package import Locales
internal import Methodology
internal import Scoring

/// What cannot be met, and why measures cannot be chosen.
extension ImprovementWording {
    /// A heading and the sentences beneath it.
    package struct Lines: Sendable {
        /// Without a colon; `nil` for sentences that stand alone.
        package let title: Phrase?
        package let lines: [Phrase]
    }

    /// What cannot be met, in the order in which it is looked at.
    package func shortfall(_ shortfall: Shortfall, hasDay: Bool = false) -> [Lines] {
        var told: [Lines] = []
        if !shortfall.alone.isEmpty {
            told.append(
                Lines(
                    title: Phrase(texts.shortAlone),
                    lines: shortfall.alone.map { condition($0, isClosest: false) }))
        }
        if !shortfall.closest.isEmpty {
            told.append(
                Lines(
                    title: Phrase(texts.shortTogether),
                    lines: shortfall.closest.map { condition($0, isClosest: true) }))
        }
        var other: [Phrase] = []
        if let cost = shortfall.costWithoutBudget {
            other.append(texts.shortBudget(cost: money(cost)))
        }
        if let day = shortfall.firstDay {
            other.append(texts.shortDay(day: self.day(day)))
        } else if hasDay {
            other.append(Phrase(texts.shortNoDay))
        }
        if !shortfall.isProven { other.append(Phrase(texts.shortNotProven)) }
        if !other.isEmpty { told.append(Lines(title: nil, lines: other)) }
        return told
    }

    /// One condition with what is had and what is needed.
    ///
    /// - Parameters:
    ///   - condition: What fails.
    ///   - isClosest: Whether the figure is of the nearest that can be had, rather than the most.
    /// - Returns: A phrase without a full stop.
    package func condition(_ condition: Shortfall.Condition, isClosest: Bool) -> Phrase {
        func short(_ name: Phrase, _ most: Phrase, _ needed: Phrase) -> Phrase {
            isClosest
                ? texts.shortClosest(name: name, most: most, needed: needed)
                : texts.shortAtMost(name: name, most: most, needed: needed)
        }
        switch condition {
        case .score(let node, let most, let needed):
            return short(wording.nodeName(node), clear(most, of: needed), exact(needed))
        case .cell(let node, let most, let needed):
            let name = stages?.cell(node) ?? wording.nodeName(node)
            return short(texts.shortCell(name: name), clear(most, of: needed), exact(needed))
        case .decisive(let node, let most, let needed):
            let name = stages?.criterion(node) ?? wording.nodeName(node)
            return short(texts.shortDecisive(name: name), clear(most, of: needed), exact(needed))
        case .established(let stage, let most, let needed):
            return short(
                texts.shortEstablished(stage: self.stage(stage)), count(most), count(needed))
        case .mean(let stage, let most, let needed):
            return short(
                texts.shortMean(stage: self.stage(stage)), mean(most), exact(needed))
        case .notAssessed(let stage):
            return texts.shortNotAssessed(stage: self.stage(stage))
        case .staff(let stage, let most, let needed, let missing):
            let told = short(
                texts.shortStaff(input: weightName, stage: self.stage(stage)),
                share(most, edge: needed), share(needed))
            guard !missing.isEmpty else { return told }
            return texts.shortNotAble(condition: told, names: names(missing))
        case .system(let stage, let most, let needed):
            return short(
                texts.shortSystem(stage: self.stage(stage)), mean(most), exact(needed))
        }
    }

    /// A score with as many digits as keep it on its side of what is needed.
    private func clear(_ score: Fixed, of needed: Fixed) -> Phrase {
        let display = plan.display
        for digits in display.digits...max(display.digits, Fixed.fractionDigits) {
            guard let shown = try? score.rounded(to: digits, display.mode) else { break }
            guard (shown < needed) == (score < needed) else { continue }
            return .figure(
                exact: score.description,
                shown: locale.decimal(Display.text(shown, digits: digits)))
        }
        return exact(score)
    }

    private func mean(_ mean: Fraction) -> Phrase {
        stages?.figure(mean) ?? Phrase(mean.reduced.description)
    }

    private func names(_ bodies: [Int]) -> Phrase {
        stages?.names(bodies.map(wording.bodyName))
            ?? bodies.map(wording.bodyName).joined(separator: texts.semicolon)
    }

    func count(_ count: Int) -> Phrase {
        .figure(exact: String(count), shown: locale.count(count))
    }

    // MARK: Measures that cannot be chosen

    /// Why a measure cannot be chosen, with its name.
    package func leftOut(id: String, _ reason: Catalogue.Reason) -> Phrase {
        let name = measure(id: id)
        switch reason {
        case .late(let day, through: nil):
            return texts.leftOutLate(measure: name, day: self.day(day))
        case .late(let day, through: let other?):
            return texts.leftOutLateThrough(
                measure: name, day: self.day(day), other: measure(id: other))
        case .past: return texts.leftOutPast(measure: name)
        case .needs(let other):
            return texts.leftOutNeeds(measure: name, other: measure(id: other))
        case .excludesOwnNeed(let other):
            return texts.leftOutExcludes(measure: name, other: measure(id: other))
        case .withoutValue: return texts.leftOutWithoutValue(measure: name)
        }
    }
}
