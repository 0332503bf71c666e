internal import Locales

/// Writes HTML and SVG as bytes.
///
/// Names of elements and attributes are literals, and every text is escaped: there is no way to
/// write markup that stands in data.
struct HTMLWriter: ~Copyable {
    /// What was written, in UTF-8.
    private(set) var bytes: [UInt8] = []

    /// Attributes in their order; one whose value is `nil` is not written, and one whose value is
    /// empty is written without a value.
    typealias Attributes = KeyValuePairs<StaticString, String?>

    init() {}

    /// An element with content.
    mutating func element(
        _ tag: StaticString, _ attributes: Attributes = [:],
        _ content: (inout HTMLWriter) -> Void
    ) {
        open(tag, attributes)
        content(&self)
        raw("</")
        raw(tag)
        raw(">")
    }

    /// An element with a text in it.
    mutating func element(_ tag: StaticString, _ attributes: Attributes = [:], text: String) {
        element(tag, attributes) { $0.text(text) }
    }

    /// An HTML element that has no content, as in `<meta>`.
    mutating func empty(_ tag: StaticString, _ attributes: Attributes = [:]) {
        open(tag, attributes)
    }

    /// An SVG element without content, closed.
    mutating func closed(_ tag: StaticString, _ attributes: Attributes = [:]) {
        element(tag, attributes) { _ in }
    }

    /// A text, with the signs of markup written so that they stand for themselves.
    ///
    /// Characters that no document may hold, as control characters and noncharacters, are written
    /// as U+FFFD.
    mutating func text(_ text: String) { escape(text) }

    /// `<!doctype html>`, which stands before everything.
    mutating func doctype() { raw("<!doctype html>\n") }

    /// A line end, for people who read the source; means nothing between elements of blocks.
    mutating func line() { bytes.append(10) }

    private mutating func open(_ tag: StaticString, _ attributes: Attributes) {
        raw("<")
        raw(tag)
        for (name, value) in attributes {
            guard let value else { continue }
            raw(" ")
            raw(name)
            guard !value.isEmpty else { continue }
            raw("=\"")
            escape(value)
            raw("\"")
        }
        raw(">")
    }

    private mutating func raw(_ literal: StaticString) {
        literal.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    }

    private mutating func escape(_ text: String) {
        if appendPlain(text) { return }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": raw("&amp;")
            case "<": raw("&lt;")
            case ">": raw("&gt;")
            case "\"": raw("&quot;")
            case "\t", "\n", " "..."~": bytes.append(UInt8(truncatingIfNeeded: scalar.value))
            case _ where Self.isForbidden(scalar.value): raw("\u{FFFD}")
            default: bytes.append(contentsOf: scalar.utf8)
            }
        }
    }

    /// Appends a text at once that has nothing to escape, as most have none.
    private mutating func appendPlain(_ text: String) -> Bool {
        unsafe text.utf8.withContiguousStorageIfAvailable { text in
            var last: UInt8 = 0
            let needsEscape = unsafe text.contains { byte in
                defer { last = byte }
                return Self.mayNeedEscape(byte, after: last)
            }
            guard !needsEscape else { return false }
            unsafe bytes.append(contentsOf: text)
            return true
        } ?? false
    }

    private static func mayNeedEscape(_ byte: UInt8, after last: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): true
        // U+0080…U+009F; and what noncharacters, U+F000 and later, begin with.
        case 0x80...0x9F: last == 0xC2
        default: byte < 32 || byte == 127 || byte >= 0xEF
        }
    }

    /// Whether no document may hold a character: other control characters than tab and line end,
    /// and noncharacters.
    ///
    /// - Source: WHATWG, HTML, 13.1.4 Character references, and Infra, 4.5 Code points.
    private static func isForbidden(_ code: UInt32) -> Bool {
        switch code {
        case 9, 10: false
        case ..<32, 0x7F...0x9F, 0xFDD0...0xFDEF: true
        default: code & 0xFFFE == 0xFFFE
        }
    }
}
