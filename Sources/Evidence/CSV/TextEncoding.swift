/// How the bytes of a table stand for letters.
enum TextEncoding: String, CaseIterable, Sendable {
    case utf8 = "utf-8"
    /// In the order of bytes that its mark at the beginning says.
    case utf16 = "utf-16"
    case windows1251 = "windows-1251"
    case windows1252 = "windows-1252"

    /// Reads a name whatever the case of its letters; `utf8`, `utf16`, `cp1251` and `cp1252` are
    /// names as well.
    init?(named name: String) {
        let name = name.lowercased()
        let others: [String: TextEncoding] = [
            "utf8": .utf8, "utf16": .utf16, "cp1251": .windows1251, "cp1252": .windows1252,
        ]
        guard let encoding = TextEncoding(rawValue: name) ?? others[name] else { return nil }
        self = encoding
    }

    /// The letters of the bytes from 0x80 upwards, 0 for those that stand for nothing; empty for
    /// encodings of more than one byte.
    ///
    /// - Source: Unicode Consortium, `MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1251.TXT`, `CP1252.TXT`.
    var upperHalf: [UInt16] {
        switch self {
        case .utf8, .utf16: []
        case .windows1251: Self.upperOf1251 + (0x0410...0x044F)
        case .windows1252: Self.upperOf1252 + (0x00A0...0x00FF)
        }
    }

    /// 0x80 to 0xBF.
    private static let upperOf1251: [UInt16] = [
        0x0402, 0x0403, 0x201A, 0x0453, 0x201E, 0x2026, 0x2020, 0x2021,
        0x20AC, 0x2030, 0x0409, 0x2039, 0x040A, 0x040C, 0x040B, 0x040F,
        0x0452, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
        0x0000, 0x2122, 0x0459, 0x203A, 0x045A, 0x045C, 0x045B, 0x045F,
        0x00A0, 0x040E, 0x045E, 0x0408, 0x00A4, 0x0490, 0x00A6, 0x00A7,
        0x0401, 0x00A9, 0x0404, 0x00AB, 0x00AC, 0x00AD, 0x00AE, 0x0407,
        0x00B0, 0x00B1, 0x0406, 0x0456, 0x0491, 0x00B5, 0x00B6, 0x00B7,
        0x0451, 0x2116, 0x0454, 0x00BB, 0x0458, 0x0405, 0x0455, 0x0457,
    ]

    /// 0x80 to 0x9F.
    private static let upperOf1252: [UInt16] = [
        0x20AC, 0x0000, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
        0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x0000, 0x017D, 0x0000,
        0x0000, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
        0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x0000, 0x017E, 0x0178,
    ]
}
