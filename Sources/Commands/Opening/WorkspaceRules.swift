internal import Diagnostics
internal import Domain
internal import Evidence
internal import Methodology

/// The rules that a workspace is for: one edition, or those of a methodology.
struct WorkspaceRules {
    /// The editions that may be needed, in the order of their first days.
    let plans: [Plan]
    /// One for each of them.
    let locations: [EditionLocation]
    /// Warnings about all of them.
    let complaints: [Complaint]
    /// All editions of the methodology, among which the one that holds is chosen; `nil` where
    /// the workspace is for a single edition.
    private let all: Editions?
    /// What other editions of a shipped methodology declare.
    private let others: [EvidenceSchema]

    /// Reads what was asked for; otherwise what the workspace names.
    ///
    /// - Throws: ``Refusal`` with everything that is wrong.
    static func read(
        _ request: Workspace.Request, _ descriptor: DataPackage, _ source: any Source,
        _ prefix: String
    ) throws(Refusal) -> WorkspaceRules {
        let named = try editions(descriptor, source, prefix)
        guard let asked = request.edition else {
            if let named { return WorkspaceRules(try ReadEditions.read(named)) }
            return try one(try location(descriptor, source, prefix), among: nil)
        }
        if let editions = EditionLocation.methodology(asked) {
            return WorkspaceRules(try ReadEditions.read(editions))
        }
        return try one(
            try .find(asked),
            among: try named.map { (named) throws(Refusal) in
                try ReadEditions.read(named).editions
            })
    }

    /// Whether one of several editions is chosen for each period and kind.
    var areSeveral: Bool { plans.count > 1 }

    private init(_ read: ReadEditions) {
        self.init(
            plans: read.editions.plans, locations: read.locations, complaints: read.complaints,
            all: read.editions, others: [])
    }

    private init(
        plans: [Plan], locations: [EditionLocation], complaints: [Complaint], all: Editions?,
        others: [EvidenceSchema]
    ) {
        self.plans = plans
        self.locations = locations
        self.complaints = complaints
        self.all = all
        self.others = others
    }

    /// A single edition, perhaps one of those that the workspace is for.
    private static func one(
        _ location: EditionLocation, among all: Editions?
    ) throws(Refusal) -> WorkspaceRules {
        let (plan, complaint) = location.read()
        guard let plan else { throw Refusal(input: [complaint]) }
        let isAmong = all?.plans.contains { $0.identity.name == plan.identity.name } ?? false
        return WorkspaceRules(
            plans: [plan], locations: [location], complaints: [complaint],
            all: isAmong ? all : nil, others: isAmong ? [] : siblings(of: plan, location))
    }

    /// What the other shipped editions of the same methodology declare.
    private static func siblings(
        of plan: Plan, _ location: EditionLocation
    ) -> [EvidenceSchema] {
        guard location.isShipped else { return [] }
        let editions = EditionLocation.shippedEditions(of: plan.identity.methodology) ?? []
        return editions.compactMap { $0.read().plan }
            .filter { $0.identity.name != plan.identity.name }.map(\.schema)
    }

    /// The editions of the methodology that the workspace names; `nil` where it names an edition.
    private static func editions(
        _ descriptor: DataPackage, _ source: any Source, _ prefix: String
    ) throws(Refusal) -> [EditionLocation]? {
        switch descriptor.methodology {
        case .shipped(let methodology, nil): EditionLocation.shippedEditions(of: methodology)
        case .shipped: nil
        case .inWorkspace(let name) where name.hasSuffix(".yaml") || name.hasSuffix(".yml"): nil
        case .inWorkspace(let name):
            EditionLocation.editions(
                in: Subfolder(name, of: source), prefix: prefix + name + "/")
        }
    }

    /// The one edition that the workspace names.
    private static func location(
        _ descriptor: DataPackage, _ source: any Source, _ prefix: String
    ) throws(Refusal) -> EditionLocation {
        switch descriptor.methodology {
        case .shipped(let methodology, let edition):
            let name = edition.map { "\(methodology)/\($0)" } ?? methodology
            do { return try .shipped(name) } catch {
                throw Refusal(error.status, at: descriptor.methodologyPlace, prefix, source, error)
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

    /// Which editions are needed, and what each reads.
    ///
    /// - Returns: Positions among ``plans``, of which there is at least one.
    func shares(
        _ descriptor: DataPackage, _ source: any Source, _ threads: Int?
    ) -> [(position: Int, share: EvidenceShare)] {
        guard let all, let first = plans.first else {
            return plans.indices.map {
                ($0, EvidenceShare(others: others, kinds: nil, judged: nil))
            }
        }
        let (subjects, kinds) = EvidenceReader.subjects(
            descriptor, from: source, schema: first.schema, threads: threads)
        if plans.count == 1 {
            // One of several was asked for: it leaves to the others what is theirs.
            let judged = subjects.filter { subject in
                all.position(ofKind: subject.kind, in: subject.period)
                    .map { all.plans[$0].identity.name == first.identity.name } ?? true
            }
            return [(0, share(of: 0, in: all, kinds: nil, judged))]
        }
        let chosen = subjects.map { ($0, all.position(ofKind: $0.kind, in: $0.period)) }
        let used = Set(chosen.compactMap(\.1)).sorted()
        // Where none holds for anything, the latest says so.
        guard let last = used.last else {
            return [(plans.count - 1, share(of: plans.count - 1, in: all, kinds: nil, nil))]
        }
        let known = Set(used.flatMap { plans[$0].identity.kinds })
        return used.map { position in
            let own = Set(plans[position].identity.kinds)
            let judged = chosen.filter { ($1 ?? nearest($0, used)) == position }.map(\.0)
            // Bodies of a kind that none of them names are nobody's: the latest says so.
            let taken = position == last ? own.union(kinds.subtracting(known)) : own
            return (position, share(of: position, in: all, kinds: taken, Set(judged)))
        }
    }

    private func share(
        of position: Int, in all: Editions, kinds: Set<String>?,
        _ judged: Set<EvidenceShare.Subject>?
    ) -> EvidenceShare {
        let name = plans[position].identity.name
        return EvidenceShare(
            others: all.plans.filter { $0.identity.name != name }.map(\.schema), kinds: kinds,
            judged: judged)
    }

    /// The edition that judges what none holds for: the latest for that kind that has begun,
    /// otherwise the first for it, otherwise the last.
    private func nearest(_ subject: EvidenceShare.Subject, _ used: [Int]) -> Int {
        let own = used.filter { plans[$0].identity.kinds.contains(subject.kind) }
        let begun = own.last { position in
            plans[position].identity.from.map { $0 <= subject.period.lastDay } ?? true
        }
        return begun ?? own.first ?? used.last ?? 0
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
