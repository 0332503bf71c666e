internal import Files
internal import Pages

/// `apparatus verify`: whether a report is as it was written, and comes out the same again.
package enum Verify {
    /// What is verified.
    package struct Request: Hashable, Sendable {
        /// The folder of the report.
        package var folder: String
        /// Where the workspace lies now; `nil` for where it lay.
        package var workspace: String?
        /// Where the edition lies now; `nil` for where it lay.
        package var edition: String?
        /// At most so many; `nil` uses all cores.
        package var threads: Int?

        /// A report with everything where it lay.
        package init(
            folder: String, workspace: String? = nil, edition: String? = nil, threads: Int? = nil
        ) {
            self.folder = folder
            self.workspace = workspace
            self.edition = edition
            self.threads = threads
        }
    }

    /// Looks at every file, then makes every byte again in memory and compares.
    package static func answer(_ request: Request, _ terminal: Terminal) -> Answer {
        Answer.working(terminal) { (progress) throws(Refusal) in
            let report = try WrittenReport(request.folder)
            progress.say("Looking at \(Words.counted(report.manifest.files.count, "file"))")
            var differences = Differences()
            let sound = report.check(&differences, threads: request.threads)
            let made = try remake(report.manifest, request, progress)
            if differences.note(report.manifest, made) {
                progress.say("Making the report again")
                report.compare(made, sound, &differences, threads: request.threads)
            }
            var answer = Answer(terminal)
            answer.messages.complaints(made.complaints, hasExcerpts: terminal.isMessages)
            write(differences, report, made, request, to: &answer)
            return answer
        }
    }

    /// What the report would be now.
    private static func remake(
        _ manifest: Manifest, _ request: Request, _ progress: Progress
    ) throws(Refusal) -> MadeReport {
        switch manifest.task {
        case .assess(var workspace, let options):
            try checkPlace(workspace.folder, request)
            workspace.folder = request.workspace ?? workspace.folder
            workspace.edition = request.edition ?? workspace.edition
            workspace.threads = request.threads
            workspace.keepsRejects = true
            return try MadeReport.assess(
                workspace, options, task: manifest.task, version: manifest.program, progress)
        case .compare(var compared):
            if let evidence = compared.evidence {
                try checkPlace(evidence, request)
                compared.evidence = request.workspace ?? compared.evidence
            }
            return try MadeReport.compare(
                compared, task: manifest.task, version: manifest.program, progress)
        }
    }

    /// Paths in a manifest lead from the folder that the command ran in.
    private static func checkPlace(_ folder: String, _ request: Request) throws(Refusal) {
        guard request.workspace == nil, PathKind.of(folder) == .nothing else { return }
        throw Refusal(
            .missing, "verify.workspace",
            "there is no folder \"\(folder)\", which the report was made from",
            help: "Say where it lies now with --workspace, or run this where the report was made")
    }

    // MARK: Text

    private static func write(
        _ differences: Differences, _ report: WrittenReport, _ made: MadeReport,
        _ request: Request, to answer: inout Answer
    ) {
        let manifest = report.manifest
        if manifest.program != Version.current {
            answer.output.line(
                "Written by apparatus \(manifest.program); this is \(Version.current)")
        }
        for ground in manifest.grounds {
            answer.output.line("Edition   \(ground.edition), sha256 \(ground.editionHash)")
            if let hash = ground.evidenceHash { answer.output.line("Evidence  sha256 \(hash)") }
        }
        let files = Words.counted(manifest.files.count + 1, "file")
        guard !differences.isEmpty else {
            answer.output.line(
                "\(request.folder): \(files), every byte is the same when it is made again")
            return
        }
        answer.status = .wrongInput
        for line in differences.lines { answer.output.line(line) }
        answer.output.line()
        answer.output.line(
            "\(request.folder): not as it was written, or not as it comes out now", .error)
        answer.next([manifest.command])
    }
}
