internal import Domain
internal import Evidence
internal import Explanation
internal import Methodology
internal import Pages
internal import Scoring

/// A workspace that was assessed by one of its editions.
struct ScoredEdition {
    let question: Question
    let wording: Wording
    /// What it is compared with; `nil` for nothing.
    let earlier: Earlier?
    /// Where ranks lie if choices had been made otherwise.
    var intervals = ReportedRobustness.Intervals.unwanted

    /// Assesses it, and reads what it is compared with.
    ///
    /// - Throws: ``Refusal`` when a number cannot be, or the other cannot be read.
    init(_ question: Question, _ request: Assess.Request) throws(Refusal) {
        self.question = question
        earlier = try Earlier.open(request, for: question)
        wording = Wording(
            try question.workspace.assessment(request.workspace, nodes: question.nodes),
            language: request.workspace.language)
    }

    var assessment: Assessment { wording.assessment }

    /// What goes out.
    var selection: ResultSelection {
        ResultSelection(
            assessment, nodes: question.nodes.isEmpty ? nil : question.nodes,
            periods: question.periods)
    }

    /// Together with how the results differ from earlier ones; `nil` where nothing is compared.
    func changed(threads: Int?) -> ChangedResults? {
        earlier.map { earlier in
            ChangedResults(
                selection, wording, from: earlier.results, threads: threads,
                period: earlier.period(for:))
        }
    }

    /// The latest of the periods that were asked for.
    var latest: Period? { question.periods.last.map { assessment.evidence.periods[$0] } }
}

/// The results of all editions that hold for something, in the order of their first days.
struct ScoredEditions {
    private(set) var editions: [ScoredEdition]
    /// One for each edition, also for those that were asked for nothing.
    let workspaces: [Workspace]
    let request: Assess.Request

    /// How many outcomes go out.
    var resultCount: Int {
        editions.reduce(0) { count, edition in
            let selection = edition.selection
            return count + selection.nodes.count * selection.periods.count
                * edition.assessment.evidence.bodies.count
        }
    }

    func write(to page: inout Page) {
        let threads = request.workspace.threads
        switch request.destination.format {
        case .table: writeTables(to: &page)
        case .csv:
            for (position, edition) in editions.enumerated() {
                if let changed = edition.changed(threads: threads) {
                    let results = ResultCSV.bytes(
                        edition.selection, edition.wording, threads: threads)
                    let bytes = changed.csv(results)
                    page.data(position == 0 ? bytes : Array(bytes.afterFirstLine))
                    continue
                }
                // The headings stand once.
                page.data(
                    ResultCSV.document(
                        edition.selection, edition.wording, hasHeadings: position == 0,
                        threads: threads))
            }
        case .json: writeJSON(to: &page)
        }
    }

    /// One object, or those of several editions as a list under `editions`.
    private func writeJSON(to page: inout Page) {
        let (isList, threads) = (editions.count > 1, request.workspace.threads)
        if isList { page.data(Array("{\n  \"editions\": [\n".utf8)) }
        for (position, edition) in editions.enumerated() {
            if position > 0 { page.data(Array(",\n".utf8)) }
            if isList { page.data(Array("    ".utf8)) }
            let results = ResultJSON.document(
                edition.selection, edition.wording, depth: isList ? 2 : 0, threads: threads)
            if let earlier = edition.earlier, let changed = edition.changed(threads: threads) {
                page.data(
                    changed.json(results.bytes, earlier.members(), depth: isList ? 2 : 0))
            } else {
                page.data(results)
            }
        }
        page.data(Array((isList ? "\n  ]\n}\n" : "\n").utf8))
    }

    // MARK: Tables

    /// The period that is shown: the latest for which any edition holds.
    private var latest: Period? { editions.compactMap(\.latest).max() }

    private var shown: [Scorecards] {
        let latest = latest
        return editions.filter { $0.latest == latest }.map(cards)
    }

    private func cards(_ edition: ScoredEdition) -> Scorecards {
        Scorecards(
            wording: edition.wording, display: Display(edition.assessment), request: request,
            workspace: edition.question.workspace, periods: edition.question.periods,
            otherPeriods: otherPeriods, asked: edition.question.nodes, earlier: edition.earlier,
            intervals: edition.intervals)
    }

    /// Studies the nodes that have tables, where the edition or an analyst names alternatives.
    ///
    /// - Returns: Why there are no intervals, as warnings.
    /// - Throws: ``Refusal`` when what an analyst assumes cannot be read.
    mutating func study(_ progress: Progress) throws(Refusal) -> [Complaint] {
        guard request.destination.format == .table, let options = request.study else { return [] }
        var complaints: [Complaint] = []
        let latest = latest
        for position in editions.indices where editions[position].latest == latest {
            let (edition, cards) = (editions[position], cards(editions[position]))
            let workspace = edition.question.workspace
            // How sure a verdict on stages is, diagnose says.
            if workspace.hasVerdictsAlone { continue }
            guard var alternatives = try workspace.alternatives(assumed: options.alternatives)
            else { continue }
            let nodes = cards.nodes
            alternatives.nodes = alternatives.nodes.filter(nodes.contains)
            guard !alternatives.nodes.isEmpty else { continue }
            progress.say("Scoring \(Words.counted(options.runs, "time")) more")
            let intervals = Workspace.study(
                edition.assessment, alternatives, period: cards.period, options,
                threads: request.workspace.threads)
            if case .refused(let reasons) = intervals {
                complaints.append(
                    workspace.complaint(
                        about: reasons, assumed: options.alternatives, isWarning: true))
            }
            editions[position].intervals = intervals
        }
        return complaints
    }

    /// What could be shown besides, the earliest first.
    private var otherPeriods: [Period] {
        let all = workspaces.flatMap { workspace in
            workspace.evidence.periods.filter(workspace.plan.identity.holds)
        }
        return Set(all).filter { $0 != latest }.sorted()
    }

    private func writeTables(to page: inout Page) {
        let shown = shown
        for (position, cards) in shown.enumerated() {
            if position > 0 { page.line() }
            cards.write(to: &page)
        }
        // Editions of other periods have no table here; what none holds for is said all the same.
        let names = shown.map(\.workspace.plan.identity.name)
        let rest = workspaces.filter { !names.contains($0.plan.identity.name) }
            .flatMap(OutsideRecords.lines)
        if !rest.isEmpty { page.line() }
        page.lines(rest)
    }

    /// What a reader of these tables does next.
    var next: [String] { shown.last?.next ?? [] }
}

extension [UInt8] {
    /// Without the first line.
    fileprivate var afterFirstLine: ArraySlice<UInt8> {
        (firstIndex(of: 10).map { self[($0 + 1)...] }) ?? []
    }
}
