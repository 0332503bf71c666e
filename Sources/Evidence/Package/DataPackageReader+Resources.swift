internal import Diagnostics
internal import Domain
internal import JSON

extension DataPackageReader {
    /// The words for what a resource holds.
    private enum RoleWord: String, CaseIterable {
        case bodies, inputs, records, fields, decisions, reforms, measures, plan, other
    }
    /// The words for how inputs stand in a table.
    private enum Shape: String, CaseIterable { case wide, long }

    /// The resources that are read.
    mutating func resources(
        _ package: PackageObject, _ standard: Defaults
    ) -> [DataPackage.Resource] {
        var resources: [DataPackage.Resource] = []
        for json in package.objects("resources", required: true, &log) {
            let name = json["name"]?.text.map { "the resource \(seen($0))" } ?? "the resource"
            guard let resource = resource(PackageObject(json: json, name: name), standard) else {
                continue
            }
            resources.append(resource)
        }
        refuseRepetitions(resources)
        if !log.hasErrors, !resources.contains(where: { $0.role == .bodies }) {
            log.error(
                "package.no-bodies", at: package.json.place,
                "no resource holds the bodies",
                help: "Add a resource with \"apparatus\": {\"role\": \"bodies\"}")
        }
        return resources
    }

    private mutating func resource(
        _ object: PackageObject, _ standard: Defaults
    ) -> DataPackage.Resource? {
        guard object.json["apparatus"] != nil else {
            log.warning(
                "package.unused", at: object.json.place,
                "\(object.name) says nothing under \"apparatus\" and is not read",
                help: "Add \"apparatus\": {\"role\": …}; the role \"other\" says that it is meant")
            return nil
        }
        let name = object.text("name", required: true, &log)
        guard let ours = object.object("apparatus", &log) else { return nil }
        let role = ours.word("role", of: RoleWord.self, required: true, &log)
        ours.refuseKeys(otherThan: Self.keys(of: role), elsewhere: Self.besidePath, &log)
        guard role != .other else { return nil }
        let path = path(of: object)
        let form = FileForm(
            dialect: dialect(of: object), notations: notations(of: ours, standard),
            columns: columns(of: ours), conditions: conditions(of: ours),
            takesOnlyKnownBodies: takesOnlyKnownBodies(ours))
        let provenance = Provenance(
            status: ours.word("status", of: EvidenceStatus.self, &log)
                ?? standard.provenance.status,
            source: ours.text("source", &log) ?? standard.provenance.source,
            proof: ours.text("proof", &log) ?? standard.provenance.proof)
        let ignored = ours.texts("ignore", &log).map(\.text)
        guard let name, let path, let role = role.flatMap({ self.role($0, ours) }) else {
            return nil
        }
        return DataPackage.Resource(
            name: name, path: path, role: role, place: object.json.place, provenance: provenance,
            ignored: ignored, form: form)
    }

    /// Keys of Frictionless, which do not stand among ours.
    private static let besidePath: [String: String] = {
        let beside = "It belongs beside \"path\", outside of \"apparatus\""
        let within = "It belongs into \"dialect\", beside \"path\""
        return [
            "encoding": beside, "dialect": beside, "path": beside, "delimiter": within,
            "headerRows": within,
        ]
    }()

    private static func keys(of role: RoleWord?) -> [String] {
        let provenance = ["status", "source", "proof"]
        let cells = ["markers", "numbers", "dates", "periods", "flags"]
        let rows = ["ignore", "columns", "rows", "only"]
        return switch role {
        case .other: ["role"]
        case .bodies: ["role", "dates", "ignore", "columns", "rows"]
        case .inputs: ["role", "shape"] + provenance + cells + rows
        case .records: ["role", "table"] + provenance + cells + rows
        case .fields: ["role", "table"] + cells + rows
        case .decisions: ["role", "numbers", "dates", "periods", "flags"] + rows
        case .reforms: ["role", "dates", "ignore", "columns", "rows"]
        case .measures: ["role", "numbers", "dates", "flags", "ignore", "columns", "rows"]
        case .plan: ["role", "dates", "periods", "ignore", "columns", "rows"]
        case nil: ["role", "shape", "table"] + provenance + cells + rows
        }
    }

    private mutating func role(
        _ word: RoleWord, _ ours: PackageObject
    ) -> DataPackage.Resource.Role? {
        switch word {
        case .bodies: .bodies
        case .decisions: .decisions
        case .reforms: .reforms
        case .measures: .measures
        case .plan: .plan
        case .other: nil
        case .inputs:
            ours.word("shape", of: Shape.self, required: true, &log).map {
                $0 == .wide ? .wideInputs : .longInputs
            }
        case .records: ours.text("table", required: true, &log).map { .records($0) }
        case .fields: ours.text("table", required: true, &log).map { .fields($0) }
        }
    }

    private mutating func path(of object: PackageObject) -> String? {
        if let list = object.json["path"], list.items != nil {
            log.error(
                "package.path", at: list.place, "\(object.name) is a list of files",
                help: "Write one resource for each file")
            return nil
        }
        guard let path = object.text("path", required: true, &log),
            let place = object.json["path"]?.place
        else { return nil }
        if let problem = Self.problem(ofPath: path) {
            log.error(
                "package.path", at: place, "the path \(seen(path)) is refused: \(problem)",
                help: "Put the file into the folder of the data package and write its name")
            return nil
        }
        if let names, !names.contains(path) {
            log.error(
                "package.missing-file", at: place, "there is no file \(seen(path))",
                help: suggester.help(
                    for: path, among: sortedNames,
                    otherwise: "Put it into the folder of the data package, or correct the path"))
        }
        return path
    }

    private mutating func refuseRepetitions(_ resources: [DataPackage.Resource]) {
        var names: Set<String> = []
        var paths: Set<String> = []
        var roles: Set<DataPackage.Resource.Role> = []
        for resource in resources {
            if !names.insert(resource.name).inserted {
                refuse(resource, "two resources are named \(seen(resource.name))")
            }
            if !paths.insert(resource.path).inserted {
                refuse(resource, "two resources have the path \(seen(resource.path))")
            }
            switch resource.role {
            case .bodies where !roles.insert(.bodies).inserted:
                refuse(resource, "two resources hold the bodies")
            case .reforms where !roles.insert(.reforms).inserted:
                refuse(resource, "two resources hold the reforms")
            case .measures where !roles.insert(.measures).inserted:
                refuse(resource, "two resources hold the measures")
            case .plan where !roles.insert(.plan).inserted:
                refuse(resource, "two resources hold the plan")
            case .records(let table) where !roles.insert(resource.role).inserted:
                refuse(resource, "two resources hold the records of \(table)")
            default: break
            }
        }
    }

    private mutating func refuse(_ resource: DataPackage.Resource, _ what: String) {
        log.error(
            "package.repeated", at: resource.place, what,
            help: "Keep one of them; all rows of one kind stand in one file")
    }
}
