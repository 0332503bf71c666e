/// In which encoding a file seems to be written, and its beginning in UTF-8.
struct EncodingGuess {
    let encoding: TextEncoding
    /// The beginning in UTF-8 without a byte order mark.
    let text: [UInt8]
    /// On what it rests, in a sentence.
    let reason: String
    /// Whether another encoding is as likely.
    let isDoubtful: Bool

    /// Looks at the bytes.
    ///
    /// - Throws: Why they are no text in an encoding that is known.
    init(_ bytes: [UInt8], isWhole: Bool) throws(FileProblem) {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            self.init(.utf16, Self.text(bytes, .utf16), "its byte order mark says so")
            return
        }
        try Self.checkIsText(bytes)
        let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        let plain = hasMark ? Array(bytes.dropFirst(3)) : bytes
        if Self.isUTF8(plain, isWhole: isWhole) {
            let isASCII = plain.allSatisfy { $0 < 0x80 }
            self.init(
                .utf8, plain,
                hasMark
                    ? "its byte order mark says so"
                    : isASCII ? "it has plain ASCII letters only" : "all its bytes are UTF-8")
            return
        }
        try self.init(single: bytes)
    }

    private init(
        _ encoding: TextEncoding, _ text: [UInt8], _ reason: String, isDoubtful: Bool = false
    ) {
        self.encoding = encoding
        self.text = text
        self.reason = reason
        self.isDoubtful = isDoubtful
    }

    /// One byte for each letter: Cyrillic letters stand beside one another, the accented ones of
    /// Western languages among letters of ASCII.
    private init(single bytes: [UInt8]) throws(FileProblem) {
        var (beside, among) = (0, 0)
        for index in bytes.indices.dropLast() where bytes[index] >= 0xC0 {
            if bytes[index + 1] >= 0xC0 { beside += 1 }
            let isBefore = index > 0 && Self.isLetter(bytes[index - 1])
            if isBefore || Self.isLetter(bytes[index + 1]) { among += 1 }
        }
        let candidates = [TextEncoding.windows1251, .windows1252].filter { encoding in
            bytes.allSatisfy { $0 < 0x80 || encoding.upperHalf[Int($0) - 0x80] != 0 }
        }
        let likely: TextEncoding = beside > among ? .windows1251 : .windows1252
        guard let encoding = candidates.contains(likely) ? likely : candidates.first else {
            throw FileProblem(
                "inspect.encoding",
                "the file is neither UTF-8 nor UTF-16, Windows-1251 or Windows-1252",
                help: "Save the file as \"CSV UTF-8\"")
        }
        let (more, less) = (max(beside, among), min(beside, among))
        let text = Self.text(bytes, encoding)
        let word = Self.word(in: text).map { ", as in \(seen($0))" } ?? ""
        let kind = encoding == .windows1251 ? "Cyrillic" : "Western"
        self.init(
            encoding, text, "bytes beyond ASCII read as \(kind) letters\(word)",
            isDoubtful: more < 8 || more < 4 * less)
    }

    private static func checkIsText(_ bytes: [UInt8]) throws(FileProblem) {
        var counts = [0, 0]
        var controls = 0
        for (index, byte) in bytes.enumerated() {
            if byte == 0 { counts[index % 2] += 1 }
            if byte < 32, !(9...13).contains(byte), byte != 0x1A { controls += 1 }
        }
        if max(counts[0], counts[1]) > bytes.count / 8, min(counts[0], counts[1]) * 8 < bytes.count
        {
            throw FileProblem(
                "inspect.encoding", "the file seems to be UTF-16 without a byte order mark",
                help: "Save it as \"CSV UTF-8\", or as \"Unicode text\" with the mark")
        }
        guard counts[0] + counts[1] == 0, controls * 100 <= bytes.count else {
            throw FileProblem(
                "inspect.binary",
                "the file is no text: \(controls) of its first \(bytes.count) bytes are control "
                    + "characters",
                help: "Name a table as text; open a file of another kind in its own program and "
                    + "save it as \"CSV UTF-8\"")
        }
    }

    /// Whether the bytes are UTF-8, but for a letter that the end may have cut.
    private static func isUTF8(_ bytes: [UInt8], isWhole: Bool) -> Bool {
        var end = bytes.count
        if !isWhole {
            while end > max(0, bytes.count - 4), bytes[end - 1] & 0xC0 == 0x80 { end -= 1 }
            if end > 0, bytes[end - 1] >= 0xC0 { end -= 1 }
        }
        return String(validating: bytes[..<end], as: UTF8.self) != nil
    }

    private static func text(_ bytes: [UInt8], _ encoding: TextEncoding) -> [UInt8] {
        var transcoder = Transcoder(encoding)
        return transcoder.text(of: bytes)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte & 0xDF)
    }

    /// The first word with letters beyond ASCII.
    private static func word(in text: [UInt8]) -> String? {
        guard let first = text.firstIndex(where: { $0 >= 0x80 }) else { return nil }
        func isInWord(_ byte: UInt8) -> Bool { byte >= 0x80 || isLetter(byte) }
        var (start, end) = (first, first)
        while start > 0, isInWord(text[start - 1]) { start -= 1 }
        while end < text.count, end - start < 60, isInWord(text[end]) { end += 1 }
        return String(decoding: text[start..<end], as: UTF8.self)
    }
}
