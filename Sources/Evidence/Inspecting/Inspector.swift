internal import Arithmetic
public import Diagnostics
public import Domain

/// Looks at a file of somebody else.
public struct Inspector {
    /// At most so many bytes of a file are looked at.
    public static let mostBytes = FileSample.most
    /// At most so many rows.
    public static let mostRows = FileSample.mostRows
    /// Columns with at most so many different values seem to be codes.
    private static let mostWords = 20

    private let file: String
    private let sample: FileSample
    private let table: TableGuess
    private var profiles: [ColumnProfile]

    /// Looks at the beginning of a file.
    ///
    /// - Parameters:
    ///   - file: Its name within the folder.
    ///   - source: The folder.
    /// - Returns: What it seems to be; `nil` where it is no table, and why.
    public static func inspect(
        _ file: String, from source: any Source
    ) -> (inspection: Inspection?, log: DiagnosticLog) {
        var log = DiagnosticLog()
        do throws(FileProblem) {
            let stream: any ByteStream
            do { stream = try source.open(file) } catch {
                // What is looked at lies anywhere, in no data package.
                guard case .refused(let words) = error.reason else { throw FileProblem(error) }
                throw FileProblem(
                    "file.refused", "the file is not read: \(words)",
                    help: "Name the file itself; a link, a pipe or a device is not read")
            }
            return (try Inspector(file, stream).inspection, log)
        } catch {
            log.add(error.diagnostic(in: file))
            return (nil, log)
        }
    }

    private init(_ file: String, _ stream: any ByteStream) throws(FileProblem) {
        self.file = file
        sample = try FileSample(stream)
        table = try TableGuess(sample)
        profiles = table.headings.enumerated().map { ColumnProfile($0, $1) }
        for row in table.rows {
            for (column, cell) in row.cells.enumerated() { profiles[column].take(cell) }
        }
        for column in profiles.indices { profiles[column].finish() }
    }

    // MARK: What it is

    private var inspection: Inspection {
        let totals = totals
        let numeric = profiles.filter(\.hasNumbers)
        let numbers = numeric.isEmpty ? nil : NumberGuess(numeric.map(\.values))
        let dates = profiles.filter { !$0.hasNumbers }.map { PatternGuess(days: $0.values) }
        let pattern = Dictionary(grouping: dates.filter { $0.count > 0 }, by: \.pattern)
            .max { left, right in
                let counts = [left, right].map { $0.value.reduce(0) { $0 + $1.count } }
                // Of two that read as many the first by name.
                return counts[0] != counts[1]
                    ? counts[0] < counts[1] : (left.key ?? "") > (right.key ?? "")
            }
        let columns = profiles.map { column($0, numbers, pattern?.key) }
        let flags = columns.first { $0.kind == .flag }.flatMap { WordGuess.flags($0.values.keys) }
        let blanks = columns.filter { $0.kind != .code && $0.kind != .text }.flatMap(\.words)
        var markers: [(word: String, blank: Presence)] = []
        for word in blanks {
            guard let blank = word.blank, !markers.contains(where: { $0.word == word.word }) else {
                continue
            }
            markers.append((word.word, blank))
        }
        let names = table.headings.filter { !$0.isEmpty }
        let sound = names.count == table.headings.count && Set(names).count == names.count
        let doubts = [numbers?.doubt] + dates.filter { $0.pattern == pattern?.key }.map(\.doubt)
        return Inspection(
            file: file, columns: columns, rows: table.rows.count,
            findings: beginning + shape + values(columns, numbers, pattern?.key, doubts)
                + totalFindings(totals) + keys(columns),
            dialect: CSVDialect(
                encoding: sample.encoding.encoding, separator: table.separator,
                headingRow: table.headingRow),
            numbers: numbers, dates: pattern?.key, markers: markers, flags: flags, totals: totals,
            hasSoundHeadings: sound)
    }

    private func column(
        _ profile: ColumnProfile, _ numbers: NumberGuess?, _ dates: String?
    ) -> Inspection.Column {
        var kind = Inspection.Kind.text
        var words: [String] = []
        var examples = profile.examples
        // Numbers are not looked at as days as well.
        let days = profile.hasNumbers ? 0 : PatternGuess(days: profile.values).count
        if profile.filled == 0 {
            kind = .blank
        } else if WordGuess.flags(profile.values.keys) != nil, profile.values.count > 1,
            !profile.hasNumbers
        {
            kind = .flag
        } else if profile.hasNumbers, let way = numbers?.way {
            words = profile.words(besides: way)
            let known = profile.values.keys.compactMap { text in
                NumberGuess.number(text, way).map { (text: text, number: $0) }
            }.sorted { ($0.number, $0.text) < ($1.number, $1.text) }
            kind = known.allSatisfy { $0.number.leastDigits == 0 } ? .whole : .number
            if kind == .whole, Self.isPeriod(profile, known.map(\.text)) { kind = .period }
            examples = [known.first?.text, known.last?.text].compactMap { $0 }
            if examples.count == 2, examples[0] == examples[1] { examples.removeLast() }
        } else if days * 2 >= profile.told {
            kind = .date
            words = profile.values.keys.filter { PatternGuess(days: [$0: 1]).count == 0 }.sorted()
        } else if Self.hasPeriods(profile) {
            kind = .period
        } else if profile.values.count <= Self.mostWords, profile.filled >= profile.values.count * 3
        {
            kind = .code
            words = profile.values.keys.filter { WordGuess.blank($0) != nil }.sorted()
        }
        return Inspection.Column(
            name: profile.name, kind: kind, filled: profile.filled, blanks: profile.blanks,
            distinct: profile.values.count, isCut: profile.isCut, examples: examples,
            words: words.map { ($0, profile.values[$0] ?? 0, WordGuess.blank($0)) },
            values: profile.values)
    }

    /// Whether whole numbers are years, by their size and heading.
    private static func isPeriod(_ profile: ColumnProfile, _ texts: [String]) -> Bool {
        texts.allSatisfy { text in
            text.utf8.count == 4 && Int(text).map { (1900...2100).contains($0) } ?? false
        } && HeadingWords.isPeriod(profile.name)
    }

    /// Whether all values are periods of one form.
    private static func hasPeriods(_ profile: ColumnProfile) -> Bool {
        PeriodForm.Unit.allCases.contains { unit in
            guard unit != .year || HeadingWords.isPeriod(profile.name),
                let form = PeriodForm(unit)
            else { return false }
            return PatternGuess(periods: profile.values, form).count == profile.told
        }
    }

    /// Rows that hold the sums of others, by the column in which they say so.
    private var totals: (column: String, words: [String])? {
        for profile in profiles where !profile.name.isEmpty {
            let words = profile.values.keys.filter(WordGuess.isTotal).sorted()
            let count = words.reduce(0) { $0 + (profile.values[$1] ?? 0) }
            // Where many rows say so it is a word like any other.
            if count > 0, count * 10 <= max(profile.filled, 10) { return (profile.name, words) }
        }
        return nil
    }

    // MARK: Sentences

    private func finding(_ text: String, isDoubt: Bool = false) -> Inspection.Finding {
        Inspection.Finding(text: text, isDoubt: isDoubt)
    }

    private var beginning: [Inspection.Finding] {
        let isAll =
            sample.isWhole
            && table.headingRow + table.rows.count + table.ragged.count
                + table.blank.count < Self.mostRows
        let part =
            isAll
            ? "All \(sample.size) bytes were read, \(counted(table.rows.count, "row")) beneath the "
                + "headings"
            : "The first \(sample.size) bytes were read, \(counted(table.rows.count, "row")) "
                + "beneath the headings; the rest may differ"
        let encoding = sample.encoding
        return [
            finding(part),
            finding(
                "The encoding is \(encoding.encoding.rawValue): \(encoding.reason)"
                    + (encoding.isDoubtful ? "; there are few, look whether they read well" : ""),
                isDoubt: encoding.isDoubtful),
        ]
    }

    private var shape: [Inspection.Finding] {
        var found: [Inspection.Finding] = []
        let word = CSVDialect.word(table.separator)
        if table.width > 1 {
            found.append(
                finding(
                    "Columns are separated by \(word)s, \(table.headings.count) in a row"
                        + (table.rival.map { "; \(CSVDialect.word($0))s would fit nearly as well" }
                            ?? ""),
                    isDoubt: table.rival != nil))
        } else {
            found.append(
                finding("There is one column; no separator was found", isDoubt: true))
        }
        let above = table.headingRow - 1
        found.append(
            finding(
                "The headings stand in row \(table.headingRow)"
                    + (above > 0
                        ? "; \(counted(above, "row")) above \(above == 1 ? "is" : "are") skipped"
                        : "")
                    + (table.hasHeadings ? "" : ", though it does not look like headings"),
                isDoubt: !table.hasHeadings))
        if let first = table.ragged.first {
            found.append(
                finding(
                    "\(counted(table.ragged.count, "row")) \(table.ragged.count == 1 ? "has" : "have") more or fewer fields "
                        + "than the headings, the first of them row \(first.number) with "
                        + "\(first.cells.count): such a row is refused", isDoubt: true))
        }
        if let first = table.blank.first {
            found.append(
                finding(
                    "\(counted(table.blank.count, "row")) \(table.blank.count == 1 ? "is" : "are") empty, the first of them "
                        + "row \(first): an empty row is refused, delete it", isDoubt: true))
        }
        if let stop = table.stop {
            found.append(
                finding(
                    "From row \(stop.row) on nothing could be read: \(stop.problem.what) "
                        + "(\(stop.problem.help))", isDoubt: true))
        }
        found += headingFindings
        return found
    }

    private var headingFindings: [Inspection.Finding] {
        var found: [Inspection.Finding] = []
        let blank = table.headings.indices.filter { table.headings[$0].isEmpty }.map { "\($0 + 1)" }
        if !blank.isEmpty {
            found.append(
                finding("No heading stands over column \(listed(blank))", isDoubt: true))
        }
        let counts = Dictionary(grouping: table.headings.filter { !$0.isEmpty }) { $0 }
        let twice = counts.filter { $0.value.count > 1 }.keys.sorted()
        if !twice.isEmpty {
            found.append(
                finding(
                    "More than one column is called \(listed(twice.map(seen)))", isDoubt: true))
        }
        return found
    }

    private func values(
        _ columns: [Inspection.Column], _ numbers: NumberGuess?, _ dates: String?,
        _ doubts: [String?]
    ) -> [Inspection.Finding] {
        var found: [Inspection.Finding] = []
        if let numbers, numbers.tellsMarks {
            let decimal = numbers.way.decimal == "," ? "a decimal comma" : "a decimal point"
            let group = numbers.way.group.map { mark in
                " and \(mark == " " ? "spaces" : "\"\(mark)\"") between thousands"
            }
            let exponent = numbers.hasExponents ? ", some as 1.5e-3" : ""
            found.append(
                finding("Numbers have \(decimal)\(group ?? "")\(exponent)"))
        }
        if let dates { found.append(finding("Days are written as \(dates)")) }
        for doubt in doubts.compactMap({ $0 }) { found.append(finding(doubt, isDoubt: true)) }
        for column in columns where column.kind != .code && column.kind != .text {
            for word in column.words.prefix(8) {
                let times =
                    "\(word.count) time\(word.count == 1 ? "" : "s") in \(seen(column.name))"
                if let blank = word.blank {
                    found.append(
                        finding("\(seen(word.word)), \(times), seems to stand for \(blank.words)"))
                } else {
                    let kind = column.kind == .date ? "day" : "number"
                    found.append(
                        finding(
                            "\(seen(word.word)), \(times), is no \(kind) as the others are written; "
                                + "say under markers what it stands for, or have it corrected",
                            isDoubt: true))
                }
            }
            if column.words.count > 8 {
                found.append(
                    finding(
                        "\(column.words.count - 8) more words stand in \(seen(column.name))",
                        isDoubt: true))
            }
        }
        return found
    }

    private func totalFindings(
        _ totals: (column: String, words: [String])?
    ) -> [Inspection.Finding] {
        guard let totals else { return [] }
        return [
            finding(
                "Rows with \(listed(totals.words.map(seen))) under \(seen(totals.column)) seem to be "
                    + "sums of others and are left out", isDoubt: true)
        ]
    }

    private func keys(_ columns: [Inspection.Column]) -> [Inspection.Finding] {
        let kinds: Set<Inspection.Kind> = [.text, .code, .whole, .period, .date]
        let left = Set(totals?.words ?? [])
        let rows = table.rows.filter { row in
            left.isEmpty || !row.cells.contains(where: left.contains)
        }
        let tried = columns.indices.filter { kinds.contains(columns[$0].kind) }
        // Amounts name rows only by chance.
        var keys = KeySearch.keys(tried.filter { columns[$0].kind != .whole }, rows)
        if keys.isEmpty { keys = KeySearch.keys(tried, rows) }
        guard !keys.isEmpty else {
            guard rows.count > 1 else { return [] }
            return [
                finding(
                    "No set of up to three columns names a row: some rows are alike, or cells of "
                        + "these columns are blank", isDoubt: true)
            ]
        }
        let texts = keys.prefix(3).map { key in
            key.map { seen(columns[$0].name) }.joined(separator: " with ")
        }
        return [finding("A row is named by \(texts.joined(separator: ", or by "))")]
    }

    private func counted(_ count: Int, _ word: String) -> String {
        "\(count) \(word)\(count == 1 ? "" : "s")"
    }
}

extension Presence {
    /// In words, as in `no data`.
    fileprivate var words: String {
        switch self {
        case .known: "a value"
        case .unknown: "no data"
        case .notApplicable: "not applicable"
        case .withheld: "withheld"
        }
    }

    /// The key of the words that stand for it.
    var marker: String {
        switch self {
        case .known, .unknown: "no-data"
        case .notApplicable: "not-applicable"
        case .withheld: "withheld"
        }
    }
}
