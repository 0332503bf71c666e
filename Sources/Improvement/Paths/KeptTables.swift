internal import Synchronization

/// Tables that were made, so that each is made once.
final class KeptTables: Sendable {
    /// What a table is of: positions of bodies, nodes and stages.
    enum Key: Hashable, Sendable {
        case score(body: Int, node: Int)
        case mean(body: Int, stage: Int)
        case stage(body: Int, stage: Int)
        case apparatus(stage: Int, isWhole: Bool)
    }

    private let tables = Mutex<[Key: Table?]>([:])

    /// The table, made where it was not yet; `nil` where there can be none.
    func table(_ key: Key, make: () -> Table?) -> Table? {
        if let known = tables.withLock({ $0[key] }) { return known }
        let made = make()
        tables.withLock { $0[key] = .some(made) }
        return made
    }
}
