/// Which marks a written number may have; the same everywhere, whatever the machine's language.
public struct Notation: Hashable, Sendable {
    /// The mark before the fraction in ASCII, usually `.` or `,`.
    public let decimalMark: UInt8
    /// The marks that may stand between groups of three digits before the decimal mark.
    ///
    /// One number uses one of them throughout, and its first group does not begin with 0. An
    /// empty mark, and one that begins with the decimal mark, is never found.
    public let groupMarks: [String]
    /// Whether `1.5e-3` is a number.
    public let allowsExponent: Bool
    /// The group marks as they stand in UTF-8.
    let groupBytes: [[UInt8]]

    /// A point, no groups, no exponent.
    public static let plain = Notation()

    /// A notation; without arguments it is ``plain``.
    ///
    /// - Parameters:
    ///   - decimalMark: The mark before the fraction in ASCII.
    ///   - groupMarks: What may stand between groups of three digits, such as `"\u{202f}"`.
    ///   - allowsExponent: Whether `1.5e-3` is a number.
    public init(
        decimalMark: UInt8 = UInt8(ascii: "."), groupMarks: [String] = [],
        allowsExponent: Bool = false
    ) {
        self.decimalMark = decimalMark
        self.groupMarks = groupMarks
        self.allowsExponent = allowsExponent
        groupBytes = groupMarks.map { Array($0.utf8) }
    }
}

/// Why a text is not a number of type ``Fixed``.
public enum NumberProblem: Error, Hashable, Sendable {
    /// There is nothing to read.
    case empty
    /// The text is not a number in this notation.
    case notANumber
    /// Digits other than zeros stand after the eighteenth fractional one.
    case tooManyDigits
    /// The number is 10^20 or more in size.
    case tooLarge
}
