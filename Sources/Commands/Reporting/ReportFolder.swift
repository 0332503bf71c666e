internal import Diagnostics
internal import Domain
internal import Files

/// A folder that a report is written to: a new one, an empty one, or one with a report in it.
struct ReportFolder {
    /// As it was typed.
    let path: String
    /// The names of files that an earlier report left there.
    let earlier: [String]

    /// Looks whether a report may be written there; nothing is changed.
    ///
    /// - Parameters:
    ///   - path: As it was typed.
    ///   - used: The paths of everything that the results rest on.
    /// - Throws: ``Refusal`` where something else lies there, or something that the results rest
    ///   on.
    init(_ path: String, used: [String]) throws(Refusal) {
        self.path = path
        guard !path.isEmpty else {
            throw Refusal(
                .wrongCommand, "report.folder", "\"\" names no folder",
                help: "Write a folder's name after --report")
        }
        switch PathKind.of(path) {
        case .nothing: earlier = []
        case .file:
            throw Refusal(
                .wrongCommand, "report.folder", "\"\(path)\" is a file",
                help: "Name a folder with --report")
        case .folder:
            earlier = try Self.earlier(path)
            try Self.check(path, earlier, used)
        }
    }

    /// The names of a report that lies there, which are all that lies there.
    private static func earlier(_ path: String) throws(Refusal) -> [String] {
        let folder = Folder(path)
        let names: [String]
        do throws(SourceError) {
            names = try folder.names(atMost: Manifest.mostFiles + 2)
        } catch {
            throw Refusal(
                .wrongInput, "report.folder",
                "\"\(path)\" cannot be looked through: "
                    + error.reason.words, help: "Name a new folder with --report")
        }
        guard !names.isEmpty else { return [] }
        var listed: Set = [Manifest.file, Manifest.unfinished]
        for (name, read) in [
            (Manifest.file, Self.finished), (Manifest.unfinished, ManifestReader.unfinished),
        ] {
            // What is no manifest of ours is told below as something else.
            guard let bytes = try? folder.bytes(of: name, limit: ManifestReader.longest),
                let known = try? read(bytes)
            else { continue }
            listed.formUnion(known)
        }
        let isOurs = listed.count > 2 || Self.isBegun(folder, names)
        let others = names.filter { !listed.contains($0) }
        guard isOurs, others.isEmpty else {
            throw Refusal(
                .wrongCommand, "report.folder",
                "\"\(path)\" holds other things than a report: "
                    + Words.some(isOurs ? others : names, atMost: 4),
                help: "Name a new or empty folder with --report; nothing was written")
        }
        return names
    }

    /// Whether a report was cut off before it had anything to say.
    private static func isBegun(_ folder: Folder, _ names: [String]) -> Bool {
        guard names == [Manifest.unfinished] else { return false }
        return (try? folder.bytes(of: Manifest.unfinished, limit: 1))?.isEmpty == true
    }

    private static func finished(_ bytes: [UInt8]) throws(ManifestReader.Broken) -> [String] {
        try ManifestReader.manifest(bytes).files.map(\.name)
    }

    /// Refuses a folder in which a file that the results rest on has a name, too.
    private static func check(
        _ path: String, _ names: [String], _ used: [String]
    ) throws(Refusal) {
        guard !names.isEmpty else { return }
        let there = Set(names.compactMap { FileIdentity(SplitPath.prefix(path) + $0) })
        for used in used {
            guard let file = FileIdentity(used), there.contains(file) else { continue }
            throw Refusal(
                .wrongCommand, "output.input", "the results rest on \"\(used)\"",
                help: "Name another folder with --report; nothing was written")
        }
    }
}
