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
        let lines = ResultLines(selection, wording)
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
        guard text.utf8.contains(where: needsQuotes) else { return text }
        let parts = text.utf8.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
        return "\"" + parts.map { String(Substring($0)) }.joined(separator: "\"\"") + "\""
    }
}

extension ResultCSV {
    /// Whether a cell with the byte stands in quotes.
    fileprivate static func needsQuotes(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 10 || byte == 13
    }
}

/// The lines of the table, with what does not change from one to the next in bytes already.
struct ResultLines: Sendable {
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
        let start = start + Self.cell(assessment.evidence.bodies[body].id)
        var writer = CellWriter(bytes: bytes)
        bytes = []
        rows.forEach(ofBody: body) { node, period, row in
            writer.bytes.add(start)
            writer.bytes.add(nodes[node])
            writer.bytes.add(periods[period])
            writer.write(row)
        }
        bytes = writer.bytes
    }

    /// A cell and the comma after it.
    private static func cell(_ text: String) -> [UInt8] {
        Array((ResultCSV.quoted(text) + ",").utf8)
    }
}

/// Writes cells, each with a comma after it.
private struct CellWriter {
    var bytes: [UInt8]
    /// The number that was written last, and its digits: value, score and bounds are often one.
    private var number = Fixed.zero
    private var digits = Array("0".utf8)

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// All of a row but what comes before its state.
    mutating func write(_ row: ResultRow) {
        write(row.state.rawValue)
        write(row.value)
        write(row.score)
        write(row.grade)
        write(row.mark)
        if let ends = row.ends {
            write(ends.lower)
            write(ends.upper)
        } else {
            write(row.bounds?.lower)
            write(row.bounds?.upper)
        }
        write(row.coverage)
        write(row.band)
        write(row.rank.map { Fixed($0) })
        write(row.isOfficial ? "true" : "false")
        write(row.reason)
        bytes[bytes.count - 1] = UInt8(ascii: "\n")
    }

    private mutating func write(_ text: String?) {
        if let text {
            let start = bytes.count
            bytes.append(contentsOf: text.utf8)
            if bytes[start...].contains(where: ResultCSV.needsQuotes) {
                bytes.removeSubrange(start...)
                bytes.append(contentsOf: ResultCSV.quoted(text).utf8)
            }
        }
        bytes.append(UInt8(ascii: ","))
    }

    private mutating func write(_ number: Fixed?) {
        if let number {
            if number != self.number {
                self.number = number
                digits.removeAll(keepingCapacity: true)
                number.write(to: &digits)
            }
            bytes.add(digits)
        }
        bytes.append(UInt8(ascii: ","))
    }
}

extension [UInt8] {
    /// Appends bytes without counting a reference to them, which takes longer than a short copy.
    fileprivate mutating func add(_ other: borrowing [UInt8]) {
        unsafe other.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
    }
}
