public import Domain
internal import Glibc

/// A folder of the file system, beyond which nothing is read or written.
///
/// Names have `/` between their parts. Links, `..`, absolute names and addresses are refused.
public struct Folder: Source {
    /// The most names that are listed.
    public static let mostNames = 100_000
    /// How deep folders may be nested.
    public static let deepest = 50

    /// Where the folder is, as it was given.
    public let path: String

    /// The folder at the path; whether it is there shows when it is used.
    public init(_ path: String) {
        self.path = path
    }

    /// The names of all files, links and other things but folders, sorted.
    ///
    /// What begins with a dot, such as `.git` and `.build`, is hidden: it is left out.
    ///
    /// - Throws: ``SourceError``, also when there are more than ``mostNames`` or folders are
    ///   nested deeper than ``deepest``.
    public func names() throws(SourceError) -> [String] { try names(atMost: Self.mostNames) }

    /// The same with another limit than ``mostNames``.
    public func names(atMost most: Int) throws(SourceError) -> [String] {
        let root: Descriptor
        do {
            root = try self.root()
        } catch {
            throw SourceError(error, name: path)
        }
        var listing = Listing(atMost: most)
        try listing.add(root, prefix: "", depth: 1)
        return listing.names.sorted()
    }

    /// Opens a file for reading from its beginning.
    ///
    /// - Throws: ``SourceError`` when the name is refused, there is no such file, or it may not
    ///   be read.
    public func open(_ name: String) throws(SourceError) -> any ByteStream {
        let parts: [String]
        switch FileName.parts(of: name) {
        case .success(let sound): parts = sound
        case .failure(let refusal):
            throw SourceError(name: name, reason: .refused(refusal.words))
        }
        do {
            return FileStream(try file(parts), name: name)
        } catch {
            throw SourceError(error, name: name)
        }
    }

    private func file(_ parts: [String]) throws(SystemError) -> Descriptor {
        var folder = try root()
        for part in parts.dropLast() { folder = try folder.openingFolder(part) }
        // Without O_NONBLOCK a named pipe would keep us waiting for somebody to write.
        let file = try folder.opening(parts[parts.count - 1], O_RDONLY | O_NONBLOCK)
        switch file.kind {
        case .file: return file
        case .folder: throw SystemError(EISDIR)
        default: throw SystemError(ENXIO)
        }
    }

    func root() throws(SystemError) -> Descriptor {
        guard !path.utf8.contains(0) else { throw SystemError(ENOENT) }
        return try Descriptor.folder(path)
    }
}

extension SourceError {
    init(_ problem: SystemError, name: String) {
        let reason: Reason =
            switch problem.number {
            case ELOOP: .refused("it is or goes through a link")
            case EISDIR: .refused("it is a folder")
            case ENXIO: .refused("it is not a file")
            case ENOENT, ENOTDIR: .absent
            default: .unreadable(problem.words)
            }
        self.init(name: name, reason: reason)
    }
}

/// The bytes of an open file.
private final class FileStream: ByteStream {
    private let file: Descriptor
    private let name: String

    init(_ file: Descriptor, name: String) {
        self.file = file
        self.name = name
    }

    func read(atMost count: Int) throws(SourceError) -> [UInt8] {
        var problem: SystemError?
        let number = file.number
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: max(count, 0)) { buffer, filled in
            var result = 0
            repeat {
                result = unsafe Glibc.read(number, buffer.baseAddress, buffer.count)
            } while result < 0 && errno == EINTR
            if result < 0 { problem = SystemError(errno) }
            filled = max(result, 0)
        }
        if let problem { throw SourceError(name: name, reason: .unreadable(problem.words)) }
        return bytes
    }
}
