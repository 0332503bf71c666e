internal import Arithmetic
public import Domain
internal import Locales
public import Methodology
internal import Scoring

/// Says in words what a new edition moves.
public struct ImpactWording: Sendable {
    /// What is spoken of.
    public let impact: Impact
    let difference: DifferenceWording
    let steps: EditionDifference.Steps
    let bodies: [String: LanguageMap]
    /// Digits after the point, as many as the smallest move needs to be seen.
    let digits: Int

    /// A wording for an impact.
    ///
    /// - Parameters:
    ///   - impact: What is spoken of.
    ///   - difference: Says what the changes are.
    ///   - steps: The changes that were made alone, as the impact has them.
    ///   - bodies: Those of the evidence.
    public init(
        _ impact: Impact, _ difference: DifferenceWording, _ steps: EditionDifference.Steps,
        bodies: [Body]
    ) {
        self.impact = impact
        self.difference = difference
        self.steps = steps
        self.bodies = Dictionary(bodies.map { ($0.id, $0.title) }) { first, _ in first }
        let moves = impact.movers.flatMap { [$0.move, $0.days, $0.together] + $0.alone }
            .compactMap { $0 }.filter { $0 != .zero }
        let least = moves.map(\.raw.magnitude).min()
        digits =
            (difference.difference.new.display.digits...Fixed.fractionDigits).first { digits in
                guard let least else { return true }
                let move = Fixed(raw: Int128(truncatingIfNeeded: least))
                return (try? move.rounded(to: digits, .halfUp)) != .zero
            } ?? Fixed.fractionDigits
    }

    var phrases: Phrases { difference.phrases }

    /// The body's title with its id.
    func body(_ id: String) -> String {
        bodies[id]?.text(in: difference.spoken.asked).map { "\($0) (\(id))" } ?? id
    }

    /// The node's title with its id.
    func node(_ id: String) -> String {
        let title = title(ofNode: id)
        return title == id ? id : "\(title) (\(id))"
    }

    /// The node's title, or its id.
    func title(ofNode id: String) -> String {
        let (old, new) = (difference.difference.old, difference.difference.new)
        let plan = new.node(id) == nil ? old : new
        return plan.node(id).flatMap {
            plan.nodes[$0].texts.title?.text(in: difference.spoken.asked)
        } ?? id
    }

    /// The changes of a step, as in `change 5` or `changes 4, 5`.
    func numbers(of step: Int) -> String {
        let changes = steps.all[step].changes
        let numbers = Phrase(changes.map(difference.number(of:)).joined(separator: ", "))
        return changes.count == 1
            ? phrases.impactChange(number: numbers).plain
            : phrases.impactChanges(numbers: numbers).plain
    }

    /// The first change of a step in words, and how many it needs besides; of weights all.
    func title(of step: Int) -> String {
        let changes = steps.all[step].changes
        guard let first = changes.first else { return "" }
        if changes.count > 1, let weights = weights(of: step) { return weights }
        let others = changes.count - 1
        let title = difference.title(of: first)
        return others == 0
            ? title.plain : phrases.impactWithMore(title: title, others: others).plain
    }

    /// A score, or why there is none.
    func figure(_ figure: Impact.Figure?) -> String {
        guard let figure else { return "–" }
        if let grade = figure.grade { return grade }
        return figure.score.map { text($0) } ?? word(figure.state)
    }

    /// English says the word that stands in data as well.
    private func word(_ state: State) -> String {
        if phrases.locale == .english { return state.rawValue }
        return switch state {
        case .score: phrases.stateScored
        case .notApplicable: phrases.stateNotApplicable
        case .missing: phrases.stateMissing
        case .excluded: phrases.stateExcluded
        }
    }

    /// The title of a band of one of the editions.
    func band(_ id: String, isNew: Bool) -> String {
        let plan = isNew ? difference.difference.new : difference.difference.old
        let band = plan.bands?.list.first { $0.id == id }
        return band?.title?.text(in: difference.spoken.asked) ?? id
    }

    /// A number with as many digits as all have, or without any for steps between grades.
    func text(_ number: Fixed, isGrade: Bool = false) -> String {
        let digits = isGrade ? 0 : digits
        // A number that rounding would carry beyond its range is shown in full.
        let rounded = (try? number.rounded(to: digits, .halfUp)) ?? number
        return Display.text(rounded, digits: digits)
    }

    /// With its sign, as in `+1.20`.
    func signed(_ number: Fixed, isGrade: Bool = false) -> String {
        let text = text(number, isGrade: isGrade)
        return number.raw > 0 ? "+" + text : text
    }

    /// The parts of a move for print: they add up to the printed move, digit by digit.
    func printed(_ mover: Impact.Mover) -> (move: Fixed, parts: [Fixed])? {
        // Grades lie whole steps apart.
        let digits = mover.new?.grade == nil ? digits : 0
        guard let old = mover.old?.score, let new = mover.new?.score,
            let together = mover.together,
            let before = try? old.rounded(to: digits, .halfUp),
            let after = try? new.rounded(to: digits, .halfUp),
            let move = try? after.subtracting(before)
        else { return nil }
        let parts = [mover.days ?? .zero] + mover.alone.map { $0 ?? .zero } + [together]
        return PrintedPoints.apportion(parts.map { BigFraction($0) }, move, digits)
            .map { (move, $0) }
    }
}
