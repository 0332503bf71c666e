internal import Domain
internal import Glibc

/// The names within a folder, gathered folder by folder.
struct Listing {
    /// The most names that are listed.
    let most: Int
    private(set) var names: [String] = []

    init(atMost most: Int) { self.most = most }

    mutating func add(_ folder: Descriptor, prefix: String, depth: Int) throws(SourceError) {
        guard depth <= Folder.deepest else {
            throw SourceError(
                name: prefix, reason: .refused("folders are nested deeper than \(Folder.deepest)"))
        }
        for part in try entries(of: folder, named: prefix) where !part.hasPrefix(".") {
            switch folder.kind(of: part) {
            case .folder:
                let inner = try Self.opening(part, in: folder, prefix: prefix)
                try add(inner, prefix: prefix + part + "/", depth: depth + 1)
            case nil: break  // It has gone since the folder was read.
            default: names.append(prefix + part)
            }
            guard names.count <= most else {
                throw SourceError(
                    name: prefix, reason: .refused("it holds more than \(most) files"))
            }
        }
    }

    private static func opening(
        _ part: String, in folder: Descriptor, prefix: String
    ) throws(SourceError) -> Descriptor {
        do {
            return try folder.openingFolder(part)
        } catch {
            throw SourceError(error, name: prefix + part)
        }
    }

    /// What a folder holds, in the system's order.
    private func entries(
        of folder: Descriptor, named name: String
    ) throws(SourceError) -> [String] {
        // The stream closes what it was given, so it gets a number of its own.
        let number = dup(folder.number)
        guard number >= 0, let stream = unsafe fdopendir(number) else {
            let problem = SystemError(errno)
            if number >= 0 { close(number) }
            throw SourceError(problem, name: name)
        }
        defer { unsafe closedir(stream) }
        var found: [String] = []
        while true {
            errno = 0
            guard let entry = unsafe readdir(stream) else {
                // A failure looks like the end of the folder; only `errno` tells them apart.
                guard errno == 0 else { throw SourceError(SystemError(errno), name: name) }
                return found
            }
            let text = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { start in
                    unsafe String(validatingCString: start)
                }
            }
            guard let text else {
                throw SourceError(
                    name: name, reason: .refused("it holds a file whose name is not UTF-8"))
            }
            found.append(text)
            guard found.count <= most * 2 else {
                throw SourceError(
                    name: name, reason: .refused("it holds more than \(most) files"))
            }
        }
    }
}
