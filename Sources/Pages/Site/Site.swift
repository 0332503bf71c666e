package import Explanation
internal import Domain
internal import Evidence
internal import Methodology
internal import Scoring

/// All files of a report: what each is called, and how its bytes are made when somebody asks.
///
/// The same report gives the same files with the same bytes, on any number of threads.
package struct Site: Sendable {
    /// A file of a report.
    package struct File: Sendable {
        /// Its name within the report, with `/` between its parts.
        package let name: String
        /// What is in it.
        package let content: PiecedBytes

        init(_ name: String, _ content: PiecedBytes) {
            self.name = name
            self.content = content
        }

        init(_ name: String, _ bytes: [UInt8]) { self.init(name, PiecedBytes(bytes)) }
    }

    /// Files whose bytes are in pieces that are made on all cores: one is made at a time.
    package let large: [File]
    /// Files that are listed one by one.
    let single: [Single]
    /// The bodies that have pages; their files are made together, because they tell the same.
    let bodies: BodyFiles?

    /// A file that is made when it is asked for.
    struct Single: Sendable {
        let name: String
        let make: @Sendable () -> [UInt8]

        init(_ name: String, _ make: @escaping @Sendable () -> [UInt8]) {
            self.name = name
            self.make = make
        }
    }

    /// How many pieces of work there are besides ``large``; each makes one file or a few.
    package var count: Int { single.count + (bodies?.count ?? 0) }

    /// The files of a piece of work, made now.
    package subscript(piece: Int) -> [File] {
        guard piece >= single.count else {
            return [File(single[piece].name, single[piece].make())]
        }
        return bodies?.files(piece - single.count) ?? []
    }

    /// The names of all files, in no order.
    package var names: [String] {
        large.map(\.name) + single.map(\.name) + (bodies?.names ?? [])
    }

    init(large: [File] = [], single: [Single], bodies: BodyFiles? = nil) {
        self.large = large
        self.single = single
        self.bodies = bodies
    }
}
