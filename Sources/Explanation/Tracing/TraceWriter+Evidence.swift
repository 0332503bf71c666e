internal import Arithmetic
internal import Domain
internal import Evidence
internal import Locales
internal import Methodology
internal import Scoring

/// Where the figures of a trace come from: parameters, inputs and records.
extension TraceWriter {
    /// As in `…: services.csv rows 5–9; 2 without a value are skipped`, or `…: 12 bodies`.
    func rows(_ tally: Tally, after line: Phrase) -> Phrase {
        var line = line
        if let bodies = tally.bodies {
            line = wording.named(line, phrases.bodiesCounted(bodies: bodies))
        } else if let table = tally.table, let file = assessment.evidence.tables[table].file,
            !tally.records.isEmpty
        {
            let rows = tally.records.map { Int(assessment.evidence.tables[table].rows[$0]) }
            line = wording.named(line, place(file, rows.sorted()))
        }
        guard tally.skipped > 0 else { return line }
        return wording.then(line, phrases.valuesSkipped(skipped: tally.skipped))
    }

    /// As in `services.csv rows 5–9, 12 and 40 more`.
    func place(_ file: String, _ rows: [Int]) -> Phrase {
        "\(Phrase.code(file)) \(Self.ranges(rows, phrases))"
    }

    private static func ranges(_ rows: [Int], _ phrases: Phrases) -> Phrase {
        guard rows.count != 1 else { return phrases.rowNumber(rows: Phrase(String(rows[0]))) }
        var ranges: [ClosedRange<Int>] = []
        for row in rows {
            if let last = ranges.last, row <= last.upperBound + 1 {
                ranges[ranges.count - 1] = last.lowerBound...max(row, last.upperBound)
            } else {
                ranges.append(row...row)
            }
        }
        let texts = ranges.prefix(8).map { (range) -> String in
            range.count == 1
                ? "\(range.lowerBound)" : "\(range.lowerBound)–\(range.upperBound)"
        }
        let left = ranges.dropFirst(8).reduce(0) { $0 + $1.count }
        let shown = phrases.rowNumbers(rows: Phrase(texts.joined(separator: ", ")))
        return left > 0 ? phrases.andMore(rows: shown, left: left) : shown
    }

    /// As in `per_late = 2, since 2025-01-01 (order-7, clause 7)`.
    func parameter(_ line: Trace.ParameterLine) -> Phrase {
        let parameter = assessment.plan.parameters[line.parameter]
        let lastDay = assessment.evidence.periods[assessment.period(of: trace.unit)].lastDay
        let value = line.value.map { wording.figure($0) } ?? Phrase(phrases.wordNotKnown)
        var text: Phrase = "\(wording.parameterName(line.parameter)) = \(value)"
        if let since = parameter.dated(on: lastDay)?.from {
            text = phrases.parameterSince(parameter: text, day: wording.day(since))
        }
        if parameter.isAssumed { text = phrases.parameterAssumed(parameter: text) }
        let basis = parameter.basis(on: lastDay)
        return basis.isEmpty ? text : "\(text) (\(citations(basis)))"
    }

    /// As in `answered`, or `answered in 2023` of another period.
    func name(_ id: String, _ elsewhere: Period?) -> Phrase {
        guard let elsewhere else { return .code(id) }
        return phrases.nameInPeriod(name: .code(id), period: Phrase(elsewhere.description))
    }

    /// As in `late = 3: inputs.csv row 5 (verified)`.
    func evidence(_ line: Trace.EvidenceLine) -> Phrase {
        var text = name(line.id, line.elsewhere)
        if let figure = line.figure {
            text.append(" = ")
            let shown = wording.figure(figure)
            text.append(
                line.known.map {
                    phrases.supposedInPlace(value: shown, known: wording.figure($0))
                } ?? shown)
        }
        text = wording.named(text, places(line))
        var sources = line.provenances.first.map(told) ?? Phrase([])
        for provenance in line.provenances.dropFirst() {
            sources = wording.then(sources, told(provenance))
        }
        return sources.isEmpty ? text : "\(text) (\(sources))"
    }

    private func places(_ line: Trace.EvidenceLine) -> Phrase {
        var rejected: Phrase?
        for (file, rows) in line.rejected.sorted(by: { $0.key < $1.key }) {
            let place = place(file, rows)
            rejected = rejected.map { wording.then($0, place) } ?? place
        }
        if let file = line.file, !line.rows.isEmpty {
            let place = place(file, line.rows)
            return rejected.map { wording.then(place, phrases.rejectedRows(rows: $0)) } ?? place
        }
        if let rejected { return phrases.onlyRejectedRows(rows: rejected) }
        return Phrase(line.figure == nil ? phrases.noRecords : phrases.nothingHandedIn)
    }

    /// As in `published, Register of staff, https://…`.
    func told(_ provenance: Provenance) -> Phrase {
        var text = Phrase(wording.word(provenance.status))
        for word in [provenance.source, provenance.proof].compactMap({ $0 }) {
            text.append(", ")
            text.append(decision(named: word) ?? wording.given(word))
        }
        return text
    }

    /// What a decision set has the decision as its source.
    private func decision(named source: String) -> Phrase? {
        let all = trace.decisions.map { assessment.evidence.decisions[$0.decision] }
        return all.first { $0.name == source }.map {
            phrases.decisionBy(who: wording.given($0.who), day: wording.day($0.date))
        }
    }
}
