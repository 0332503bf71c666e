internal import Arithmetic
internal import Synchronization

/// Bytes that are made piece by piece as they go out, and are never in memory as a whole.
public struct PiecedBytes: Sendable {
    /// What stands before the pieces.
    private let head: [UInt8]
    /// How many items the pieces are cut from.
    private let count: Int
    /// Items in a piece.
    private let chunk: Int
    private let threads: Int?
    private let make: @Sendable (Range<Int>) -> [UInt8]
    /// What stands after the pieces.
    private let tail: [UInt8]

    /// Bytes that are there already.
    public init(_ bytes: [UInt8]) {
        self.init(head: bytes, count: 0, chunk: 1, threads: 1, tail: []) { _ in [] }
    }

    /// Bytes that are made.
    ///
    /// - Parameters:
    ///   - head: What stands before the pieces.
    ///   - count: How many items the pieces are cut from.
    ///   - chunk: Items in a piece.
    ///   - threads: At most so many; `nil` uses all cores.
    ///   - tail: What stands after the pieces.
    ///   - make: Makes the piece of some items; must not depend on other pieces.
    public init(
        head: [UInt8], count: Int, chunk: Int, threads: Int?, tail: [UInt8],
        _ make: @escaping @Sendable (Range<Int>) -> [UInt8]
    ) {
        self.head = head
        self.count = count
        self.chunk = chunk
        self.threads = threads
        self.tail = tail
        self.make = make
    }

    /// Hands the bytes on in their order, one piece after the other, while others are made.
    ///
    /// - Parameter take: Takes the next bytes, on any thread.
    /// - Throws: What `take` throws; then nothing further is handed on.
    public func send<Problem: Error>(
        to take: @Sendable ([UInt8]) throws(Problem) -> Void
    ) throws(Problem) {
        if !head.isEmpty { try take(head) }
        try Parallel.stream(count, chunk: chunk, threads: threads, making: make, taking: take)
        if !tail.isEmpty { try take(tail) }
    }

    /// All of them at once.
    public var bytes: [UInt8] {
        if count == 0 { return head + tail }
        let all = Mutex<[UInt8]>([])
        send { piece in all.withLock { $0 += piece } }
        return all.withLock { $0 }
    }

    /// The same with more after the tail.
    func adding(_ more: [UInt8]) -> PiecedBytes {
        PiecedBytes(
            head: head, count: count, chunk: chunk, threads: threads, tail: tail + more, make)
    }

    /// The same with something made of each piece, the head and the tail.
    public func mapped(_ change: @escaping @Sendable ([UInt8]) -> [UInt8]) -> PiecedBytes {
        let make = make
        return PiecedBytes(
            head: change(head), count: count, chunk: chunk, threads: threads, tail: change(tail)
        ) { change(make($0)) }
    }
}
