internal import Glibc

/// All bytes of a file.
///
/// - Throws: ``BuildError`` when it cannot be read.
package func readFile(_ path: String) throws(BuildError) -> [UInt8] {
    guard let file = unsafe fopen(path, "rb") else {
        throw BuildError(path: path, what: "it cannot be opened", fix: "make it readable")
    }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
        let count = unsafe fread(&piece, 1, piece.count, file)
        guard count > 0 else { break }
        bytes += piece[..<count]
    }
    guard unsafe ferror(file) == 0 else {
        throw BuildError(path: path, what: "it cannot be read", fix: "make it readable")
    }
    return bytes
}

/// Makes or replaces a file.
package func writeFile(_ path: String, _ text: String) throws(BuildError) {
    let bytes = Array(text.utf8)
    let error = BuildError(
        path: path, what: "it cannot be written", fix: "make room and the folder writable")
    guard let file = unsafe fopen(path, "wb") else { throw error }
    let written = unsafe fwrite(bytes, 1, bytes.count, file)
    guard unsafe fclose(file) == 0, written == bytes.count else { throw error }
}

/// Prints to the standard error.
package func complain(_ text: String) {
    let bytes = Array(text.utf8)
    _ = unsafe Glibc.write(STDERR_FILENO, bytes, bytes.count)
}
