internal import Domain

/// A folder of files that hold any bytes.
struct Bytes: Source {
    private let files: [String: [UInt8]]

    init(_ files: [String: [UInt8]]) { self.files = files }

    func names() -> [String] { files.keys.sorted() }

    func open(_ name: String) throws(SourceError) -> any ByteStream {
        guard let bytes = files[name] else { throw SourceError(name: name, reason: .absent) }
        return Stream(bytes)
    }

    private final class Stream: ByteStream {
        private var rest: ArraySlice<UInt8>

        init(_ bytes: [UInt8]) { rest = bytes[...] }

        func read(atMost count: Int) -> [UInt8] {
            defer { rest = rest.dropFirst(count) }
            return Array(rest.prefix(count))
        }
    }
}

extension [UInt8] {
    /// What stands before the first occurrence of a mark, and what stands behind it.
    func cut(at mark: [UInt8]) -> [[UInt8]] {
        var start = 0
        while start + mark.count <= count {
            if self[start...].starts(with: mark) {
                return [Array(self[..<start]), Array(self[(start + mark.count)...])]
            }
            start += 1
        }
        return [self]
    }
}

extension String {
    /// Every occurrence of a character replaced by a text.
    func replacingAll(_ character: Character, with text: String) -> String {
        split(separator: character, omittingEmptySubsequences: false).joined(separator: text)
    }
}
