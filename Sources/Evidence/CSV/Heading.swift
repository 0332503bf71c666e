internal import Diagnostics

/// What the columns of a table are called: in its first row, or in `datapackage.json`.
struct Heading: Sendable {
    let file: String
    /// In the order of the file, or of the descriptor.
    let names: [String]
    /// The row that they stand in.
    var row = 1
    var separator = UInt8(ascii: ",")
    /// What the descriptor names; `nil` where the file itself has these headings.
    var declared: ColumnChoice?
    /// What stands around them; `nil` where the descriptor names them.
    var nearby: NearbyRows?

    /// The place of a heading, of all of them for `nil`.
    func place(_ name: String?) -> Place {
        guard let declared else { return Place(file: file, row: row, field: name) }
        return declared.targets.first { $0.name == name }?.place ?? declared.place
    }

    /// Where the columns stand that a table may have.
    ///
    /// Required are headings without which the table cannot be read, ignored those of which the
    /// descriptor says that they are left out; all others must be among the optional ones, or
    /// be read elsewhere.
    ///
    /// - Returns: Positions by heading, without those that are left out; `nil` when something is
    ///   wrong with the headings.
    func positions(
        required: [String], optional: [String], ignored: [String],
        elsewhere: Set<String> = [], log: inout DiagnosticLog
    ) -> [String: Int]? {
        let errors = log.counts
        guard required.count < 2 || checkSeparator(required + optional, &log) else { return nil }
        guard checkRow(requiring: required, &log) else { return nil }
        let positions = uniquePositions(&log)
        let known = Set(required).union(optional)
        let absent = (required + optional).filter { positions[$0] == nil }
        let leftOut = elsewhere.union(ignored)
        let unknown = names.filter { !known.contains($0) && !leftOut.contains($0) && $0 != "" }
        var suggester = Suggester()
        for name in unknown {
            log.error(
                "heading.unknown", at: place(name), "the heading \(seen(name)) is not known",
                help: help(forUnknown: name, nearest: suggester.nearest(to: name, among: absent)))
        }
        for name in required where positions[name] == nil {
            let nearest = suggester.nearest(to: name, among: unknown)
            log.error(
                "heading.missing", at: place(nil), "the heading \"\(name)\" is missing",
                help: nearest.map { "Write \"\(name)\" instead of \(seen($0))" }
                    ?? (declared == nil
                        ? "Add a column with this heading, or say under \"columns\" in "
                            + "datapackage.json where it comes from"
                        : "Add it, as in \"\(name)\": \"a heading of the file\" or \"\(name)\": "
                            + "{\"constant\": \"…\"}"))
        }
        checkIgnored(ignored, known: known, &suggester, &log)
        return log.counts == errors ? positions.filter { known.contains($0.key) } : nil
    }

    private func help(forUnknown name: String, nearest: String?) -> String {
        switch (nearest, declared == nil) {
        case (let nearest?, true):
            "Write \"\(nearest)\", or list it under ignore in datapackage.json"
        case (nil, true):
            "Take the column out, or list it in datapackage.json under the table's apparatus, "
                + "as in \"ignore\": [\(seen(name))]"
        case (let nearest?, false): "Write \"\(nearest)\""
        case (nil, false): "Take it out; columns that are not named are not read"
        }
    }

    /// Whether the columns are separated as declared, as far as the headings show that are
    /// looked for; what separates them instead is told.
    func checkSeparator(_ wanted: [String], _ log: inout DiagnosticLog) -> Bool {
        guard declared == nil, let mark = otherSeparator(wanted) else { return true }
        log.add(Self.separator(mark, insteadOf: separator, row: row).diagnostic(in: file))
        return false
    }

    /// What is said of columns that are separated by something else than declared.
    static func separator(_ mark: UInt8, insteadOf declared: UInt8, row: Int) -> FileProblem {
        let written = mark == UInt8(ascii: "\t") ? "\\t" : String(UnicodeScalar(mark))
        return FileProblem(
            "csv.separator", row: row,
            "the columns seem to be separated by \(CSVDialect.word(mark))s, not by "
                + "\(CSVDialect.word(declared))s",
            help: "Declare it in datapackage.json, beside the path: "
                + "\"dialect\": {\"delimiter\": \"\(written)\"}")
    }

    /// The separator by which more of the headings are found, or any in a single one.
    private func otherSeparator(_ wanted: [String]) -> UInt8? {
        let others = CSVDialect.separators.filter { $0 != separator }
        if names.count == 1 { return names[0].utf8.first { others.contains($0) } }
        let wanted = Set(wanted)
        var best = (mark: UInt8?.none, count: wanted.intersection(names).count)
        guard best.count < wanted.count, let nearby else { return nil }
        for mark in others {
            let names = nearby.names(inRow: row, separator: mark) ?? []
            let count = wanted.intersection(names).count
            if count > best.count { best = (mark, count) }
        }
        return best.mark
    }

    /// Whether more than a few of the headings that the descriptor names stand in the row;
    /// otherwise one thing is wrong with all of them, which is told.
    func checkRow(naming asked: [String], _ log: inout DiagnosticLog) -> Bool {
        let wanted = Set(asked)
        let found = wanted.intersection(names).count
        guard wanted.count >= 3, 4 * found <= wanted.count else { return true }
        let other = nearby?.row(of: wanted, around: row, separator: separator)
        let better = other.flatMap { 2 * $0.count >= wanted.count ? $0.row : nil }
        refuseRow(
            "\(found == 0 ? "none" : String(found)) of the \(wanted.count) headings that "
                + "datapackage.json names", insteadOf: better, &log)
        return false
    }

    /// Whether no other row has all headings without which the table cannot be read.
    private func checkRow(requiring required: [String], _ log: inout DiagnosticLog) -> Bool {
        let wanted = Set(required)
        guard wanted.count > 1, wanted.isDisjoint(with: names),
            let other = nearby?.row(of: wanted, around: row, separator: separator),
            other.count == wanted.count
        else { return true }
        refuseRow("none of the headings that are needed", insteadOf: other.row, &log)
        return false
    }

    private func refuseRow(
        _ which: String, insteadOf better: Int?, _ log: inout DiagnosticLog
    ) {
        log.error(
            "heading.missing", at: Place(file: file, row: row, field: nil),
            "\(which) \(which.hasPrefix("1 ") ? "is" : "are") read from row \(row), which has "
                + listed(names.map(seen)),
            help: better.map {
                "The headings seem to stand in row \($0): declare it in datapackage.json, beside "
                    + "the path: \"dialect\": {\"headerRows\": [\($0)]}"
            } ?? "Check \"encoding\", \"headerRows\" and \"delimiter\" in datapackage.json")
    }

    private func uniquePositions(_ log: inout DiagnosticLog) -> [String: Int] {
        var positions: [String: Int] = [:]
        for (position, name) in names.enumerated() {
            if name == "" {
                log.error(
                    "heading.blank", at: place(nil), "column \(position + 1) has no heading",
                    help: "Give it one, or take the column out")
            } else if let first = positions[name] {
                log.error(
                    "heading.duplicate", at: place(name),
                    "the heading stands in columns \(first + 1) and \(position + 1)",
                    help: "Rename or take out one of them")
            } else {
                positions[name] = position
            }
        }
        return positions
    }

    private func checkIgnored(
        _ ignored: [String], known: Set<String>, _ suggester: inout Suggester,
        _ log: inout DiagnosticLog
    ) {
        for name in ignored where known.contains(name) {
            log.error(
                "heading.ignored", at: place(name),
                "the heading \(seen(name)) is needed and listed in apparatus.ignore",
                help: "Take it out of the list")
        }
        let present = Set(names)
        let others = names.filter { !known.contains($0) }
        for name in ignored where !present.contains(name) {
            log.error(
                "heading.ignored", at: place(nil),
                "apparatus.ignore lists \(seen(name)), which is no heading of the table",
                help: suggester.nearest(to: name, among: others)
                    .map { "Write \(seen($0)), or take it out of the list" }
                    ?? "Take it out of the list")
        }
    }
}
