internal import Domain
internal import Explanation
internal import Locales
internal import Methodology

/// What the page about a difference says.
struct DifferenceModel {
    let told: DifferenceReport.Told
    let texts: Phrases

    init(_ told: DifferenceReport.Told, _ texts: Phrases) {
        self.told = told
        self.texts = texts
    }

    private var difference: EditionDifference { told.difference.difference }

    /// Changes that belong together.
    struct Topic {
        let id: String
        let heading: String
        let changes: [ToldChange]
    }

    /// In the order in which they are told.
    var topics: [Topic] {
        let changes = told.difference.told
        return Change.Topic.allCases.compactMap { topic in
            let own = changes.filter { $0.topic == topic }
            guard !own.isEmpty else { return nil }
            return Topic(
                id: "topic-" + topic.rawValue, heading: told.difference.heading(topic),
                changes: own)
        }
    }

    /// How many changes there are, and of which kinds; or that nothing changes.
    var finding: Phrase {
        let (old, new) = (difference.old.identity, difference.new.identity)
        let topics = topics
        guard !topics.isEmpty else {
            return Phrase(
                old.hash == new.hash ? texts.differenceSameFiles : texts.differenceSameMeaning)
        }
        let names = texts.differenceBetween(old: .code(old.name), new: .code(new.name))
        let count = texts.differenceCount(changes: difference.changes.count)
        return "\(names)\(texts.colon)\(count)."
    }

    /// How many bodies move, period by period; `nil` without evidence.
    var moves: Phrase? {
        guard let impact = told.impact?.impact else { return nil }
        let parts = periods.map { period in
            let moved = Set(impact.movers.filter { $0.period == period }.map(\.body)).count
            return texts.differenceMoves(
                period: Phrase(period.description), moved: moved,
                bodies: impact.bodies(in: period))
        }
        return parts.joined(separator: texts.semicolon) + "."
    }

    /// Both editions with the days they hold for.
    var editions: [(name: String, value: Phrase)] {
        [(texts.differenceOld, difference.old), (texts.differenceNew, difference.new)].map {
            name, plan in
            (
                name,
                texts.differenceEditionInForce(
                    edition: .code(plan.identity.name), days: days(plan.identity))
            )
        }
    }

    private func days(_ identity: Plan.Identity) -> Phrase {
        func date(_ day: Day) -> Phrase { Phrase(texts.locale.date(day)) }
        return switch (identity.from.map(date), identity.to.map(date)) {
        case (let from?, let to?): texts.differenceFromTo(from: from, to: to)
        case (let from?, nil): texts.differenceFrom(from: from)
        case (nil, let to?): texts.differenceUntil(to: to)
        case (nil, nil): Phrase(texts.differenceAlways)
        }
    }

    /// Why ids may mislead; `nil` for two editions of one methodology.
    var warning: String? {
        difference.old.identity.methodology == difference.new.identity.methodology
            ? nil : texts.differenceOtherMethodology
    }

    // MARK: Who moves

    /// So many bodies are listed for a node and period.
    static let mostMovers = 500

    /// What moves, by period as in ``periods``; empty without evidence.
    var impacts: [ToldImpact] {
        guard let impact = told.impact else { return [] }
        return periods.flatMap(impact.told)
    }

    /// Those in which somebody moves first, each time from the latest back.
    private var periods: [Period] {
        guard let impact = told.impact?.impact else { return [] }
        let moved = Set(impact.movers.map(\.period))
        let all = impact.periods.reversed()
        return all.filter(moved.contains) + all.filter { !moved.contains($0) }
    }
}
