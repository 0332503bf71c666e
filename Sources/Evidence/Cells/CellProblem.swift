internal import Arithmetic
internal import Diagnostics
internal import Domain

/// Why a cell is not a value of its field, with the text seen.
enum CellProblem: Error, Hashable {
    /// No value in a required field; the cell is empty or holds a marker for no data.
    case blank(String)
    case notANumber(String, NumberProblem, Notation)
    case notWhole(String)
    /// A number outside the bounds; with the number where marks between thousands were taken out.
    case outside(String, Fixed?, Fixed?, readAs: Fixed? = nil)
    case notAWord(String, [String], isMapped: Bool = false)
    /// With how it is written.
    case notADay(String, String)
    /// With how it is written.
    case notAPeriod(String, String)
    /// With the declared words.
    case notAFlag(String, CellNotations.FlagWords?)

    /// The name of the problem for programs.
    var code: String {
        switch self {
        case .blank: "value.blank"
        case .notANumber: "value.not-a-number"
        case .notWhole: "value.not-whole"
        case .outside: "value.range"
        case .notAWord: "value.code"
        case .notADay: "value.date"
        case .notAPeriod: "value.period"
        case .notAFlag: "value.flag"
        }
    }

    /// The problem in words.
    func diagnostic(of field: Field, at place: Place) -> Diagnostic {
        let (what, help) = words(field)
        return Diagnostic(.error, code, at: place, what, help: help)
    }

    private func words(_ field: Field) -> (what: String, help: String) {
        switch self {
        case .blank(let text):
            return (
                text.isEmpty
                    ? "a value of \(field.id) is required and the cell is blank"
                    : "a value of \(field.id) is required and \(seen(text)) stands for no data",
                "Write the value, or a word that datapackage.json declares under markers for not "
                    + "applicable or withheld"
            )
        case .notANumber(let text, let problem, let notation):
            return NumberHint.words(text, problem, notation, isShare: field.type == .share)
        case .notWhole(let text):
            return (
                "\(seen(text)) is not a whole number",
                "A count has no fraction; check the value or the field's type"
            )
        case .outside(let text, let least, let greatest, let number):
            let read = number.map { ", read as \($0)," } ?? ""
            return (
                "\(seen(text))\(read) is outside \(Self.range(least, greatest))",
                number == nil
                    ? Self.rangeHelp(field)
                    : "Check the value, and \"group-mark\" in datapackage.json"
            )
        case .notAWord(let text, let words, let isMapped):
            let nearest = Nearest.word(to: text, among: words.prefix(1000))
            let mapped = "; or say under \"values\" in datapackage.json what it stands for"
            let allowed = "allowed are \(listed(words))" + (isMapped ? mapped : "")
            return (
                "\(seen(text)) is not one of the words of \(field.id)",
                nearest.map { "Write \"\($0)\"; \(allowed)" }
                    ?? "Write one of its words; \(allowed)"
            )
        case .notADay(let text, let help): return ("\(seen(text)) is not a date", help)
        case .notAPeriod(let text, let help): return ("\(seen(text)) is not a period", help)
        case .notAFlag(let text, let words):
            guard let words else {
                return (
                    "\(seen(text)) is neither true nor false",
                    "Write true or false, or declare its words under \"flags\" in datapackage.json"
                )
            }
            return (
                "\(seen(text)) is none of the words for true and false",
                "Write one of \(listed(words.yes)) for true, one of \(listed(words.no)) for false"
            )
        }
    }

    private static func range(_ least: Fixed?, _ greatest: Fixed?) -> String {
        switch (least, greatest) {
        case (let least?, let greatest?): "the range \(least) … \(greatest)"
        case (let least?, nil): "the range from \(least)"
        case (nil, let greatest?): "the range up to \(greatest)"
        case (nil, nil): "the range"
        }
    }

    private static func rangeHelp(_ field: Field) -> String {
        if case .share = field.type {
            return "A share is a part of 1: write 0.25 for a quarter, or declare another max"
        }
        return "Check the value, or the min and max of \(field.id)"
    }
}
