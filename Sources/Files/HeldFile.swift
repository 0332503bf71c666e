internal import Glibc
internal import Synchronization

/// A file that one program holds at a time, so that others leave what it stands for alone.
///
/// The hold is the system's, an exclusive `flock(2)`: it ends with the object, and also with the
/// program, however that ends. Where a file system has no locks, everybody holds.
public final class HeldFile: Sendable {
    /// Whether nothing stood under the name before.
    public let isNew: Bool
    private let folder: Folder
    private let name: String
    /// Everything that stood or stands under the name since; each keeps others out.
    private let held: Mutex<[Descriptor]>

    /// Takes hold of a file, made empty when it is not there yet; its bytes stay.
    ///
    /// - Throws: ``FileError``, of the reason ``FileError/Reason/held`` when another holds it.
    public init(_ name: String, in folder: Folder) throws(FileError) {
        let parts = try FileName.sound(name)
        let (file, isNew) = try FileError.told(name) { () throws(SystemError) in
            try folder.making(parts.dropLast()).holding(parts[parts.count - 1])
        }
        self.isNew = isNew
        self.folder = folder
        self.name = name
        held = Mutex([file])
    }

    /// Writes other bytes whole or not at all, and holds them from the first moment.
    ///
    /// - Throws: ``FileError`` when the system does not let us.
    public func write(_ bytes: [UInt8]) throws(FileError) {
        try folder.write(to: name) { (file) throws(FileError) in
            let own = try file.held()
            held.withLock { $0.append(own) }
            try file.append(bytes)
        }
    }

    /// Takes the file away while it is still held; nothing is held any more afterwards.
    ///
    /// - Throws: ``FileError`` when the system does not let us.
    public func remove() throws(FileError) {
        try FolderFilling(folder).remove(name)
        held.withLock { $0 = [] }
    }
}

extension Descriptor {
    /// Opens or makes a file of this folder, and holds it.
    fileprivate func holding(
        _ part: String
    ) throws(SystemError) -> (file: Descriptor, isNew: Bool) {
        for _ in 0..<100 {
            try checkReplaceable(part)
            let isNew = kind(of: part) == nil
            let file = try opening(part, O_RDWR | O_CREAT, mode: 0o666)
            try file.hold()
            // Who held it may have taken it away, and then this is nothing any more.
            if file.identity == identity(of: part) { return (file, isNew) }
        }
        throw SystemError(EWOULDBLOCK)
    }

    /// Keeps others from holding the same.
    func hold() throws(SystemError) {
        while flock(number, LOCK_EX | LOCK_NB) != 0 {
            switch errno {
            case EINTR: continue
            case ENOSYS, ENOLCK, EOPNOTSUPP: return
            default: throw SystemError(errno)
            }
        }
    }
}
