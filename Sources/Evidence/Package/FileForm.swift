internal import Diagnostics

/// How the file of a resource is written, and which of its columns and rows are read.
struct FileForm: Sendable {
    var dialect = CSVDialect()
    var notations = CellNotations()
    /// Where the columns come from; `nil` where the file's own headings are those of the role.
    var columns: ColumnChoice?
    /// What all hold for a row that is read.
    var conditions: [RowCondition] = []
    /// Whether rows about bodies that are not in the table of bodies are left out.
    var takesOnlyKnownBodies = false

    /// Whether rows are read otherwise than as they stand.
    var isMapped: Bool { columns != nil || !conditions.isEmpty || takesOnlyKnownBodies }
}

/// The columns that a resource names, each with where it comes from.
struct ColumnChoice: Sendable {
    let targets: [ColumnTarget]
    /// Where they are named.
    let place: Place
}

/// A heading that the role knows, and where its cells come from.
struct ColumnTarget: Sendable {
    /// What is made of the text of a cell before it is read.
    enum Part: Hashable, Sendable {
        case whole
        /// One of the parts between a text, counted from 1.
        case split(at: [UInt8], part: Int)
        /// From one letter to another, counted from 1.
        case characters(Int, Int)
    }

    let name: String
    let place: Place
    /// The file's own heading; `nil` for a constant.
    var source: String?
    /// What every row has where there is no source.
    var constant = ""
    var part = Part.whole
    /// Words that are read as others.
    var values: [(from: String, to: String)] = []
    /// What every text that is no number is, in a column of numbers.
    var words: Presence?
}

/// What holds for a row that is read.
struct RowCondition: Sendable {
    /// The file's own heading.
    let column: String
    let words: [String]
    /// Whether the cell is one of the words, or none of them.
    let isOneOf: Bool
    let place: Place
}

extension DiagnosticLog {
    /// The same with the files' own headings, as in `выбыло (left)`, where columns have others.
    func naming(_ resources: [DataPackage.Resource]) -> DiagnosticLog {
        var names: [String: [String: String]] = [:]
        var headingRows: [String: Int] = [:]
        for resource in resources {
            headingRows[resource.path] = resource.form.dialect.headingRow
            for target in resource.form.columns?.targets ?? [] {
                guard let source = target.source, source != target.name else { continue }
                names[resource.path, default: [:]][target.name] = "\(source) (\(target.name))"
            }
        }
        guard !names.isEmpty else { return self }
        return moved { place in
            guard let row = place.line, let field = place.field,
                row > headingRows[place.file] ?? 1, let name = names[place.file]?[field]
            else { return place }
            return Place(file: place.file, row: row, field: name)
        }
    }
}
