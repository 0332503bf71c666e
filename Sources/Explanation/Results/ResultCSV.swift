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
    /// How many bodies are one piece of work.
    private static let chunk = 32

    /// The whole table; the same bytes on any number of threads.
    ///
    /// - Parameters:
    ///   - selection: Which outcomes, and in what order.
    ///   - wording: The language of the reasons.
    ///   - hasHeadings: Whether the headings stand on top.
    ///   - threads: At most so many; `nil` uses all cores.
    /// - Returns: Headings and one line for each outcome.
    public static func document(
        _ selection: ResultSelection, _ wording: Wording, hasHeadings: Bool = true,
        threads: Int? = nil
    ) -> PiecedBytes {
        let lines = Lines(selection, wording)
        let head = hasHeadings ? Array((columns.joined(separator: ",") + "\n").utf8) : []
        return PiecedBytes(
            head: head, count: wording.assessment.evidence.bodies.count, chunk: chunk,
            threads: threads, tail: []
        ) { bodies in
            var bytes: [UInt8] = []
            bytes.reserveCapacity(bodies.count * lines.guess)
            for body in bodies { lines.append(body, to: &bytes) }
            return bytes
        }
    }

    /// The whole table at once, otherwise as ``document(_:_:hasHeadings:threads:)``.
    public static func bytes(
        _ selection: ResultSelection, _ wording: Wording, threads: Int? = nil
    ) -> [UInt8] {
        document(selection, wording, threads: threads).bytes
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

/// The lines of the table, with what does not change from one to the next in bytes already.
private struct Lines: Sendable {
    private let rows: ResultRows
    private let assessment: Assessment
    /// Methodology and edition.
    private let start: [UInt8]
    /// By position in the selection, like ``periods``.
    private let nodes: [[UInt8]]
    private let periods: [[UInt8]]

    init(_ selection: ResultSelection, _ wording: Wording) {
        rows = ResultRows(selection, wording)
        assessment = wording.assessment
        let (plan, evidence) = (assessment.plan, assessment.evidence)
        start = Self.cell(plan.identity.methodology) + Self.cell(plan.identity.edition)
        nodes = selection.nodes.map { Self.cell(plan.nodes[$0].id) }
        periods = selection.periods.map { Self.cell(evidence.periods[$0].description) }
    }

    /// How many bytes the lines of a body may take; only to make room.
    var guess: Int { nodes.count * periods.count * 160 }

    /// Adds the lines of one body.
    func append(_ body: Int, to bytes: inout [UInt8]) {
        let id = Self.cell(assessment.evidence.bodies[body].id)
        rows.forEach(ofBody: body) { node, period, row in
            bytes += start
            bytes += id
            bytes += nodes[node]
            bytes += periods[period]
            Self.append(row, to: &bytes)
        }
    }

    private static func append(_ row: ResultRow, to bytes: inout [UInt8]) {
        append(row.state.rawValue, to: &bytes)
        append(row.value, to: &bytes)
        append(row.score, to: &bytes)
        append(row.grade, to: &bytes)
        append(row.mark, to: &bytes)
        if let ends = row.ends {
            append(ends.lower, to: &bytes)
            append(ends.upper, to: &bytes)
        } else {
            append(row.bounds?.lower, to: &bytes)
            append(row.bounds?.upper, to: &bytes)
        }
        append(row.coverage, to: &bytes)
        append(row.band, to: &bytes)
        append(row.rank.map { String($0) }, to: &bytes)
        append(row.isOfficial ? "true" : "false", to: &bytes)
        append(row.reason, to: &bytes)
        bytes[bytes.count - 1] = UInt8(ascii: "\n")
    }

    /// A cell and the comma after it.
    private static func cell(_ text: String) -> [UInt8] {
        Array((ResultCSV.quoted(text) + ",").utf8)
    }

    private static func append(_ text: String?, to bytes: inout [UInt8]) {
        if let text { bytes += ResultCSV.quoted(text).utf8 }
        bytes.append(UInt8(ascii: ","))
    }

    private static func append(_ number: Fixed?, to bytes: inout [UInt8]) {
        number?.write(to: &bytes)
        bytes.append(UInt8(ascii: ","))
    }
}
