internal import Glibc

extension Folder {
    /// The folder at the path, made when it is not there yet.
    ///
    /// - Throws: ``FileError`` when it cannot be made, or something else stands there.
    public static func making(_ path: String) throws(FileError) -> Folder {
        guard !path.utf8.contains(0) else {
            throw FileError(name: path, reason: .refused("it holds a NUL character"))
        }
        var sofar = path.utf8.first == UInt8(ascii: "/") ? "/" : ""
        for part in path.utf8.split(separator: UInt8(ascii: "/")) {
            sofar += String(Substring(part))
            // A folder that is there already is what was asked for; anything else shows below.
            if unsafe mkdir(sofar, 0o777) != 0, errno != EEXIST, errno != EISDIR {
                throw FileError(name: path, reason: .unwritable(SystemError(errno).words))
            }
            sofar += "/"
        }
        do {
            _ = try Descriptor.folder(path)
        } catch {
            throw FileError(name: path, reason: .unwritable(error.words))
        }
        return Folder(path)
    }

    /// Writes a file whole or not at all, making the folders of its name within this folder.
    ///
    /// The bytes go to a new file beside it, reach the disk, and take its place in one step. A
    /// file that is there is replaced; a link or folder is not.
    ///
    /// - Throws: ``FileError`` when the name is refused or the system does not let us.
    public func write(_ bytes: [UInt8], to name: String) throws(FileError) {
        try write(to: name) { (file) throws(FileError) in try file.append(bytes) }
    }

    /// Writes a file piece by piece, and still whole or not at all.
    ///
    /// - Parameters:
    ///   - name: As for ``write(_:to:)``.
    ///   - fill: Appends everything; when it throws, nothing takes the place of the file.
    /// - Throws: ``FileError``, also what `fill` throws.
    public func write(
        to name: String, _ fill: (NewFile) throws(FileError) -> Void
    ) throws(FileError) {
        let parts = try FileName.sound(name)
        let last = parts[parts.count - 1]
        let (folder, file, temporary) = try FileError.told(name) { () throws(SystemError) in
            let folder = try making(parts.dropLast())
            try folder.checkReplaceable(last)
            let (file, temporary) = try folder.temporaryFile()
            return (folder, file, temporary)
        }
        do throws(FileError) {
            try fill(NewFile(file, name: name))
            try FileError.told(name) { () throws(SystemError) in
                try folder.replace(last, with: file, temporary)
            }
        } catch {
            unsafe unlinkat(folder.number, temporary, 0)
            throw error
        }
    }

    /// The folder of those parts within this folder, made when it is not there yet.
    func making(_ parts: ArraySlice<String>) throws(SystemError) -> Descriptor {
        var folder = try root()
        for part in parts { folder = try folder.makingFolder(part) }
        return folder
    }
}

/// A file that is being written.
public struct NewFile: Sendable {
    private let file: Descriptor
    private let name: String

    init(_ file: Descriptor, name: String) {
        self.file = file
        self.name = name
    }

    /// Writes more bytes behind those that were written before.
    ///
    /// - Throws: ``FileError`` when the system does not let us.
    public func append(_ bytes: [UInt8]) throws(FileError) {
        try FileError.told(name) { () throws(SystemError) in try file.write(bytes) }
    }

    /// The open file, which nobody else can hold as long as it is open.
    func held() throws(FileError) -> Descriptor {
        try FileError.told(name) { () throws(SystemError) in try file.hold() }
        return file
    }
}

extension FileError {
    /// What some work comes to; what the system answers instead is told by the file's name.
    static func told<T>(
        _ name: String, _ work: () throws(SystemError) -> T
    ) throws(FileError) -> T {
        do { return try work() } catch {
            let reason: Reason =
                switch error.number {
                case ELOOP: .refused("it is or goes through a link")
                case EWOULDBLOCK: .held
                default: .unwritable(error.words)
                }
            throw FileError(name: name, reason: reason)
        }
    }
}

extension FileName {
    /// The parts of a name that is to be written.
    ///
    /// - Throws: ``FileError`` when the name is refused.
    static func sound(_ name: String) throws(FileError) -> [String] {
        switch parts(of: name) {
        case .success(let sound): return sound
        case .failure(let refusal): throw FileError(name: name, reason: .refused(refusal.words))
        }
    }
}

extension Descriptor {
    /// The folder of that name within this one, made when it is not there yet.
    func makingFolder(_ part: String) throws(SystemError) -> Descriptor {
        if unsafe mkdirat(number, part, 0o777) != 0, errno != EEXIST { throw SystemError(errno) }
        return try openingFolder(part)
    }

    /// Refuses what a file does not take the place of.
    func checkReplaceable(_ part: String) throws(SystemError) {
        switch kind(of: part) {
        case nil, .file: break
        case .link: throw SystemError(ELOOP)
        case .folder: throw SystemError(EISDIR)
        case .other: throw SystemError(EEXIST)
        }
    }

    /// Takes a file away.
    func removeFile(_ part: String) throws(SystemError) {
        guard unsafe unlinkat(number, part, 0) == 0 else { throw SystemError(errno) }
    }

    /// Puts a file that was written in the place it is meant for.
    fileprivate func replace(
        _ part: String, with file: Descriptor, _ temporary: String
    ) throws(SystemError) {
        guard fsync(file.number) == 0 else { throw SystemError(errno) }
        guard unsafe renameat(number, temporary, number, part) == 0 else {
            throw SystemError(errno)
        }
        // Not every file system can do this for a folder; the file itself is complete.
        _ = fsync(number)
    }

    /// A new, hidden file within this folder, and its name.
    fileprivate func temporaryFile() throws(SystemError) -> (file: Descriptor, name: String) {
        for attempt in 0..<1000 {
            let name = ".apparatus-\(getpid())-\(attempt)"
            do {
                return (try opening(name, O_WRONLY | O_CREAT | O_EXCL, mode: 0o666), name)
            } catch {
                guard error.number == EEXIST else { throw error }
            }
        }
        throw SystemError(EEXIST)
    }

    fileprivate func write(_ bytes: [UInt8]) throws(SystemError) {
        var start = 0
        while start < bytes.count {
            let written = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.write(
                    number, buffer.baseAddress?.advanced(by: start), buffer.count - start)
            }
            if written < 0, errno == EINTR { continue }
            guard written >= 0 else { throw SystemError(errno) }
            start += written
        }
    }
}
