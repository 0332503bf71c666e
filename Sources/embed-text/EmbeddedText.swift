/// A text file that goes into the program.
struct EmbeddedText {
    /// Relative to the package, with `/` between parts.
    let path: String
    /// The file's text, byte for byte.
    let text: String

    /// Reads the file and refuses what a string literal cannot hold as it is.
    ///
    /// - Throws: ``EmbeddingError`` that names the file and what to do.
    init(path: String, below folder: String) throws(EmbeddingError) {
        let prefix = folder.hasSuffix("/") ? folder : folder + "/"
        guard path.hasPrefix(prefix) else {
            throw EmbeddingError(
                path: path, what: "it is not in \(folder)", fix: "move it into that folder")
        }
        self.path = String(path.dropFirst(prefix.count))
        guard self.path.utf8.allSatisfy(isAllowedInPath) else {
            throw EmbeddingError(
                path: path, what: "its name has other characters than A-Z a-z 0-9 . _ - /",
                fix: "rename it")
        }
        text = try decode(try readFile(path), of: path)
    }
}

/// The file's name and what is wrong with it, as the build prints it.
struct EmbeddingError: Error, CustomStringConvertible {
    let path: String
    /// The line, counted from 1, when there is one.
    var line: Int?
    let what: String
    let fix: String

    var description: String {
        let place = line.map { "\(path):\($0)" } ?? path
        return "\(place): error: \(what) — help: \(fix)"
    }
}

private func isAllowedInPath(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-")...UInt8(ascii: "/"): true
    case UInt8(ascii: "_"): true
    default: false
    }
}

/// Carriage returns are refused because a literal turns CRLF into LF without a word; the other
/// control characters because the compiler refuses or warns of some of them.
private func decode(_ bytes: [UInt8], of path: String) throws(EmbeddingError) -> String {
    let newline = UInt8(ascii: "\n")
    if let index = bytes.firstIndex(where: { $0 < 32 && $0 != newline && $0 != 9 || $0 == 127 }) {
        let isReturn = bytes[index] == UInt8(ascii: "\r")
        let code = String(bytes[index], radix: 16, uppercase: true)
        throw EmbeddingError(
            path: path, line: bytes[..<index].count { $0 == newline } + 1,
            what: isReturn
                ? "a carriage return ends the line"
                : "the control character U+00\(code.count < 2 ? "0" : "")\(code) stands in it",
            fix: isReturn ? "save the file with LF line ends, without CR" : "delete it")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
        throw EmbeddingError(path: path, what: "it is not UTF-8", fix: "save it as UTF-8")
    }
    return text
}
