internal import Domain
internal import Evidence
internal import Methodology

/// The guide of a new workspace: what is filled in where, and what to call then.
struct TemplateGuide {
    let plan: Plan
    let folder: String
    let tables: [WorkspaceTemplate.Table]

    var text: String {
        (introduction + tables.flatMap(section) + blanks + improving + commands).joined(
            separator: "\n") + "\n"
    }

    private var introduction: [String] {
        let identity = plan.identity
        let title = identity.title?.text(in: nil) ?? identity.methodology
        return [
            "# Evidence for \(identity.name)", "",
            "\(title). Fill in the tables below, one row under the headings for each thing they "
                + "speak of. They are CSV in UTF-8: a spreadsheet opens them and saves them as "
                + "CSV again. Spreadsheets set to Russian or French save semicolons and decimal "
                + "commas: then `\(DataPackage.file)` says so, as in `\"dialect\": "
                + "{\"delimiter\": \";\"}` beside `path` and `\"numbers\": {\"decimal-mark\": "
                + "\",\"}` beside `role`. Do not rename headings; columns marked *may be blank* may be left "
                + "out as a whole.",
            "",
            "The edition holds for periods that lie wholly within its dates "
                + "(\(identity.days)), written as in "
                + "\(plan.schema.periodForm.example).",
            "",
            "Files of somebody else, with other headings, encodings or notations, need not be "
                + "copied over: `apparatus inspect FILE --methodology "
                + "\(identity.name)` proposes how to read them, and "
                + "docs/evidence.md#foreign-files says what can be declared.",
        ]
    }

    private func section(_ table: WorkspaceTemplate.Table) -> [String] {
        let rows = table.columns.map { column in
            let blank = column.isRequired ? "must be filled in" : "may be blank"
            return "| `\(column.name)` | \(cell(column.meaning)) | \(allowed(column)) | \(blank) |"
        }
        return [
            "", "## \(table.file)", "", "One row for each \(what(table)).", "",
            "| heading | what it is | what may stand there | |", "|---|---|---|---|",
        ] + rows
    }

    private func what(_ table: WorkspaceTemplate.Table) -> String {
        guard let last = table.key.last, table.key != ["id"] else { return "body" }
        let others = table.key.dropLast().joined(separator: ", ")
        return others.isEmpty ? last : "\(others) and \(last)"
    }

    private func allowed(_ column: TemplateColumn) -> String {
        let isShare = column.type == .share
        let range =
            switch (column.least ?? (isShare ? "0" : nil), column.greatest ?? (isShare ? "1" : nil))
            {
            case (let least?, let most?): ", \(least) to \(most)"
            case (let least?, nil): ", \(least) or more"
            case (nil, let most?): ", up to \(most)"
            case (nil, nil): ""
            }
        return switch column.type {
        case .code(let words): words.map { "`\($0)`" }.joined(separator: ", ")
        case .flag: "`true`, `false`"
        case .date: "a day, as in 2024-12-31"
        case .period: "a period"
        case .text: "text"
        case .share: "share\(range), as in 0.25"
        default: "\(column.type)\(range)"
        }
    }

    private func cell(_ text: String) -> String {
        text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
    }

    private var blanks: [String] {
        [
            "", "## Blanks", "",
            "A blank means *no data*. Words for *not applicable* and *withheld* are declared in "
                + "`\(DataPackage.file)`, as in `\"markers\": {\"not-applicable\": [\"NA\"], "
                + "\"withheld\": [\"X\"]}` beside `role`. Nothing is read as zero that is not "
                + "written as 0.",
            "",
            "Everything here counts as `reported`: handed in and not checked. Change `status` in "
                + "`\(DataPackage.file)` to `verified` or `published` when that is true of all of "
                + "it, or give a table a column `status`, and `source` and `proof` beside it.",
        ]
    }

    private var improving: [String] {
        [
            "", "## Measures", "",
            "Two further tables may be named in `\(DataPackage.file)`, by their `role`. "
                + "docs/evidence.md#measures-and-plans says which columns they have.",
            "", "| role | what it is | |", "|---|---|---|",
            "| `measures` | what can be done, what it costs and which values it changes; "
                + "`apparatus improve` and `apparatus what-if` choose from it | may be absent |",
            "| `plan` | which measures were decided on, by whom and until when; `apparatus plan` "
                + "says what came of them | may be absent |",
        ]
    }

    private var commands: [String] {
        let folder = SplitPath.word(folder)
        return [
            "", "## Then", "", "```", commandLine(["apparatus", "check", folder]),
            commandLine(["apparatus", "status", folder]),
            commandLine(["apparatus", "assess", folder]),
            commandLine(["apparatus", "explain", folder, "BODY"]),
            commandLine(["apparatus", "findings", folder]), "```",
        ]
    }
}
