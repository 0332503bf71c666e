public import Domain
public import JSON

/// A descriptor for files of others, to be looked through and edited.
public struct ProposedPackage: Sendable {
    /// One for each file.
    public let resources: [ProposedResource]
    /// The file that is named for the bodies where none of the files holds them.
    public let bodies: String?
    private let methodology: String

    /// Proposes a descriptor.
    ///
    /// - Parameters:
    ///   - files: What the files seem to be.
    ///   - methodology: The edition as the descriptor is to name it; `nil` for one that is still
    ///     to be put into the workspace.
    ///   - schema: What the edition expects; `nil` where it is not known.
    public init(_ files: [Inspection], methodology: String?, schema: EvidenceSchema?) {
        self.methodology = methodology ?? "./methodology"
        var bodies: Set<String> = []
        for file in files {
            let guess = RoleGuess(file, schema, bodies: [])
            guard guess.role == .bodies, let column = guess.column("id") else { continue }
            bodies.formUnion(file.columns[column].values.keys)
        }
        let hasBodies = files.contains { RoleGuess($0, schema, bodies: []).role == .bodies }
        let isTaken = files.contains { $0.file == "bodies.csv" }
        self.bodies = hasBodies ? nil : isTaken ? "table-of-bodies.csv" : "bodies.csv"
        var names: Set<String> = hasBodies ? [] : ["table-of-bodies"]
        resources = files.map { file in
            var name = Self.name(file.file)
            while !names.insert(name).inserted { name += "_" }
            return ProposedResource(
                file, RoleGuess(file, schema, bodies: bodies), schema, bodies: bodies, name: name)
        }
    }

    /// The file's name without its ending.
    private static func name(_ file: String) -> String {
        let last = file.split(separator: "/").last.map(String.init) ?? file
        let parts = last.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count > 1 ? parts.dropLast().joined(separator: ".") : last
    }

    /// The descriptor.
    public var document: JSON {
        .object([
            JSON.Member("name", .text("proposed")),
            JSON.Member(
                "title", .text("Proposed by apparatus inspect: look through it, then take this out")
            ),
            JSON.Member(
                "apparatus",
                .object([
                    JSON.Member("methodology", .text(methodology)),
                    JSON.Member("status", .text("reported")),
                ])),
            JSON.Member("resources", .list(absent + resources.map(\.document))),
        ])
    }

    /// A workspace has a table of bodies.
    private var absent: [JSON] {
        guard let bodies else { return [] }
        return [
            .object([
                JSON.Member("name", .text("table-of-bodies")), JSON.Member("path", .text(bodies)),
                JSON.Member("apparatus", .object([JSON.Member("role", .text("bodies"))])),
            ])
        ]
    }
}
