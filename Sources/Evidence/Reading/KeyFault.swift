/// Why a cell cannot be a part of a record's key.
enum KeyFault {
    case absent
    case tooLong
    /// A line end, a tab or another control character stands in it.
    case control
}

extension CSVCell {
    /// The longest part of a key, in bytes.
    static let longestKey = 200

    /// What is wrong with the cell as a part of a key; `nil` for nothing.
    func keyFault(in bytes: Span<UInt8>) -> KeyFault? {
        guard start < end else { return .absent }
        guard end - start <= Self.longestKey else { return .tooLong }
        for index in start..<end where bytes[index] < 0x20 || bytes[index] == 0x7F {
            return .control
        }
        return nil
    }
}
