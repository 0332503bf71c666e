internal import Arithmetic
internal import Domain
internal import Evidence
internal import Explanation
internal import Locales
internal import Methodology
internal import Scoring

/// What was handed in, and what was decided.
extension Conclusion {
    /// Something that was handed in.
    struct EvidenceRow {
        /// The id of the input or table.
        let id: String
        let name: Phrase
        /// The value, or how many records.
        let figure: Phrase
        /// Files and rows; `nil` when nothing was handed in.
        let place: Phrase?
        let file: String?
        let rows: [Int]
        /// Rows about it that were left out because of errors.
        let rejected: Phrase?
        /// How far it was checked, with source and proof.
        let checked: [Phrase]
        /// The same for programs.
        let provenances: [Provenance]
    }

    /// Everything that the outcomes rest on, each once, in the order of the plan.
    var evidence: [EvidenceRow] {
        var seen: Set<String> = []
        return traces.flatMap(\.evidence).filter { line in
            seen.insert("\(line.id) \(line.elsewhere?.description ?? "")").inserted
        }.map(row)
    }

    private func row(_ line: Trace.EvidenceLine) -> EvidenceRow {
        let rejected = line.rejected.sorted { $0.key < $1.key }
            .map { "\($0.key) \(rows($0.value))" as Phrase }
        return EvidenceRow(
            id: line.id, name: title(line.id, line.elsewhere), figure: figure(line),
            place: line.file.flatMap { file in
                line.rows.isEmpty ? nil : "\(Phrase.code(file)), \(rows(line.rows))"
            },
            file: line.rows.isEmpty ? nil : line.file, rows: line.rows,
            rejected: rejected.isEmpty
                ? nil : texts.paperRejectedRows(place: rejected.joined(separator: texts.semicolon)),
            checked: line.provenances.map(checked), provenances: line.provenances)
    }

    /// What the input or table is called, with its id, and the period where it is an earlier one.
    private func title(_ id: String, _ elsewhere: Period?) -> Phrase {
        let field = plan.schema.inputs.first { $0.id == id }
        let table = plan.schema.tables.first { $0.id == id }
        let title = wording.phrase(field?.title ?? table?.title)
        let name: Phrase = title.map { "\($0) (\(Phrase.code(id)))" } ?? .code(id)
        guard let elsewhere else { return name }
        return texts.paperInPeriod(name: name, period: Phrase(elsewhere.description))
    }

    private func figure(_ line: Trace.EvidenceLine) -> Phrase {
        guard let figure = line.figure else {
            return line.rows.isEmpty
                ? Phrase(texts.paperNothingHandedIn) : texts.paperRecords(records: line.rows.count)
        }
        return line.rows.isEmpty ? Phrase(texts.paperNothingHandedIn) : told(figure)
    }

    /// A value as people read it.
    func told(_ figure: Figure) -> Phrase {
        switch figure {
        case .number(let number): context.plain(number)
        case .flag(let flag): Phrase(flag ? texts.paperYes : texts.paperNo)
        case .day(let day): Phrase(context.locale.date(day))
        case .period(let period): Phrase(period.description)
        case .text(let text): Phrase(text)
        case .blank(.withheld, _): Phrase(texts.paperWithheld)
        case .blank(.notApplicable, _): Phrase(texts.paperNotApplicable)
        case .blank: Phrase(texts.paperBlank)
        case .none: Phrase(texts.paperCannotBeComputed)
        }
    }

    private func checked(_ provenance: Provenance) -> Phrase {
        let word =
            switch provenance.status {
            case .published: texts.paperPublished
            case .verified: texts.paperVerified
            case .reported: texts.paperReported
            }
        return ([word] + [provenance.source, provenance.proof].compactMap { $0 })
            .map { Phrase($0) }.joined(separator: texts.semicolon)
    }

    /// So many ranges of rows are named.
    private static let mostRanges = 8

    /// As in `rows 5–9, 12 and 40 more`.
    private func rows(_ rows: [Int]) -> Phrase {
        var ranges: [ClosedRange<Int>] = []
        for row in rows.sorted() {
            if let last = ranges.last, row <= last.upperBound + 1 {
                ranges[ranges.count - 1] = last.lowerBound...max(row, last.upperBound)
            } else {
                ranges.append(row...row)
            }
        }
        let shown = ranges.prefix(Self.mostRanges).map {
            $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)"
        }
        let text = Phrase(shown.joined(separator: ", "))
        let more = ranges.dropFirst(Self.mostRanges).reduce(0) { $0 + $1.count }
        return more > 0
            ? texts.paperRowsAndMore(ranges: text, more: more)
            : texts.paperRows(ranges: text, rows: rows.count)
    }
}
