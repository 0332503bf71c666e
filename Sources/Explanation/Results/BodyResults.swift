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
    private let ground: KeyValuePairs<StaticString, JSON>

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
        ground = ["edition": ResultJSON.edition(wording), "evidence": .object([hash])]
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
        return file { json in
            json.member("body", evidence.bodies[body].id)
            json.member("body-title", wording.body(body))
            results([body], to: &json)
            json.member("period", evidence.periods[period].description)
            json.list("traces", of: traces) { $0.write(wording, to: &$1) }
        }
    }

    /// One object: what was applied to what, and the results of some bodies.
    public func json(_ bodies: [Int]) -> [UInt8] { file { results(bodies, to: &$0) } }

    private func results(_ bodies: [Int], to json: inout JSONWriter) {
        json.key("results")
        json.list { json in
            for body in bodies {
                rows.forEach(ofBody: body) { _, _, row in
                    ResultJSON.result(row, wording, to: &json)
                }
            }
        }
    }

    /// Without spaces: there are tens of thousands of these files, and programs read them.
    private func file(_ members: (inout JSONWriter) -> Void) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            for (key, value) in ground { json.member(key, value) }
            members(&json)
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }
}
