/// Writes values one after the other as UTF-8, without their being made first.
///
/// Values stand in the order in which they are written; what stands between them is written by
/// itself. In an object each value comes after its key.
public struct JSONWriter: Sendable {
    /// What was written, without a line end after it.
    public private(set) var bytes: [UInt8] = []
    private let isIndented: Bool
    private var depth: Int
    private var place = Place.alone

    /// Where the next value stands.
    private enum Place {
        /// Outside of everything, or after its key.
        case alone
        /// First in a list or an object.
        case first
        /// After another one.
        case next
    }

    /// A writer of a value that will stand so many levels deep.
    ///
    /// Indented, every element has a line of its own, two spaces a level; otherwise there is no
    /// space anywhere.
    public init(isIndented: Bool = false, depth: Int = 0) {
        self.isIndented = isIndented
        self.depth = depth
    }

    /// A writer of items of a list that has begun and ends elsewhere.
    ///
    /// - Parameters:
    ///   - depth: How many levels deep the items stand.
    ///   - isIndented: Whether every element has a line of its own.
    ///   - hasItems: Whether there are items before.
    public init(itemsAt depth: Int, isIndented: Bool, hasItems: Bool) {
        self.init(isIndented: isIndented, depth: depth)
        place = hasItems ? .next : .first
    }

    /// An object: its keys and values are written by `members`.
    public mutating func object(_ members: (inout JSONWriter) -> Void) {
        open("{")
        members(&self)
        close("}")
    }

    /// A list: its values are written by `items`.
    public mutating func list(_ items: (inout JSONWriter) -> Void) {
        open("[")
        items(&self)
        close("]")
    }

    /// A key, which stands before its value; letters, digits and hyphens.
    public mutating func key(_ key: StaticString) {
        begin()
        bytes.append(UInt8(ascii: "\""))
        key.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        colon()
    }

    /// A key that is no literal.
    public mutating func key(_ key: String) {
        begin()
        quote(key)
        colon()
    }

    /// The absence of a value.
    public mutating func null() { literal("null") }

    /// A truth.
    public mutating func flag(_ flag: Bool) { literal(flag ? "true" : "false") }

    /// A text; null where there is none.
    public mutating func text(_ text: String?) {
        guard let text else { return null() }
        begin()
        quote(text)
    }

    /// A whole number; null where there is none.
    public mutating func number(_ number: Int?) {
        guard let number else { return null() }
        begin()
        append(String(number))
    }

    /// A number whose digits are appended by `digits`, in plain decimal digits as in `-12.5`.
    public mutating func number(_ digits: (inout [UInt8]) -> Void) {
        begin()
        digits(&bytes)
    }

    /// A value that is there already.
    public mutating func write(_ value: JSON) {
        switch value {
        case .null: null()
        case .flag(let flag): self.flag(flag)
        case .number(let text) where JSONNumber.isValid(text.utf8):
            begin()
            append(text)
        case .number(let text), .text(let text): self.text(text)
        case .list(let items):
            list { for item in items { $0.write(item) } }
        case .object(let members):
            object { writer in
                for member in members {
                    writer.key(member.key)
                    writer.write(member.value)
                }
            }
        }
    }

    // MARK: What stands between values

    private mutating func open(_ sign: Unicode.Scalar) {
        begin()
        bytes.append(UInt8(ascii: sign))
        depth += 1
        place = .first
    }

    private mutating func close(_ sign: Unicode.Scalar) {
        depth -= 1
        if place == .next { beginLine() }
        bytes.append(UInt8(ascii: sign))
        place = .next
    }

    /// What stands before a value or a key.
    private mutating func begin() {
        if place == .next { bytes.append(UInt8(ascii: ",")) }
        if place != .alone { beginLine() }
        place = .next
    }

    private mutating func beginLine() {
        guard isIndented else { return }
        bytes.append(10)
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
    }

    private mutating func colon() {
        bytes.append(UInt8(ascii: ":"))
        if isIndented { bytes.append(UInt8(ascii: " ")) }
        place = .alone
    }

    private mutating func literal(_ literal: StaticString) {
        begin()
        literal.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    }

    private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

    // MARK: Texts

    /// The quote, the backslash and the control characters are escaped, and nothing else.
    ///
    /// JSON would let U+007F to U+009F stand, but terminals obey them.
    private mutating func quote(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        let text = text.utf8.span
        // What needs no escape is appended at once.
        var (start, index) = (0, 0)
        while index < text.count {
            let byte = text[index]
            guard Self.mayNeedEscape(byte) else {
                index += 1
                continue
            }
            let isPair = byte == 0xC2
            // U+00A0 to U+00BF begin with the same byte as U+0080 to U+009F, which are escaped.
            if isPair, index + 1 < text.count, text[index + 1] >= 0xA0 {
                index += 2
                continue
            }
            append(text.extracting(start..<index))
            index += isPair ? 2 : 1
            start = index
            escape(text[index - 1])
        }
        append(text.extracting(start..<text.count))
        bytes.append(UInt8(ascii: "\""))
    }

    /// Whether the byte is escaped, or begins a character that can be.
    private static func mayNeedEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F
            || byte == 0xC2
    }

    /// The character that the byte is, or is the last of.
    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): append("\\\"")
        case UInt8(ascii: "\\"): append("\\\\")
        case 0x08: append("\\b")
        case 0x09: append("\\t")
        case 0x0A: append("\\n")
        case 0x0C: append("\\f")
        case 0x0D: append("\\r")
        default: append("\\u00\(hexadecimal(byte >> 4))\(hexadecimal(byte & 15))")
        }
    }

    private func hexadecimal(_ digit: UInt8) -> String { String(digit, radix: 16) }

    private mutating func append(_ text: Span<UInt8>) {
        unsafe text.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    }
}
