internal import Domain
internal import Evidence
internal import Explanation
internal import Methodology
internal import Scoring

/// A workspace that was assessed by one of its editions.
struct ScoredEdition {
    let question: Question
    let wording: Wording

    /// Assesses it.
    ///
    /// - Throws: ``Refusal`` when a number cannot be.
    init(_ question: Question, _ request: Assess.Request) throws(Refusal) {
        self.question = question
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

    /// The latest of the periods that were asked for.
    var latest: Period? { question.periods.last.map { assessment.evidence.periods[$0] } }
}

/// The results of all editions that hold for something, in the order of their first days.
struct ScoredEditions {
    let editions: [ScoredEdition]
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
        switch request.chosenFormat {
        case .table: writeTables(to: &page)
        case .csv:
            for (position, edition) in editions.enumerated() {
                let bytes = ResultCSV.bytes(edition.selection, edition.wording, threads: threads)
                // The headings stand once.
                page.data(position == 0 ? bytes : Array(bytes.afterFirstLine))
            }
        case .json:
            let parts = editions.map {
                ResultJSON.bytes($0.selection, $0.wording, threads: threads)
            }
            page.data(parts.count == 1 ? parts[0] : Self.joined(parts))
        }
    }

    /// Objects as a list under `editions`.
    private static func joined(_ parts: [[UInt8]]) -> [UInt8] {
        let indented = parts.map { part in
            part.split(separator: 10).map { Array("    ".utf8) + $0 }.joined(separator: [10])
        }
        return Array("{\n  \"editions\": [\n".utf8) + indented.joined(separator: Array(",\n".utf8))
            + Array("\n  ]\n}\n".utf8)
    }

    // MARK: Tables

    /// The period that is shown: the latest for which any edition holds.
    private var latest: Period? { editions.compactMap(\.latest).max() }

    private var shown: [Scorecards] {
        let (latest, others) = (latest, otherPeriods)
        return editions.filter { $0.latest == latest }.map { edition in
            Scorecards(
                wording: edition.wording, display: Display(edition.assessment), request: request,
                workspace: edition.question.workspace, periods: edition.question.periods,
                otherPeriods: others, asked: edition.question.nodes)
        }
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
