internal import Domain
internal import Evidence
internal import JSON
internal import Methodology
internal import Scoring

/// The results of single bodies, as they lie beside their pages.
///
/// What all bodies have in common is made ready once, for tens of thousands of them.
public struct BodyResults: Sendable {
    private let wording: Wording
    private let rows: ResultRows
    private let lines: ResultLines
    /// What was applied to what; hashing evidence takes as long as reading it, so it is done once.
    private let ground: [JSON.Member]

    /// Results in the language of a wording.
    ///
    /// - Parameters:
    ///   - wording: The language.
    ///   - selection: Which; `nil` for all nodes and every period that the edition holds for.
    public init(_ wording: Wording, _ selection: ResultSelection? = nil) {
        self.wording = wording
        let selection = selection ?? ResultSelection(wording.assessment)
        rows = ResultRows(selection, wording)
        lines = ResultLines(selection, wording)
        let hash = JSON.Member("hash", .text(wording.assessment.evidence.hash))
        ground = [
            JSON.Member("edition", ResultJSON.edition(wording)),
            JSON.Member("evidence", .object([hash])),
        ]
    }

    /// The lines of ``ResultCSV`` for one body, with the headings.
    public func csv(_ body: Int) -> [UInt8] { csv([body]) }

    /// The lines of ``ResultCSV`` for some bodies, with the headings.
    public func csv(_ bodies: [Int]) -> [UInt8] {
        var bytes = Array((ResultCSV.columns.joined(separator: ",") + "\n").utf8)
        for body in bodies { lines.append(body, to: &bytes) }
        return bytes
    }

    /// One object: what was applied to what, every result as ``ResultJSON`` has it, and how those
    /// of one period came about, as the traces of `explain` have it.
    ///
    /// - Parameters:
    ///   - body: Its position.
    ///   - period: The position of the period that the traces are of.
    ///   - traces: Those of the body in that period.
    /// - Returns: UTF-8 with a line end.
    public func json(_ body: Int, period: Int, traces: [Trace]) -> [UInt8] {
        let evidence = wording.assessment.evidence
        return file([
            JSON.Member("body", .text(evidence.bodies[body].id)),
            JSON.Member("body-title", .text(wording.body(body))),
            JSON.Member("results", .list(results([body]))),
            JSON.Member("period", .text(evidence.periods[period].description)),
            JSON.Member("traces", .list(traces.map { $0.document(wording) })),
        ])
    }

    /// One object: what was applied to what, and the results of some bodies.
    public func json(_ bodies: [Int]) -> [UInt8] {
        file([JSON.Member("results", .list(results(bodies)))])
    }

    private func results(_ bodies: [Int]) -> [JSON] {
        var results: [JSON] = []
        for body in bodies {
            rows.forEach(ofBody: body) { _, _, row in
                results.append(ResultJSON.result(row, wording))
            }
        }
        return results
    }

    private func file(_ members: [JSON.Member]) -> [UInt8] {
        // Without spaces: there are tens of thousands of these files, and programs read them.
        JSON.object(ground + members).bytes() + [UInt8(ascii: "\n")]
    }
}
