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
    /// Control characters that no document may hold are written as U+FFFD.
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
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): raw("&amp;")
            case UInt8(ascii: "<"): raw("&lt;")
            case UInt8(ascii: ">"): raw("&gt;")
            case UInt8(ascii: "\""): raw("&quot;")
            case UInt8(ascii: "\t"), UInt8(ascii: "\n"): bytes.append(byte)
            case 0..<32, 127: raw("\u{FFFD}")
            default: bytes.append(byte)
            }
        }
    }

    /// Appends a text at once that has nothing to escape, as most have none.
    private mutating func appendPlain(_ text: String) -> Bool {
        unsafe text.utf8.withContiguousStorageIfAvailable { text in
            guard unsafe !text.contains(where: Self.mayNeedEscape) else { return false }
            unsafe bytes.append(contentsOf: text)
            return true
        } ?? false
    }

    private static func mayNeedEscape(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): true
        default: byte < 32 || byte == 127
        }
    }
}
