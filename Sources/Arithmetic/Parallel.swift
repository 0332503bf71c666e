internal import Dispatch
internal import Synchronization

/// Spreads work over cores; the only place that does.
///
/// The results do not depend on the number of threads, because the pieces do not: see
/// decision 3.
public enum Parallel {
    /// Cuts `0..<count` into pieces and maps each of them.
    ///
    /// Work that can fail returns a `Result`; the caller takes the first failure in order.
    ///
    /// - Parameters:
    ///   - count: How many items there are; 0 and below give no pieces.
    ///   - chunk: Items in a piece, the last one perhaps fewer; below 1 counts as 1.
    ///   - threads: At most so many at a time; `nil` uses all cores; 1 and below, like a single
    ///     piece, stay on the caller's thread.
    ///   - body: Maps one piece; must not depend on other pieces.
    /// - Returns: The results in the order of the pieces.
    public static func map<T: Sendable>(
        _ count: Int, chunk: Int, threads: Int? = nil, _ body: @Sendable (Range<Int>) -> T
    ) -> [T] {
        let cut = Cut(count: count, chunk: chunk)
        let pieces = cut.pieces
        let lanes = min(threads ?? pieces, pieces)
        guard lanes > 1 else { return (0..<pieces).map { body(cut[$0]) } }
        return unsafe [T](unsafeUninitializedCapacity: pieces) { buffer, filled in
            nonisolated(unsafe) let results = unsafe buffer
            DispatchQueue.concurrentPerform(iterations: lanes) { lane in
                for piece in stride(from: lane, to: pieces, by: lanes) {
                    unsafe results.initializeElement(at: piece, to: body(cut[piece]))
                }
            }
            filled = pieces
        }
    }

    /// Cuts `0..<count` into pieces, makes something of each, and hands that on in order.
    ///
    /// While one piece is handed on, others are made. Never more of them are held than there are
    /// threads, so that a large whole is written without being in memory.
    ///
    /// - Parameters:
    ///   - count: How many items there are; 0 and below give no pieces.
    ///   - chunk: Items in a piece, the last one perhaps fewer; below 1 counts as 1.
    ///   - threads: At most so many at a time; `nil` uses all cores; 1 and below, like a single
    ///     piece, stay on the caller's thread.
    ///   - make: Makes one piece; must not depend on other pieces.
    ///   - take: Takes what was made, one piece after the other, on any of the threads.
    /// - Throws: What `take` throws; it is not called again after that.
    public static func stream<Piece: Sendable, Problem: Error>(
        _ count: Int, chunk: Int, threads: Int? = nil,
        making make: @Sendable (Range<Int>) -> Piece,
        taking take: @Sendable (Piece) throws(Problem) -> Void
    ) throws(Problem) {
        let cut = Cut(count: count, chunk: chunk)
        let next = Atomic(0)
        try stream(
            threads: min(threads ?? cut.pieces, cut.pieces),
            drawing: { () throws(Problem) in
                let piece = next.wrappingAdd(1, ordering: .relaxed).oldValue
                return piece < cut.pieces ? cut[piece] : nil
            }, making: make, taking: take)
    }

    /// Draws items one after the other, makes something of each, and hands that on in order.
    ///
    /// While one item is drawn, or what was made of another is handed on, more is made of others.
    /// Never more of them are held than there are threads.
    ///
    /// - Parameters:
    ///   - threads: At most so many at a time; `nil` uses all cores; 1 and below stay on the
    ///     caller's thread.
    ///   - next: Draws the next item, `nil` at the end, on any of the threads but never on two.
    ///   - make: Makes something of an item; must not depend on other items.
    ///   - take: Takes what was made, one piece after the other, on any of the threads.
    /// - Throws: What `next` or `take` throws, whichever comes first in the order of the items;
    ///   neither is called again after that, save that a few more items may be drawn.
    public static func stream<Item: Sendable, Piece: Sendable, Problem: Error>(
        threads: Int? = nil,
        drawing next: @Sendable () throws(Problem) -> Item?,
        making make: @Sendable (Item) -> Piece,
        taking take: @Sendable (Piece) throws(Problem) -> Void
    ) throws(Problem) {
        let lanes = min(threads ?? most, most)
        guard lanes > 1 else {
            while let item = try next() { try take(make(item)) }
            return
        }
        let line = Mutex(Line())
        let problem = Mutex<Problem?>(nil)
        DispatchQueue.concurrentPerform(iterations: lanes) { _ in
            while true {
                let turn = line.withLock { $0.turn(next) }
                guard let turn else { return }
                let made = turn.item.map { problem.withLock { $0 == nil } ? make($0) : nil }
                turn.before.wait()
                defer { turn.after.signal() }
                guard problem.withLock({ $0 == nil }) else { continue }
                do throws(Problem) {
                    if let made = try made.get() { try take(made) }
                } catch {
                    problem.withLock { $0 = error }
                    line.withLock { $0.isEnded = true }
                }
            }
        }
        if let problem = problem.withLock({ $0 }) { throw problem }
    }

    /// More lanes than any machine has cores: those that find no core find nothing to do later.
    private static let most = 256

    /// Those who wait for what comes before them in order.
    private struct Line {
        var isEnded = false
        /// Signals when whoever stands last is done.
        private var last: DispatchSemaphore

        init() {
            last = DispatchSemaphore(value: 0)
            last.signal()
        }

        /// An item, or why there is none, and its place in the order.
        struct Turn<Item, Problem: Error> {
            let item: Result<Item, Problem>
            let before: DispatchSemaphore
            let after: DispatchSemaphore
        }

        /// Draws the next item; whoever stood before it is under way, so waiting ends.
        mutating func turn<Item, Problem: Error>(
            _ next: () throws(Problem) -> Item?
        ) -> Turn<Item, Problem>? {
            guard !isEnded else { return nil }
            let item: Result<Item, Problem>
            do throws(Problem) {
                guard let drawn = try next() else {
                    isEnded = true
                    return nil
                }
                item = .success(drawn)
            } catch {
                isEnded = true
                item = .failure(error)
            }
            let before = last
            last = DispatchSemaphore(value: 0)
            return Turn(item: item, before: before, after: last)
        }
    }

    /// `0..<count` in pieces of the same size, the last one perhaps smaller.
    private struct Cut: Sendable {
        let count: Int
        let size: Int
        let pieces: Int

        init(count: Int, chunk: Int) {
            self.count = count
            size = max(chunk, 1)
            pieces = count > 0 ? (count - 1) / size + 1 : 0
        }

        subscript(piece: Int) -> Range<Int> {
            let start = piece * size
            return start..<(count - start > size ? start + size : count)
        }
    }
}
