extension JSONReader {
    /// A text in double quotes, its escapes resolved.
    mutating func string() throws(Broken) -> String {
        var text: [UInt8] = []
        index += 1
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""):
                index += 1
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): try escape(into: &text)
            case 0..<0x20:
                throw broken(
                    "a line end, tab or control character stands within a text",
                    help: "Close the text with a double quote, or write \\n or \\t")
            default:
                text.append(byte)
                index += 1
            }
        }
        throw broken(
            "the file ends within a text", help: "Close the text with a double quote")
    }

    private mutating func escape(into text: inout [UInt8]) throws(Broken) {
        let letter = index + 1 < bytes.count ? bytes[index + 1] : 0
        let meant: UInt8? =
            switch letter {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
            case UInt8(ascii: "b"): 0x08
            case UInt8(ascii: "f"): 0x0C
            case UInt8(ascii: "n"): 0x0A
            case UInt8(ascii: "r"): 0x0D
            case UInt8(ascii: "t"): 0x09
            default: nil
            }
        if let meant {
            text.append(meant)
            index += 2
        } else if letter == UInt8(ascii: "u"), let scalar = escapedScalar() {
            text.append(contentsOf: String(scalar).utf8)
        } else {
            throw broken(
                "this escape is not one of JSON's",
                help:
                    "Write \\\" \\\\ \\/ \\b \\f \\n \\r \\t or \\u with four hexadecimal digits; "
                    + "characters above FFFF take two of them")
        }
    }

    /// The character of `\u00e9`, or of a pair such as `\ud83d\ude00`; half a pair is none.
    private mutating func escapedScalar() -> Unicode.Scalar? {
        guard let first = escapedUnit(at: index) else { return nil }
        if let scalar = Unicode.Scalar(first) {
            index += 6
            return scalar
        }
        guard first < 0xDC00, let second = escapedUnit(at: index + 6),
            (0xDC00...0xDFFF).contains(second)
        else { return nil }
        index += 12
        return Unicode.Scalar(0x10000 + (UInt32(first) - 0xD800) << 10 + UInt32(second) - 0xDC00)
    }

    private func escapedUnit(at start: Int) -> UInt16? {
        guard start + 6 <= bytes.count, bytes[start] == UInt8(ascii: "\\"),
            bytes[start + 1] == UInt8(ascii: "u")
        else { return nil }
        var unit: UInt16 = 0
        for byte in bytes[start + 2..<start + 6] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
            unit = unit << 4 | UInt16(digit)
        }
        return unit
    }
}
