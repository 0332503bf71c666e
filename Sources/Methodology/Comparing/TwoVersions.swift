internal import Diagnostics

/// Two documents in one tree: where they differ stands a switch with the number of its change.
///
/// With no switch turned it is the old document, with all of them the new one.
indirect enum TwoVersions: Sendable {
    /// The same in both.
    case same(YAML)
    /// What stands there before and after the change; `nil` for nothing.
    case switched(Int, old: YAML?, new: YAML?)
    /// Keys, some of which may be absent from one of the documents.
    case mapping([Entry], in: Presence)
    /// Items of a list, likewise.
    case sequence([TwoVersions], in: Presence)

    struct Entry: Sendable {
        let key: String
        let place: Place
        let value: TwoVersions
    }

    /// Where a group or list stands, and whether it is left out when nothing is in it.
    struct Presence: Sendable {
        let place: Place
        let isLeftOutEmpty: Bool
    }

    /// The document with some of the changes made; `nil` where nothing stands.
    func document(with changes: Set<Int>) -> YAML? {
        switch self {
        case .same(let yaml): return yaml
        case .switched(let change, let old, let new): return changes.contains(change) ? new : old
        case .mapping(let entries, let presence):
            let made = entries.compactMap { entry in
                entry.value.document(with: changes).map {
                    YAML.Entry(key: entry.key, keyPlace: entry.place, value: $0)
                }
            }
            if made.isEmpty, presence.isLeftOutEmpty { return nil }
            return YAML(kind: .mapping(made), place: presence.place)
        case .sequence(let items, let presence):
            let made = items.compactMap { $0.document(with: changes) }
            if made.isEmpty, presence.isLeftOutEmpty { return nil }
            return YAML(kind: .sequence(made), place: presence.place)
        }
    }
}
