/// A JSON value, as it is written; what was read, with its places, is a ``PlacedJSON``.
///
/// - Source: RFC 8259 (2017).
public enum JSON: Hashable, Sendable {
    case null
    case flag(Bool)
    /// A number as it is to be written, in plain decimal digits as in `-12.5`.
    ///
    /// A text that is no JSON number is written in quotes, so that the whole stays readable.
    case number(String)
    case text(String)
    case list([JSON])
    /// Keys in the order in which they are written.
    case object([Member])

    /// A key of an object and its value.
    public struct Member: Hashable, Sendable {
        /// The key, without quotes and escapes.
        public let key: String
        /// What stands under it.
        public let value: JSON

        /// Makes a member from its parts.
        public init(_ key: String, _ value: JSON) {
            self.key = key
            self.value = value
        }
    }

    /// The text; null where there is none.
    public init(_ text: String?) { self = text.map { .text($0) } ?? .null }

    /// The whole number; null where there is none.
    public init(_ number: Int?) { self = number.map { .number(String($0)) } ?? .null }

    /// The value as text, without a line end after it.
    ///
    /// Indented, every element has a line of its own, two spaces a level; otherwise there is no
    /// space anywhere.
    public func text(isIndented: Bool = false) -> String {
        String(decoding: bytes(isIndented: isIndented), as: UTF8.self)
    }

    /// The value as UTF-8, otherwise as in ``text(isIndented:)``.
    ///
    /// - Parameters:
    ///   - isIndented: Whether every element has a line of its own.
    ///   - depth: How many levels deep the value will stand.
    /// - Returns: UTF-8 without a line end after it.
    public func bytes(isIndented: Bool = false, depth: Int = 0) -> [UInt8] {
        var writer = JSONWriter(isIndented: isIndented, depth: depth)
        writer.write(self)
        return writer.bytes
    }
}
