internal import Dispatch

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
        guard count > 0 else { return [] }
        let size = max(chunk, 1)
        let pieces = (count - 1) / size + 1
        @Sendable func range(_ piece: Int) -> Range<Int> {
            let start = piece * size
            return start..<(count - start > size ? start + size : count)
        }
        let lanes = min(threads ?? pieces, pieces)
        guard lanes > 1 else { return (0..<pieces).map { body(range($0)) } }
        return unsafe [T](unsafeUninitializedCapacity: pieces) { buffer, filled in
            nonisolated(unsafe) let results = unsafe buffer
            DispatchQueue.concurrentPerform(iterations: lanes) { lane in
                for piece in stride(from: lane, to: pieces, by: lanes) {
                    unsafe results.initializeElement(at: piece, to: body(range(piece)))
                }
            }
            filled = pieces
        }
    }
}
