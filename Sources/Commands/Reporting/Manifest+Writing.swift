internal import Diagnostics
internal import Domain
internal import Explanation
internal import JSON

extension Manifest {
    /// The manifest as JSON: what the report is, then a line for each file.
    var document: PiecedBytes {
        let head = JSON.object(members + [JSON.Member("files", .list([]))])
        // The files come last: the ends of their list and of the object make room for them.
        let end = "]\n}"
        let files = files
        return PiecedBytes(
            head: Array(head.bytes(isIndented: true).dropLast(end.utf8.count)), count: files.count,
            chunk: 1000, threads: 1, tail: Array((files.isEmpty ? end : "\n  \(end)").utf8) + [10]
        ) { range in
            range.flatMap { index in
                Array((index == 0 ? "\n    " : ",\n    ").utf8) + Self.json(files[index]).bytes()
            }
        }
    }

    private var members: [JSON.Member] {
        [
            JSON.Member("apparatus-report", JSON(Self.form)),
            JSON.Member("program", .text(program)),
            JSON.Member("command", .text(command)),
            JSON.Member("options", Self.json(task)),
            JSON.Member("editions", .list(grounds.map(Self.json))),
        ]
    }

    /// The place of a manifest while files are written: their names, so that what was left behind
    /// is known as ours.
    static func unfinished(_ names: [String]) -> [UInt8] {
        JSON.object([
            JSON.Member("apparatus-report-unfinished", JSON(form)),
            JSON.Member("files", .list(names.map { .text($0) })),
        ]).bytes() + [10]
    }

    private static func json(_ entry: Entry) -> JSON {
        .object([
            JSON.Member("name", .text(entry.name)), JSON.Member("size", JSON(entry.size)),
            JSON.Member("sha256", .text(entry.sha256)),
        ])
    }

    private static func json(_ ground: Ground) -> JSON {
        let files = ground.evidence.map { file in
            JSON.object([
                JSON.Member("name", .text(file.name)), JSON.Member("sha256", .text(file.hash)),
            ])
        }
        return .object([
            JSON.Member("edition", .text(ground.edition)),
            JSON.Member("edition-hash", .text(ground.editionHash)),
            JSON.Member("evidence-hash", JSON(ground.evidenceHash)),
            JSON.Member("evidence-files", .list(files)),
        ])
    }

    private static func json(_ task: ReportTask) -> JSON {
        switch task {
        case .assess(let request, let options):
            .object([
                JSON.Member("command", .text("assess")),
                JSON.Member("workspace", .text(request.folder)),
                JSON.Member("edition", JSON(request.edition)),
                JSON.Member("period", JSON(request.period)),
                JSON.Member("language", JSON(request.language)),
                JSON.Member("without-decisions", .flag(request.isWithoutDecisions)),
                JSON.Member("rejects", JSON(request.rejects)),
                JSON.Member("top", JSON(options.top)),
                JSON.Member("bodies", .list(options.bodies.map { .text($0) })),
                JSON.Member("final", .flag(options.isFinal)),
                JSON.Member("issued", JSON(options.issued?.description)),
                JSON.Member("without-conclusions", .flag(options.isWithoutConclusions)),
                JSON.Member("no-robustness", .flag(options.isWithoutRobustness)),
                JSON.Member("no-improvement", .flag(options.isWithoutImprovement)),
                JSON.Member("alternatives", JSON(options.alternatives)),
            ])
        case .compare(let request):
            .object([
                JSON.Member("command", .text("compare")),
                JSON.Member("old", .text(request.old)),
                JSON.Member("new", .text(request.new)),
                JSON.Member("evidence", JSON(request.evidence)),
                JSON.Member("period", JSON(request.period)),
                JSON.Member("language", JSON(request.language)),
            ])
        }
    }
}
