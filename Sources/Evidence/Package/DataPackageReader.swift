internal import Diagnostics
internal import Digest
internal import Domain
internal import JSON

/// Reads the descriptor: the package as a whole here, its resources in the extension.
struct DataPackageReader {
    private static let longest = 4 << 20

    let source: any Source
    var log = DiagnosticLog()
    /// The files of the workspace; `nil` when it cannot be listed.
    private(set) var names: Set<String>?
    private(set) var sortedNames: [String] = []
    var suggester = Suggester()

    init(_ source: any Source) { self.source = source }

    mutating func read() -> DataPackage? {
        guard let (root, hash) = descriptor() else { return nil }
        let package = PackageObject(json: root, name: "the package")
        guard root.members != nil else {
            log.error(
                "package.type", at: root.place, "the descriptor is \(root.kindName)",
                help: "Write an object: { … }")
            return nil
        }
        let ours = package.object("apparatus", required: true, &log)
        ours?.refuseKeys(
            otherThan: ["methodology", "status", "owner", "source", "proof", "markers"], &log)
        let status = ours?.word("status", of: EvidenceStatus.self, required: true, &log)
        let methodologies = ours.map { self.methodologies($0) } ?? []
        let standard = Defaults(
            provenance: Provenance(
                status: status ?? .reported, source: ours?.text("source", &log),
                proof: ours?.text("proof", &log)),
            markers: ours.map { markers(of: $0) } ?? .none)
        let resources = self.resources(package, standard)
        let isOwner = ours?.flag("owner", &log) ?? false
        guard let methodology = methodologies.first else { return nil }
        return DataPackage(
            name: package.text("name", &log), title: package.text("title", &log),
            licenses: links("licenses", package), sources: links("sources", package),
            methodology: methodology.methodology, methodologyPlace: methodology.place,
            methodologies: methodologies,
            status: standard.provenance.status, isOwner: isOwner, resources: resources, hash: hash)
    }

    /// What holds for resources and values that do not say so themselves.
    struct Defaults {
        let provenance: Provenance
        let markers: Markers
    }

    private mutating func descriptor() -> (PlacedJSON, hash: String)? {
        let bytes: [UInt8]
        do {
            bytes = try source.bytes(of: DataPackage.file, limit: Self.longest)
        } catch {
            var problem = FileProblem(error)
            if error.reason == .absent {
                problem = FileProblem(
                    "package.absent", "the folder is no workspace: it has no \(DataPackage.file)",
                    help: "Make one with apparatus new, or name another folder")
            }
            log.add(problem.diagnostic(in: DataPackage.file))
            return nil
        }
        do {
            sortedNames = try source.names()
            names = Set(sortedNames)
        } catch {
            log.add(FileProblem(error).diagnostic(in: error.name))
        }
        let (root, problems) = PlacedJSON.read(bytes, file: DataPackage.file)
        log.add(problems)
        return root.map { ($0, SHA256.hex(of: bytes)) }
    }

    /// So many methodologies may share a workspace: each of them is read whole.
    static let mostMethodologies = 20

    /// One text, or a list of different ones.
    private mutating func methodologies(
        _ ours: PackageObject
    ) -> [(methodology: DataPackage.Methodology, place: Place)] {
        guard let list = ours.json["methodology"], let items = list.items else {
            guard let text = ours.text("methodology", required: true, &log),
                let place = ours.json["methodology"]?.place
            else { return [] }
            return methodology(text, place).map { [($0, place)] } ?? []
        }
        guard !items.isEmpty else {
            log.error(
                "package.methodology", at: list.place, "the list of methodologies is empty",
                help: "Name one at least; the first is the workspace's own")
            return []
        }
        guard
            PackageObject.hasRoom(
                for: items.count, most: Self.mostMethodologies, "methodology", list, &log)
        else { return [] }
        var named: [(methodology: DataPackage.Methodology, place: Place)] = []
        for text in ours.texts("methodology", &log) {
            guard let methodology = methodology(text.text, text.place) else { continue }
            guard !named.contains(where: { $0.methodology == methodology }) else {
                log.error(
                    "package.methodology", at: text.place, "\(seen(text.text)) is named twice",
                    help: "Take one of them out")
                continue
            }
            named.append((methodology, text.place))
        }
        return named
    }

    private mutating func methodology(
        _ text: String, _ place: Place
    ) -> DataPackage.Methodology? {
        if text.hasPrefix("./") {
            let path = String(text.dropFirst(2))
            guard let problem = Self.problem(ofPath: path) else {
                return .inWorkspace(path)
            }
            log.error(
                "package.path", at: place, "the methodology \(seen(text)) is refused: \(problem)",
                help: "Name a folder or a YAML file of the workspace, as in \"./methodology\"")
            return nil
        }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, parts.allSatisfy({ Identifier.isValid($0) }) else {
            log.error(
                "package.methodology", at: place, "\(seen(text)) names no edition",
                help: "Write methodology and edition, as in \"ca-service-maf/2023-24\", "
                    + "the methodology alone, or a folder of the workspace, as in \"./methodology\""
            )
            return nil
        }
        return .shipped(
            methodology: String(parts[0]), edition: parts.dropFirst().first.map { String($0) })
    }

    private mutating func links(_ key: String, _ package: PackageObject) -> [DataPackage.Link] {
        package.objects(key, &log).map { json in
            let link = PackageObject(json: json, name: "an entry of \"\(key)\"")
            let name = link.text("name", &log)
            return DataPackage.Link(
                title: link.text("title", &log) ?? name, path: link.text("path", &log))
        }
    }

    /// The words for blanks that the object declares.
    mutating func markers(of object: PackageObject) -> Markers {
        guard let declared = object.object("markers", &log) else { return .none }
        let kinds: [(String, Presence)] = [
            ("not-applicable", .notApplicable), ("no-data", .unknown), ("withheld", .withheld),
        ]
        declared.refuseKeys(otherThan: kinds.map(\.0), &log)
        var markers = Markers.none
        var seenWords: Set<String> = []
        for (key, presence) in kinds {
            let words = declared.texts(key, &log)
            guard let list = declared.json[key],
                PackageObject.hasRoom(
                    for: words.count, most: PackageObject.mostCompared, key, list, &log)
            else { continue }
            for word in words {
                markers.add(word.text, presence)
                guard !seenWords.insert(word.text).inserted else { continue }
                log.error(
                    "package.marker", at: word.place, "the marker \(seen(word.text)) stands twice",
                    help: "One word stands for one kind of blank")
            }
        }
        return markers
    }

    /// Why a path is refused; `nil` when it is plain.
    static func problem(ofPath path: String) -> String? {
        if path.contains("://") { return "it is an address; only files of the folder are read" }
        if path.utf8.first == UInt8(ascii: "/") || path.dropFirst().hasPrefix(":") {
            return "it begins at the root of the system"
        }
        if path.contains("\\") { return "it has a backslash; write / between folders" }
        if path.utf8.contains(0) { return "it holds a NUL character" }
        for part in path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        {
            switch String(Substring(part)) {
            case "": return "it has an empty part"
            case let part where part == "." || part == "..": return "it has the part \"\(part)\""
            default: break
            }
        }
        return nil
    }
}
