internal import Arithmetic
internal import Domain
internal import Evidence
internal import Explanation
internal import Locales
internal import Methodology
internal import Scoring

/// What was handed in for a body: values, where they come from, and where they stand.
struct EvidenceTable {
    /// An input, or the records of a table.
    struct Row {
        let name: Phrase
        /// A value, or how many records.
        let value: Phrase
        let status: [String]
        /// Publication or register, and proof, as written.
        let origins: [String]
        let place: Phrase
        /// Where rows of it were left out.
        let rejected: [Phrase]
    }

    let rows: [Row]

    /// From what the traces of all nodes read.
    init(_ context: PageContext, _ lines: [Trace.EvidenceLine]) {
        rows = lines.map { Self.row($0, context) }
    }

    private static func row(_ line: Trace.EvidenceLine, _ context: PageContext) -> Row {
        let texts = context.phrases
        var value = Phrase([])
        if let figure = line.figure {
            value = context.phrase(figure)
        } else {
            value = texts.recordCount(records: line.rows.count)
        }
        return Row(
            name: context.evidenceName(line.id, line.elsewhere), value: value,
            status: line.provenances.map { texts.word(for: $0.status) },
            origins: line.provenances.flatMap { [$0.source, $0.proof].compactMap { $0 } },
            place: line.file.map { file in
                line.rows.isEmpty ? Phrase([]) : texts.place(file, line.rows)
            } ?? Phrase(texts.nothingHandedIn),
            rejected: line.rejected.sorted { $0.key < $1.key }.map { texts.place($0.key, $0.value) }
        )
    }

    /// Writes the table.
    func write(_ setting: Setting, to page: inout HTMLWriter) {
        let texts = setting.context.phrases
        let hasOrigins = rows.contains { !$0.origins.isEmpty }
        let hasRejected = rows.contains { !$0.rejected.isEmpty }
        var columns: [HTMLWriter.Column] = [
            .init(Phrase(texts.what)), .init(Phrase(texts.value), isNumber: true),
            .init(Phrase(texts.status)),
        ]
        if hasOrigins { columns.append(.init(Phrase(texts.sourceAndProof))) }
        columns.append(.init(Phrase(texts.fileAndRows)))
        if hasRejected { columns.append(.init(Phrase(texts.rejected))) }
        page.table(
            id: "evidence", caption: Phrase(texts.whatWasHandedIn), columns, setting, rows: rows
        ) { row, cells in
            cells.head { $0.phrase(row.name, setting) }
            cells.cell { $0.phrase(row.value, setting) }
            cells.cell(row.status.joined(separator: "; "))
            if hasOrigins {
                cells.cell { page in
                    for (index, origin) in row.origins.enumerated() {
                        if index > 0 { page.text("; ") }
                        page.element("bdi", text: origin)
                    }
                }
            }
            cells.cell { $0.phrase(row.place, setting) }
            if hasRejected {
                cells.cell { $0.phrase(row.rejected.joined(separator: "; "), setting) }
            }
        }
    }
}

extension PageContext {
    /// What people call an input or a table, or its id; with the period where it is another one.
    func evidenceName(_ id: String, _ elsewhere: Period?) -> Phrase {
        let schema = assessment.plan.schema
        let map =
            schema.inputs.first { $0.id == id }?.title
            ?? schema.tables.first { $0.id == id }?.title
        let name = wording.phrase(map) ?? .code(id)
        guard let elsewhere else { return name }
        return phrases.leagueOf(name: name, period: Phrase(elsewhere.description))
    }

    /// A figure of evidence as it was handed in.
    func phrase(_ figure: Figure) -> Phrase {
        switch figure {
        case .number(let number):
            return .figure(
                exact: number.description, shown: locale.decimal(number.description))
        case .day(let day): return Phrase(locale.date(day))
        case .period(let period): return Phrase(period.description)
        case .text(let text): return .code(text)
        case .flag(let flag): return Phrase(flag ? phrases.flagTrue : phrases.flagFalse)
        case .blank(let presence, _): return Phrase(phrases.word(for: presence))
        case .none: return Phrase([])
        }
    }
}

extension Phrases {
    /// How far something was checked.
    fileprivate func word(for status: EvidenceStatus) -> String {
        switch status {
        case .published: statusPublished
        case .verified: statusVerified
        case .reported: statusReported
        }
    }

    /// Which of the blanks it is.
    fileprivate func word(for presence: Presence) -> String {
        switch presence {
        case .known: ""
        case .unknown: blankUnknown
        case .withheld: blankWithheld
        case .notApplicable: blankNotApplicable
        }
    }

    /// Rows of a file, as in `services.csv, rows 5–9, 12`; no more than eight ranges.
    func place(_ file: String, _ rows: [Int]) -> Phrase {
        var ranges: [ClosedRange<Int>] = []
        for row in rows.sorted() {
            if let last = ranges.last, row <= last.upperBound + 1 {
                ranges[ranges.count - 1] = last.lowerBound...max(row, last.upperBound)
            } else {
                ranges.append(row...row)
            }
        }
        var texts = ranges.prefix(8).map { range in
            range.count == 1
                ? String(range.lowerBound) : "\(range.lowerBound)–\(range.upperBound)"
        }
        if ranges.count > 8 { texts.append("…") }
        let shown = Phrase(texts.joined(separator: ", "))
        return rows.count == 1
            ? fileAndRow(file: .code(file), row: shown)
            : fileAndRowsOf(file: .code(file), rows: shown)
    }
}
