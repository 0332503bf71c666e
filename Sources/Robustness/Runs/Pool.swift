internal import Synchronization

/// Things that are used by one thread after the other and are costly to make.
package final class Pool<Item: Sendable>: Sendable {
    private let idle = Mutex<[Item]>([])

    package init() {}

    /// Works with an item that nobody else works with; makes one where none is idle.
    package func use<Result>(
        making make: () -> Item, _ work: (inout Item) -> Result
    ) -> Result {
        var item = idle.withLock { $0.popLast() } ?? make()
        defer { idle.withLock { [item] in $0.append(item) } }
        return work(&item)
    }
}
