/// A folder that can be read: given by the file system, by the program itself or by a test.
public protocol Source: Sendable {
    /// The files' names relative to the folder, with `/` between parts, sorted.
    ///
    /// - Throws: ``SourceError`` when the folder cannot be listed.
    func names() throws(SourceError) -> [String]

    /// Opens a file for reading from its beginning.
    ///
    /// - Throws: ``SourceError`` when there is no such file or it may not be read.
    func open(_ name: String) throws(SourceError) -> any ByteStream
}

/// The bytes of a file, in pieces.
public protocol ByteStream: AnyObject {
    /// The next bytes, at most so many; empty at the end.
    ///
    /// - Throws: ``SourceError`` when reading fails.
    func read(atMost count: Int) throws(SourceError) -> [UInt8]
}

/// Why a file could not be read.
public struct SourceError: Error, Hashable, Sendable {
    /// What happened.
    public enum Reason: Hashable, Sendable {
        /// There is no such file or folder.
        case absent
        /// It is there and may not or cannot be read; the system's words.
        case unreadable(String)
        /// The name leaves the folder, is a link or an address; the words say which.
        case refused(String)
        /// It is longer than allowed; the limit in bytes.
        case tooLarge(limit: Int)
    }

    /// The name that was asked for.
    public let name: String
    /// What happened.
    public let reason: Reason

    /// Makes an error from its parts.
    public init(name: String, reason: Reason) {
        self.name = name
        self.reason = reason
    }
}

extension Source {
    /// All bytes of a file that is known to be small.
    ///
    /// - Throws: ``SourceError``, also when the file is longer than the limit in bytes.
    public func bytes(of name: String, limit: Int) throws(SourceError) -> [UInt8] {
        let stream = try open(name)
        var bytes: [UInt8] = []
        while true {
            let next = try stream.read(atMost: 1 << 20)
            if next.isEmpty { return bytes }
            bytes += next
            guard bytes.count <= limit else {
                throw SourceError(name: name, reason: .tooLarge(limit: limit))
            }
        }
    }
}

/// A folder held in memory, as for the editions within the program and for tests.
public struct MemorySource: Source {
    private let files: [String: [UInt8]]

    /// From names and texts.
    public init(_ files: [String: String]) {
        self.files = files.mapValues { Array($0.utf8) }
    }

    /// From names and bytes, which need not be text.
    public init(bytes files: [String: [UInt8]]) { self.files = files }

    /// The names, sorted.
    public func names() -> [String] { files.keys.sorted() }

    /// Opens one of the files.
    public func open(_ name: String) throws(SourceError) -> any ByteStream {
        guard let bytes = files[name] else { throw SourceError(name: name, reason: .absent) }
        return MemoryStream(bytes)
    }
}

private final class MemoryStream: ByteStream {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { rest = bytes[...] }

    func read(atMost count: Int) -> [UInt8] {
        defer { rest = rest.dropFirst(count) }
        return Array(rest.prefix(count))
    }
}
