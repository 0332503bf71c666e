package import Arithmetic
package import Diagnosis
package import Domain
internal import Evidence
package import Explanation
package import Improvement
package import Locales
internal import Methodology
package import Scoring

/// Says paths to a stage, a band or a score in words, the same on pages and in terminals.
///
/// Sentences begin with a small letter and have no full stop, so that they can stand anywhere.
package struct ImprovementWording: Sendable {
    package let catalogue: Catalogue
    package let wording: Wording
    /// What stages, cells and criteria are called; `nil` where the edition has no stages.
    let stages: DiagnosisWording?
    let texts: Phrases

    /// The wording of paths over a catalogue.
    ///
    /// - Parameters:
    ///   - catalogue: The measures that are spoken of.
    ///   - diagnosis: As things are; `nil` where the edition has no stages.
    ///   - wording: The language.
    package init(_ catalogue: Catalogue, _ diagnosis: Diagnosis?, _ wording: Wording) {
        self.catalogue = catalogue
        self.wording = wording
        stages = diagnosis.map { DiagnosisWording($0, wording) }
        texts = Phrases(wording.locale)
    }

    var locale: Locale { wording.locale }
    var plan: Plan { wording.assessment.plan }

    // MARK: Names

    /// What a measure is called, by its position; its id where it has no title.
    package func measure(_ position: Int) -> Phrase {
        guard catalogue.measures.indices.contains(position) else { return Phrase([]) }
        return measure(catalogue.measures[position].measure)
    }

    /// The same of any measure.
    package func measure(_ measure: Measure) -> Phrase {
        wording.phrase(measure.title) ?? .code(measure.id)
    }

    /// The same by its id, which stands as it is where no measure has it.
    package func measure(id: String) -> Phrase {
        let found = wording.assessment.evidence.measures.first { $0.id == id }
        return found.map(measure) ?? .code(id)
    }

    /// Measures by their positions, all of them.
    package func measures(_ positions: [Int]) -> Phrase {
        positions.map(measure).joined(separator: texts.semicolon)
    }

    /// An amount with its currency, as in `1,200,000 KZT`.
    package func money(_ amount: Fixed) -> Phrase {
        let currency = wording.assessment.evidence.measures.first?.currency
        let figure = Phrase.figure(
            exact: amount.description, shown: locale.decimal(amount.description))
        return currency.map { "\(figure)\u{A0}\($0)" } ?? figure
    }

    /// A day as it stands in sentences.
    package func day(_ day: Day) -> Phrase {
        .figure(exact: day.description, shown: locale.date(day))
    }

    /// Who answers for a measure: the name of a body, or as it was written; `nil` for nobody.
    package func owner(_ owner: String?) -> Phrase? {
        guard let owner else { return nil }
        let body = wording.assessment.evidence.bodies.firstIndex { $0.id == owner }
        return body.map(wording.bodyName) ?? Phrase(owner)
    }

    /// What a measure changes, as in `Staff turnover: -3`.
    package func effect(_ action: Catalogue.Action) -> Phrase {
        texts.nameThen(
            name: subject(action.subject),
            rest: isPercent(action.subject) ? percent(action.effect) : effect(action.effect))
    }

    /// Whether a measure adds to a value that is in percent.
    func addsPoints(_ position: Int) -> Bool {
        catalogue.measures[position].actions.contains { action in
            guard case .adds = action.effect else { return false }
            return isPercent(action.subject)
        }
    }

    private func isPercent(_ subject: SupposedValue.Subject) -> Bool {
        switch subject {
        case .leaf(let node): plan.nodes[node].texts.unit == ValueType.percent.description
        case .input(let input): plan.schema.inputs[input].type == .percent
        }
    }

    /// What becomes of a value in percent, as in `+5 pp` or `to 85 %`.
    private func percent(_ effect: Measure.Effect) -> Phrase {
        switch effect {
        case .adds(let number): texts.effectPoints(number: signed(number))
        case .reaches(.number(let level)):
            // The sign stands beside the figure, whose number is no share.
            texts.effectTo(
                level: exact(level) + Phrase(String(locale.inPercent("0").dropFirst())))
        case .reaches(.flag): self.effect(effect)
        }
    }

    /// What has a value: an input or a leaf.
    package func subject(_ subject: SupposedValue.Subject) -> Phrase {
        switch subject {
        case .leaf(let node): return wording.nodeName(node)
        case .input(let input):
            let field = plan.schema.inputs[input]
            return wording.phrase(field.title) ?? .code(field.id)
        }
    }

    /// What becomes of a value, as in `+5` or `to 85`.
    package func effect(_ effect: Measure.Effect) -> Phrase {
        switch effect {
        case .adds(let number): signed(number)
        case .reaches(.number(let level)): texts.effectTo(level: exact(level))
        case .reaches(.flag(let isOn)): Phrase(isOn ? texts.effectYes : texts.effectNo)
        }
    }

    // MARK: Figures

    func exact(_ number: Fixed) -> Phrase {
        .figure(exact: number.description, shown: locale.decimal(number.description))
    }

    private func signed(_ number: Fixed) -> Phrase {
        number > .zero ? "+\(exact(number))" : exact(number)
    }

    /// A figure of a goal: a score, a mean of cells, or a share in percent.
    package func figure(_ figure: Fraction, of goal: Goal) -> Phrase {
        switch goal {
        case .band(_, let node, _), .score(_, let node, _), .best(_, let node):
            score(figure, of: node)
        case .stage, .bestStage: stages?.figure(figure) ?? score(figure, of: nil)
        case .apparatus, .mostStaff: share(figure)
        }
    }

    /// How a figure of a goal moves, as in `52.1 → 70.0`.
    package func change(_ from: Fraction?, _ to: Fraction?, of goal: Goal) -> Phrase {
        let ends = [from, to].map { $0.map { figure($0, of: goal) } ?? Phrase("–") }
        return ends.joined(separator: " → ")
    }

    /// What the figure of a goal gains, with digits enough to be seen, as in `+3.2`.
    package func gain(_ gain: Fraction, of goal: Goal) -> Phrase {
        let sign = gain.sign > 0 ? "+" : ""
        switch goal {
        case .apparatus, .mostStaff: return "\(sign)\(share(gain))"
        default: return "\(sign)\(difference(gain))"
        }
    }

    /// A share in percent, on the side of the edges that it lies on.
    func share(_ share: Fraction, edge: Fraction? = nil) -> Phrase {
        let exact = Double(share)
        let edges = [edge, plan.stages?.apparatus?.attained].compactMap(\.self).map { Double($0) }
        for digits in 0...6 {
            let shown = (exact * 100).rounded(digits: digits)
            let percent = (Double(shown) ?? 0) / 100
            guard edges.allSatisfy({ (percent >= $0) == (exact >= $0) }),
                (percent == 0) == (exact == 0)
            else { continue }
            return .figure(exact: exact.plainDigits, shown: locale.inPercent(shown))
        }
        return .share(exact, locale)
    }

    /// A score as it is shown, never in another band than it is.
    private func score(_ score: Fraction, of node: Int?) -> Phrase {
        let digits = plan.display.digits
        for digits in digits...max(digits, Fixed.fractionDigits) {
            guard let shown = try? score.rounded(to: digits, plan.display.mode) else { break }
            let plain = Display.text(shown, digits: digits)
            if let node, let grade = plan.nodes[node].grade(shown) { return Phrase(grade) }
            let edges = (plan.bands?.list ?? []).compactMap(\.from).map { Fraction($0) }
            guard edges.allSatisfy({ ($0 <= Fraction(shown)) == ($0 <= score) }) else { continue }
            return .figure(
                exact: score.reduced.description, shown: locale.decimal(plain))
        }
        return Phrase(score.reduced.description)
    }

    private func difference(_ exact: Fraction) -> Phrase {
        let least = plan.display.digits
        for digits in least...max(least, Fixed.fractionDigits) {
            guard let shown = try? exact.rounded(to: digits, .halfUp) else { break }
            if shown == .zero, exact.sign != 0 { continue }
            return .figure(
                exact: exact.reduced.description,
                shown: locale.decimal(Display.text(shown, digits: digits)))
        }
        return Phrase(exact.reduced.description)
    }

    // MARK: Who and where to

    /// Whom a goal is about: a body, or the whole apparatus by its name.
    package func who(_ goal: Goal) -> Phrase {
        switch goal {
        case .band(let body, _, _), .score(let body, _, _), .stage(let body, _),
            .best(let body, _), .bestStage(let body, _):
            return wording.bodyName(body)
        case .apparatus, .mostStaff:
            let system = stages?.diagnosis.apparatus?.system
            return system.map { wording.bodyName($0) } ?? Phrase(texts.theApparatus)
        }
    }

    /// The title of a stage, or its id.
    package func stage(_ position: Int) -> Phrase { stages?.stage(position) ?? Phrase([]) }

    /// The title of a band, or its id.
    package func band(_ position: Int) -> Phrase {
        guard let list = plan.bands?.list, list.indices.contains(position) else {
            return Phrase([])
        }
        return wording.phrase(list[position].title) ?? .code(list[position].id)
    }

    /// That nothing of it is official, beside whatever is told of paths.
    package var supposed: Phrase { Phrase(texts.improveSupposed) }
}
