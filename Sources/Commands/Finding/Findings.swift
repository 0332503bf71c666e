internal import Domain
internal import Evidence
internal import Explanation
internal import Expressions
internal import Improvement
internal import Methodology
internal import Scoring

/// `apparatus findings`: what fails the edition's checks, with file and row, plans that ask for
/// little, and decisions that changed nothing.
package enum Findings {
    /// Looks through the workspace.
    ///
    /// - Parameters:
    ///   - request: Which workspace; its period, or all that the edition holds for.
    ///   - isFailing: Whether findings end the process with 1.
    ///   - terminal: Who watches.
    /// - Returns: A paragraph for each check that failed.
    package static func answer(
        _ request: Workspace.Request, isFailing: Bool, _ terminal: Terminal
    ) -> Answer {
        Answer.working(terminal) { (progress) throws(Refusal) in
            let workspaces = try Workspace.all(request, progress)
            let questions = try Question.all([], request.period, in: workspaces)
            var answer = Answer(workspaces, language: request.language, terminal)
            var (isFound, isIdle) = (false, false)
            for (position, question) in questions.enumerated() {
                let list = try list(of: question, request)
                if position > 0 { answer.output.line() }
                if questions.count > 1 {
                    answer.output.line(question.workspace.plan.identity.name, .heading)
                }
                list.write(to: &answer.output)
                isFound = isFound || !list.findings.isEmpty || !list.effort.isEmpty
                isIdle = isIdle || !list.idle.isEmpty
            }
            if !isFound {
                answer.next([request.command("assess")])
            } else {
                answer.next([
                    "ask whoever handed these rows in, correct them at their source, then "
                        + request.command("assess")
                ])
            }
            if isFailing, isFound || isIdle { answer.status = .failed }
            return answer
        }
    }

    /// What one edition finds in the periods that are asked for.
    private static func list(
        of question: Question, _ request: Workspace.Request
    ) throws(Refusal) -> FindingList {
        let assessment = try question.workspace.assessment(request)
        let findings = assessment.findings(threads: request.threads).filter { finding in
            question.periods.contains(assessment.period(of: finding.unit))
        }
        let effort = assessment.effortFindings(threads: request.threads).filter { finding in
            question.periods.contains(assessment.period(of: finding.unit))
        }
        let tried = decisions(of: question, request)
        let idle = assessment.idleDecisions(among: tried, threads: request.threads)
        return FindingList(
            wording: Wording(assessment, language: request.language), findings: findings,
            effort: effort, idle: idle, tried: tried.count, prefix: SplitPath.prefix(request.folder)
        )
    }

    /// The decisions that the edition judges, in the periods that are asked for.
    private static func decisions(
        of question: Question, _ request: Workspace.Request
    ) -> [Int] {
        let (evidence, share) = (question.workspace.evidence, question.workspace.share)
        return evidence.decisions.indices.filter { number in
            let (period, body) = evidence.decisions[number].unit
                .quotientAndRemainder(dividingBy: evidence.bodies.count)
            let isAsked = request.period == nil || question.periods.contains(period)
            return isAsked
                && share.judges(evidence.bodies[body].kind, evidence.periods[period])
        }
    }
}

/// Findings for people, check by check.
struct FindingList {
    let wording: Wording
    let findings: [Finding]
    /// Plans that ask for little.
    let effort: [EffortFinding]
    /// Decisions that changed nothing.
    let idle: [IdleDecision]
    /// Of how many decisions.
    let tried: Int
    /// What stands before the names of files.
    let prefix: String

    private var assessment: Assessment { wording.assessment }
    private var plan: Plan { assessment.plan }

    func write(to page: inout Page) {
        for position in plan.checks.indices {
            let own = findings.filter { $0.check == position }
            guard !own.isEmpty else { continue }
            let check = plan.checks[position]
            let title = wording.text(check.title).map { "\($0) (\(check.id))" } ?? check.id
            page.line(title, .heading)
            page.line("  expected: \(Substitution.oneLine(check.expect.source.text))")
            var table = TextTable(["": .left, "": .left, "": .left, "": .left, "": .left])
            for finding in own { table.add(cells(finding, check)) }
            page.lines(table.lines(indent: 2))
            page.line()
        }
        EffortList(wording: wording, findings: effort, prefix: prefix).write(to: &page)
        IdleDecisions(wording: wording, idle: idle, prefix: prefix).write(to: &page)
        let checks = Words.counted(plan.checks.count, "check")
        let rows = Words.counted(findings.count, "finding")
        page.line(plan.checks.isEmpty ? "The edition has no checks" : "\(checks), \(rows)")
        if !plan.effort.isEmpty {
            let looks = Words.counted(plan.effort.count, "check")
            page.line("\(looks) of effort, \(Words.counted(effort.count, "finding"))")
        }
        guard tried > 0 else { return }
        page.line("\(Words.counted(tried, "decision")), \(idle.count) of them changed nothing")
    }

    /// File and row, body, period, key, and the values that the check looks at.
    private func cells(_ finding: Finding, _ check: Plan.Check) -> [String] {
        let evidence = assessment.evidence
        let body = evidence.bodies[assessment.body(of: finding.unit)]
        let period = evidence.periods[assessment.period(of: finding.unit)]
        var place = ""
        var key = ""
        if let table = check.table, let record = finding.record {
            let records = evidence.tables[table]
            place = records.file.map { "\(prefix)\($0): row \(records.rows[record])" } ?? ""
            key = records.keys[record].joined(separator: " ")
        } else if let input = inputs(of: check).first {
            let column = evidence.inputs[input]
            let row = column.rows[finding.unit]
            place = column.file(at: finding.unit).map { "\(prefix)\($0): row \(row)" } ?? ""
        }
        return [place, body.id, period.description, key, values(finding, check)]
    }

    private func inputs(of check: Plan.Check) -> [Int] {
        var inputs: [Int] = []
        check.expect.expression.forEach {
            if case .input(let input) = $0.kind { inputs.append(input) }
        }
        return inputs
    }

    /// As in `in_time = "Y", days = 17, time_limit = 15`, each once.
    private func values(_ finding: Finding, _ check: Plan.Check) -> String {
        var texts: [String] = []
        for formula in [check.expect, check.when].compactMap({ $0 }) {
            for (name, part) in names(in: formula, of: check) {
                let text = "\(name) = \(Substitution.text(figure(part, finding, check)))"
                if !texts.contains(text) { texts.append(text) }
            }
        }
        return texts.joined(separator: ", ")
    }

    /// The names in a formula, then those that the record's computed fields among them rest on:
    /// who is asked about a finding knows what was handed in, not what was made of it.
    private func names(
        in formula: Formula, of check: Plan.Check
    ) -> [(name: String, part: Expression)] {
        var names: [(name: String, part: Expression)] = []
        var formulas = [formula]
        var computed: Set<Int> = []
        var position = 0
        while position < formulas.count {
            let source = formulas[position].source
            for part in Self.named(formulas[position].expression) {
                if case .computed(let table, let field) = part.kind, table == check.table {
                    if computed.insert(field).inserted {
                        formulas.append(plan.computed[table][field].formula)
                    }
                    if position > 0 { continue }
                }
                names.append((Substitution.oneLine(source.slice(part.range)), part))
            }
            position += 1
        }
        return names
    }

    private func figure(_ part: Expression, _ finding: Finding, _ check: Plan.Check) -> Figure {
        guard let table = check.table, let record = finding.record else {
            return assessment.figure(of: part, at: finding.unit)
        }
        return assessment.figure(of: part, at: finding.unit, table: table, record: record)
    }

    /// Names, and functions over records as a whole, in the order in which they stand.
    private static func named(_ expression: Expression) -> [Expression] {
        expression.isTold ? [expression] : expression.parts.flatMap(named)
    }
}
