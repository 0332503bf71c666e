internal import Domain
internal import JSON

/// How a file could be read for a methodology, to be looked through and edited.
public struct ProposedResource: Sendable {
    /// A heading that is expected, and where its cells would come from.
    public struct Column: Hashable, Sendable {
        /// The heading that is expected.
        public let target: String
        /// The heading of the file; `nil` where none seems to hold it.
        public let source: String?
        /// What is done with the cells, or what is not sure.
        public let note: String
    }

    /// The file's name.
    public let file: String
    /// What the table seems to hold, as in `records of requests`.
    public let holds: String
    /// The headings that are expected.
    public private(set) var columns: [Column] = []
    /// Headings of the file that nothing needs.
    public private(set) var unused: [String] = []
    /// What has to be decided or looked at.
    public private(set) var doubts: [String]
    /// Its entry in the descriptor.
    private(set) var document: JSON = .null

    private let inspection: Inspection
    private let schema: EvidenceSchema?
    private let guess: RoleGuess
    private let bodies: Set<String>
    private var members: [JSON.Member] = []
    /// Whether the reader has to be told where columns come from.
    private var isMapped = false
    private var flags: (yes: [String], no: [String])?
    private var dates: String?
    private var markers: [(word: String, blank: Presence)] = []
    private var hasNumbers = false

    /// Proposes how to read a file.
    ///
    /// - Parameters:
    ///   - inspection: What the file seems to be.
    ///   - guess: What it seems to hold.
    ///   - schema: What the methodology expects; `nil` for none.
    ///   - bodies: The ids of all bodies; empty where they are not known.
    ///   - name: What it is called in the package.
    init(
        _ inspection: Inspection, _ guess: RoleGuess, _ schema: EvidenceSchema?,
        bodies: Set<String>, name: String
    ) {
        file = inspection.file
        self.inspection = inspection
        self.schema = schema
        self.guess = guess
        self.bodies = bodies
        doubts = inspection.findings.filter(\.isDoubt).map(\.text)
        switch guess.role {
        case .bodies: holds = "bodies"
        case .wideInputs: holds = "inputs, a column for each"
        case .longInputs: holds = "inputs, a row for each value"
        case .records(let table): holds = "records of \(schema?.tables[table].id ?? "")"
        case .other:
            holds =
                schema == nil
                ? "neither bodies nor figures" : "nothing that the methodology expects"
        }
        let own = ours()
        var all = [JSON.Member("name", .text(name)), JSON.Member("path", .text(file))]
        if !doubts.isEmpty {
            all.append(
                JSON.Member("description", .text("To look at: " + doubts.joined(separator: ". "))))
        }
        document = .object(all + dialect + [JSON.Member("apparatus", .object(own))])
    }

    // MARK: How it is written

    private var dialect: [JSON.Member] {
        let written = inspection.dialect
        var members: [JSON.Member] = []
        if written.encoding != .utf8 {
            members.append(JSON.Member("encoding", .text(written.encoding.rawValue)))
        }
        var dialect: [JSON.Member] = []
        if written.separator != UInt8(ascii: ",") {
            dialect.append(
                JSON.Member(
                    "delimiter", .text(String(UnicodeScalar(written.separator)))))
        }
        if written.headingRow > 1 {
            dialect.append(JSON.Member("headerRows", .list([JSON(written.headingRow)])))
        }
        return dialect.isEmpty ? members : members + [JSON.Member("dialect", .object(dialect))]
    }

    private mutating func ours() -> [JSON.Member] {
        var members = role
        guard guess.role != .other else {
            doubts.append("It is not read: say under apparatus what it holds")
            return [JSON.Member("role", .text("other"))]
        }
        let columns = mapping()
        if guess.role != .bodies { members += notations }
        if isMapped { members.append(JSON.Member("columns", .object(columns))) }
        if let totals = inspection.totals {
            members.append(
                JSON.Member(
                    "rows",
                    .list([
                        .object([
                            JSON.Member("column", .text(totals.column)),
                            JSON.Member("is-not", .list(totals.words.map { .text($0) })),
                        ])
                    ])))
        }
        if guess.role != .bodies, hasUnknownBodies() {
            members.append(JSON.Member("only", .text("known-bodies")))
        }
        return members
    }

    private var role: [JSON.Member] {
        switch guess.role {
        case .bodies: [JSON.Member("role", .text("bodies"))]
        case .wideInputs:
            [JSON.Member("role", .text("inputs")), JSON.Member("shape", .text("wide"))]
        case .longInputs:
            [JSON.Member("role", .text("inputs")), JSON.Member("shape", .text("long"))]
        case .records(let table):
            [
                JSON.Member("role", .text("records")),
                JSON.Member("table", .text(schema?.tables[table].id ?? "")),
            ]
        case .other: [JSON.Member("role", .text("other"))]
        }
    }

    private var notations: [JSON.Member] {
        var members: [JSON.Member] = []
        if !markers.isEmpty {
            let kinds = [Presence.notApplicable, .unknown, .withheld].map { kind in
                (kind, markers.filter { $0.blank == kind }.map(\.word))
            }.filter { !$0.1.isEmpty }
            members.append(
                JSON.Member(
                    "markers",
                    .object(
                        kinds.map { JSON.Member($0.marker, .list($1.map { .text($0) })) })))
        }
        if hasNumbers, let numbers = inspection.numbers {
            var own: [JSON.Member] = []
            if numbers.way.decimal != "." {
                own.append(JSON.Member("decimal-mark", .text(String(numbers.way.decimal))))
            }
            if let mark = numbers.way.group {
                own.append(JSON.Member("group-mark", .text(String(mark))))
            }
            if numbers.hasExponents { own.append(JSON.Member("scientific", .flag(true))) }
            if !own.isEmpty { members.append(JSON.Member("numbers", .object(own))) }
        }
        if let dates { members.append(JSON.Member("dates", .text(dates))) }
        if let periods { members.append(JSON.Member("periods", .text(periods))) }
        if let flags, flags.yes != ["true"] || flags.no != ["false"] {
            members.append(
                JSON.Member(
                    "flags",
                    .object([
                        JSON.Member("true", .list(flags.yes.map { .text($0) })),
                        JSON.Member("false", .list(flags.no.map { .text($0) })),
                    ])))
        }
        return members
    }

    /// The pattern of the periods' column; `nil` where they are written as the edition says.
    private var periods: String? {
        guard let schema, let column = guess.column(schema.periodColumn) else { return nil }
        return PatternGuess(periods: inspection.columns[column].values, schema.periodForm).pattern
    }

    // MARK: Columns

    /// A member for each heading that is there or can be made.
    private mutating func mapping() -> [JSON.Member] {
        var members: [JSON.Member] = []
        isMapped = !inspection.hasSoundHeadings
        for (position, target) in guess.targets.enumerated() {
            guard let found = guess.columns[position] else {
                if let member = absent(target) { members.append(member) }
                continue
            }
            let column = inspection.columns[found.column]
            var notes: [String] = []
            if found.isLoose {
                notes.append("only the names are alike")
                doubts.append("\(target.name) seems to be \(seen(column.name)), by its name alone")
            }
            let values = target.field.map { self.values(of: $0, column, &notes) } ?? []
            checkPeriod(target, column, &notes)
            if column.name != target.name || !values.isEmpty { isMapped = true }
            columns.append(
                Column(
                    target: target.name, source: column.name,
                    note: notes.joined(separator: "; ")))
            members.append(
                JSON.Member(
                    target.name,
                    values.isEmpty
                        ? .text(column.name)
                        : .object([
                            JSON.Member("from", .text(column.name)),
                            JSON.Member(
                                "values",
                                .object(values.map { JSON.Member($0.from, .text($0.to)) })),
                        ])))
        }
        members += provenance()
        let used = Set(guess.columns.compactMap { $0?.column })
        unused = inspection.columns.indices
            .filter { !used.contains($0) && !isProvenance(inspection.columns[$0]) }
            .map { inspection.columns[$0].name }.filter { !$0.isEmpty }
        if !unused.isEmpty { isMapped = true }
        return members
    }

    /// What stands in for a heading without a column; `nil` where nothing can.
    private mutating func absent(_ target: RoleGuess.Target) -> JSON.Member? {
        let isPeriod =
            target.name == schema?.periodColumn ?? "period" && target.field == nil
            && guess.role != .bodies
        guard isPeriod else {
            if target.isRequired {
                columns.append(Column(target: target.name, source: nil, note: "required"))
                doubts.append("No column seems to hold \(target.name), which is required")
            }
            return nil
        }
        let form = schema?.periodForm ?? .year
        let period = Self.period(in: file, form) ?? form.example
        columns.append(
            Column(target: target.name, source: nil, note: "\(period) in every row, look at it"))
        doubts.append(
            "No column seems to hold the period: \(period) is written for every row"
                + (Self.period(in: file, form) == nil
                    ? ", which is only an example" : ", from the file's name"))
        isMapped = true
        return JSON.Member(target.name, .object([JSON.Member("constant", .text(period))]))
    }

    /// A period that stands in the name of a file.
    private static func period(in name: String, _ form: PeriodForm) -> String? {
        let words = name.split { !$0.isNumber && $0 != "-" && $0 != "Q" && $0 != "H" }
        return words.lazy.compactMap { form.period($0)?.description }.first
    }

    private mutating func checkPeriod(
        _ target: RoleGuess.Target, _ column: Inspection.Column, _ notes: inout [String]
    ) {
        guard let schema, target.field == nil, target.name == schema.periodColumn else { return }
        let read = PatternGuess(periods: column.values, schema.periodForm)
        let all = column.values.values.reduce(0, +)
        if let pattern = read.pattern, read.count > 0 { notes.append("written as \(pattern)") }
        if let doubt = read.doubt { doubts.append(doubt) }
        guard read.count < all else { return }
        let other = column.values.keys.sorted().first {
            PatternGuess(periods: [$0: 1], schema.periodForm).count == 0
        }
        notes.append("not all are periods")
        doubts.append(
            "\(other.map(seen) ?? "a value") under \(seen(column.name)) is no period as in "
                + schema.periodForm.example)
    }

    /// Words that have to be written otherwise, and what the type of a field says of the rest.
    private mutating func values(
        of field: Field, _ column: Inspection.Column, _ notes: inout [String]
    ) -> [(from: String, to: String)] {
        func doubt(_ text: String) {
            notes.append(text)
            doubts.append("\(seen(column.name)): \(text)")
        }
        func mark(_ words: [String]) {
            for word in words {
                guard let blank = WordGuess.blank(word),
                    !markers.contains(where: { $0.word == word })
                else { continue }
                markers.append((word, blank))
            }
        }
        switch field.type {
        case .number, .share, .percent, .count, .money, .days:
            guard column.kind != .blank else { return [] }
            hasNumbers = true
            mark(column.words.map(\.word))
            let isNumeric =
                column.kind == .whole || column.kind == .number || column.kind == .period
            if !isNumeric { doubt("\(field.id) has numbers and these are no numbers") }
            checkBounds(field, column, doubt)
        case .code(let words):
            let others = column.values.keys.filter { !words.contains($0) }.sorted()
            let alike = others.compactMap { other in
                words.first { $0.lowercased() == other.lowercased() }.map { (from: other, to: $0) }
            }
            let rest = others.filter { other in !alike.contains { $0.from == other } }
            mark(rest)
            let unknown = rest.filter { WordGuess.blank($0) == nil }
            if !unknown.isEmpty {
                doubt("\(listed(unknown.map(seen))) is none of the words \(listed(words))")
            }
            if !alike.isEmpty {
                notes.append(
                    "\(alike.count) word\(alike.count == 1 ? "" : "s") in another case")
            }
            return alike
        case .flag:
            guard let words = WordGuess.flags(column.values.keys) else {
                if column.kind != .blank { doubt("\(field.id) is yes or no and these are not") }
                return []
            }
            if let flags, flags != words {
                doubt("it has other words for yes and no than another column")
            }
            flags = words
        case .date:
            let days = PatternGuess(days: column.values)
            mark(column.words.map(\.word))
            if days.count == 0, column.kind != .blank {
                doubt("\(field.id) has days and these are none")
            }
            if let pattern = days.pattern, days.count > 0 {
                if let dates, dates != pattern { doubt("its days are written otherwise") }
                dates = pattern
            }
        case .period, .text: break
        }
        return []
    }

    private func checkBounds(
        _ field: Field, _ column: Inspection.Column, _ doubt: (String) -> Void
    ) {
        guard let way = inspection.numbers?.way else { return }
        let reader = CellReader(field, form: schema?.periodForm ?? .year, CellNotations())
        let outside = column.values.keys.sorted().first { text in
            guard let number = NumberGuess.number(text, way) else { return false }
            if let least = reader.least, number < least { return true }
            return reader.greatest.map { $0 < number } ?? false
        }
        if let outside { doubt("\(seen(outside)) lies outside what \(field.id) may be") }
    }

    // MARK: Provenance and bodies

    /// The columns that say how far values were checked and where they come from.
    private func isProvenance(_ column: Inspection.Column) -> Bool {
        guard guess.role != .bodies, RowSubjectReader.provenance.contains(column.name) else {
            return false
        }
        guard column.name == "status" else { return true }
        return column.values.keys.allSatisfy { EvidenceStatus(rawValue: $0) != nil }
    }

    private func provenance() -> [JSON.Member] {
        let used = Set(guess.columns.compactMap { $0?.column })
        return inspection.columns.enumerated().filter { !used.contains($0) && isProvenance($1) }
            .map { JSON.Member($1.name, .text($1.name)) }
    }

    /// Whether some rows are about bodies that are not in the table of bodies.
    private mutating func hasUnknownBodies() -> Bool {
        guard !bodies.isEmpty, let column = guess.column(RowSubjectReader.body) else {
            return false
        }
        let left = Set(inspection.totals?.words ?? [])
        let values = inspection.columns[column].values.keys
        let unknown = values.filter { !bodies.contains($0) && !left.contains($0) }.sorted()
        guard !unknown.isEmpty else { return false }
        doubts.append(
            "\(listed(unknown.map(seen))) under \(seen(inspection.columns[column].name)) "
                + "\(unknown.count == 1 ? "is" : "are") not in the table of bodies; rows about them "
                + "are left out")
        return unknown.count < values.count
    }
}
