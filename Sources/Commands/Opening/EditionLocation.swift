internal import Diagnostics
internal import Domain
internal import Evidence
internal import Files
internal import Methodology
internal import Shipped

/// Where the files of an edition are: a folder, one file, or within the program.
package struct EditionLocation: Sendable {
    let source: any Source
    /// The file to begin with.
    let main: String
    /// What stands before the names of files in error texts.
    let prefix: String

    /// Finds what somebody typed: a path when something stands there, otherwise a shipped edition.
    ///
    /// - Throws: ``Refusal`` when it is neither.
    package static func find(_ name: String) throws(Refusal) -> EditionLocation {
        switch PathKind.of(name) {
        case .folder:
            if isWorkspace(name) { throw workspace(name) }
            return EditionLocation(
                source: Folder(name), main: "edition.yaml", prefix: SplitPath.prefix(name))
        case .file:
            let path = SplitPath(name)
            guard name.hasSuffix(".yaml") || name.hasSuffix(".yml") else {
                throw Refusal(
                    .wrongInput, "edition.file", "\"\(name)\" is not a .yaml file",
                    help: "Name the folder of an edition, or its .yaml file")
            }
            return EditionLocation(
                source: Folder(path.openable), main: path.name, prefix: path.folder)
        case .nothing: return try shipped(name, mayBePath: true)
        }
    }

    /// Whether an edition or methodology of that name comes with the program.
    static func isShipped(_ name: String) -> Bool {
        Shipped.methodologies.contains { $0.name == name || $0.methodology == name }
    }

    /// Whether a folder holds evidence and no rules.
    static func isWorkspace(_ name: String) -> Bool {
        let prefix = SplitPath.prefix(name)
        return PathKind.of(prefix + DataPackage.file) == .file
            && PathKind.of(prefix + "edition.yaml") == .nothing
    }

    /// What is said where rules are asked for and evidence is named.
    private static func workspace(_ name: String) -> Refusal {
        let edition =
            switch DataPackage.read(from: Folder(name)).package?.methodology {
            case .shipped(let methodology, let edition?): "\(methodology)/\(edition)"
            case .shipped(let methodology, nil): methodology
            case .inWorkspace(let inner): SplitPath.prefix(name) + inner
            case nil: "the one that \(DataPackage.file) names"
            }
        return Refusal(
            .wrongInput, "edition.workspace", "\"\(name)\" is a workspace, not an edition",
            help: "Name its edition: \(edition)")
    }

    /// An edition that comes with the program: `methodology/edition`, or the methodology alone,
    /// which means the last of its editions.
    ///
    /// - Parameters:
    ///   - name: What somebody typed.
    ///   - mayBePath: Whether a path could have been meant; only the help says so.
    /// - Returns: Its place within the program.
    /// - Throws: ``Refusal`` when there is none.
    static func shipped(
        _ name: String, mayBePath: Bool = false
    ) throws(Refusal) -> EditionLocation {
        let all = Shipped.methodologies
        // Editions stand in the order of their ids.
        let found =
            all.first { $0.name == name } ?? all.last { $0.methodology == name }
        guard let edition = found else {
            throw Refusal(
                .missing, "edition.absent", "there is no edition \"\(name)\"",
                help: help(name, among: all, mayBePath))
        }
        return EditionLocation(
            source: MemorySource(edition.files), main: "edition.yaml", prefix: edition.name + "/")
    }

    private static func help(
        _ name: String, among editions: [ShippedEdition], _ mayBePath: Bool
    ) -> String {
        let names = editions.map(\.name)
        let path = mayBePath ? "; or name a folder or a .yaml file" : ""
        if let nearest = Nearest.word(to: name, among: names + editions.map(\.methodology)) {
            return "Did you mean \"\(nearest)\"?" + (mayBePath ? " Or name a folder or file" : "")
        }
        return "There are \(names.joined(separator: ", "))\(path)"
    }

    /// Whether it comes with the program.
    var isShipped: Bool { source is MemorySource }

    /// The paths of its rules and test cases on the disk; none for a shipped edition.
    var paths: [String] {
        // What cannot be listed any more was read a moment ago: its main file is what matters.
        let names = (try? source.names()) ?? []
        let ours = isShipped ? [] : [main] + names.filter { $0.hasSuffix(".yaml") }
        return ours.map { prefix + $0 }
    }

    /// Reads the edition.
    func read() -> (plan: Plan?, complaint: Complaint) {
        let (plan, log) = EditionReader.read(from: source, main: main)
        return (plan, Complaint(log, prefix: prefix, source: source))
    }
}
