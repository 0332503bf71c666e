internal import Arithmetic
internal import Domain
internal import Evidence
internal import Expressions
public import Locales
internal import Methodology
internal import Scoring

/// Figures, days and what others wrote, as parts of sentences.
extension Wording {
    /// A number with all its digits.
    func figure(_ number: Fixed) -> Phrase { figure(exact: number.description) }

    /// A share or a factor, as in `2/3` or `0.4`.
    func figure(_ fraction: Fraction) -> Phrase { figure(exact: fraction.description) }

    /// A whole number.
    func figure(_ count: Int) -> Phrase { figure(exact: String(count)) }

    /// A number that is shown with other digits than it has, both plain.
    func figure(_ number: Fixed, shown: String) -> Phrase {
        .figure(exact: number.description, shown: locale.decimal(shown))
    }

    private func figure(exact: String) -> Phrase {
        .figure(exact: exact, shown: locale.decimal(exact))
    }

    /// As in `40 %`; `plain` are the digits that are shown before the sign.
    func percent(_ share: Fraction, _ plain: String) -> Phrase {
        .figure(
            exact: share.description,
            shown: locale == .english ? locale.decimal(plain) + " %" : locale.percent(plain))
    }

    /// A score of a node with all its digits, or its grade.
    func score(_ score: Fixed, of node: Node) -> Phrase {
        node.grade(score).map(grade) ?? figure(score)
    }

    /// The score of a node as it is shown everywhere, its grade or its mark; `nil` without one.
    public func score(of node: Int, at unit: Int, _ display: Display) -> Phrase? {
        guard let shown = display.score(of: node, at: unit),
            let score = assessment.columns[node]?.score(at: unit)
        else { return nil }
        if let grade = assessment.plan.nodes[node].grade(score) {
            return .figure(exact: grade, shown: shown)
        }
        return figure(score, shown: shown)
    }

    /// A grade, which is a figure as a score is.
    func grade(_ word: String) -> Phrase { .figure(exact: word, shown: word) }

    /// What somebody wrote in a language that nobody told.
    func given(_ text: String) -> Phrase { Phrase([.foreign(text, tag: "und")]) }

    /// A name with what there is to say of it, as in `Letters: equally`.
    func named(_ name: Phrase, _ text: Phrase) -> Phrase { phrases.named(name: name, text: text) }

    /// Two statements.
    func then(_ first: Phrase, _ second: Phrase) -> Phrase {
        phrases.then(first: first, second: second)
    }

    /// A day, in English as it stands in files unless days are long.
    func day(_ day: Day) -> Phrase {
        if hasLongDays { return Phrase(locale.date(day)) }
        return Phrase(locale == .english ? day.description : locale.shortDate(day))
    }

    /// The period of the edition's form with an index.
    func periodName(_ index: Int) -> Phrase { Phrase(period(index)) }

    /// The period that a unit belongs to.
    func periodName(of unit: Int) -> Phrase { Phrase(period(of: unit)) }

    /// An input's value or what a formula comes to; blanks in brackets.
    func figure(_ figure: Figure) -> Phrase {
        switch figure {
        case .number(let number): self.figure(number)
        case .blank, .none: Phrase(Substitution.blank(figure, phrases))
        case .flag, .day, .period, .text: .code(Substitution.text(figure))
        }
    }
}
