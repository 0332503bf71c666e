internal import Diagnostics
internal import Domain
internal import Evidence
internal import Explanation
internal import JSON
internal import Methodology

/// `apparatus check`: everything that is wrong with an edition, or with a workspace.
package enum Check {
    /// What is checked, and how.
    package struct Request: Hashable, Sendable {
        /// A folder, a file, or a shipped edition.
        package var name: String
        /// Whether warnings count as errors.
        package var isStrict: Bool
        /// Whether the answer is JSON.
        package var isJSON: Bool
        /// Where rows with errors are written that are left out; `nil` where errors are refused.
        package var rejects: String?

        /// What is checked, and how.
        package init(
            _ name: String, isStrict: Bool = false, isJSON: Bool = false, rejects: String? = nil
        ) {
            self.name = name
            self.isStrict = isStrict
            self.isJSON = isJSON
            self.rejects = rejects
        }
    }

    /// Checks, and says what it found on standard output.
    package static func answer(_ request: Request, _ terminal: Terminal) -> Answer {
        var answer = Answer(terminal)
        var subject: [String] = []
        var complaints: [Complaint]
        do throws(Refusal) {
            (subject, complaints) = try check(request)
        } catch {
            complaints = error.complaints
            answer.status = error.status
        }
        if request.isStrict { complaints = complaints.map(\.strict) }
        if answer.status == .done, complaints.contains(where: \.log.hasErrors) {
            answer.status = .wrongInput
        }
        guard !request.isJSON else {
            answer.output.data(
                DiagnosticJSON.document(complaints).bytes(isIndented: true) + [UInt8(ascii: "\n")])
            return answer
        }
        answer.output.complaints(complaints, hasExcerpts: terminal.isOutput)
        if answer.status == .done {
            answer.output.lines(subject)
            answer.next(next(request))
        } else if answer.status == .missing, PathKind.of(request.name) == .nothing {
            answer.next([commandLine(["apparatus", "methodologies"])])
        } else if !complaints.contains(where: Self.concernsCommand) {
            let again = Workspace.Request(folder: request.name, rejects: request.rejects)
                .command("check")
            answer.next(["mend what is marked as error, then \(again)"])
        }
        return answer
    }

    /// Whether the same words would be refused again, whatever is mended in the files.
    private static func concernsCommand(_ complaint: Complaint) -> Bool {
        complaint.log.entries.contains { entry in
            entry.code.hasPrefix("output.") || entry.code == "command.lenient"
        }
    }

    private static func check(
        _ asked: Request
    ) throws(Refusal) -> (subject: [String], complaints: [Complaint]) {
        let name = asked.name
        if EditionLocation.isWorkspace(name) {
            return try check(Workspace.Request(folder: name, rejects: asked.rejects))
        }
        guard asked.rejects == nil else {
            throw Refusal(
                .wrongCommand, "command.lenient",
                "--lenient leaves out rows of evidence, and \"\(name)\" is no workspace",
                help: "Name a workspace, or leave --lenient out")
        }
        if let editions = EditionLocation.methodology(name) {
            let read = try ReadEditions.read(editions)
            return (summary(read.editions), read.complaints)
        }
        let (plan, complaint) = try EditionLocation.find(name).read()
        guard let plan else { throw Refusal(input: [complaint]) }
        return (summary(plan), [complaint])
    }

    /// Checks a workspace by each of the methodologies that it names.
    private static func check(
        _ asked: Workspace.Request
    ) throws(Refusal) -> (subject: [String], complaints: [Complaint]) {
        var (request, position) = (asked, 0)
        var (lines, complaints): ([String], [Complaint]) = ([], [])
        var count = 1
        while position < count {
            request.choice = .listed(position)
            let workspaces = try Workspace.all(request, Progress(.none))
            count = workspaces.first?.descriptor.methodologies.count ?? count
            let questions = try Question.all([], nil, in: workspaces)
            for question in questions { _ = try question.workspace.assessment(request) }
            lines += WorkspaceSummary(name: request.folder, workspaces: workspaces).lines
            let told = (workspaces.first?.complaints ?? []) + [otherKinds(workspaces)]
            complaints += position == 0 ? told : told.map { $0.without(complaints) }
            // The rows that were left out are written once.
            request.keepsRejects = true
            position += 1
        }
        return (lines, complaints)
    }

    private static func summary(_ editions: Editions) -> [String] {
        let methodology = editions.plans.first?.identity.methodology ?? ""
        let kinds = editions.plans.map { $0.identity.kinds.joined(separator: ", ") }
        var table = TextTable(["": .left, "": .left, "": .left])
        for (plan, kinds) in zip(editions.plans, kinds) {
            table.add([plan.identity.edition, plan.identity.days, kinds])
        }
        let gaps = editions.gaps.map { gap in
            let periods = gap.first == gap.last ? "\(gap.first)" : "\(gap.first) to \(gap.last)"
            return "No edition holds for \(gap.kinds.joined(separator: ", ")) in \(periods)"
        }
        return ["\(methodology) has \(Words.counted(editions.plans.count, "edition"))"]
            + table.lines(indent: 2) + gaps + editions.plans.flatMap(summary)
    }

    /// A misspelt kind makes a body not applicable throughout, which is rarely meant.
    private static func otherKinds(_ workspaces: [Workspace]) -> Complaint {
        var kinds: [String] = []
        for kind in workspaces.flatMap(\.plan.identity.kinds) where !kinds.contains(kind) {
            kinds.append(kind)
        }
        var log = DiagnosticLog()
        for workspace in workspaces {
            let identity = workspace.plan.identity
            let rules =
                workspace.isOneOfSeveral
                ? "no edition of \(identity.methodology) applies"
                : "\(identity.name) does not apply"
            for body in workspace.evidence.bodies where !kinds.contains(body.kind) {
                log.warning(
                    "bodies.kind", at: nil,
                    "\(body.id) is of the kind \"\(body.kind)\", to which \(rules): it will have no "
                        + "score",
                    help: Nearest.word(to: body.kind, among: kinds).map { "Write \"\($0)\"" }
                        ?? "Known are \(kinds.joined(separator: ", "))")
            }
        }
        return Complaint(log)
    }

    private static func summary(_ plan: Plan) -> [String] {
        let counts = [
            Words.counted(plan.nodes.count, "node"),
            Words.counted(plan.schema.inputs.count, "input"),
            Words.counted(plan.schema.tables.count, "table"),
            Words.counted(plan.cases.count, "test case"),
        ]
        return [
            "\(plan.identity.name) can be used: \(counts.joined(separator: ", "))",
            "Edition  sha256 \(plan.identity.hash)",
        ]
    }

    private static func next(_ request: Request) -> [String] {
        let name = request.name
        if EditionLocation.isWorkspace(name) {
            return [Workspace.Request(folder: name, rejects: request.rejects).command("assess")]
        }
        let editions = EditionLocation.methodology(name)?.map { String($0.prefix.dropLast()) }
        return (editions ?? [name]).map { commandLine(["apparatus", "test", $0]) }
    }
}
