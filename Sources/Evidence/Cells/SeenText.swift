/// A text in double quotes for error texts: at most 60 characters, control characters shown.
func seen(_ text: String) -> String {
    var shown = ""
    for scalar in text.unicodeScalars.prefix(60) {
        switch scalar {
        case "\n": shown += "\\n"
        case "\r": shown += "\\r"
        case "\t": shown += "\\t"
        case _ where scalar.properties.generalCategory == .control: shown += "\u{fffd}"
        default: shown.unicodeScalars.append(scalar)
        }
    }
    return text.unicodeScalars.count > 60 ? "\"\(shown)…\"" : "\"\(shown)\""
}

/// Some of the words with commas between them, for error texts.
func listed(_ words: [String]) -> String {
    words.count > 12
        ? words.prefix(12).joined(separator: ", ") + " and \(words.count - 12) more"
        : words.joined(separator: ", ")
}
