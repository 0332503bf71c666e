internal import Diagnostics

/// Reads JSON by recursive descent, no deeper than ``deepest``.
struct JSONReader {
    static let deepest = 100

    /// Reading cannot go on; the reason is in the log.
    struct Broken: Error {}

    let file: String
    let bytes: [UInt8]
    var index = 0
    private var line = 1
    /// Up to where characters of the line have been counted, and how many there were.
    private var counted = (index: 0, characters: 0)
    private var depth = 0
    private var log = DiagnosticLog()

    private init(_ bytes: [UInt8], file: String) {
        self.bytes = bytes
        self.file = file
    }

    static func read(
        _ bytes: [UInt8], file: String, limit: Int
    ) -> (value: PlacedJSON?, log: DiagnosticLog) {
        var reader = JSONReader(bytes, file: file)
        // The reason is in the log.
        let value = try? reader.document(limit: limit)
        return (value, reader.log)
    }

    private mutating func document(limit: Int) throws(Broken) -> PlacedJSON {
        guard bytes.count <= limit else {
            log.error(
                "json.size", at: Place(file: file),
                "the file has \(bytes.count) bytes; \(limit) are allowed",
                help: "Keep tables in CSV files and name them here")
            throw Broken()
        }
        if let line = firstLineThatIsNotUTF8() {
            log.error(
                "json.encoding", at: Place(file: file, line: line),
                "the line is not UTF-8 text", help: "Save the file as UTF-8")
            throw Broken()
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { (index, counted.index) = (3, 3) }
        skipSpace()
        let value = try value()
        skipSpace()
        guard index == bytes.count else {
            throw broken("\(seen()) stands after the end of the value", help: "Take it out")
        }
        return value
    }

    private func firstLineThatIsNotUTF8() -> Int? {
        guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
        var line = 1
        for part in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if String(validating: part, as: UTF8.self) == nil { return line }
            line += 1
        }
        return line
    }

    private mutating func value() throws(Broken) -> PlacedJSON {
        let place = place()
        let kind: PlacedJSON.Kind =
            switch next {
            case UInt8(ascii: "{"): try nested { (reader) throws(Broken) in try reader.object() }
            case UInt8(ascii: "["): try nested { (reader) throws(Broken) in try reader.list() }
            case UInt8(ascii: "\""): .text(try string())
            case let byte? where byte == UInt8(ascii: "-") || byte &- UInt8(ascii: "0") < 10:
                .number(try number())
            case UInt8(ascii: "t") where skip(word: "true"): .flag(true)
            case UInt8(ascii: "f") where skip(word: "false"): .flag(false)
            case UInt8(ascii: "n") where skip(word: "null"): .null
            default:
                throw broken(
                    "a value is expected and \(seen()) stands here",
                    help: "Write a text in double quotes, a number, true, false, null, [ or {")
            }
        return PlacedJSON(kind: kind, place: place)
    }

    private mutating func nested(
        _ read: (inout JSONReader) throws(Broken) -> PlacedJSON.Kind
    ) throws(Broken) -> PlacedJSON.Kind {
        guard depth < Self.deepest else {
            throw broken(
                "lists and objects are nested more than \(Self.deepest) deep", code: "json.depth",
                help: "Write it flatter")
        }
        depth += 1
        defer { depth -= 1 }
        index += 1
        skipSpace()
        return try read(&self)
    }

    private mutating func list() throws(Broken) -> PlacedJSON.Kind {
        var items: [PlacedJSON] = []
        if skip("]") { return .list(items) }
        while true {
            items.append(try value())
            if try endsAfterItem("]") { return .list(items) }
        }
    }

    private mutating func object() throws(Broken) -> PlacedJSON.Kind {
        var members: [PlacedJSON.Member] = []
        var lines: [String: Int] = [:]
        if skip("}") { return .object(members) }
        while true {
            let place = place()
            let key = try key()
            let value = try value()
            if let first = lines[key] {
                log.error(
                    "json.duplicate-key", at: place,
                    "the key \"\(key)\" stands twice; first in line \(first)",
                    help: "Keep one of the two")
            } else {
                lines[key] = place.line ?? 0
                members.append(PlacedJSON.Member(key: key, keyPlace: place, value: value))
            }
            if try endsAfterItem("}") { return .object(members) }
        }
    }

    private mutating func key() throws(Broken) -> String {
        guard next == UInt8(ascii: "\"") else {
            throw broken(
                "a key is expected and \(seen()) stands here",
                help: "Write keys in double quotes; no comma stands after the last member")
        }
        let key = try string()
        skipSpace()
        guard skip(":") else {
            throw broken(
                "a colon is expected and \(seen()) stands here", help: "Write : after a key")
        }
        skipSpace()
        return key
    }

    private mutating func endsAfterItem(_ closing: Unicode.Scalar) throws(Broken) -> Bool {
        skipSpace()
        if skip(closing) { return true }
        guard skip(",") else {
            throw broken(
                "a comma or \(closing) is expected and \(seen()) stands here",
                help: "Put a comma between items, and \(closing) after the last one")
        }
        skipSpace()
        return false
    }

    private mutating func number() throws(Broken) -> String {
        guard let end = JSONNumber.end(in: bytes, from: index) else {
            throw broken(
                "this is not a number as JSON writes it",
                help: "Write digits without leading zeros and a point for decimals, as in 12.5")
        }
        defer { index = end }
        return String(decoding: bytes[index..<end], as: UTF8.self)
    }
}

extension JSONReader {
    var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func skip(_ letter: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: letter) else { return false }
        index += 1
        return true
    }

    private mutating func skip(word: String) -> Bool {
        guard bytes[index...].starts(with: word.utf8) else { return false }
        index += word.utf8.count
        return true
    }

    private mutating func skipSpace() {
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\n"):
                line += 1
                counted = (index + 1, 0)
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): break
            default: return
            }
            index += 1
        }
    }

    /// The place of the next character; each character of a line is counted once.
    mutating func place() -> Place {
        while counted.index < index {
            if bytes[counted.index] & 0xC0 != 0x80 { counted.characters += 1 }
            counted.index += 1
        }
        return Place(file: file, line: line, column: counted.characters + 1)
    }

    /// The next character in quotes, or that the file ends.
    private func seen() -> String {
        guard index < bytes.count else { return "the end of the file" }
        let rest = String(decoding: bytes[index...].prefix(4), as: UTF8.self)
        guard let scalar = rest.unicodeScalars.first else { return "the end of the file" }
        return scalar.value < 0x20 ? "a control character" : "\"\(scalar)\""
    }

    mutating func broken(
        _ what: String, code: String = "json.syntax", help: String
    ) -> Broken {
        log.error(code, at: place(), what, help: help)
        return Broken()
    }
}
