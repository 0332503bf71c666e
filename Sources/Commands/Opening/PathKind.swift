internal import Glibc

/// What stands under a path that somebody typed.
enum PathKind {
    case file
    case folder
    case nothing

    /// Looks, following links: the path is the user's own.
    static func of(_ path: String) -> PathKind {
        var info = stat()
        guard !path.utf8.contains(0), unsafe stat(path, &info) == 0 else { return .nothing }
        return info.st_mode & S_IFMT == S_IFDIR ? .folder : .file
    }
}

/// Which file of the system a path leads to, whatever its spelling.
struct FileIdentity: Hashable {
    private let device: dev_t
    private let number: ino_t

    /// Follows links; `nil` where nothing stands.
    init?(_ path: String) {
        var info = stat()
        guard !path.utf8.contains(0), unsafe stat(path, &info) == 0 else { return nil }
        (device, number) = (info.st_dev, info.st_ino)
    }
}

/// A path in two parts, as it was typed.
struct SplitPath {
    /// With its last slash; empty for a file of the current folder.
    let folder: String
    /// What stands after the last slash.
    let name: String

    init(_ path: String) {
        let end = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        folder = String(path[..<end])
        name = String(path[end...])
    }

    /// The folder as something that can be opened.
    var openable: String { folder.isEmpty ? "." : folder }

    /// The path with one slash at its end, to stand before names.
    static func prefix(_ folder: String) -> String {
        folder.hasSuffix("/") ? folder : folder + "/"
    }

    /// The path as a word of a command: `./-x` for one that would be taken for an option.
    static func word(_ path: String) -> String {
        path.utf8.first == UInt8(ascii: "-") ? "./" + path : path
    }
}
