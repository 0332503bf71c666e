/// The rule for the short names of bodies, nodes, inputs, fields and tables.
///
/// Ids are stable for ever and stand in addresses, file names and headings; titles are
/// text and may change. One that begins with a hyphen would be an option of a command and a
/// formula of a spreadsheet, and `..` a folder: so neither a hyphen nor a dot comes first.
public enum Identifier {
    /// Whether the text is 1 to 64 of `A–Z a–z 0–9 . _ -`, the first no dot and no hyphen;
    /// nothing is trimmed or repaired.
    public static func isValid(_ text: some StringProtocol) -> Bool { isValid(String(text)) }

    /// The same of a text of its own, without a copy.
    public static func isValid(_ text: String) -> Bool {
        let bytes = text.utf8.span
        guard (1...64).contains(bytes.count), bytes[0] != UInt8(ascii: "-"),
            bytes[0] != UInt8(ascii: ".")
        else { return false }
        for index in 0..<bytes.count where !isAllowed(bytes[index]) { return false }
        return true
    }

    /// What the rule says, for error texts.
    public static let rule =
        "1 to 64 of the letters A–Z a–z, digits, dots, underscores, hyphens, "
        + "the first neither a dot nor a hyphen"

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"): true
        default: false
        }
    }
}
