internal import Arithmetic
internal import Domain
internal import Evidence
internal import Explanation
internal import Methodology
internal import Scoring

/// What bodies have handed in for one period, by one edition.
struct SubmissionList {
    let wording: Wording
    let display: Display
    let period: Int
    /// Positions of the nodes whose gain is told: what stands at the top of each scorecard.
    let totals: [Int]
    /// In the order of the bodies' file.
    let submissions: [Submission]

    var assessment: Assessment { wording.assessment }
    var plan: Plan { assessment.plan }

    /// One for each period.
    ///
    /// - Parameters:
    ///   - question: Which edition.
    ///   - periods: Which of its periods.
    ///   - request: The language and the threads.
    ///   - body: The only body; `nil` for all.
    /// - Returns: In the order of the periods.
    /// - Throws: ``Refusal`` when a number cannot be.
    static func all(
        _ question: Question, _ periods: ArraySlice<Int>, _ request: Status.Request, _ body: Body?
    ) throws(Refusal) -> [SubmissionList] {
        let assessment = try question.workspace.assessment(request.workspace)
        let wording = Wording(assessment, language: request.workspace.language)
        let display = Display(assessment)
        let totals = assessment.plan.roots.flatMap(assessment.plan.scored)
        let only = body.flatMap { assessment.evidence.bodies.firstIndex(of: $0) }
        return periods.map { period in
            let all = assessment.submissions(
                in: period, totals: totals, threads: request.workspace.threads)
            return SubmissionList(
                wording: wording, display: display, period: period, totals: totals,
                submissions: only.map { [all[$0]] } ?? all)
        }
    }

    /// Whoever owes something first, the most pressing of them first; otherwise in the order of
    /// the bodies' file.
    var pressing: [Submission] {
        submissions.enumerated().sorted { one, other in
            if one.element.isMorePressing(than: other.element) { return true }
            if other.element.isMorePressing(than: one.element) { return false }
            return one.offset < other.offset
        }.map(\.element)
    }

    func body(_ submission: Submission) -> Body {
        assessment.evidence.bodies[assessment.body(of: submission.unit)]
    }

    /// The id of an input or a table.
    func id(_ item: Submission.Item) -> String {
        switch item {
        case .input(let input): plan.schema.inputs[input].id
        case .table(let table): plan.schema.tables[table].id
        }
    }

    /// What people call an input or a table; `nil` where the edition says nothing.
    func title(_ item: Submission.Item) -> String? {
        switch item {
        case .input(let input): wording.text(plan.schema.inputs[input].title)
        case .table(let table): wording.text(plan.schema.tables[table].title)
        }
    }

    /// The fields of a table that are blank in some of its records.
    func fields(_ debt: Submission.Debt) -> [String] {
        guard case .table(let table) = debt.item else { return [] }
        return debt.fields.map { plan.schema.tables[table].fields[$0].id }
    }

    /// Why nothing is due from a body.
    func exemption(_ submission: Submission) -> String {
        let (body, lastDay) = (
            body(submission), assessment.evidence.periods[period].lastDay
        )
        return body.existed(on: lastDay)
            ? "\(plan.identity.name) does not apply to the kind \"\(body.kind)\""
            : "it did not exist on \(lastDay)"
    }
}
