internal import BuildTools

/// A text file that goes into the program.
struct EmbeddedText {
    /// Relative to the package, with `/` between parts.
    let path: String
    /// The file's text, byte for byte.
    let text: String

    /// Reads the file and refuses what a string literal cannot hold as it is.
    ///
    /// - Throws: ``BuildError`` that names the file and what to do.
    init(path: String, below folder: String) throws(BuildError) {
        let prefix = folder.hasSuffix("/") ? folder : folder + "/"
        guard path.hasPrefix(prefix) else {
            throw BuildError(
                path: path, what: "it is not in \(folder)", fix: "move it into that folder")
        }
        self.path = String(path.dropFirst(prefix.count))
        guard self.path.utf8.allSatisfy(isAllowedInPath) else {
            throw BuildError(
                path: path, what: "its name has other characters than A-Z a-z 0-9 . _ - /",
                fix: "rename it")
        }
        text = try readText(path)
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
