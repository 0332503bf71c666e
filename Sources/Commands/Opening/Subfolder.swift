internal import Domain

/// A folder within another one.
struct Subfolder: Source {
    private let outer: any Source
    private let prefix: String

    /// The folder of that name, without a slash at its end.
    init(_ name: String, of outer: any Source) {
        self.outer = outer
        prefix = name + "/"
    }

    func names() throws(SourceError) -> [String] {
        try outer.names().filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
    }

    func open(_ name: String) throws(SourceError) -> any ByteStream {
        do { return try outer.open(prefix + name) } catch {
            throw SourceError(name: name, reason: error.reason)
        }
    }
}
