/// Writes values one after the other as UTF-8.
struct JSONWriter {
    private(set) var bytes: [UInt8] = []
    private let isIndented: Bool
    private var depth: Int

    init(isIndented: Bool, depth: Int) {
        self.isIndented = isIndented
        self.depth = depth
    }

    mutating func write(_ value: JSON) {
        switch value {
        case .null: append("null")
        case .flag(let flag): append(flag ? "true" : "false")
        case .number(let text) where JSONNumber.isValid(text.utf8): append(text)
        case .number(let text), .text(let text): write(text: text)
        case .list(let items):
            open("[")
            for index in items.indices {
                beginItem(index)
                write(items[index])
            }
            close("]", isEmpty: items.isEmpty)
        case .object(let members):
            open("{")
            for index in members.indices {
                beginItem(index)
                write(text: members[index].key)
                append(isIndented ? ": " : ":")
                write(members[index].value)
            }
            close("}", isEmpty: members.isEmpty)
        }
    }

    private mutating func open(_ sign: Unicode.Scalar) {
        bytes.append(UInt8(ascii: sign))
        depth += 1
    }

    private mutating func beginItem(_ index: Int) {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        beginLine()
    }

    private mutating func close(_ sign: Unicode.Scalar, isEmpty: Bool) {
        depth -= 1
        if !isEmpty { beginLine() }
        bytes.append(UInt8(ascii: sign))
    }

    private mutating func beginLine() {
        guard isIndented else { return }
        append("\n")
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
    }

    private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

    /// The quote, the backslash and the control characters are escaped, and nothing else.
    ///
    /// JSON would let U+007F to U+009F stand, but terminals obey them.
    private mutating func write(text: String) {
        bytes.append(UInt8(ascii: "\""))
        defer { bytes.append(UInt8(ascii: "\"")) }
        guard text.utf8.contains(where: Self.mayNeedEscape) else { return append(text) }
        // The first of the two bytes of U+0080 to U+00BF, kept back until the second is seen.
        var isHeld = false
        for byte in text.utf8 {
            if isHeld {
                isHeld = false
                if byte < 0xA0 {
                    append("\\u00\(hexadecimal(byte >> 4))\(hexadecimal(byte & 15))")
                } else {
                    bytes += [0xC2, byte]
                }
                continue
            }
            switch byte {
            case 0xC2: isHeld = true
            case 0x7F: append("\\u007f")
            case UInt8(ascii: "\""): append("\\\"")
            case UInt8(ascii: "\\"): append("\\\\")
            case 0x08: append("\\b")
            case 0x09: append("\\t")
            case 0x0A: append("\\n")
            case 0x0C: append("\\f")
            case 0x0D: append("\\r")
            case 0..<0x20: append(byte < 0x10 ? "\\u000" : "\\u001"); append(hexadecimal(byte & 15))
            default: bytes.append(byte)
            }
        }
    }

    /// Whether the byte is escaped, or begins a character that can be.
    private static func mayNeedEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F
            || byte == 0xC2
    }

    private func hexadecimal(_ digit: UInt8) -> String { String(digit, radix: 16) }
}
