internal import Glibc
internal import Synchronization

/// A folder into which many files are put, and from which earlier ones are taken away.
///
/// Files do not reach the disk one by one: ``sync()`` sees to all of them. Whoever reads the
/// folder has to be told by one file written last, with ``Folder/write(_:to:)``, that everything
/// is there. Files may be put from several threads.
public final class FolderFilling: Sendable {
    private let root: Descriptor
    /// Folders within, by name with `/` between the parts.
    private let folders = Mutex<[String: Descriptor]>([:])

    /// Opens a folder that is there.
    ///
    /// - Throws: ``FileError`` when it cannot be opened.
    public init(_ folder: Folder) throws(FileError) {
        root = try FileError.told(folder.path) { () throws(SystemError) in try folder.root() }
    }

    /// Puts a file, in the place of one that is there.
    ///
    /// What is there is taken away, not written over: another name of the same file keeps its
    /// bytes. A link or folder is refused.
    ///
    /// - Throws: ``FileError`` when the name is refused or the system does not let us.
    public func put(
        _ name: String, _ fill: (NewFile) throws(FileError) -> Void
    ) throws(FileError) {
        let (folder, last) = try place(of: name, isMade: true)
        let file = try FileError.told(name) { () throws(SystemError) in
            try folder.checkReplaceable(last)
            if folder.kind(of: last) == .file { try folder.removeFile(last) }
            return try folder.opening(last, O_WRONLY | O_CREAT | O_EXCL, mode: 0o666)
        }
        try fill(NewFile(file, name: name))
    }

    /// Takes a file away, and folders above it that hold nothing any more.
    ///
    /// - Throws: ``FileError`` when the name is refused, it is no file, or the system does not let
    ///   us; a file that is not there is what was asked for.
    public func remove(_ name: String) throws(FileError) {
        guard let (folder, last) = try? place(of: name, isMade: false) else { return }
        try FileError.told(name) { () throws(SystemError) in
            switch folder.kind(of: last) {
            case nil: return
            case .file: try folder.removeFile(last)
            case .link: throw SystemError(ELOOP)
            case .folder, .other: throw SystemError(EISDIR)
            }
        }
        removeEmptyFolders(above: name)
    }

    /// Waits until everything that was put has reached the disk.
    public func sync() {
        // One for all is faster than thousands, and all file systems do it.
        Glibc.sync()
    }

    /// The folder that a file lies in, and the file's own name.
    private func place(
        of name: String, isMade: Bool
    ) throws(FileError) -> (folder: Descriptor, last: String) {
        let parts = try FileName.sound(name)
        let outer = parts.dropLast().joined(separator: "/")
        if let known = outer.isEmpty ? root : folders.withLock({ $0[outer] }) {
            return (known, parts[parts.count - 1])
        }
        let folder = try FileError.told(name) { () throws(SystemError) in
            var folder = root
            for part in parts.dropLast() {
                folder = try isMade ? folder.makingFolder(part) : folder.openingFolder(part)
            }
            return folder
        }
        folders.withLock { $0[outer] = folder }
        return (folder, parts[parts.count - 1])
    }

    private func removeEmptyFolders(above name: String) {
        var parts = Array(name.split(separator: "/").map(String.init).dropLast())
        while !parts.isEmpty {
            let path = parts.joined(separator: "/")
            // A folder that still holds something stays, and those above it.
            guard let (outer, last) = try? place(of: path, isMade: false),
                unsafe unlinkat(outer.number, last, AT_REMOVEDIR) == 0
            else { return }
            folders.withLock { $0[path] = nil }
            parts.removeLast()
        }
    }
}
