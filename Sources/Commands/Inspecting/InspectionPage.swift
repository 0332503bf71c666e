internal import Evidence
internal import Explanation
internal import Methodology

/// What was found in files of others, for people.
struct InspectionPage {
    /// So many columns of a file are shown.
    private static let mostColumns = 60
    /// An example is shown with so many characters.
    private static let longest = 32

    let inspections: [Inspection]
    let package: ProposedPackage
    let request: Inspect.Request
    let plan: Plan?

    func write(to page: inout Page) {
        for (position, inspection) in inspections.enumerated() {
            if position > 0 { page.line() }
            page.line(request.files[position], .heading)
            for finding in inspection.findings where !finding.isDoubt {
                page.line("  \(finding.text)")
            }
            page.line()
            page.table(Self.table(inspection), indent: 2)
            let more = inspection.columns.count - Self.mostColumns
            if more > 0 { page.line("  and \(Words.counted(more, "column")) more") }
            page.line()
            write(package.resources[position], to: &page)
        }
        guard let bodies = package.bodies else { return }
        page.line()
        page.line(
            "None of the files holds the bodies: the descriptor names \(bodies), which needs the "
                + "headings id and kind")
    }

    private static func table(_ inspection: Inspection) -> TextTable {
        var table = TextTable([
            "column": .left, "seems to be": .left, "filled": .right, "blank": .right,
            "different": .right, "examples": .left,
        ])
        for column in inspection.columns.prefix(mostColumns) {
            let isRange = [.number, .whole].contains(column.kind)
            let examples = column.examples.map(shortened)
            table.add([
                column.name.isEmpty ? "(no heading)" : shortened(column.name), column.kind.rawValue,
                "\(column.filled)", "\(column.blanks)",
                "\(column.distinct)\(column.isCut ? " or more" : "")",
                examples.joined(separator: isRange ? " … " : ", "),
            ])
        }
        return table
    }

    private static func shortened(_ text: String) -> String {
        let line = text.replacing("\n", with: " ").replacing("\r", with: " ")
        return line.count > longest ? line.prefix(longest - 1) + "…" : line
    }

    private func write(_ resource: ProposedResource, to page: inout Page) {
        let name = plan.map { " of \($0.identity.name)" } ?? ""
        page.line("  It seems to hold \(resource.holds)\(name)")
        var table = TextTable(["needed": .left, "column": .left, "": .left])
        for column in resource.columns.prefix(Self.mostColumns) {
            table.add([column.target, column.source.map(Self.shortened) ?? "–", column.note])
        }
        if !table.isEmpty { page.table(table, indent: 2) }
        let more = resource.columns.count - Self.mostColumns
        if more > 0 { page.line("  and \(more) more") }
        if !resource.unused.isEmpty {
            page.line(
                "  Not needed: \(Words.some(resource.unused.map(Self.shortened), atMost: 20))")
        }
        guard !resource.doubts.isEmpty else { return }
        page.line()
        page.line("  To look at")
        for doubt in resource.doubts { page.line("  - \(doubt)") }
    }

    /// What a reader does next.
    var next: [String] {
        let files = request.files
        guard let methodology = request.methodology else {
            return [
                commandLine(
                    ["apparatus", "inspect"] + files + ["--methodology", "METHODOLOGY/EDITION"])
            ]
        }
        guard let file = request.file else {
            let folder = SplitPath(files[0]).folder
            return [
                commandLine(
                    ["apparatus", "inspect"] + files
                        + [
                            "--methodology", methodology, "--out", folder + DataPackage.file,
                        ])
            ]
        }
        return [
            "look through \(file), then "
                + commandLine(["apparatus", "check", SplitPath(file).openable])
        ]
    }
}
