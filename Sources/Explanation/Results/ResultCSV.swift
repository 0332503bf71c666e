internal import Arithmetic
internal import Domain
internal import Evidence
internal import Methodology
internal import Scoring

/// Outcomes as CSV (RFC 4180, UTF-8, LF): numbers in plain digits with a point, unrounded.
public enum ResultCSV {
    /// The headings, in their order.
    public static let columns = [
        "methodology", "edition", "body", "node", "period", "state", "value", "score", "grade",
        "mark", "lower", "upper", "coverage", "band", "rank", "official", "reason",
    ]

    /// The whole table; the same bytes on any number of threads.
    ///
    /// - Parameters:
    ///   - selection: Which outcomes, and in what order.
    ///   - wording: The language of the reasons.
    ///   - threads: At most so many; `nil` uses all cores.
    /// - Returns: Headings and one line for each outcome.
    public static func bytes(
        _ selection: ResultSelection, _ wording: Wording, threads: Int? = nil
    ) -> [UInt8] {
        let identity = wording.assessment.plan.identity
        let head = quoted(identity.methodology) + "," + quoted(identity.edition) + ","
        let bodies = wording.assessment.evidence.bodies.count
        let pieces = Parallel.map(bodies, chunk: 64, threads: threads) { range in
            var bytes: [UInt8] = []
            for body in range {
                for row in selection.rows(ofBody: body, wording) {
                    bytes += (head + line(row, wording) + "\n").utf8
                }
            }
            return bytes
        }
        return pieces.reduce(into: Array((columns.joined(separator: ",") + "\n").utf8)) {
            $0 += $1
        }
    }

    private static func line(_ row: ResultRow, _ wording: Wording) -> String {
        let assessment = wording.assessment
        let body = assessment.evidence.bodies[assessment.body(of: row.unit)]
        let period = assessment.evidence.periods[assessment.period(of: row.unit)]
        let cells = [
            body.id, assessment.plan.nodes[row.node].id, period.description, row.state.rawValue,
            row.value?.description ?? "", row.score?.description ?? "", "", "",
            row.bounds?.lower.description ?? "", row.bounds?.upper.description ?? "",
            row.coverage?.description ?? "", row.band ?? "", row.rank.map { String($0) } ?? "",
            row.isOfficial ? "true" : "false", row.reason ?? "",
        ]
        return cells.map(quoted).joined(separator: ",")
    }

    /// In quotes where a comma, a quote or a line end makes them needed.
    static func quoted(_ text: String) -> String {
        let special: Set<UInt8> = [
            UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"),
        ]
        guard text.utf8.contains(where: { special.contains($0) }) else { return text }
        return "\""
            + text.split(separator: "\"", omittingEmptySubsequences: false)
            .joined(separator: "\"\"") + "\""
    }
}
