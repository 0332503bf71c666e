/// Cuts a formula into tokens.
///
/// A hyphen between two id characters belongs to the id; so does a point. Subtraction has
/// spaces on both sides.
struct Lexer {
    private let bytes: [UInt8]
    private var offset = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    /// All tokens, the last one being ``Token/Kind/end``.
    static func tokens(of text: String) throws(FormulaProblem) -> [Token] {
        var lexer = Lexer(text)
        var tokens: [Token] = []
        while true {
            let token = try lexer.next()
            tokens.append(token)
            if token.kind == .end { return tokens }
        }
    }

    private func byte(_ ahead: Int = 0) -> UInt8? {
        offset + ahead < bytes.count ? bytes[offset + ahead] : nil
    }

    private mutating func next() throws(FormulaProblem) -> Token {
        while let byte = byte(), byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
            offset += 1
        }
        guard let byte = byte() else { return Token(kind: .end, range: offset..<offset) }
        if isDigit(byte) { return try number() }
        if isNameStart(byte) { return name() }
        if byte == UInt8(ascii: "\"") { return try text() }
        return try symbol()
    }

    private mutating func number() throws(FormulaProblem) -> Token {
        let start = offset
        while let byte = byte(), isDigit(byte) { offset += 1 }
        if byte() == UInt8(ascii: "."), let after = byte(1), isDigit(after) {
            offset += 1
            while let byte = byte(), isDigit(byte) { offset += 1 }
        }
        if let byte = byte(), isNameStart(byte) || byte == UInt8(ascii: ".") {
            throw FormulaProblem(
                code: "formula.number", offset: start,
                what: "\"\(slice(start..<offset + 1))\" is neither a number nor a name",
                help: "Write digits with a point for decimals, as in 12.5; "
                    + "begin names with a letter")
        }
        return Token(kind: .number(slice(start..<offset)), range: start..<offset)
    }

    private mutating func name() -> Token {
        let start = offset
        while let byte = byte() {
            if isNamePart(byte) {
                offset += 1
            } else if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "."),
                let after = self.byte(1), isNamePart(after)
            {
                offset += 2
            } else {
                break
            }
        }
        return Token(kind: .name(slice(start..<offset)), range: start..<offset)
    }

    private mutating func text() throws(FormulaProblem) -> Token {
        let start = offset
        offset += 1
        while let byte = byte() {
            offset += 1
            if byte == UInt8(ascii: "\"") {
                return Token(
                    kind: .text(slice(start + 1..<offset - 1)), range: start..<offset)
            }
        }
        throw FormulaProblem(
            code: "formula.text", offset: start, what: "the text that begins here has no end",
            help: "Close it with a double quote, as in \"Y\"; if it was cut at a #, put the "
                + "whole formula in single quotes")
    }

    private mutating func symbol() throws(FormulaProblem) -> Token {
        try refuseForeign()
        for symbol in Token.Symbol.longestFirst where matches(symbol.rawValue) {
            let start = offset
            offset += symbol.rawValue.utf8.count
            return Token(kind: .symbol(symbol), range: start..<offset)
        }
        throw unknownCharacter()
    }

    /// Operators of other languages that would otherwise read as two of ours.
    private func refuseForeign() throws(FormulaProblem) {
        guard let (found, help) = Self.foreign.first(where: { matches($0.operation) }) else {
            return
        }
        throw FormulaProblem(
            code: "formula.operator", offset: offset, what: "\"\(found)\" is not an operator",
            help: help)
    }

    private static let foreign: [(operation: String, help: String)] = [
        ("==", "Write = for \"is equal to\""), ("!=", "Write <> for \"is not equal to\""),
        ("&&", "Write AND between two conditions"), ("||", "Write OR between two conditions"),
        ("!", "Write NOT before a condition"), ("**", power), ("^", power),
    ]

    private static let power =
        "Write x * x, or POWER(x, exponent), which needs arithmetic: double"

    private func unknownCharacter() -> FormulaProblem {
        let rest = String(decoding: bytes[offset...].prefix(8), as: UTF8.self)
        let character = rest.first.map(String.init) ?? ""
        let help =
            switch character {
            case "&": "Write AND between two conditions"
            case "|": "Write OR between two conditions"
            case "×", "·": "Write * for multiplication"
            case "÷", ":": "Write / for division"
            case ";": "Separate arguments with commas"
            case "≥": "Write >= for \"at least\""
            case "≤": "Write <= for \"at most\""
            case "≠": "Write <> for \"is not equal to\""
            case "'", "“", "”", "„", "«": "Put texts in straight double quotes, as in \"Y\""
            case "–", "−": "Write a hyphen with spaces around it for subtraction"
            case "{": "Repetition is written {name of list} in an id, and {name} after that"
            case "." where rest.hasPrefix(".{"):
                "A list stands in the names of inputs and fields, and not in ids of nodes: write "
                    + "each node out"
            default: "Leave it out, or put it in double quotes if it is part of a text"
            }
        return FormulaProblem(
            code: "formula.character", offset: offset,
            what: "\"\(character)\" has no meaning in a formula", help: help)
    }

    private func matches(_ text: String) -> Bool {
        bytes[offset...].starts(with: text.utf8)
    }

    private func slice(_ range: Range<Int>) -> String {
        String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }

    private func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private func isNameStart(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
            || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) || byte == UInt8(ascii: "_")
    }

    private func isNamePart(_ byte: UInt8) -> Bool { isNameStart(byte) || isDigit(byte) }
}

extension Token.Symbol {
    fileprivate static let longestFirst = allCases.sorted {
        $0.rawValue.utf8.count > $1.rawValue.utf8.count
    }
}
