internal import Diagnostics
internal import Domain
internal import JSON

extension ResultTable {
    /// Outcomes one by one, so that a large file does not stand in memory as a tree.
    static func readJSON(
        _ file: String, _ source: any Source, _ form: PeriodForm
    ) -> (results: ResultTable?, log: DiagnosticLog) {
        var rows = ResultRows(file: file, form: form, rowWord: "line")
        var pieces = ResultPieces()
        do throws(FileProblem) {
            let stream: any ByteStream
            do { stream = try source.open(file) } catch { throw FileProblem(error) }
            while true {
                let bytes: [UInt8]
                do { bytes = try stream.read(atMost: 1 << 20) } catch { throw FileProblem(error) }
                guard !bytes.isEmpty else { break }
                try pieces.take(bytes) { item, line, list in
                    rows.take(item, line: line, list: list)
                }
                guard rows.entries.count <= mostRows, !rows.log.hasErrors else { break }
            }
            if pieces.isInList, !rows.log.hasErrors, rows.entries.count <= mostRows {
                throw FileProblem(
                    "results.shape", row: pieces.line, "the file ends within the results",
                    help: "Compare with the whole file")
            }
        } catch {
            let place = Place(file: file, line: error.row)
            rows.log.error(error.code, at: place, error.what, help: error.help)
        }
        guard !rows.log.hasErrors else { return (nil, rows.log) }
        let (whole, log) = PlacedJSON.read(pieces.frame, file: file)
        guard let whole, !log.hasErrors else { return (nil, log) }
        let objects = whole["editions"]?.items ?? [whole]
        var (results, found) = joined([rows], file, form, log)
        guard results != nil, pieces.lists == objects.count else {
            if results != nil {
                found.error(
                    "results.shape", at: Place(file: file), "the file holds no list of results",
                    help: "Compare with a file as apparatus assess writes it")
            }
            return (nil, found)
        }
        results?.editions = objects.compactMap(edition)
        return (results, found)
    }

    private static func edition(_ object: PlacedJSON) -> Edition? {
        guard let methodology = object["edition"]?["methodology"]?.text,
            let edition = object["edition"]?["edition"]?.text
        else { return nil }
        return Edition(name: "\(methodology)/\(edition)", hash: object["edition"]?["hash"]?.text)
    }
}

extension ResultRows {
    /// Takes in an outcome as JSON.
    fileprivate mutating func take(_ item: [UInt8], line: Int, list: Int) {
        let (value, problems) = PlacedJSON.read(item, file: file)
        for entry in problems.entries {
            let place = Place(
                file: file, line: line + (entry.place?.line ?? 1) - 1,
                column: entry.place?.column)
            log.add(Diagnostic(.error, entry.code, at: place, entry.what, help: entry.help))
        }
        guard let value, !problems.hasErrors else { return }
        guard value.members != nil else {
            log.error(
                "results.shape", at: place(line, ""), "an outcome is \(value.kindName)",
                help: "Compare with a file as apparatus assess writes it")
            return
        }
        func text(_ key: String) -> String {
            switch value[key]?.kind {
            case .text(let text), .number(let text): text
            case .flag, .list, .object, .null, nil: ""
            }
        }
        take(
            Texts(
                edition: String(list), body: text("body"), node: text("node"),
                period: text("period"), state: text("state"), value: text("value"),
                score: text("score"), grade: text("grade"), band: text("band"),
                rank: text("rank")),
            row: line)
    }
}

/// Cuts the outcomes out of JSON as `assess` writes it, and keeps what is around them.
struct ResultPieces {
    /// What is around the lists of outcomes, which are empty here.
    private(set) var frame: [UInt8] = []
    /// How many lists there were.
    private(set) var lists = 0
    private var item: [UInt8] = []
    private var itemLine = 1
    private var depth = 0
    /// The line that was reached.
    private(set) var line = 1
    /// Whether the end of a list is still to come.
    private(set) var isInList = false
    private var isInText = false
    private var isEscaped = false
    private static let most = 1 << 20

    /// Takes in the next bytes and hands on each whole outcome, its line and its list.
    mutating func take(
        _ bytes: [UInt8], _ each: ([UInt8], Int, Int) -> Void
    ) throws(FileProblem) {
        for byte in bytes {
            if byte == UInt8(ascii: "\n") { line += 1 }
            if isInList {
                try takeInList(byte)
                if depth == 0, !item.isEmpty {
                    each(item, itemLine, lists - 1)
                    item.removeAll(keepingCapacity: true)
                }
            } else {
                let begins = byte == UInt8(ascii: "[") && !isInText && isAfterKey
                frame.append(byte)
                follow(byte)
                if begins {
                    isInList = true
                    lists += 1
                }
            }
            guard frame.count <= Self.most, item.count <= Self.most else {
                throw FileProblem(
                    "results.size", row: line,
                    isInList
                        ? "an outcome has more than \(Self.most) bytes"
                        : "more than \(Self.most) bytes stand around the results",
                    help: "Compare with a file as apparatus assess writes it")
            }
        }
    }

    private mutating func takeInList(_ byte: UInt8) throws(FileProblem) {
        if depth > 0 {
            item.append(byte)
            follow(byte)
            return
        }
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            item = [byte]
            itemLine = line
            depth = 1
        case UInt8(ascii: "]"):
            isInList = false
            frame.append(byte)
        case UInt8(ascii: ","), 9, 10, 13, 32: break
        default:
            throw FileProblem(
                "results.shape", row: line, "an outcome is no object",
                help: "Compare with a file as apparatus assess writes it")
        }
    }

    /// Keeps track of texts and, within an outcome, of how deep it is.
    private mutating func follow(_ byte: UInt8) {
        if isInText {
            if isEscaped { isEscaped = false; return }
            if byte == UInt8(ascii: "\\") { isEscaped = true }
            if byte == UInt8(ascii: "\"") { isInText = false }
            return
        }
        switch byte {
        case UInt8(ascii: "\""): isInText = true
        case UInt8(ascii: "{"), UInt8(ascii: "["): if isInList { depth += 1 }
        case UInt8(ascii: "}"), UInt8(ascii: "]"): if isInList { depth -= 1 }
        default: break
        }
    }

    /// Whether the key of the outcomes stands last.
    private var isAfterKey: Bool {
        var end = endOfText(before: frame.count)
        guard end > 0, frame[end - 1] == UInt8(ascii: ":") else { return false }
        end = endOfText(before: end - 1)
        return frame[..<end].suffix(9).elementsEqual("\"results\"".utf8)
    }

    /// Where what stands before some white space ends.
    private func endOfText(before end: Int) -> Int {
        var end = end
        while end > 0, frame[end - 1] == 32 || (9...13).contains(frame[end - 1]) { end -= 1 }
        return end
    }
}
