internal import Arithmetic
internal import Domain
internal import Evidence
internal import Explanation
internal import Scoring

/// How one node's outcomes of a period differ from earlier ones, for the league table.
struct LeagueChanges {
    /// So many bodies are listed with what moved them, and so many parts of each.
    private static let (mostBodies, mostParts) = (20, 8)

    private let changes: [ScoreChange]
    private let words: ChangeWording
    private let wording: Wording
    private let earlier: Earlier
    /// The earlier period; `nil` where there is none.
    let period: Period?

    /// The changes of all bodies.
    init(
        of node: Int, in period: Int, _ wording: Wording, from earlier: Earlier, threads: Int?
    ) {
        let assessment = wording.assessment
        let before = earlier.period(for: assessment.evidence.periods[period])
        let count = assessment.evidence.bodies.count
        changes = Parallel.map(count, chunk: 32, threads: threads) { range in
            range.map { body in
                ScoreChange(
                    of: node, at: assessment.unit(body: body, period: period), in: assessment,
                    from: earlier.results, before)
            }
        }.flatMap { $0 }
        words = ChangeWording(changes, wording, from: earlier.results)
        self.wording = wording
        self.earlier = earlier
        self.period = before
    }

    /// The earlier rank, score and band of a body, and its move.
    func cells(_ body: Int) -> (rank: String, score: String, move: String, band: String) {
        let change = changes[body]
        return (
            change.old?.rank.map { String($0) } ?? "", words.was(change), words.move(change),
            words.band(change)
        )
    }

    /// What the table does not show: who came and went, and what moved the others.
    func write(to page: inout Page) {
        page.line("  " + summary)
        let evidence = wording.assessment.evidence
        let known = Set(evidence.bodies.map(\.id))
        let new = changes.indices.filter { !changes[$0].isKnown }.map(name)
        if !new.isEmpty {
            page.line(
                "  \(Words.counted(new.count, "new body")): "
                    + Words.some(new, atMost: 12, separator: "; "))
        }
        let gone = earlier.results.bodies.filter { !known.contains($0) }
        if !gone.isEmpty {
            page.line(
                "  \(Words.counted(gone.count, "body")) only in \(earlier.name): "
                    + Words.some(gone, atMost: 12))
        }
        let lost = changes.indices.filter {
            changes[$0].old?.state == .score && changes[$0].new.state != .score
        }.map { "\(name($0)), was \(words.was(changes[$0]))" }
        if !lost.isEmpty {
            page.line("  No score any more: " + Words.some(lost, atMost: 12, separator: "; "))
        }
        writeMoves(to: &page)
    }

    private func name(_ body: Int) -> String {
        "\(wording.body(body)) (\(wording.assessment.evidence.bodies[body].id))"
    }

    private var summary: String {
        guard let period else { return "Nothing earlier to compare with" }
        let moves = changes.compactMap(\.move)
        let (up, down) = (moves.count { $0.raw > 0 }, moves.count { $0.raw < 0 })
        var parts = ["\(up) up", "\(down) down", "\(moves.count - up - down) as before"]
        let compared = changes.filter { $0.move != nil }
        let bands = compared.count { $0.old?.band != $0.new.band }
        if bands > 0 { parts.append("\(bands) in another band") }
        return "Against \(period): \(parts.joined(separator: ", "))"
    }

    /// The largest moves first, each with its parts.
    private func writeMoves(to page: inout Page) {
        let moved = changes.indices.compactMap { body in
            words.printed(changes[body]).map { (body: body, printed: $0) }
        }.sorted { first, second in
            let sizes = [first, second].map { changes[$0.body].move?.raw.magnitude ?? 0 }
            return (sizes[1], first.body) < (sizes[0], second.body)
        }
        guard !moved.isEmpty else { return }
        page.line()
        page.line("  What moved them")
        for (body, printed) in moved.prefix(Self.mostBodies) {
            page.line("  \(name(body)): \(printed.was) → \(printed.now), \(printed.move)")
            var table = TextTable([("", .left), ("", .right), ("", .left)])
            for part in printed.parts.prefix(Self.mostParts) {
                table.add([part.name, part.points, part.scores])
            }
            page.table(table, hasHeadings: false, indent: 4)
            let left = printed.parts.count - Self.mostParts
            if left > 0 { page.line("    and \(Words.counted(left, "part")) more") }
        }
        let left = moved.count - Self.mostBodies
        if left > 0 {
            page.line("  and \(Words.counted(left, "body")) more; --format csv lists all")
        }
    }
}
