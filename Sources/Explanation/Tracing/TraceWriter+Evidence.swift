internal import Arithmetic
internal import Domain
internal import Evidence
internal import Methodology
internal import Scoring

/// Where the figures of a trace come from: parameters, inputs and records.
extension TraceWriter {
    /// As in `: services.csv rows 5–9; 2 without a value are skipped`, or `: 12 bodies`.
    func rows(_ tally: Tally) -> String {
        var text = ""
        if let table = tally.table, let file = assessment.evidence.tables[table].file,
            !tally.records.isEmpty
        {
            let rows = tally.records.map { Int(assessment.evidence.tables[table].rows[$0]) }
            text = ": \(file) \(Self.ranges(rows.sorted()))"
        }
        if let bodies = tally.bodies { text = ": \(bodies) \(bodies == 1 ? "body" : "bodies")" }
        guard tally.skipped > 0 else { return text }
        return text + "; \(tally.skipped) without a value "
            + (tally.skipped == 1 ? "is skipped" : "are skipped")
    }

    /// As in `rows 5–9, 12 and 40 more`.
    static func ranges(_ rows: [Int]) -> String {
        var ranges: [ClosedRange<Int>] = []
        for row in rows {
            if let last = ranges.last, row <= last.upperBound + 1 {
                ranges[ranges.count - 1] = last.lowerBound...max(row, last.upperBound)
            } else {
                ranges.append(row...row)
            }
        }
        let shown = ranges.prefix(8)
        let texts = shown.map {
            $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)"
        }
        let left = ranges.dropFirst(8).reduce(0) { $0 + $1.count }
        let more = left > 0 ? " and \(left) more" : ""
        return (rows.count == 1 ? "row " : "rows ") + texts.joined(separator: ", ") + more
    }

    /// As in `per_late = 2, since 2025-01-01 (order-7, clause 7)`.
    func parameter(_ line: Trace.ParameterLine) -> String {
        let parameter = assessment.plan.parameters[line.parameter]
        let lastDay = assessment.evidence.periods[assessment.period(of: trace.unit)].lastDay
        let since = parameter.dated(on: lastDay)?.from
        var text = "\(parameter.id) = \(line.value?.description ?? "not known")"
        if let since { text += ", since \(since)" }
        if parameter.isAssumed { text += ", assumed" }
        let basis = parameter.basis(on: lastDay).map { wording.citation($0) }
        return basis.isEmpty ? text : "\(text) (\(basis.joined(separator: "; ")))"
    }

    func evidence(_ line: Trace.EvidenceLine) -> String {
        var text = line.name
        let rejected = line.rejected.sorted { $0.key < $1.key }
            .map { "\($0.key) \(Self.ranges($0.value))" }.joined(separator: "; ")
        if let figure = line.figure { text += " = \(Substitution.text(figure))" }
        if let file = line.file, !line.rows.isEmpty {
            text += ": \(file) \(Self.ranges(line.rows))"
            if !rejected.isEmpty { text += "; rejected: \(rejected)" }
        } else if !rejected.isEmpty {
            text += ": rejected, \(rejected)"
        } else if line.figure == nil {
            text += ": no records"
        } else {
            text += ": nothing handed in"
        }
        let sources = line.provenances.map { provenance in
            ([provenance.status.rawValue] + [provenance.source, provenance.proof].compactMap { $0 })
                .joined(separator: ", ")
        }
        return sources.isEmpty ? text : "\(text) (\(sources.joined(separator: "; ")))"
    }
}
