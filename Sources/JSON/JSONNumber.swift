/// The grammar of JSON's numbers.
///
///     number = [ "-" ] ( "0" / digit1-9 *digit ) [ "." 1*digit ] [ ("e" / "E") [ "+" / "-" ] 1*digit ]
///
/// - Source: RFC 8259 (2017), section 6.
enum JSONNumber {
    /// Whether the whole text is one number.
    static func isValid(_ text: some Sequence<UInt8>) -> Bool {
        let bytes = Array(text)
        return end(in: bytes, from: 0) == bytes.count
    }

    /// Where the number that begins at `start` ends; `nil` when none begins there.
    static func end(in bytes: [UInt8], from start: Int) -> Int? {
        var index = start
        skip("-", bytes, &index)
        let whole = index
        guard skipDigits(bytes, &index) else { return nil }
        if bytes[whole] == UInt8(ascii: "0"), index > whole + 1 { return nil }
        if skip(".", bytes, &index) {
            guard skipDigits(bytes, &index) else { return nil }
        }
        if skip("e", bytes, &index) || skip("E", bytes, &index) {
            if !skip("+", bytes, &index) { skip("-", bytes, &index) }
            guard skipDigits(bytes, &index) else { return nil }
        }
        return index
    }

    @discardableResult
    private static func skip(
        _ letter: Unicode.Scalar, _ bytes: [UInt8], _ index: inout Int
    ) -> Bool {
        guard index < bytes.count, bytes[index] == UInt8(ascii: letter) else { return false }
        index += 1
        return true
    }

    private static func skipDigits(_ bytes: [UInt8], _ index: inout Int) -> Bool {
        let start = index
        while index < bytes.count, bytes[index] &- UInt8(ascii: "0") < 10 { index += 1 }
        return index > start
    }
}
