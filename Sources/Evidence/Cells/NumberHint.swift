internal import Arithmetic

/// Says why a text is no number, looking at what people usually write instead.
enum NumberHint {
    static func words(
        _ text: String, _ problem: NumberProblem, isShare: Bool
    ) -> (what: String, help: String) {
        switch problem {
        case .tooManyDigits:
            return (
                "\(seen(text)) has more than \(Fixed.fractionDigits) digits after the point",
                "Leave out the digits that nobody measured"
            )
        case .tooLarge:
            return ("\(seen(text)) is 10^20 or more in size", "Use a larger unit")
        case .empty, .notANumber: return ("\(seen(text)) is not a number", help(text, isShare))
        }
    }

    private static func help(_ text: String, _ isShare: Bool) -> String {
        if text.hasSuffix("%") {
            return isShare
                ? "A share is a part of 1: write 0.25 for 25 %"
                : "Write the number without the percent sign"
        }
        if text.first?.isWhitespace == true || text.last?.isWhitespace == true {
            return "Take out the spaces around it"
        }
        let isGrouped = isNumber(text, Notation(groupMarks: groups + [","]))
        let hasComma = isNumber(text, Notation(decimalMark: UInt8(ascii: ","), groupMarks: groups))
        switch (isGrouped, hasComma) {
        case (true, true) where text.contains(","):
            return "The comma may be a decimal comma or stand between thousands; write it as "
                + "\(text.replacing(",", with: ".")) or \(text.replacing(",", with: ""))"
        case (_, true) where text.contains(","):
            return "This looks like a decimal comma; write a point"
        case (true, _): return "This looks like separators between thousands; leave them out"
        default: break
        }
        if isNumber(text, Notation(allowsExponent: true)) {
            return "This looks like scientific notation; write all digits"
        }
        return "Write digits with a point for decimals, as in 12.5; "
            + "a word for a blank is declared under markers in datapackage.json"
    }

    private static let groups = [" ", "\u{a0}", "\u{202f}", "\u{2009}", "'", "\u{2019}"]

    private static func isNumber(_ text: String, _ notation: Notation) -> Bool {
        do {
            _ = try Fixed(text, notation)
            return true
        } catch {
            return false
        }
    }
}
