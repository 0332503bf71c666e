internal import Diagnostics
internal import JSON

/// Reads how a table is written as text: Frictionless' own keys, of which those that would
/// change what is read and are not known are refused rather than passed over.
extension DataPackageReader {
    mutating func dialect(of object: PackageObject) -> CSVDialect {
        var dialect = CSVDialect()
        for key in ["data", "compression"] {
            guard let value = object.json[key] else { continue }
            log.error(
                "package.unsupported", at: value.place, "\"\(key)\" is not supported yet",
                help: "Put the table into a CSV file of the folder and name it by \"path\"")
        }
        if let encoding = object.json["encoding"] { read(encoding: encoding, into: &dialect) }
        guard let declared = object.object("dialect", &log) else { return dialect }
        refuseUnknownKeys(declared)
        if let delimiter = declared.text("delimiter", &log) {
            read(delimiter: delimiter, declared, into: &dialect)
        }
        for (key, value) in standard {
            guard let member = declared.json[key], member.plain != value.json else { continue }
            log.error(
                "package.unsupported", at: member.place, "this \"\(key)\" is not supported",
                help: "Only this is read: \(value.words)")
        }
        if let rows = declared.json["headerRows"] { read(headerRows: rows, into: &dialect) }
        return dialect
    }

    /// A key that is passed over would leave the table read otherwise than was meant.
    private mutating func refuseUnknownKeys(_ declared: PackageObject) {
        let read = ["delimiter", "headerRows"] + standard.map(\.0)
        // These change nothing in what is read: line ends are recognised.
        let passed = ["$schema", "csvddfVersion", "caseSensitiveHeader", "lineTerminator"]
        let meant = ["separator": "delimiter", "sep": "delimiter", "headerRow": "headerRows"]
        for member in declared.json.members ?? [] where !(read + passed).contains(member.key) {
            log.error(
                "package.unknown-key", at: member.keyPlace,
                "\(declared.name) has an unknown key \(seen(member.key))",
                help: (meant[member.key] ?? Nearest.word(to: member.key, among: read))
                    .map { "Write \"\($0)\"" } ?? "Known are \(read.joined(separator: ", "))")
        }
    }

    /// What these keys say where they say nothing else than RFC 4180.
    private var standard: [(String, (json: JSON?, words: String))] {
        [
            ("quoteChar", (.text("\""), "fields with double quotes around them")),
            ("doubleQuote", (.flag(true), "quotes within a field are doubled")),
            ("header", (.flag(true), "a row has the headings")),
            ("skipInitialSpace", (.flag(false), "no spaces after the separator")),
            ("escapeChar", (nil, "quotes within a field are doubled")),
            ("nullSequence", (nil, "declare the words for blanks under \"markers\"")),
            ("commentChar", (nil, "no comments between the rows")),
            ("commentRows", (nil, "rows above the headings are skipped by \"headerRows\"")),
            ("headerJoin", (nil, "the headings stand in one row")),
        ]
    }

    private mutating func read(encoding: PlacedJSON, into dialect: inout CSVDialect) {
        guard let name = encoding.text else {
            return PackageObject.wrongType("encoding", encoding, "the name of an encoding", &log)
        }
        if let known = TextEncoding(named: name) {
            dialect.encoding = known
            return
        }
        let names = TextEncoding.allCases.map(\.rawValue)
        log.error(
            "package.unsupported", at: encoding.place, "the encoding \(seen(name)) is not known",
            help: "Known are \(listed(names)); otherwise save the file as \"CSV UTF-8\"")
    }

    private mutating func read(
        delimiter: String, _ declared: PackageObject, into dialect: inout CSVDialect
    ) {
        guard let place = declared.json["delimiter"]?.place else { return }
        if let byte = delimiter.utf8.first, delimiter.utf8.count == 1,
            CSVDialect.separators.contains(byte)
        {
            dialect.separator = byte
            return
        }
        log.error(
            "package.unsupported", at: place, "the delimiter \(seen(delimiter)) is not supported",
            help: "Separators are \",\", \";\", \"|\" and the tab, \"\\t\"")
    }

    private mutating func read(headerRows rows: PlacedJSON, into dialect: inout CSVDialect) {
        if let items = rows.items, items.count == 1, let row = items[0].whole(1...1_000_000) {
            dialect.headingRow = row
            return
        }
        PackageObject.wrongType(
            "headerRows", rows, "the row of the headings in a list, as in [4]", &log)
    }
}

extension PlacedJSON {
    /// A whole number within the range, as it is usually written.
    func whole(_ range: ClosedRange<Int>) -> Int? {
        guard case .number(let text) = kind, let number = Int(text), range.contains(number) else {
            return nil
        }
        return number
    }
}
