internal import Arithmetic
internal import Domain
internal import Explanation
internal import Files
internal import Pages
internal import Synchronization

extension WrittenReport {
    /// Makes every file again and compares it, byte by byte, with the one that lies there.
    ///
    /// - Parameters:
    ///   - made: The report as it comes out now.
    ///   - sound: The names of files that are as they were written; what is wrong with others is
    ///     told already, and they are compared as well.
    ///   - differences: Where they are told.
    ///   - threads: At most so many; `nil` uses all cores.
    func compare(
        _ made: MadeReport, _ sound: Set<String>, _ differences: inout Differences, threads: Int?
    ) {
        let (now, then) = (made.names, Set(manifest.files.map(\.name)))
        for name in now where !then.contains(name) {
            differences.add("\(name) would be written now")
        }
        for name in then.subtracting(now).sorted() {
            differences.add("\(name) would not be written now")
        }
        for placed in made.sites {
            for file in placed.site.large where then.contains(placed.prefix + file.name) {
                if let line = difference(file, in: placed.prefix) { differences.add(line) }
            }
            let (site, prefix) = (placed.site, placed.prefix)
            let found = Parallel.map(site.count, chunk: 1, threads: threads) { range in
                range.flatMap { piece in
                    site[piece].filter { then.contains(prefix + $0.name) }
                        .compactMap { difference($0, in: prefix) }
                }
            }
            for line in found.flatMap(\.self) { differences.add(line) }
        }
    }

    /// Where the file that lies there stops being the one that is made; `nil` when it does not.
    private func difference(_ file: Site.File, in prefix: String) -> String? {
        let name = prefix + file.name
        return place(name, file.content).map { "\(name) comes out otherwise, from \($0)" }
    }

    /// Where the manifest that lies there is not what is written of what it says: with other white
    /// space, say.
    func checkManifest(_ differences: inout Differences) {
        guard let place = place(Manifest.file, manifest.document) else { return }
        differences.add("\(Manifest.file) says the same in other bytes, from \(place)")
    }

    /// Where a file that lies there stops being what is made; `nil` when it does not.
    private func place(_ name: String, _ content: PiecedBytes) -> String? {
        // What is missing or cannot be read was told before.
        guard let stream = try? folder.open(name) else { return nil }
        let comparison = Mutex(StreamComparison(stream))
        content.send { bytes in comparison.withLock { $0.take(bytes) } }
        return comparison.withLock { comparison in
            comparison.end()
            return comparison.place
        }
    }
}

/// Bytes that are made, beside those that are read.
private struct StreamComparison {
    private let stream: any ByteStream
    private var position = 0
    private var line = 1
    /// Where they differ first.
    private(set) var place: String?

    init(_ stream: any ByteStream) { self.stream = stream }

    /// Compares the next bytes.
    mutating func take(_ made: [UInt8]) {
        var start = 0
        while place == nil, start < made.count {
            // What cannot be read any more ends here.
            let read = (try? stream.read(atMost: made.count - start)) ?? []
            guard !read.isEmpty else { return differ("it ends here") }
            for index in read.indices {
                guard read[index] == made[start + index] else { return differ(nil) }
                position += 1
                if read[index] == 10 { line += 1 }
            }
            start += read.count
        }
    }

    /// Nothing may follow.
    mutating func end() {
        guard place == nil, let rest = try? stream.read(atMost: 1), !rest.isEmpty else { return }
        differ("more follows")
    }

    private mutating func differ(_ why: String?) {
        place = "line \(line), byte \(position + 1)" + (why.map { ": \($0)" } ?? "")
    }
}
