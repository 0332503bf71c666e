internal import Diagnostics

/// Finds the headings of a file of which `datapackage.json` speaks.
struct HeadingFinder {
    private let heading: Heading
    private let positions: [String: [Int]]
    private var suggester = Suggester()
    /// The positions that were asked for.
    private(set) var used: Set<Int> = []
    /// Whether all were found.
    private(set) var isComplete = true

    init(_ heading: Heading) {
        self.heading = heading
        positions = Dictionary(grouping: heading.names.indices) { heading.names[$0] }
    }

    /// Where a heading stands that becomes another, or by which rows are chosen when the target
    /// is `nil`; `nil` when it does not stand there, or not once, which is told.
    mutating func position(
        of name: String, for target: String?, _ place: Place, _ log: inout DiagnosticLog
    ) -> Int? {
        let found = positions[name] ?? []
        if found.count == 1 {
            used.insert(found[0])
            return found[0]
        }
        isComplete = false
        guard found.isEmpty else {
            log.error(
                "heading.duplicate", at: heading.place(name),
                "the heading stands in columns \(found[0] + 1) and \(found[1] + 1)",
                help: "Rename or take out one of them")
            return nil
        }
        let names = heading.names.filter { $0 != "" }
        log.error(
            "heading.missing", at: place,
            (target.map { "\"\($0)\" comes from" } ?? "rows are chosen by")
                + " \(seen(name)), which is no heading of \(heading.file)",
            help: suggester.nearest(to: name, among: names).map { "Write \(seen($0))" }
                ?? "Write one of its headings: \(listed(names.map(seen)))")
        return nil
    }
}
