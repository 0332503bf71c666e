internal import Arithmetic
internal import Domain
internal import Locales
internal import Methodology

/// Numbers, days and words of the rules, as parts of sentences.
extension RuleWording {
    /// A number with all its digits.
    func figure(_ number: Fixed) -> Phrase { figure(exact: number.description) }

    /// A number in plain digits, or a fraction.
    func figure(exact: String) -> Phrase { .figure(exact: exact, shown: locale.decimal(exact)) }

    /// As in `40 %`, or `2/3` where that does not end.
    func share(_ share: Fraction) -> Phrase {
        let hundred = Fraction(numerator: 100, denominator: 1)
        let percent = try? share.multiplied(by: hundred).reduced.description
        guard let percent, !percent.contains("/") else { return figure(exact: share.description) }
        return self.percent(percent, exact: share.description)
    }

    /// A percent sign after digits.
    func percent(_ digits: String, exact: String) -> Phrase {
        let space = locale == .english ? " " : "\u{202F}"
        return .figure(exact: exact, shown: locale.decimal(digits) + space + "%")
    }

    /// A number in its unit, as in `15 days`, `40 %`, `1000 KZT`.
    func amount(_ number: Fraction, _ type: ValueType) -> Phrase {
        let exact = number.description
        switch type {
        case .share: return share(number)
        case .percent where !exact.contains("/"): return percent(exact, exact: exact)
        case .days:
            // What is no whole number takes the form of two: 2.5 days.
            return phrases.formulaDays(number: figure(exact: exact), days: Int(exact) ?? 2)
        case .money(let currency): return "\(figure(exact: exact)) \(Phrase.code(currency))"
        case .number, .percent, .count, .date, .period, .code, .text, .flag:
            return figure(exact: exact)
        }
    }

    /// A day in words.
    func day(_ day: Day) -> Phrase {
        .figure(exact: day.description, shown: locale.date(day))
    }

    /// A score of a node, or its grade.
    func score(_ score: Fixed, of node: Node) -> Phrase {
        node.grade(score).map { .figure(exact: $0, shown: $0) } ?? figure(score)
    }

    /// What happens to what is cut off.
    func mode(_ mode: Rounding) -> Phrase {
        switch mode {
        case .halfUp: Phrase(phrases.modeHalfUp)
        case .halfEven: Phrase(phrases.modeHalfEven)
        case .halfDown: Phrase(phrases.modeHalfDown)
        case .up: Phrase(phrases.modeUp)
        case .down: Phrase(phrases.modeDown)
        case .nearestCandidate: Phrase(phrases.modeNearestCandidate)
        }
    }

    /// A state for people.
    func state(_ rule: Node.EmptyRule) -> Phrase {
        switch rule {
        case .notApplicable: Phrase(phrases.stateNotApplicable)
        case .missing: Phrase(phrases.stateMissing)
        case .excluded: Phrase(phrases.stateExcluded)
        }
    }

    /// A name in the quotes of the language.
    func quoted(_ name: Phrase) -> Phrase { phrases.formulaQuoted(name: name) }

    /// The title of what is handed in, or its id, in quotes.
    func name(of field: Field) -> Phrase { quoted(phrase(field.title) ?? .code(field.id)) }

    /// The title of a table, or its id, in quotes.
    func name(ofTable table: Int) -> Phrase {
        let schema = plan.schema.tables[table]
        return quoted(phrase(schema.title) ?? .code(schema.id))
    }

    /// A type in words, as in `percent`.
    func word(_ type: ValueType) -> Phrase {
        switch type {
        case .number: Phrase(phrases.typeNumber)
        case .share: Phrase(phrases.typeShare)
        case .percent: Phrase(phrases.typePercent)
        case .count: Phrase(phrases.typeCount)
        case .money(let currency): phrases.typeMoney(currency: .code(currency))
        case .days: Phrase(phrases.typeDays)
        case .date: Phrase(phrases.typeDate)
        case .period: Phrase(phrases.typePeriod)
        case .code: Phrase(phrases.typeCode)
        case .text: Phrase(phrases.typeText)
        case .flag: Phrase(phrases.typeFlag)
        }
    }
}

extension Phrase {
    /// With a capital where it begins with a word of our own.
    var capitalised: Phrase {
        guard case .text(let words)? = parts.first, let first = words.first else { return self }
        return Phrase([.text(first.uppercased() + words.dropFirst())] + parts.dropFirst())
    }

    /// Within parentheses.
    var grouped: Phrase { "(\(self))" }
}
