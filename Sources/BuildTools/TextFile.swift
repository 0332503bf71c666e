/// The text of a file, byte for byte.
///
/// Carriage returns are refused because a literal turns CRLF into LF without a word; the other
/// control characters because the compiler refuses or warns of some of them.
///
/// - Throws: ``BuildError`` that names the file, the line where there is one, and what to do.
package func readText(_ path: String) throws(BuildError) -> String {
    let bytes = try readFile(path)
    let newline = UInt8(ascii: "\n")
    if let index = bytes.firstIndex(where: { $0 < 32 && $0 != newline && $0 != 9 || $0 == 127 }) {
        let isReturn = bytes[index] == UInt8(ascii: "\r")
        let code = String(bytes[index], radix: 16, uppercase: true)
        throw BuildError(
            path: path, line: bytes[..<index].count { $0 == newline } + 1,
            what: isReturn
                ? "a carriage return ends the line"
                : "the control character U+00\(code.count < 2 ? "0" : "")\(code) stands in it",
            fix: isReturn ? "save the file with LF line ends, without CR" : "delete it")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
        throw BuildError(path: path, what: "it is not UTF-8", fix: "save it as UTF-8")
    }
    return text
}
