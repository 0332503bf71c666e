internal import Diagnostics

/// The first row of a table: what its columns are called.
struct Heading: Sendable {
    let file: String
    /// In the order of the file.
    let names: [String]

    /// The place of a heading.
    func place(_ name: String?) -> Place { Place(file: file, row: 1, field: name) }

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
        guard checkSeparator(required, &log) else { return nil }
        let positions = uniquePositions(&log)
        let known = Set(required).union(optional)
        let absent = (required + optional).filter { positions[$0] == nil }
        let leftOut = elsewhere.union(ignored)
        let unknown = names.filter { !known.contains($0) && !leftOut.contains($0) && $0 != "" }
        var suggester = Suggester()
        for name in unknown {
            let help =
                if let nearest = suggester.nearest(to: name, among: absent) {
                    "Write \"\(nearest)\", or list it under ignore in datapackage.json"
                } else {
                    "Take the column out, or list it in datapackage.json under the table's "
                        + "apparatus, as in \"ignore\": [\(seen(name))]"
                }
            log.error(
                "heading.unknown", at: place(name), "the heading \(seen(name)) is not known",
                help: help)
        }
        for name in required where positions[name] == nil {
            let nearest = suggester.nearest(to: name, among: unknown)
            log.error(
                "heading.missing", at: place(nil), "the heading \"\(name)\" is missing",
                help: nearest.map { "Write \"\(name)\" instead of \(seen($0))" }
                    ?? "Add a column with this heading")
        }
        checkIgnored(ignored, known: known, &suggester, &log)
        return log.counts == errors ? positions.filter { known.contains($0.key) } : nil
    }

    /// A table whose columns are separated by something else has a single heading.
    private func checkSeparator(_ required: [String], _ log: inout DiagnosticLog) -> Bool {
        guard names.count == 1, required.count > 1,
            let mark = names[0].first(where: { $0 == ";" || $0 == "\t" || $0 == "|" })
        else { return true }
        let word = mark == "\t" ? "tabs" : "\"\(mark)\""
        log.error(
            "csv.separator", at: place(nil), "the columns seem to be separated by \(word)",
            help: "Save the table with commas between the columns: LibreOffice asks when it saves, "
                + "Excel takes the list separator of the system's region settings")
        return false
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
