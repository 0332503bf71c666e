internal import Arithmetic

/// What a measure does to a value, as it is written: `+5`, `-3`, `to: 85`, `to: true`.
enum WrittenEffect: Hashable, Sendable {
    case adds(Fixed)
    /// The level, as yet a text.
    case reaches(String)

    /// Reads an effect; the minus may be U+2212.
    ///
    /// - Throws: Why it is none, also where nothing would change.
    init(_ text: String, _ notation: Notation) throws(RefusedCell) {
        if text.hasPrefix("to:") {
            let level = String(text.dropFirst(3).trimmingSpaces)
            guard !level.isEmpty else {
                throw Self.refused("\(seen(text)) does not say which level")
            }
            self = .reaches(level)
            return
        }
        guard let sign = text.first, ["+", "-", "\u{2212}"].contains(sign) else {
            throw Self.unsigned(text, notation)
        }
        let size = String(text.dropFirst())
        guard !size.isEmpty else { throw Self.refused("\(seen(text)) does not say how much") }
        if let first = size.first, ["+", "-", "\u{2212}"].contains(first) {
            throw Self.refused("\(seen(text)) has two signs")
        }
        let number = try Self.number(size, notation, "measure.effect")
        guard number != .zero else {
            throw RefusedCell(
                "measure.zero", "\(seen(text)) changes nothing",
                help: "Write how much it adds or takes away, or take the row out")
        }
        self = .adds(sign == "+" ? number : number.negated)
    }

    /// Reads a number that may have a minus of either kind.
    static func number(
        _ text: String, _ notation: Notation, _ code: String
    ) throws(RefusedCell) -> Fixed {
        let plain = text.hasPrefix("\u{2212}") ? "-" + text.dropFirst() : text
        do throws(NumberProblem) {
            return try Fixed(plain, notation)
        } catch {
            let (what, help) = NumberHint.words(text, error, notation, isShare: false)
            throw RefusedCell(code, what, help: Self.withoutMarkers(help))
        }
    }

    /// Blanks have no words in tables of measures.
    private static func withoutMarkers(_ help: String) -> String {
        let parts = help.split(separator: "; a word for a blank", maxSplits: 1)
        return parts.first.map(String.init) ?? help
    }

    private static func unsigned(_ text: String, _ notation: Notation) -> RefusedCell {
        guard !text.isEmpty else { return refused("the row does not say what becomes of it") }
        let isNumber: Bool
        do throws(NumberProblem) {
            _ = try Fixed(text, notation)
            isNumber = true
        } catch {
            isNumber = false
        }
        guard isNumber else { return refused("\(seen(text)) is no effect") }
        return RefusedCell(
            "measure.effect", "\(seen(text)) may be added or be a level",
            help: "Write \"+\(text)\" for so much more, or \"to: \(text)\" for the level")
    }

    private static func refused(_ what: String) -> RefusedCell {
        RefusedCell(
            "measure.effect", what,
            help: "Write what is added, as in +5 or -3, or a level, as in to: 85 or to: true")
    }
}
