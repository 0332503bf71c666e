internal import Domain
public import JSON
internal import Methodology

extension DifferenceWording {
    /// The difference for programs: both editions, and every change in the order it is told.
    public var members: [JSON.Member] {
        [
            JSON.Member("from", Self.edition(difference.old, spoken.asked)),
            JSON.Member("to", Self.edition(difference.new, spoken.asked)),
            JSON.Member("changes", .list(difference.told.map(document))),
        ]
    }

    private static func edition(_ plan: Plan, _ language: String?) -> JSON {
        let identity = plan.identity
        return .object([
            JSON.Member("methodology", .text(identity.methodology)),
            JSON.Member("edition", .text(identity.edition)),
            JSON.Member("title", JSON(identity.title?.text(in: language))),
            JSON.Member("status", .text(identity.status.rawValue)),
            JSON.Member("first-day", JSON(identity.from?.description)),
            JSON.Member("last-day", JSON(identity.to?.description)),
            JSON.Member("hash", .text(identity.hash)),
        ])
    }

    private func document(_ position: Int) -> JSON {
        let change = difference.changes[position]
        return .object([
            JSON.Member("number", JSON(numbers[position])),
            JSON.Member("topic", .text(change.topic.rawValue)),
            JSON.Member("action", .text(change.action.rawValue)),
            JSON.Member("kind", .text(change.subject.kind)),
            JSON.Member("id", .text(change.subject.id)),
            JSON.Member("within", .list(change.subject.within.map { .text($0) })),
            JSON.Member("title", JSON(change.subject.title?.text(in: spoken.asked))),
            JSON.Member("key", JSON(change.key)),
            JSON.Member("parts", .list(change.parts.map(Self.part))),
            JSON.Member("old-basis", .list(change.oldBasis.map { JSON($0) })),
            JSON.Member("new-basis", .list(change.newBasis.map { JSON($0) })),
            JSON.Member("same-rule", JSON(change.sameRule)),
        ])
    }

    private static func part(_ part: Change.Part) -> JSON {
        .object([
            JSON.Member("path", .list(part.path.map { .text($0) })),
            JSON.Member("old", JSON(part.old)), JSON.Member("new", JSON(part.new)),
        ])
    }
}
