internal import Arithmetic
internal import Domain
internal import Evidence
public import JSON
internal import Methodology
internal import Scoring

/// Outcomes as JSON, with the hashes of edition and evidence and what the results are.
public enum ResultJSON {
    /// How many bodies are held as trees at a time.
    private static let batch = 512

    /// One object, indented, with a line end: what was applied to what, then the results in the
    /// order of the selection; the same bytes on any number of threads.
    ///
    /// - Parameters:
    ///   - selection: Which outcomes, and in what order.
    ///   - wording: The language of titles and reasons.
    ///   - threads: At most so many; `nil` uses all cores.
    /// - Returns: UTF-8.
    public static func bytes(
        _ selection: ResultSelection, _ wording: Wording, threads: Int? = nil
    ) -> [UInt8] {
        // The results come last: the ends of their list and of the object make room for them.
        var bytes = head(selection, wording).bytes(isIndented: true)
        bytes.removeLast("]\n}".utf8.count)
        let start = bytes.count
        let bodies = wording.assessment.evidence.bodies.count
        for first in stride(from: 0, to: bodies, by: batch) {
            let count = min(batch, bodies - first)
            let pieces = Parallel.map(count, chunk: 32, threads: threads) { range in
                var piece: [UInt8] = []
                for body in range {
                    for row in selection.rows(ofBody: first + body, wording) {
                        piece += ",\n    ".utf8
                        piece += result(row, wording).bytes(isIndented: true, depth: 2)
                    }
                }
                return piece
            }
            for piece in pieces { bytes += bytes.count == start ? piece.dropFirst() : piece[...] }
        }
        bytes += (bytes.count == start ? "]\n}\n" : "\n  ]\n}\n").utf8
        return bytes
    }

    private static func head(_ selection: ResultSelection, _ wording: Wording) -> JSON {
        let assessment = wording.assessment
        let evidence = assessment.evidence
        let outside = evidence.periods.indices.filter { !assessment.scoredPeriods.contains($0) }
        return .object([
            JSON.Member("edition", edition(wording)),
            JSON.Member(
                "evidence",
                .object([
                    JSON.Member("hash", .text(evidence.hash)),
                    JSON.Member("files", .list(evidence.files.map(file))),
                ])),
            JSON.Member("periods", .list(selection.periods.map { period($0, assessment) })),
            JSON.Member(
                "periods-outside-the-edition", .list(outside.map { period($0, assessment) })),
            JSON.Member("results", .list([])),
        ])
    }

    /// What the edition is, with its hash.
    public static func edition(_ wording: Wording) -> JSON {
        let plan = wording.assessment.plan
        return .object([
            JSON.Member("methodology", .text(plan.identity.methodology)),
            JSON.Member("edition", .text(plan.identity.edition)),
            JSON.Member("title", JSON(wording.text(plan.identity.title))),
            JSON.Member("status", .text(plan.identity.status.rawValue)),
            JSON.Member("hash", .text(plan.identity.hash)),
        ])
    }

    private static func file(_ file: Evidence.File) -> JSON {
        .object([
            JSON.Member("name", .text(file.name)), JSON.Member("sha256", .text(file.hash)),
        ])
    }

    private static func period(_ position: Int, _ assessment: Assessment) -> JSON {
        .text(assessment.evidence.periods[position].description)
    }

    /// A number, or a grade as a text.
    private static func end(_ ends: ResultRow.Ends?, _ end: KeyPath<ResultRow.Ends, String>) -> JSON
    {
        guard let ends else { return .null }
        return ends.areGrades ? .text(ends[keyPath: end]) : .number(ends[keyPath: end])
    }

    /// One outcome.
    static func result(_ row: ResultRow, _ wording: Wording) -> JSON {
        let assessment = wording.assessment
        let body = assessment.body(of: row.unit)
        return .object([
            JSON.Member("body", .text(assessment.evidence.bodies[body].id)),
            JSON.Member("body-title", .text(wording.body(body))),
            JSON.Member("node", .text(assessment.plan.nodes[row.node].id)),
            JSON.Member("period", period(assessment.period(of: row.unit), assessment)),
            JSON.Member("state", .text(row.state.rawValue)),
            JSON.Member("value", JSON(row.value)),
            JSON.Member("score", JSON(row.score)),
            JSON.Member("grade", JSON(row.grade)),
            JSON.Member("mark", JSON(row.mark)),
            JSON.Member("lower", end(row.bounds, \.lower)),
            JSON.Member("upper", end(row.bounds, \.upper)),
            JSON.Member("coverage", JSON(row.coverage)),
            JSON.Member("band", JSON(row.band)),
            JSON.Member("rank", JSON(row.rank)),
            JSON.Member("official", .flag(row.isOfficial)),
            JSON.Member("reason", JSON(row.reason)),
        ])
    }
}
