internal import Diagnostics
internal import Domain
internal import Evidence
internal import Methodology

/// One of the methodologies that a workspace names.
struct ListedMethodology {
    /// As the descriptor says it.
    let named: DataPackage.Methodology
    /// Where it says so.
    let place: Place
    /// The workspace.
    let source: any Source
    /// What stands before the names of its files.
    let prefix: String

    /// All of a workspace; the first is its own, and there is always one.
    static func all(
        _ descriptor: DataPackage, _ source: any Source, _ prefix: String
    ) -> [ListedMethodology] {
        descriptor.methodologies.map { named, place in
            ListedMethodology(named: named, place: place, source: source, prefix: prefix)
        }
    }

    /// Its editions; `nil` where one is named.
    var editions: [EditionLocation]? {
        switch named {
        case .shipped(let methodology, nil): EditionLocation.shippedEditions(of: methodology)
        case .shipped: nil
        case .inWorkspace(let name) where name.hasSuffix(".yaml") || name.hasSuffix(".yml"): nil
        case .inWorkspace(let name):
            EditionLocation.editions(
                in: Subfolder(name, of: source), prefix: prefix + name + "/")
        }
    }

    /// The one edition that is named.
    ///
    /// - Throws: ``Refusal`` where there is none of that name.
    func location() throws(Refusal) -> EditionLocation {
        switch named {
        case .shipped(let methodology, let edition):
            let name = edition.map { "\(methodology)/\($0)" } ?? methodology
            do { return try .shipped(name) } catch {
                throw Refusal(error.status, at: place, prefix, source, error)
            }
        case .inWorkspace(let name) where name.hasSuffix(".yaml") || name.hasSuffix(".yml"):
            let path = SplitPath(name)
            guard !path.folder.isEmpty else {
                return EditionLocation(source: source, main: path.name, prefix: prefix)
            }
            let inner = Subfolder(String(path.folder.dropLast()), of: source)
            return EditionLocation(source: inner, main: path.name, prefix: prefix + path.folder)
        case .inWorkspace(let name):
            return EditionLocation(
                source: Subfolder(name, of: source), main: "edition.yaml",
                prefix: prefix + name + "/")
        }
    }

    /// The editions it stands for, in the order of their first days.
    ///
    /// - Throws: ``Refusal`` with everything that is wrong with any of them.
    func plans() throws(Refusal) -> [Plan] {
        if let editions { return try ReadEditions.read(editions).editions.plans }
        let (plan, complaint) = try location().read()
        guard let plan else { throw Refusal(input: [complaint]) }
        return [plan]
    }

    /// What picks it as an edition, as in `oecd-stages/2026`.
    func word(_ plans: [Plan]) -> String {
        switch named {
        case .shipped(let methodology, let edition?): "\(methodology)/\(edition)"
        case .shipped(let methodology, nil): methodology
        case .inWorkspace: plans.first?.identity.methodology ?? ""
        }
    }

    /// Whether somebody who typed the text means it: its methodology, or one of its editions.
    func isMeant(by text: String) throws(Refusal) -> Bool {
        switch named {
        case .shipped(let methodology, let edition?):
            text == methodology || text == "\(methodology)/\(edition)"
        case .shipped(let methodology, nil):
            text == methodology || text.hasPrefix(methodology + "/")
        case .inWorkspace:
            try plans().contains {
                $0.identity.methodology == text || $0.identity.name == text
            }
        }
    }
}

extension Refusal {
    /// The same errors, said of a place in a file.
    fileprivate init(
        _ status: ExitStatus, at place: Place, _ prefix: String, _ source: any Source,
        _ refusal: Refusal
    ) {
        var log = DiagnosticLog()
        for entry in refusal.complaints.flatMap(\.log.entries) {
            log.error(entry.code, at: place, entry.what, help: entry.help)
        }
        self.init(status, [Complaint(log, prefix: prefix, source: source)])
    }
}
