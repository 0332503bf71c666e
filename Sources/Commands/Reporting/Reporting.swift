internal import Files
internal import Glibc

/// Writes a report into a folder, and says what was written.
package enum Reporting {
    /// `apparatus assess … --report`.
    package static func answer(
        _ request: Workspace.Request, _ options: ReportOptions, to folder: String,
        _ terminal: Terminal
    ) -> Answer {
        Answer.working(terminal) { (progress) throws(Refusal) in
            if let rejects = request.rejects { try checkRejects(rejects, folder) }
            let made = try MadeReport.assess(request, options, progress)
            return try answer(made, to: folder, threads: request.threads, terminal, progress)
        }
    }

    /// `apparatus compare … --report`.
    package static func answer(
        _ request: Compare.Request, to folder: String, _ terminal: Terminal
    ) -> Answer {
        Answer.working(terminal) { (progress) throws(Refusal) in
            let made = try MadeReport.compare(request, progress)
            return try answer(made, to: folder, threads: nil, terminal, progress)
        }
    }

    /// Writes a report that was made ready.
    static func answer(
        _ made: MadeReport, to folder: String, threads: Int?, _ terminal: Terminal,
        _ progress: Progress
    ) throws(Refusal) -> Answer {
        let place = try ReportFolder(folder, used: made.used)
        let manifest = try made.write(to: place, threads: threads, progress)
        progress.end()
        var answer = Answer(terminal)
        answer.messages.complaints(made.complaints, hasExcerpts: terminal.isMessages)
        let start = SplitPath.prefix(folder) + "index.html"
        let (bodies, languages) = made.extent
        let counts =
            (bodies > 0 ? [Words.counted(bodies, "body")] : []) + [
                Words.counted(languages, "language"),
                Words.counted(manifest.files.count + 1, "file"),
            ]
        answer.output.line("Wrote \(start): \(counts.joined(separator: ", "))")
        if let address = address(of: start) { answer.output.line([Span(address, .faint)]) }
        answer.next([
            "open \(commandLine([SplitPath.word(start)])) in a browser",
            commandLine(["apparatus", "verify", SplitPath.word(folder)]),
        ])
        return answer
    }

    /// Rows that are left out are written while the workspace is read, before the report.
    private static func checkRejects(_ rejects: String, _ folder: String) throws(Refusal) {
        let place = SplitPath(rejects)
        guard PathKind.of(folder) == .folder,
            FileIdentity(place.openable) == FileIdentity(folder)
        else { return }
        throw Refusal(
            .wrongCommand, "output.rejects", "\"\(rejects)\" lies in the folder of the report",
            help: "Name another file with --rejects, or another folder with --report")
    }

    /// What a browser opens.
    private static func address(of path: String) -> String? {
        guard let full = unsafe realpath(path, nil) else { return nil }
        defer { unsafe free(full) }
        let bytes = unsafe String(cString: full).utf8
        return "file://"
            + bytes.map { byte in
                byte < 0x80 && isPlain(byte) ? String(UnicodeScalar(byte)) : escaped(byte)
            }.joined()
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."): true
        case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "~"): true
        default: false
        }
    }

    private static func escaped(_ byte: UInt8) -> String {
        (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
    }
}
