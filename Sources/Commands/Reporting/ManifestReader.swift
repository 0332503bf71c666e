internal import Diagnostics
internal import Domain
internal import JSON

/// Reads a manifest, which anybody may have written: whatever is not as we write it is refused.
struct ManifestReader {
    /// What is wrong with it.
    struct Broken: Error, Hashable {
        /// As in `"size" of files 3 is no whole number`.
        let what: String
        /// Where; `nil` for the file as a whole.
        let line: Int?
    }

    /// The most bytes of a manifest.
    static let longest = 512 << 20

    /// A finished manifest.
    static func manifest(_ bytes: [UInt8]) throws(Broken) -> Manifest {
        let root = try root(
            bytes,
            [
                "apparatus-report", "program", "command", "options", "editions", "files",
            ])
        guard try root.count("apparatus-report") == Manifest.form else {
            throw root.broken("is a manifest of another form than \(Manifest.form)")
        }
        var grounds: [Manifest.Ground] = []
        for item in try root.list("editions") { grounds.append(try ground(item)) }
        var files: [Manifest.Entry] = []
        for item in try root.list("files") { files.append(try entry(item)) }
        try check(files.map(\.name), root)
        let task = try task(try root.object("options"))
        let command = try root.text("command")
        guard command == task.command else {
            throw root.broken("names a command that its options do not make")
        }
        return Manifest(
            program: try root.text("program"), command: command, task: task, grounds: grounds,
            files: files)
    }

    /// The names that an unfinished one lists.
    static func unfinished(_ bytes: [UInt8]) throws(Broken) -> [String] {
        let root = try root(bytes, ["apparatus-report-unfinished", "files"])
        guard try root.count("apparatus-report-unfinished") == Manifest.form else {
            throw root.broken("is of another form than \(Manifest.form)")
        }
        var names: [String] = []
        for item in try root.list("files") {
            guard let name = item.text else { throw Broken(what: "holds no name", line: item.line) }
            names.append(name)
        }
        try check(names, root)
        return names
    }

    // MARK: Parts

    private static func root(
        _ bytes: [UInt8], _ keys: Set<String>
    ) throws(Broken) -> ManifestObject {
        let (value, log) = PlacedJSON.read(bytes, file: Manifest.file, limit: longest)
        if let entry = log.entries.first {
            throw Broken(what: "cannot be read: \(entry.what)", line: entry.place?.line)
        }
        guard let value else { throw Broken(what: "cannot be read", line: nil) }
        return try ManifestObject(value, keys, "the manifest")
    }

    private static func entry(_ json: PlacedJSON) throws(Broken) -> Manifest.Entry {
        let object = try ManifestObject(json, ["name", "size", "sha256"], "a file")
        return Manifest.Entry(
            name: try object.text("name"), size: try object.count("size"),
            sha256: try object.hash("sha256"))
    }

    private static func ground(_ json: PlacedJSON) throws(Broken) -> Manifest.Ground {
        let object = try ManifestObject(
            json, ["edition", "edition-hash", "evidence-hash", "evidence-files"], "an edition")
        var files: [Manifest.EvidenceFile] = []
        for item in try object.list("evidence-files") {
            let file = try ManifestObject(item, ["name", "sha256"], "a file of evidence")
            files.append(
                Manifest.EvidenceFile(name: try file.text("name"), hash: try file.hash("sha256")))
        }
        let hasEvidence = try object.optionalText("evidence-hash") != nil
        return Manifest.Ground(
            edition: try object.text("edition"), editionHash: try object.hash("edition-hash"),
            evidenceHash: hasEvidence ? try object.hash("evidence-hash") : nil, evidence: files)
    }

    /// Names that are ours: in order, each once, and none that leads anywhere else.
    private static func check(_ names: [String], _ root: ManifestObject) throws(Broken) {
        guard names.count <= Manifest.mostFiles else {
            throw root.broken("lists more than \(Manifest.mostFiles) files")
        }
        let own: Set = [Manifest.file, Manifest.unfinished]
        for (index, name) in names.enumerated() {
            guard isName(name), !own.contains(name) else {
                throw root.broken("lists a file that no report has: \(seen(name))")
            }
            guard index == 0 || names[index - 1] < name else {
                throw root.broken("lists \(seen(name)) out of order or twice")
            }
        }
    }

    /// Whether a file of a report can be called so: parts of letters, digits, dots, hyphens and
    /// underscores, none of which begins with a dot.
    static func isName(_ name: String) -> Bool {
        guard (1...400).contains(name.utf8.count) else { return false }
        return name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            .allSatisfy { part in
                (1...128).contains(part.count) && part.first != UInt8(ascii: ".")
                    && part.allSatisfy(isPlain)
            }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"): true
        default: false
        }
    }

    private static func seen(_ name: String) -> String {
        "\"\(name.prefix(80))\(name.count > 80 ? "…" : "")\""
    }
}
