public import Locales
public import Methodology

/// One change as a page tells it: what it is about, then each part that differs, old beside new.
public struct ToldChange: Sendable {
    /// Its position among the changes of the difference.
    public let position: Int
    /// The number it is told under, from 1.
    public let number: Int
    /// What it belongs to.
    public let topic: Change.Topic
    /// What is changed, as in `Answers in time (answers), in Total › Service`.
    public let subject: Phrase
    /// What of it, as in `weight`, or what became of it as a whole, as in `added`; may be empty.
    public let aspect: String
    /// In the order of the new edition.
    public let rows: [Row]
    /// Where it stood, whose rule it has, and on what it rests.
    public let notes: [Phrase]

    /// A part of the rule that differs.
    public struct Row: Sendable {
        /// The keys that lead to it, as in `from 2025-01-01`; empty for all of the aspect.
        public let name: String
        /// As it was; `nil` where nothing stood.
        public let old: Phrase?
        /// As it is; `nil` where nothing stands.
        public let new: Phrase?
    }
}

extension DifferenceWording {
    /// Everything that differs, in the order in which it is told.
    public var told: [ToldChange] { difference.told.map(told) }

    private func told(_ position: Int) -> ToldChange {
        let change = difference.changes[position]
        let isMoved = change.action == .moved
        var notes = isMoved ? [move(change)] : []
        notes += [sameRule(change)].compactMap { $0 } + grounds(change)
        // What a whole element is called stands in its subject already.
        let isWhole = change.key == nil && !isMoved
        let parts = change.parts.filter { !isWhole || $0.path.first != "title" }
        return ToldChange(
            position: position, number: numbers[position] ?? 0, topic: change.topic,
            subject: subject(change.subject), aspect: aspect(change),
            rows: parts.map { row($0, change) }, notes: notes)
    }

    private func aspect(_ change: Change) -> String {
        guard let key = change.key, !change.isDatedValue else {
            return change.isDatedValue && change.action == .changed ? "" : word(change.action)
        }
        return phrases.word(key)
            + (change.action == .changed ? "" : phrases.colon + word(change.action))
    }

    private func row(_ part: Change.Part, _ change: Change) -> ToldChange.Row {
        let names = part.path.map { word in
            change.isDatedValue
                ? phrases.differenceFromDay(day: Phrase(word)).plain : phrases.word(word)
        }
        return ToldChange.Row(
            name: names.joined(separator: ", "), old: part.old.map { text($0, part, change) },
            new: part.new.map { text($0, part, change) })
    }

    /// Keys under which texts for people stand, each under its language.
    private static let ofTexts: Set<String> = [
        "title", "note", "definition", "reason", "owner", "assessors", "confidence", "source",
        "phrases",
    ]

    /// A rule as it stands in the file; a text for people as such.
    private func text(_ written: String, _ part: Change.Part, _ change: Change) -> Phrase {
        let keys = [change.key].compactMap { $0 } + part.path
        guard let tag = part.path.last, keys.contains(where: Self.ofTexts.contains) else {
            return .code(written)
        }
        // The last key is a language unless the text stands alone.
        let isTag = tag.utf8.count == 2 || tag.contains("-")
        return isTag ? spoken.phrase(written, in: tag) : Phrase(written)
    }
}
