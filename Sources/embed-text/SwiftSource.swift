/// The Swift file with a table of the texts, in the order given.
///
/// Raw multi-line literals compile in no time where byte arrays take a minute; see decision 6.
func swiftSource(of texts: [EmbeddedText]) -> String {
    var source = """
        // Generated from text files; do not edit.

        /// The text files that come with the program.
        enum Texts {
            /// Every text with its path in the package.
            static let all: [(path: String, text: String)] = [

        """
    for text in texts {
        source += "        (\n            path: \"\(text.path)\",\n            text: "
        source += literal(text.text) + "\n        ),\n"
    }
    return source + "    ]\n}\n"
}

/// A raw literal, fenced by one more `#` than the text has in a row anywhere.
///
/// The line break before the closing quotes is not part of the text.
private func literal(_ text: String) -> String {
    var (run, longest) = (0, 0)
    for byte in text.utf8 {
        run = byte == UInt8(ascii: "#") ? run + 1 : 0
        longest = max(longest, run)
    }
    let fence = String(repeating: "#", count: longest + 1)
    return "\(fence)\"\"\"\n\(text)\n\"\"\"\(fence)"
}
