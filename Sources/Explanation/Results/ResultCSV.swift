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
        var head: [UInt8] = []
        append(identity.methodology, to: &head)
        append(identity.edition, to: &head)
        let start = head
        let bodies = wording.assessment.evidence.bodies.count
        let pieces = Parallel.map(bodies, chunk: 64, threads: threads) { range in
            var bytes: [UInt8] = []
            for body in range {
                for row in selection.rows(ofBody: body, wording) {
                    bytes += start
                    append(row, wording, to: &bytes)
                }
            }
            return bytes
        }
        var bytes = Array((columns.joined(separator: ",") + "\n").utf8)
        bytes.reserveCapacity(pieces.reduce(bytes.count) { $0 + $1.count })
        for piece in pieces { bytes += piece }
        return bytes
    }

    private static func append(_ row: ResultRow, _ wording: Wording, to bytes: inout [UInt8]) {
        let assessment = wording.assessment
        append(assessment.evidence.bodies[assessment.body(of: row.unit)].id, to: &bytes)
        append(assessment.plan.nodes[row.node].id, to: &bytes)
        append(assessment.evidence.periods[assessment.period(of: row.unit)].description, to: &bytes)
        append(row.state.rawValue, to: &bytes)
        append(row.value, to: &bytes)
        append(row.score, to: &bytes)
        append(row.grade ?? "", to: &bytes)
        append(row.mark ?? "", to: &bytes)
        append(row.bounds?.lower ?? "", to: &bytes)
        append(row.bounds?.upper ?? "", to: &bytes)
        append(row.coverage, to: &bytes)
        append(row.band ?? "", to: &bytes)
        append(row.rank.map { String($0) } ?? "", to: &bytes)
        append(row.isOfficial ? "true" : "false", to: &bytes)
        append(row.reason ?? "", to: &bytes)
        bytes[bytes.count - 1] = UInt8(ascii: "\n")
    }

    /// A cell and the comma after it.
    private static func append(_ text: String, to bytes: inout [UInt8]) {
        bytes += quoted(text).utf8
        bytes.append(UInt8(ascii: ","))
    }

    private static func append(_ number: Fixed?, to bytes: inout [UInt8]) {
        if let number { bytes += number.description.utf8 }
        bytes.append(UInt8(ascii: ","))
    }

    /// In quotes where a comma, a quote or a line end makes them needed.
    ///
    /// Quotes are found among the bytes: as characters they hide under marks that combine.
    public static func quoted(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { byte in
            byte != UInt8(ascii: ",") && byte != UInt8(ascii: "\"") && byte != 10 && byte != 13
        }
        if isPlain { return text }
        let parts = text.utf8.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
        return "\"" + parts.map { String(Substring($0)) }.joined(separator: "\"\"") + "\""
    }
}
