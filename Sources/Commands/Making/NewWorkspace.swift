internal import Domain
internal import Files
internal import Methodology

/// `apparatus new`: a workspace with templates and a short guide.
package enum NewWorkspace {
    /// Makes the folder and fills it.
    ///
    /// - Parameters:
    ///   - folder: A folder that is empty or not there yet.
    ///   - methodology: A shipped edition, a methodology, which means the last of its editions, or
    ///     the path of an edition, whose files are copied into the workspace.
    ///   - terminal: Who watches.
    /// - Returns: The files that were written, or why none was.
    package static func answer(
        folder: String, methodology: String, _ terminal: Terminal
    ) -> Answer {
        do throws(Refusal) {
            let location = try EditionLocation.find(methodology)
            let (plan, complaint) = location.read()
            guard let plan else { throw Refusal(input: [complaint]) }
            try checkIsFree(folder)
            let rules = try location.copies()
            let named = rules.isEmpty ? plan.identity.name : "./\(EditionLocation.copy)"
            let template = WorkspaceTemplate(plan: plan, folder: folder, methodology: named)
            let files =
                template.files.map { (name: $0.name, bytes: Array($0.text.utf8)) } + rules
            try write(files, to: folder)
            var answer = Answer(terminal)
            let prefix = SplitPath.prefix(folder)
            for file in files { answer.output.line("Wrote \(prefix)\(file.name)") }
            answer.next([
                "fill in the tables as \(prefix)README.md says, then "
                    + commandLine(["apparatus", "check", SplitPath.word(folder)])
            ])
            return answer
        } catch {
            return Answer(error, terminal)
        }
    }

    private static func checkIsFree(_ folder: String) throws(Refusal) {
        guard !folder.isEmpty else {
            throw Refusal(
                .wrongCommand, "new.name", "the name of the folder is empty",
                help: "Name a new folder")
        }
        switch PathKind.of(folder) {
        case .nothing: return
        case .file:
            throw Refusal(
                .wrongInput, "new.file", "\"\(folder)\" is a file", help: "Name a new folder")
        case .folder: break
        }
        let names: [String]
        do { names = try Folder(folder).names() } catch {
            throw Refusal(
                .wrongInput, "new.unreadable",
                "\"\(folder)\" cannot be read: \(error.reason.words)",
                help: "Name a new folder")
        }
        guard !names.isEmpty else { return }
        throw Refusal(
            .wrongInput, "new.not-empty",
            "\"\(folder)\" is not empty: it holds \(Words.some(names, atMost: 3))",
            help: "Name a new folder; nothing was written")
    }

    private static func write(
        _ files: [(name: String, bytes: [UInt8])], to folder: String
    ) throws(Refusal) {
        do throws(FileError) {
            let target = try Folder.making(folder)
            for file in files { try target.write(file.bytes, to: file.name) }
        } catch {
            throw Refusal(error, "\(error.name) cannot be written")
        }
    }
}
