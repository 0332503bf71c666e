/// How much room a text takes, so that labels do not run into each other.
///
/// Widths are those of a wide sans-serif, in hundredths of the letters' size; what a reader's own
/// letters take is less as a rule, so that a guess leaves room rather than taking it.
enum Lettering {
    /// The width of a text in pixels.
    static func width(_ text: String, size: Double) -> Double {
        var hundredths = 0
        for scalar in text.unicodeScalars { hundredths += width(scalar) }
        return Double(hundredths) * size / 100
    }

    /// The text in one line, with at most three marks on any letter.
    ///
    /// Drawings cannot grow with a tower of marks as a table's row does; the whole name stands in
    /// the table.
    static func line(_ text: String) -> String {
        var line = String.UnicodeScalarView()
        var marks = 0
        var isSpaced = true
        for scalar in text.unicodeScalars {
            let isMark = scalar.value > 0x2FF && width(scalar) == 0 && !isJoiner(scalar)
            marks = isMark ? marks + 1 : 0
            let isSpace = scalar.properties.isWhitespace || scalar.value < 32
            if marks > 3 || isSpace && isSpaced { continue }
            line.append(isSpace ? " " : scalar)
            isSpaced = isSpace
        }
        return String(line)
    }

    /// The longest beginning of a text that takes no more room than `width` pixels.
    static func beginning(of text: String, within width: Double, size: Double) -> Substring {
        var taken = 0.0
        for index in text.indices {
            taken += self.width(String(text[index]), size: size)
            if taken > width { return text[..<index] }
        }
        return text[...]
    }

    /// The text, or as much of it as there is room for with `…` behind it.
    static func fitted(_ text: String, within width: Double, size: Double) -> String {
        let line = line(text)
        guard self.width(line, size: size) > width else { return line }
        return beginning(of: line, within: width - size, size: size) + "…"
    }

    /// The words in at most so many lines, the last of them ended by `…` where words are left.
    static func wrapped(
        _ text: String, within width: Double, size: Double, lines count: Int
    ) -> [String] {
        var lines: [String] = []
        var rest = line(text).split(separator: " ").map(String.init)[...]
        while let word = rest.first, lines.count < count {
            var line = word
            rest.removeFirst()
            while let next = rest.first, self.width(line + " " + next, size: size) <= width {
                line += " " + next
                rest.removeFirst()
            }
            if lines.count == count - 1, !rest.isEmpty { line += " " + rest.joined(separator: " ") }
            lines.append(fitted(line, within: width, size: size))
        }
        return lines
    }

    private static func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value == 0x200C || scalar.value == 0x200D
    }

    private static func width(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x20, 0xA0: 32
        case 0x202F, 0x2009: 20
        case 0x30...0x39: 64
        case 0..<0x20: 0
        case 0..<0x7F: ascii(scalar)
        case 0x400..<0x530: cyrillic(scalar)
        case 0x1100..<0x1200, 0x2E80..<0xA4D0, 0xAC00..<0xD7B0, 0xF900..<0xFB00,
            0xFF00..<0xFF61, 0x1F000...:
            105
        default: other(scalar)
        }
    }

    private static func ascii(_ scalar: Unicode.Scalar) -> Int {
        switch scalar {
        case "i", "j", "l", "I", "'", ".", ",", ":", ";", "|", "!": 32
        case "f", "t", "r", "-", "(", ")", "[", "]", "/", "\\": 42
        case "m", "w", "M", "W", "@", "%": 100
        case "A"..."Z": 74
        default: 63
        }
    }

    private static func cyrillic(_ scalar: Unicode.Scalar) -> Int {
        switch scalar {
        case "Ж", "М", "Ф", "Ш", "Щ", "Ю", "Ы": 107
        case "ж", "м", "ф", "ш", "щ", "ю", "ы": 90
        case "І", "і", "ї": 32
        default: scalar.properties.isUppercase ? 77 : 63
        }
    }

    private static func other(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: 0
        case .uppercaseLetter: 78
        default: 66
        }
    }
}
