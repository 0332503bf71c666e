internal import BuildTools

/// A line of a file of texts.
struct Line {
    let place: Place
    let text: Substring

    /// Whether it belongs to a key above.
    var isIndented: Bool { indent > 0 || text.utf8.first == UInt8(ascii: "\t") }

    /// How many spaces begin it.
    var indent: Int { text.utf8.prefix { $0 == UInt8(ascii: " ") }.count }

    /// What is wrong in this line.
    func mistake(_ what: String, fix: String) -> BuildError {
        BuildError(path: place.path, line: place.line, what: what, fix: fix)
    }

    /// The text after the indent.
    ///
    /// - Throws: when blanks stand where nobody sees them.
    func content() throws(BuildError) -> Substring {
        if text.utf8.contains(UInt8(ascii: "\t")) {
            throw mistake("a tab stands in the line", fix: "indent by spaces")
        }
        if text.utf8.last == UInt8(ascii: " ") {
            throw mistake("a space ends the line", fix: "delete it: it is never shown")
        }
        return Substring(text.utf8.dropFirst(indent))
    }
}
