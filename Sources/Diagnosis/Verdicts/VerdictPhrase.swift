public import Domain
public import Methodology

/// One part of what a verdict says, in the words of the edition.
public enum VerdictPhrase: Hashable, Sendable {
    /// The title of the highest stage that is attained, by its position.
    case attained(Int)
    /// What is said of a stage that is not attained, by its position.
    case said(Stages.Phrase, of: Int)

    /// Its words; `nil` where the edition has none, or no such stage.
    public func words(_ rule: Stages) -> LanguageMap? {
        switch self {
        case .attained(let stage):
            rule.list.indices.contains(stage) ? rule.list[stage].title : nil
        case .said(let phrase, of: let stage):
            rule.list.indices.contains(stage) ? rule.list[stage].phrases[phrase] : nil
        }
    }
}

extension Verdict {
    /// What it says: first the head, then what there is of each higher stage; empty where there is
    /// no verdict.
    ///
    /// Only the stage right above an attained one is said to be in transition; of others with as
    /// much, and of those without an attained one, it says that there are elements.
    public var phrases: [VerdictPhrase] {
        guard isRated, let first = standings.first else { return [] }
        let attained = attained
        var phrases: [VerdictPhrase] = []
        if attained > 0 {
            phrases.append(.attained(attained - 1))
        } else {
            let isEmerging = first == .presence(.transition) || first == .presence(.elements)
            phrases.append(.said(isEmerging ? .emerging : .before, of: 0))
        }
        for stage in standings.indices.dropFirst(max(attained, 1)) {
            let isNext = attained > 0 && stage == attained
            switch standings[stage] {
            case .presence(.transition):
                phrases.append(.said(isNext ? .transition : .elements, of: stage))
            case .presence(.elements): phrases.append(.said(.elements, of: stage))
            case .presence(.isolated): phrases.append(.said(.isolated, of: stage))
            case .notAssessed: phrases.append(.said(.notAssessed, of: stage))
            case .presence(.none), .attained: continue
            }
        }
        return phrases
    }

    /// What it says, as in `professional with elements of strategic`; `nil` where there is no
    /// verdict, of which the program tells ``assessed`` and ``cells`` in its own words.
    ///
    /// Where a phrase lacks the language, the first one written stands.
    public func text(_ rule: Stages, in language: String?) -> String? {
        let words = phrases.map { phrase in
            phrase.words(rule)?.text(in: language) ?? phrase.id(rule)
        }
        guard let head = words.first else { return nil }
        let tail = words.dropFirst().joined(separator: ", ")
        return tail.isEmpty ? head : "\(head) \(tail)"
    }
}

extension VerdictPhrase {
    /// What stands for words that the edition lacks, as in `strategic: isolated`.
    func id(_ rule: Stages) -> String {
        switch self {
        case .attained(let stage):
            rule.list.indices.contains(stage) ? rule.list[stage].id : "\(stage + 1)"
        case .said(let phrase, of: let stage):
            "\(VerdictPhrase.attained(stage).id(rule)): \(phrase.rawValue)"
        }
    }
}
