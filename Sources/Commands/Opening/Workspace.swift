internal import Diagnostics
package import Domain
package import Evidence
internal import Files
package import Methodology

/// A folder with evidence, read together with the edition it is for.
package struct Workspace: Sendable {
    /// The edition.
    package let plan: Plan
    /// What was handed in.
    package let evidence: Evidence
    /// Whether the methodology's owner says that it is theirs.
    package let isByOwner: Bool
    /// Warnings.
    package let complaints: [Complaint]
    /// Where the edition was read from.
    let edition: EditionLocation

    /// Which workspace, and what is asked of it whatever the command.
    package struct Request: Hashable, Sendable {
        /// The folder, as it was typed.
        package var folder: String
        /// Another edition than the workspace names.
        package var edition: String?
        /// As in `2023-24`; `nil` for the latest, or for all.
        package var period: String?
        /// The language of titles.
        package var language: String?
        /// At most so many; `nil` uses all cores.
        package var threads: Int?

        /// A workspace with its own edition.
        package init(
            folder: String, edition: String? = nil, period: String? = nil,
            language: String? = nil, threads: Int? = nil
        ) {
            self.folder = folder
            self.edition = edition
            self.period = period
            self.language = language
            self.threads = threads
        }

        /// A command for the same workspace, edition, period and language.
        func command(_ name: String, _ words: String?..., period: String? = nil) -> String {
            var all: [String?] = ["apparatus", name, folder] + words
            if let edition { all += ["--edition", edition] }
            if let period = period ?? self.period { all += ["--period", period] }
            if let language { all += ["--lang", language] }
            return commandLine(all)
        }
    }

    /// Reads the workspace in a folder of the disk.
    ///
    /// - Throws: ``Refusal`` with everything that is wrong.
    package static func open(
        _ request: Request, _ progress: Progress
    ) throws(Refusal) -> Workspace {
        let folder = request.folder
        switch PathKind.of(folder) {
        case .folder: break
        case .file:
            throw Refusal(
                .wrongInput, "workspace.file", "\"\(folder)\" is a file",
                help: "Name the folder in which \(DataPackage.file) lies")
        case .nothing:
            throw Refusal(
                .missing, "workspace.absent", "there is no folder \"\(folder)\"",
                help: EditionLocation.isShipped(folder)
                    ? "This is an edition; name a workspace, or make one with apparatus new"
                    : "Check the path, or make a workspace with apparatus new")
        }
        return try open(Folder(folder), request, progress)
    }

    /// Reads the workspace in any folder.
    ///
    /// - Throws: ``Refusal`` with everything that is wrong.
    package static func open(
        _ source: any Source, _ request: Request, _ progress: Progress
    ) throws(Refusal) -> Workspace {
        let prefix = SplitPath.prefix(request.folder)
        let (descriptor, log) = DataPackage.read(from: source)
        var complaints = [Complaint(log, prefix: prefix, source: source)]
        guard let descriptor else { throw Refusal(input: complaints) }
        progress.say("Reading the edition")
        let location = try location(request, descriptor, source, prefix)
        let (plan, complaint) = location.read()
        complaints.append(complaint)
        guard let plan else { throw Refusal(input: complaints) }
        progress.say("Reading the evidence")
        let (evidence, problems) = EvidenceReader.read(
            descriptor, from: source, schema: plan.schema, threads: request.threads)
        complaints.append(Complaint(problems, prefix: prefix, source: source))
        guard let evidence else { throw Refusal(input: complaints) }
        return Workspace(
            plan: plan, evidence: evidence, isByOwner: descriptor.isOwner, complaints: complaints,
            edition: location)
    }

    /// The edition that was asked for; otherwise the one the workspace names.
    private static func location(
        _ request: Request, _ descriptor: DataPackage, _ source: any Source, _ prefix: String
    ) throws(Refusal) -> EditionLocation {
        if let edition = request.edition { return try .find(edition) }
        switch descriptor.methodology {
        case .shipped(let methodology, let edition):
            do { return try .shipped("\(methodology)/\(edition)") } catch {
                throw Refusal(error.status, at: descriptor.methodologyPlace, prefix, source, error)
            }
        case .inWorkspace(let name) where name.hasSuffix(".yaml") || name.hasSuffix(".yml"):
            let path = SplitPath(name)
            guard !path.folder.isEmpty else {
                return EditionLocation(source: source, main: path.name, prefix: prefix)
            }
            let inner = Subfolder(String(path.folder.dropLast()), of: source)
            return EditionLocation(source: inner, main: path.name, prefix: prefix + path.folder)
        case .inWorkspace(let name):
            return EditionLocation(
                source: Subfolder(name, of: source), main: "edition.yaml",
                prefix: prefix + name + "/")
        }
    }
}

extension Refusal {
    /// The same errors, said of a place in a file.
    fileprivate init(
        _ status: ExitStatus, at place: Place, _ prefix: String, _ source: any Source,
        _ refusal: Refusal
    ) {
        var log = DiagnosticLog()
        for entry in refusal.complaints.flatMap(\.log.entries) {
            log.error(entry.code, at: place, entry.what, help: entry.help)
        }
        self.init(status, [Complaint(log, prefix: prefix, source: source)])
    }
}
