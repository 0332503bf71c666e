internal import Evidence
internal import Files

/// A file that a command writes because somebody asked for it.
enum OutputFile {
    /// Refuses a file that the results rest on: results would take the place of evidence or rules.
    static func check(
        _ path: String, _ request: Workspace.Request, _ workspace: Workspace
    ) throws(Refusal) {
        guard let file = FileIdentity(path) else { return }
        let evidence = [DataPackage.file] + workspace.evidence.files.map(\.name)
        let paths =
            evidence.map { SplitPath.prefix(request.folder) + $0 } + workspace.edition.paths
        for used in paths where FileIdentity(used) == file {
            throw Refusal(
                .wrongCommand, "output.input", "the results rest on \"\(used)\"",
                help: "Name another file with --out; nothing was written")
        }
        guard request.rejects.flatMap({ FileIdentity($0) }) != file else {
            throw Refusal(
                .wrongCommand, "output.rejects", "\"\(path)\" holds the rows that were rejected",
                help: "Name another file with --out or --rejects")
        }
    }

    /// Refuses the file, or a file of the folder, that results are compared with.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - other: What results are compared with; `nil` for nothing.
    ///   - option: The option that names the file.
    /// - Throws: ``Refusal`` when it is one of them.
    static func check(
        _ path: String, comparedWith other: String?, option: String = "--out"
    ) throws(Refusal) {
        guard let other, let file = FileIdentity(path) else { return }
        var paths = [other]
        if PathKind.of(other) == .folder {
            let package = DataPackage.read(from: Folder(other)).package
            paths += ([DataPackage.file] + (package?.resources.map(\.path) ?? []))
                .map { SplitPath.prefix(other) + $0 }
        }
        for used in paths where FileIdentity(used) == file {
            throw Refusal(
                .wrongCommand, "output.input", "the results are compared with \"\(used)\"",
                help: "Name another file with \(option); nothing was written")
        }
    }

    /// Writes it whole or not at all.
    ///
    /// - Parameters:
    ///   - page: What is written.
    ///   - path: As it was typed.
    ///   - option: After what it was typed.
    /// - Throws: ``Refusal`` when its folder is not there or the system does not let us.
    static func write(
        _ page: Page, to path: String, option: String = "--out"
    ) throws(Refusal) {
        let split = SplitPath(path)
        guard !split.name.isEmpty else {
            throw Refusal(
                .wrongCommand, "output.name", "\"\(path)\" names no file",
                help: "Write a file's name after \(option)")
        }
        guard PathKind.of(path) != .folder else {
            throw Refusal(
                .wrongCommand, "output.name", "\"\(path)\" is a folder",
                help: "Write a file's name after \(option)")
        }
        guard PathKind.of(split.openable) == .folder else {
            throw Refusal(
                .missing, "output.folder", "there is no folder \"\(split.folder)\"",
                help: "Make it, or name another file with \(option)")
        }
        do {
            try Folder(split.openable).write(to: split.name) { (file) throws(FileError) in
                try page.send { (bytes) throws(FileError) in try file.append(bytes) }
            }
        } catch {
            throw Refusal(error, "\(path) cannot be written")
        }
    }
}

extension Refusal {
    /// Why a file could not be written; what we refuse is the caller's, the rest is the system's.
    init(_ error: FileError, _ what: String) {
        let help = "Name another place, or look at the rights of this one"
        switch error.reason {
        case .refused(let words):
            self.init(.wrongInput, "output.refused", "\(what): \(words)", help: help)
        case .held:
            self.init(
                .wrongCommand, "output.held", "\(what): another run is writing there",
                help: "Wait until it is done, or name another place")
        case .unwritable(let words):
            self.init(.ourFault, "output.unwritable", "\(what): \(words)", help: help)
        }
    }
}
