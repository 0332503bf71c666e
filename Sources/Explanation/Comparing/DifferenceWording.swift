public import Domain
public import Locales
public import Methodology

/// Says in words what differs between two editions, in one language.
public struct DifferenceWording: Sendable {
    /// What is spoken of.
    public let difference: EditionDifference
    /// The language of titles, and of our own words.
    public let spoken: SpokenLanguage
    /// Our own words.
    let phrases: Phrases
    /// By the position of a change, the number it is told under, from 1.
    let numbers: [Int: Int]

    /// A wording for a difference; our own words are English where we do not speak the language.
    public init(_ difference: EditionDifference, language: String? = nil) {
        self.difference = difference
        spoken = SpokenLanguage(language)
        phrases = Phrases(spoken.locale)
        numbers = Dictionary(
            uniqueKeysWithValues: difference.told.enumerated().map { ($0.element, $0.offset + 1) })
    }

    /// Changes that belong together, under a heading.
    public struct Section: Sendable {
        /// As in `Weights`.
        public let heading: String
        /// Lines for each change, those after the first indented.
        public let changes: [[String]]
    }

    /// Everything that differs, in the order in which it is told.
    public var sections: [Section] {
        Change.Topic.allCases.compactMap { topic in
            let positions = difference.told.filter { difference.changes[$0].topic == topic }
            guard !positions.isEmpty else { return nil }
            return Section(heading: heading(topic), changes: positions.map(lines))
        }
    }

    /// What changes of a topic stand under, as in `Weights`.
    public func heading(_ topic: Change.Topic) -> String {
        switch topic {
        case .edition: phrases.differenceOfEdition
        case .nodes: phrases.differenceOfNodes
        case .weights: phrases.differenceOfWeights
        case .formulas: phrases.differenceOfFormulas
        case .parameters: phrases.differenceOfParameters
        case .scores: phrases.differenceOfScores
        case .policies: phrases.differenceOfPolicies
        case .bands: phrases.differenceOfBands
        case .evidence: phrases.differenceOfEvidence
        case .sources: phrases.differenceOfSources
        case .texts: phrases.differenceOfTexts
        }
    }

    /// What became of something, as in `added`.
    func word(_ action: Change.Action) -> String {
        switch action {
        case .added: phrases.changeAdded
        case .removed: phrases.changeRemoved
        case .changed: phrases.changeChanged
        case .moved: phrases.changeMoved
        }
    }

    /// How a number in front of a change is written.
    public func number(of position: Int) -> String { "\(numbers[position] ?? 0)" }

    // MARK: One change

    /// The change on one line, as in `Staff turnover (turnover), in Total: weight`.
    public func title(of position: Int) -> Phrase {
        let change = difference.changes[position]
        let subject = subject(change.subject)
        guard let key = change.key.map(phrases.word) else {
            return "\(subject)\(phrases.colon)\(word(change.action))"
        }
        if change.subject.id.isEmpty {
            return subject.isEmpty ? Phrase(key) : "\(subject), \(key)"
        }
        return change.key == "value" && change.subject.kind == "parameter"
            ? subject : "\(subject)\(phrases.colon)\(key)"
    }

    /// What is changed, as in `Answers in time (answers), in Total › Service`.
    func subject(_ subject: Change.Subject) -> Phrase {
        let title = text(subject.title)
        switch subject.kind {
        case "edition": return ""
        case "node":
            let name = title.map { "\($0) (\(subject.id))" } ?? Phrase(subject.id)
            guard !subject.within.isEmpty else { return name }
            return name + ", " + phrases.differenceWithin(path: path(subject.within))
        default:
            let kind = phrases.word(subject.kind)
            guard !subject.id.isEmpty else { return Phrase(kind) }
            var unit: Phrase = ""
            if let word = subject.unit, word != "number" {
                unit = ", " + phrases.differenceInUnit(unit: Phrase(phrases.word(word)))
            }
            // A parameter of an indicator is named with it, a field with its table.
            if subject.kind == "parameter", let owner = subject.within.last {
                return phrases.differenceParameterOf(id: Phrase(subject.id), owner: Phrase(owner))
                    + unit
            }
            let id = (subject.within + [subject.id]).joined(separator: ".")
            return "\(kind) \(id)" + (title.map { " (\($0))" } ?? "") + unit
        }
    }

    private func path(_ nodes: [String]) -> Phrase {
        nodes.map { id -> Phrase in
            let plan = difference.new.node(id) == nil ? difference.old : difference.new
            return plan.node(id).flatMap { text(plan.nodes[$0].texts.title) } ?? Phrase(id)
        }.joined(separator: " › ")
    }

    /// Where a node stood before it was moved.
    func move(_ change: Change) -> Phrase {
        let old = difference.old
        var above: [Phrase] = []
        var node = old.node(change.subject.id).flatMap { old.nodes[$0].parent }
        while let position = node {
            let parent = old.nodes[position]
            above.insert(text(parent.texts.title) ?? Phrase(parent.id), at: 0)
            node = parent.parent
        }
        return phrases.differenceStoodIn(path: above.joined(separator: " › "))
    }

    /// Whose rule it has under another id; `nil` for all others.
    func sameRule(_ change: Change) -> Phrase? {
        change.sameRule.map { other in
            change.action == .added
                ? phrases.differenceSameRuleAsRemoved(id: Phrase(other))
                : phrases.differenceSameRuleAsAdded(id: Phrase(other))
        }
    }

    /// A text in the language; one that lacks it is marked with the language it stands in.
    public func text(_ map: LanguageMap?) -> Phrase? { spoken.phrase(map) }
}

extension Phrases {
    /// What stands between a name and what is said of it.
    var colon: String { locale == .french ? "\u{202F}: " : ": " }
}
