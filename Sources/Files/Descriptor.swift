internal import Glibc

/// An open file or folder, closed when nobody holds it any more.
///
/// Every step inside the folder is taken from the one before it and follows no link, so a
/// folder that is swapped for a link in the meantime leads nowhere.
final class Descriptor: Sendable {
    let number: CInt

    private init(_ number: CInt) { self.number = number }

    deinit { close(number) }

    /// Opens the folder of that path, which may be anywhere.
    static func folder(_ path: String) throws(SystemError) -> Descriptor {
        let number = unsafe Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard number >= 0 else { throw SystemError(errno) }
        return Descriptor(number)
    }

    /// Opens something within this folder without following a link.
    func opening(
        _ part: String, _ flags: CInt, mode: mode_t = 0
    ) throws(SystemError) -> Descriptor {
        let all = flags | O_NOFOLLOW | O_CLOEXEC
        let opened = unsafe openat(number, part, all, mode)
        if opened >= 0 { return Descriptor(opened) }
        let problem = SystemError(errno)
        throw kind(of: part) == .link ? SystemError(ELOOP) : problem
    }

    /// Opens a folder within this folder.
    func openingFolder(_ part: String) throws(SystemError) -> Descriptor {
        try opening(part, O_RDONLY | O_DIRECTORY)
    }

    /// What kind of thing stands under a name within this folder; `nil` when nothing does.
    func kind(of part: String) -> FileKind? {
        var info = stat()
        guard unsafe fstatat(number, part, &info, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
        return FileKind(mode: info.st_mode)
    }

    /// What kind of thing this is.
    var kind: FileKind? {
        var info = stat()
        guard unsafe fstat(number, &info) == 0 else { return nil }
        return FileKind(mode: info.st_mode)
    }

    /// Which one of all it is that stands under a name within this folder; `nil` when nothing does.
    func identity(of part: String) -> [UInt]? {
        var info = stat()
        guard unsafe fstatat(number, part, &info, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
        return [UInt(info.st_dev), UInt(info.st_ino)]
    }

    /// Which one of all this is.
    var identity: [UInt]? {
        var info = stat()
        guard unsafe fstat(number, &info) == 0 else { return nil }
        return [UInt(info.st_dev), UInt(info.st_ino)]
    }
}

/// What stands under a name.
enum FileKind {
    case file
    case folder
    case link
    case other

    init(mode: mode_t) {
        self =
            switch mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .link
            default: .other
            }
    }
}

/// What the system answered instead of doing what it was asked.
struct SystemError: Error {
    let number: CInt

    init(_ number: CInt) { self.number = number }

    /// In the system's words.
    var words: String {
        guard let text = unsafe strerror(number) else { return "error \(number)" }
        return unsafe String(cString: text)
    }
}
