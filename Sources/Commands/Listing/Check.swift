internal import Diagnostics
internal import Domain
internal import Evidence
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

        /// What is checked, and how.
        package init(_ name: String, isStrict: Bool = false, isJSON: Bool = false) {
            self.name = name
            self.isStrict = isStrict
            self.isJSON = isJSON
        }
    }

    /// Checks, and says what it found on standard output.
    package static func answer(_ request: Request, _ terminal: Terminal) -> Answer {
        var answer = Answer(terminal)
        var subject: [String] = []
        var complaints: [Complaint]
        do throws(Refusal) {
            (subject, complaints) = try check(request.name)
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
            answer.next(next(request.name))
        } else if answer.status == .missing, PathKind.of(request.name) == .nothing {
            answer.next([commandLine(["apparatus", "methodologies"])])
        } else {
            let again = commandLine(["apparatus", "check", request.name])
            answer.next(["mend what is marked as error, then \(again)"])
        }
        return answer
    }

    private static func check(
        _ name: String
    ) throws(Refusal) -> (subject: [String], complaints: [Complaint]) {
        if EditionLocation.isWorkspace(name) {
            let request = Workspace.Request(folder: name)
            let workspace = try Workspace.open(request, Progress(.none))
            _ = try Question.scoredPeriods(workspace)
            _ = try workspace.assessment(request)
            return (summary(name, workspace), workspace.complaints + [otherKinds(workspace)])
        }
        let (plan, complaint) = try EditionLocation.find(name).read()
        guard let plan else { throw Refusal(input: [complaint]) }
        return (summary(plan), [complaint])
    }

    private static func summary(_ name: String, _ workspace: Workspace) -> [String] {
        let identity = workspace.plan.identity
        let bodies = Words.counted(workspace.evidence.bodies.count, "body")
        let periods = workspace.evidence.periods
        let outside = periods.filter { !identity.holds(for: $0) }
        let head = "\(name) can be assessed: \(bodies) for \(identity.name)"
        let scored = periods.filter(identity.holds).map(\.description)
        let lines = [head, "Periods  \(Words.some(scored))"]
        guard !outside.isEmpty else { return lines }
        let words = Words.some(outside.map(\.description))
        return lines + [
            "Outside  \(words): the edition holds for \(Methodologies.inForce(identity)); what lies "
                + "outside is not scored"
        ]
    }

    /// A misspelt kind makes a body not applicable throughout, which is rarely meant.
    private static func otherKinds(_ workspace: Workspace) -> Complaint {
        let identity = workspace.plan.identity
        var log = DiagnosticLog()
        for body in workspace.evidence.bodies where !identity.kinds.contains(body.kind) {
            log.warning(
                "bodies.kind", at: nil,
                "\(body.id) is of the kind \"\(body.kind)\", to which \(identity.name) does not "
                    + "apply: it will have no score",
                help: Nearest.word(to: body.kind, among: identity.kinds).map { "Write \"\($0)\"" }
                    ?? "The edition applies to \(identity.kinds.joined(separator: ", "))")
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

    private static func next(_ name: String) -> [String] {
        [commandLine(["apparatus", EditionLocation.isWorkspace(name) ? "assess" : "test", name])]
    }
}
