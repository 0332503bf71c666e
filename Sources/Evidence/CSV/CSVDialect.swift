/// How a table is written as text.
struct CSVDialect: Hashable, Sendable {
    /// The separators that a table may have.
    static let separators: [UInt8] = [
        UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|"),
    ]

    var encoding = TextEncoding.utf8
    var separator = UInt8(ascii: ",")
    /// The row of the headings; those above it are skipped.
    var headingRow = 1

    /// The separator in words, as in `comma`.
    static func word(_ separator: UInt8) -> String {
        switch separator {
        case UInt8(ascii: ","): "comma"
        case UInt8(ascii: ";"): "semicolon"
        case UInt8(ascii: "\t"): "tab"
        default: "vertical bar"
        }
    }
}
