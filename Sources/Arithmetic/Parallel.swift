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
        let lanes = min(threads ?? cut.pieces, cut.pieces)
        guard lanes > 1 else {
            for piece in 0..<cut.pieces { try take(make(cut[piece])) }
            return
        }
        let next = Atomic(0)
        let problem = Mutex<Problem?>(nil)
        // A piece waits for its turn; pieces are begun in order, so the one before it is under way.
        let turns = (0...cut.pieces).map { _ in DispatchSemaphore(value: 0) }
        turns[0].signal()
        DispatchQueue.concurrentPerform(iterations: lanes) { _ in
            while true {
                let piece = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard piece < cut.pieces else { return }
                let made = problem.withLock { $0 == nil } ? make(cut[piece]) : nil
                turns[piece].wait()
                if let made, problem.withLock({ $0 == nil }) {
                    do throws(Problem) { try take(made) } catch {
                        problem.withLock { $0 = error }
                    }
                }
                turns[piece + 1].signal()
            }
        }
        if let problem = problem.withLock({ $0 }) { throw problem }
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
