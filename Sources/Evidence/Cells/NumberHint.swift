internal import Arithmetic

/// Says why a text is no number, looking at what people usually write instead.
enum NumberHint {
    /// What is wrong and what to do, where numbers are written so in the file.
    static func words(
        _ text: String, _ problem: NumberProblem, _ notation: Notation, isShare: Bool
    ) -> (what: String, help: String) {
        switch problem {
        case .tooManyDigits:
            return (
                "\(seen(text)) has more than \(Fixed.fractionDigits) digits after the point",
                "Leave out the digits that nobody measured"
            )
        case .tooLarge:
            return ("\(seen(text)) is 10^20 or more in size", "Use a larger unit")
        case .empty, .notANumber:
            let help =
                notation == .plain ? help(text, isShare) : declared(text, notation, isShare)
            return ("\(seen(text)) is not a number", help)
        }
    }

    private static func help(_ text: String, _ isShare: Bool) -> String {
        if let help = help(forSigns: text, isShare) { return help }
        let isGrouped = isNumber(text, Notation(groupMarks: groups + [","]))
        let hasComma = isNumber(text, Notation(decimalMark: comma, groupMarks: groups))
        switch (isGrouped, hasComma) {
        case (true, true) where text.contains(","):
            return "The comma may be a decimal comma or stand between thousands; write it as "
                + "\(text.replacing(",", with: ".")) or \(text.replacing(",", with: "")), or say which "
                + declare("\"decimal-mark\": \",\"")
        case (_, true) where text.contains(","):
            return "This looks like a decimal comma; write a point, or declare it "
                + declare("\"decimal-mark\": \",\"")
        case (true, _):
            let mark = groups.first { text.contains($0) } ?? ","
            return "This looks like separators between thousands; leave them out, or declare them "
                + declare("\"group-mark\": \"\(spaces.contains(mark) ? " " : mark)\"")
        default: break
        }
        if isNumber(text, Notation(allowsExponent: true)) {
            return "This looks like scientific notation; write all digits, or declare it "
                + declare("\"scientific\": true")
        }
        return "Write digits with a point for decimals, as in 12.5; "
            + "a word for a blank is declared under markers in datapackage.json"
    }

    /// Where the file declares how it writes numbers.
    private static func declared(
        _ text: String, _ notation: Notation, _ isShare: Bool
    ) -> String {
        if let help = help(forSigns: text, isShare) { return help }
        if notation.groupMarks.isEmpty, let group = groupMark(text, notation) {
            return "This looks like separators between thousands; leave them out, or declare them "
                + "too " + declare("\"group-mark\": \"\(group)\"")
        }
        let mark = String(UnicodeScalar(notation.decimalMark))
        let example = notation.groupMarks.first.map { "1\($0)234" } ?? "12"
        return "Write it as datapackage.json declares under numbers, as in \(example)\(mark)5; "
            + "a word for a blank is declared under markers"
    }

    /// What stands between the thousands of a number that is otherwise written as declared.
    private static func groupMark(_ text: String, _ notation: Notation) -> String? {
        let decimal = String(UnicodeScalar(notation.decimalMark))
        let marks = (groups + [",", "."]).filter { $0 != decimal && text.contains($0) }
        let written = Notation(
            decimalMark: notation.decimalMark, groupMarks: marks,
            allowsExponent: notation.allowsExponent)
        guard let mark = marks.first, isNumber(text, written) else { return nil }
        return spaces.contains(mark) ? " " : mark
    }

    private static func help(forSigns text: String, _ isShare: Bool) -> String? {
        if text.hasSuffix("%") {
            return isShare
                ? "A share is a part of 1: write 0.25 for 25 %"
                : "Write the number without the percent sign"
        }
        if text.first?.isWhitespace == true || text.last?.isWhitespace == true {
            return "Take out the spaces around it"
        }
        return nil
    }

    private static func declare(_ key: String) -> String {
        "in datapackage.json: \"numbers\": {\(key)}"
    }

    /// The spaces that stand between thousands: plain, without a break, narrow, thin.
    static let spaces = [" ", "\u{a0}", "\u{202f}", "\u{2009}"]
    private static let groups = spaces + ["'", "\u{2019}"]
    private static let comma = UInt8(ascii: ",")

    private static func isNumber(_ text: String, _ notation: Notation) -> Bool {
        do {
            _ = try Fixed(text, notation)
            return true
        } catch {
            return false
        }
    }
}
