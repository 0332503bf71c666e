/// Turns the bytes of a table into UTF-8, piece by piece.
///
/// What stands for no letter comes out as the byte 0xFF, which no UTF-8 has: whoever checks the
/// rows finds it there, and so tells the row.
struct Transcoder {
    /// A byte that UTF-8 never has.
    private static let noLetter: UInt8 = 0xFF

    private let encoding: TextEncoding
    /// What the bytes from 0x80 upwards are in UTF-8.
    private let upperHalf: [[UInt8]]
    private var isLittleEndian: Bool?
    /// The first half of a unit of two bytes.
    private var half: UInt8?
    /// The first half of a letter of two units.
    private var surrogate: UInt16?

    init(_ encoding: TextEncoding) {
        self.encoding = encoding
        upperHalf = encoding.upperHalf.map { unit in
            guard unit != 0, let letter = Unicode.Scalar(unit) else { return [Self.noLetter] }
            return Array(String(letter).utf8)
        }
    }

    /// The next bytes in UTF-8.
    mutating func text(of piece: [UInt8]) -> [UInt8] {
        switch encoding {
        case .utf8: piece
        case .windows1251, .windows1252: single(piece)
        case .utf16: double(piece)
        }
    }

    /// What is left at the end: the sign for half a letter, if one stands there.
    mutating func end() -> [UInt8] {
        defer { (half, surrogate) = (nil, nil) }
        return half == nil && surrogate == nil ? [] : [Self.noLetter]
    }

    private func single(_ piece: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(piece.count * 2)
        let bytes = piece.span
        for index in 0..<bytes.count {
            let byte = bytes[index]
            if byte < 0x80 { text.append(byte) } else { text += upperHalf[Int(byte) - 0x80] }
        }
        return text
    }

    private mutating func double(_ piece: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(piece.count)
        let bytes = piece.span
        for index in 0..<bytes.count {
            guard let first = half else {
                half = bytes[index]
                continue
            }
            half = nil
            // The mark at the beginning says the order and is no letter.
            guard let isLittleEndian else {
                isLittleEndian = first == 0xFF
                if (first, bytes[index]) != (0xFF, 0xFE), (first, bytes[index]) != (0xFE, 0xFF) {
                    text.append(Self.noLetter)
                }
                continue
            }
            let (high, low) = isLittleEndian ? (bytes[index], first) : (first, bytes[index])
            append(UInt16(high) << 8 | UInt16(low), &text)
        }
        return text
    }

    private mutating func append(_ unit: UInt16, _ text: inout [UInt8]) {
        switch unit {
        case 0xDC00...0xDFFF:
            guard let first = surrogate else { return text.append(Self.noLetter) }
            surrogate = nil
            let value = 0x10000 + (UInt32(first) - 0xD800) << 10 + UInt32(unit) - 0xDC00
            append(Unicode.Scalar(value), &text)
        case 0xD800...0xDBFF:
            if surrogate != nil { text.append(Self.noLetter) }
            surrogate = unit
        case _ where surrogate != nil:
            text.append(Self.noLetter)
            surrogate = nil
            append(unit, &text)
        case 0..<0x80: text.append(UInt8(unit))
        default: append(Unicode.Scalar(unit), &text)
        }
    }

    private func append(_ letter: Unicode.Scalar?, _ text: inout [UInt8]) {
        guard let letter else { return text.append(Self.noLetter) }
        text += UTF8.encode(letter).map { Array($0) } ?? [Self.noLetter]
    }
}
