public import Diagnostics
public import Domain

extension ResultTable {
    /// Reads results from a file of a folder: JSON where its name ends with `.json`, else CSV.
    ///
    /// - Parameters:
    ///   - file: Its name within the folder.
    ///   - source: The folder.
    ///   - form: The periods of the edition that they are compared with.
    ///   - threads: At most so many; `nil` uses all cores.
    /// - Returns: The results, `nil` when there are errors, and everything that is wrong.
    public static func read(
        _ file: String, from source: any Source, form: PeriodForm, threads: Int? = nil
    ) -> (results: ResultTable?, log: DiagnosticLog) {
        let read =
            file.hasSuffix(".json")
            ? readJSON(file, source, form) : readCSV(file, source, form, threads)
        return read.results == nil ? (nil, ofOtherPeriods(read.log) ?? read.log) : read
    }

    /// Where the periods of many outcomes are of another kind, that in a line; otherwise `nil`.
    private static func ofOtherPeriods(_ log: DiagnosticLog) -> DiagnosticLog? {
        let errors = log.entries.filter { $0.code == "results.period" }
        guard errors.count > 20, let first = errors.first,
            Set(log.entries.map(\.code)).isSubset(of: ["results.period", "csv.errors"])
        else { return nil }
        let others = log.counts[first.code, default: 1] - 1
        var told = DiagnosticLog()
        told.error(
            first.code, at: first.place ?? Place(file: ""),
            "\(first.what), and neither are \(others) others that were read", help: first.help)
        return told
    }

    private static func readCSV(
        _ file: String, _ source: any Source, _ form: PeriodForm, _ threads: Int?
    ) -> (results: ResultTable?, log: DiagnosticLog) {
        var log = DiagnosticLog()
        let reader = TableReader(
            file: file, source, threads: threads, limits: CSVLimits())
        let table = reader.read(log: &log) { ResultCSVRows($0, file, form, &$1) }
        guard let table else { return (nil, told(log)) }
        guard !log.hasErrors else { return (nil, log) }
        return joined(table.parts.map(\.rows), file, form, log)
    }

    static let help = "Name a CSV or JSON file that apparatus assess --out wrote"

    /// The same, with the help that results need where a file is of another kind.
    private static func told(_ log: DiagnosticLog) -> DiagnosticLog {
        let helps = [
            "csv.kind": "\(help); JSON is known by a name that ends with .json",
            "csv.separator": help, "csv.nul": help, "csv.empty": help,
        ]
        guard log.entries.contains(where: { helps[$0.code] != nil }) else { return log }
        var told = DiagnosticLog()
        for entry in log.entries {
            told.add(
                Diagnostic(
                    entry.severity, entry.code, at: entry.place, entry.what,
                    help: helps[entry.code] ?? entry.help))
        }
        return told
    }

    static func joined(
        _ parts: [ResultRows], _ file: String, _ form: PeriodForm, _ log: DiagnosticLog
    ) -> (results: ResultTable?, log: DiagnosticLog) {
        var log = log
        let count = parts.reduce(0) { $0 + $1.entries.count }
        guard count > 0, count <= mostRows else {
            log.error(
                count == 0 ? "results.none" : "results.rows", at: Place(file: file),
                count == 0
                    ? "the file holds no results"
                    : "the file holds \(count) outcomes; \(mostRows) are allowed",
                help: count == 0
                    ? "Compare with a file as apparatus assess writes it"
                    : "Write fewer nodes or periods with --nodes and --period")
            return (nil, log)
        }
        let results = ResultTable(parts, form: form, &log)
        return (log.hasErrors ? nil : results, log)
    }
}

/// The rows of results as CSV.
struct ResultCSVRows: RowReader {
    private(set) var rows: ResultRows
    private let columns: [String: Int]

    var log: DiagnosticLog {
        get { rows.log }
        set { rows.log = newValue }
    }
    /// As many cells as make the most outcomes.
    var width: Int { CSVLimits().cells / ResultTable.mostRows }

    /// Checks the heading: further columns are left alone.
    init?(_ heading: Heading, _ file: String, _ form: PeriodForm, _ log: inout DiagnosticLog) {
        let required = ["methodology", "edition", "body", "node", "period", "state", "score"]
        guard heading.checkSeparator(required, &log) else { return nil }
        let absent = required.filter { !heading.names.contains($0) }
        guard absent.isEmpty else {
            log.error(
                "results.shape", at: heading.place(nil),
                "the table holds no results: it has no "
                    + (absent.count == 1 ? "heading " : "headings ") + listed(absent),
                help: ResultTable.help)
            return nil
        }
        let found = heading.positions(
            required: required,
            optional: ["value", "grade", "band", "rank"], ignored: [],
            elsewhere: Set(heading.names), log: &log)
        guard let found else { return nil }
        rows = ResultRows(file: file, form: form, rowWord: "row")
        columns = found
    }

    mutating func take(_ cells: [CSVCell], in bytes: Span<UInt8>, row: Int) {
        func text(_ name: String) -> String {
            guard let column = columns[name] else { return "" }
            return cells[column].text(in: bytes)
        }
        var texts = ResultRows.Texts()
        texts.edition = text("methodology") + "/" + text("edition")
        texts.body = text("body")
        texts.node = text("node")
        texts.period = text("period")
        texts.state = text("state")
        texts.value = text("value")
        texts.score = text("score")
        texts.grade = text("grade")
        texts.band = text("band")
        texts.rank = text("rank")
        rows.take(texts, row: row)
    }
}
