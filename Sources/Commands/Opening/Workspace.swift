internal import Diagnostics
package import Domain
package import Evidence
internal import Files
package import Methodology

/// A folder with evidence, read together with the edition it is for, or one of them.
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
    /// What of the evidence the edition judges.
    let share: EvidenceShare
    /// What the workspace says of itself.
    let descriptor: DataPackage
    /// Whether the workspace is for several editions of a methodology.
    let isOneOfSeveral: Bool
    /// Whether its decisions were left out because somebody asked for it.
    let isWithoutDecisions: Bool
    /// What picks the methodology with `--edition`, where it is not the workspace's own and was
    /// not asked for; `nil` otherwise.
    let word: String?

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
        /// Whether decisions are left out.
        package var isWithoutDecisions = false
        /// Where rows with errors are written that are left out; `nil` where errors are refused.
        package var rejects: String?
        /// Whether that file is left as it is, because it was written before.
        var keepsRejects = false
        /// Which of several methodologies of the workspace, where no edition is asked for.
        var choice = Choice.listed(0)

        /// One of the methodologies that a workspace names.
        enum Choice: Hashable, Sendable {
            /// By its position; the first is the workspace's own.
            case listed(Int)
            /// The first that has stages; the workspace's own where none has.
            case withStages
        }

        /// A workspace with its own edition.
        package init(
            folder: String, edition: String? = nil, period: String? = nil,
            language: String? = nil, threads: Int? = nil, rejects: String? = nil
        ) {
            self.folder = folder
            self.edition = edition
            self.period = period
            self.language = language
            self.threads = threads
            self.rejects = rejects
        }

        /// A command for the same workspace, edition, period and language.
        func command(_ name: String, _ words: String?..., period: String? = nil) -> String {
            command(name, words: words, period: period)
        }

        /// The same with words that are there already.
        func command(_ name: String, words: [String?], period: String? = nil) -> String {
            var all: [String?] = ["apparatus", name, SplitPath.word(folder)] + words
            if let edition { all += ["--edition", SplitPath.word(edition)] }
            if let period = period ?? self.period { all += ["--period", period] }
            if let language { all += ["--lang", language] }
            if isWithoutDecisions { all.append("--without-decisions") }
            if let rejects { all += RejectsFile.words(rejects) }
            return commandLine(all)
        }
    }

    /// Reads the workspace in a folder of the disk by the edition that it is for.
    ///
    /// - Throws: ``Refusal`` with everything that is wrong, and where it names a methodology of
    ///   which several editions are needed.
    package static func open(
        _ request: Request, _ progress: Progress
    ) throws(Refusal) -> Workspace {
        try only(try all(request, progress), request)
    }

    /// Reads the workspace in any folder by the edition that it is for.
    ///
    /// - Throws: As ``open(_:_:)``.
    package static func open(
        _ source: any Source, _ request: Request, _ progress: Progress
    ) throws(Refusal) -> Workspace {
        try only(try all(source, request, progress), request)
    }

    private static func only(
        _ workspaces: [Workspace], _ request: Request
    ) throws(Refusal) -> Workspace {
        if workspaces.count == 1 { return workspaces[0] }
        let names = workspaces.map(\.plan.identity.name).joined(separator: ", ")
        throw Refusal(
            .wrongCommand, "workspace.editions",
            "\"\(request.folder)\" is for several editions: \(names)",
            help: "Name one of them with --edition")
    }

    /// Reads the workspace in a folder of the disk, once by each edition that holds for
    /// anything in it, the earliest edition first.
    ///
    /// - Throws: ``Refusal`` with everything that is wrong.
    package static func all(
        _ request: Request, _ progress: Progress
    ) throws(Refusal) -> [Workspace] {
        try checkFolder(request.folder)
        return try all(Folder(request.folder), request, progress)
    }

    /// Looks whether a folder of the disk stands where a workspace is named.
    ///
    /// - Throws: ``Refusal`` where there is a file, or nothing.
    static func checkFolder(_ folder: String) throws(Refusal) {
        switch PathKind.of(folder) {
        case .folder: return
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
    }

    /// Reads the workspace in any folder, otherwise as ``all(_:_:)``.
    ///
    /// - Throws: ``Refusal`` with everything that is wrong.
    package static func all(
        _ source: any Source, _ request: Request, _ progress: Progress
    ) throws(Refusal) -> [Workspace] {
        let prefix = SplitPath.prefix(request.folder)
        var (package, log) = DataPackage.read(from: source)
        let isWithoutDecisions = request.isWithoutDecisions && package?.hasDecisions ?? false
        if isWithoutDecisions { package = package?.withoutDecisions }
        if request.isWithoutDecisions, !isWithoutDecisions, package != nil {
            log.warning(
                "workspace.no-decisions", at: nil, "there are no decisions that could be left out",
                help: "Take out --without-decisions")
        }
        let complaint = Complaint(log, prefix: prefix, source: source)
        guard let descriptor = package else { throw Refusal(input: [complaint]) }
        progress.say("Reading the edition")
        let rules: WorkspaceRules
        do throws(Refusal) {
            rules = try WorkspaceRules.read(request, descriptor, source, prefix)
        } catch {
            let told = log.entries.isEmpty ? [] : [complaint]
            throw Refusal(error.status, told + error.complaints)
        }
        progress.say("Reading the evidence")
        var workspaces: [Workspace] = []
        var evidenceLog = DiagnosticLog()
        var told: Set<Diagnostic> = []
        let shares = rules.shares(descriptor, source, request.threads)
        let (readings, rejects) = try readings(shares, rules, descriptor, source, request)
        for ((position, share), reading) in zip(shares, readings) {
            // What two editions find in one place is told once.
            evidenceLog.add(reading.log, unless: &told)
            guard let evidence = reading.evidence else { continue }
            workspaces.append(
                Workspace(
                    plan: rules.plans[position], evidence: evidence,
                    isByOwner: descriptor.isOwner,
                    complaints: [complaint] + rules.complaints, edition: rules.locations[position],
                    share: share, descriptor: descriptor, isOneOfSeveral: rules.areSeveral,
                    isWithoutDecisions: isWithoutDecisions, word: rules.word))
        }
        if let rejects { evidenceLog.add(rejects) }
        let problems = Complaint(evidenceLog, prefix: prefix, source: source)
        guard !evidenceLog.hasErrors else {
            throw Refusal(input: [complaint] + rules.complaints + [problems])
        }
        return workspaces.map { $0.with(problems) }
    }

    private typealias Reading = (evidence: Evidence?, log: DiagnosticLog)

    /// What each edition reads, in the order of the shares; and where rows with errors are left
    /// out, what is told of them.
    ///
    /// - Throws: ``Refusal`` when the file of the rejects cannot be written.
    private static func readings(
        _ shares: [(position: Int, share: EvidenceShare)], _ rules: WorkspaceRules,
        _ descriptor: DataPackage, _ source: any Source, _ request: Request
    ) throws(Refusal) -> (readings: [Reading], rejects: Diagnostic?) {
        guard let path = request.rejects else {
            let readings = shares.map { position, share in
                EvidenceReader.read(
                    descriptor, from: source, schema: rules.plans[position].schema, share: share,
                    threads: request.threads)
            }
            return (readings, nil)
        }
        let file = RejectsFile(path: path)
        if !request.keepsRejects { try file.check(request, descriptor, rules.locations) }
        let read = EvidenceReader.readRejecting(
            descriptor, from: source,
            editions: shares.map { (rules.plans[$0].schema, $1) }, threads: request.threads)
        if !request.keepsRejects { try file.write(read.rejects) }
        return (read.evidence, file.warning(read.rejects))
    }

    /// The same with more warnings.
    private func with(_ complaint: Complaint) -> Workspace {
        Workspace(
            plan: plan, evidence: evidence, isByOwner: isByOwner,
            complaints: complaints + [complaint], edition: edition, share: share,
            descriptor: descriptor, isOneOfSeveral: isOneOfSeveral,
            isWithoutDecisions: isWithoutDecisions, word: word)
    }
}

extension DiagnosticLog {
    /// Adds what was not told before, and counts that were not held.
    fileprivate mutating func add(_ other: DiagnosticLog, unless told: inout Set<Diagnostic>) {
        guard other.entries.contains(where: told.contains) else {
            add(other)
            told.formUnion(other.entries)
            return
        }
        for entry in other.entries where told.insert(entry).inserted { add(entry) }
    }
}
