public import Locales

extension Phrase {
    /// What it says, for terminals and tables that programs read as well.
    ///
    /// English numbers stand there as programs write them, without commas: `-12345.6`.
    public func written(_ locale: Locale) -> String {
        if parts.count == 1, case .text(let words) = parts[0] { return words }
        guard locale == .english else { return plain }
        var text = ""
        for part in parts {
            switch part {
            case .figure(_, let shown): text += Self.ungrouped(shown)
            case .text(let words), .code(let words), .reference(_, let words, _),
                .foreign(let words, _):
                text += words
            }
        }
        return text
    }

    private static func ungrouped(_ shown: String) -> String {
        let first = shown.unicodeScalars.first
        guard first == "\u{2212}" || first.map({ ("0"..."9").contains($0) }) ?? false else {
            return shown
        }
        var text = ""
        for scalar in shown.unicodeScalars where scalar != "," {
            text.unicodeScalars.append(scalar == "\u{2212}" ? "-" : scalar)
        }
        return text
    }
}
