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

    /// The editions of the other methodologies of the workspace.
    private var foreign: [Plan] = []
    /// What picks the methodology among those of the workspace; `nil` for its own.
    private(set) var word: String?

    /// Reads what was asked for; otherwise what the workspace names.
    ///
    /// - Throws: ``Refusal`` with everything that is wrong.
    static func read(
        _ request: Workspace.Request, _ descriptor: DataPackage, _ source: any Source,
        _ prefix: String
    ) throws(Refusal) -> WorkspaceRules {
        let listed = ListedMethodology.all(descriptor, source, prefix)
        let position = try position(request, listed)
        let own = listed[position ?? 0]
        var rules = try rules(request, own, isListed: listed.count > 1 && position != nil)
        guard listed.count > 1 else { return rules }
        let names = Set(rules.plans.map(\.identity.name))
        for (other, methodology) in listed.enumerated() where other != position {
            rules.foreign += try methodology.plans().filter { !names.contains($0.identity.name) }
        }
        if let position, position > 0, request.edition == nil { rules.word = own.word(rules.plans) }
        return rules
    }

    /// Which of the methodologies is meant; `nil` where another edition is asked for.
    private static func position(
        _ request: Workspace.Request, _ listed: [ListedMethodology]
    ) throws(Refusal) -> Int? {
        guard listed.count > 1 else { return 0 }
        guard let asked = request.edition else {
            switch request.choice {
            case .listed(let position): return min(position, listed.count - 1)
            case .withStages:
                for (position, methodology) in listed.enumerated() {
                    let plans = try methodology.plans()
                    if plans.contains(where: { $0.stages != nil }) { return position }
                }
                return 0
            }
        }
        // What stands on the disk is meant before what the workspace names.
        guard PathKind.of(asked) == .nothing else { return nil }
        for (position, methodology) in listed.enumerated() {
            let isMeant = try methodology.isMeant(by: asked)
            if isMeant { return position }
        }
        return nil
    }

    /// The rules of one methodology, or of the edition that is asked for.
    private static func rules(
        _ request: Workspace.Request, _ own: ListedMethodology, isListed: Bool
    ) throws(Refusal) -> WorkspaceRules {
        let named = own.editions
        guard let asked = request.edition else {
            if let named { return WorkspaceRules(try ReadEditions.read(named)) }
            return try one(try own.location(), among: nil)
        }
        if isListed { return try listed(own, named, asked) }
        if let editions = EditionLocation.methodology(asked) {
            return WorkspaceRules(try ReadEditions.read(editions))
        }
        return try one(
            try .find(asked),
            among: try named.map { (named) throws(Refusal) in
                try ReadEditions.read(named).editions
            })
    }

    /// A methodology of the workspace, or one of its editions, by its name.
    private static func listed(
        _ own: ListedMethodology, _ named: [EditionLocation]?, _ asked: String
    ) throws(Refusal) -> WorkspaceRules {
        guard let named else { return try one(try own.location(), among: nil) }
        let read = try ReadEditions.read(named)
        guard read.editions.plans.contains(where: { $0.identity.methodology == asked }) else {
            guard
                let position = read.editions.plans.firstIndex(where: {
                    $0.identity.name == asked
                })
            else { return try one(try .shipped(asked), among: read.editions) }
            return try one(read.locations[position], among: read.editions)
        }
        return WorkspaceRules(read)
    }

    /// All editions of all methodologies that a workspace names.
    ///
    /// - Throws: ``Refusal`` with everything that is wrong with one of them.
    static func listed(
        _ descriptor: DataPackage, _ source: any Source, _ prefix: String
    ) throws(Refusal) -> [Plan] {
        var plans: [Plan] = []
        for methodology in ListedMethodology.all(descriptor, source, prefix) {
            plans += try methodology.plans()
        }
        return plans
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

    /// Which editions are needed, and what each reads.
    ///
    /// - Returns: Positions among ``plans``, of which there is at least one.
    func shares(
        _ descriptor: DataPackage, _ source: any Source, _ threads: Int?
    ) -> [(position: Int, share: EvidenceShare)] {
        guard let all, let first = plans.first else {
            return plans.indices.map { ($0, share(beside: others, kinds: nil, nil)) }
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
        return share(
            beside: all.plans.filter { $0.identity.name != name }.map(\.schema), kinds: kinds,
            judged)
    }

    /// A share that leaves to the other methodologies what is theirs.
    private func share(
        beside others: [EvidenceSchema], kinds: Set<String>?,
        _ judged: Set<EvidenceShare.Subject>?
    ) -> EvidenceShare {
        EvidenceShare(
            others: others + foreign.map(\.schema), kinds: kinds, judged: judged,
            leaving: Self.leaving(to: foreign, plans + (all?.plans ?? [])),
            leavesDecisions: !foreign.isEmpty)
    }

    /// The kinds to which only the others apply.
    static func leaving(to foreign: [Plan], _ own: [Plan]) -> Set<String> {
        Set(foreign.flatMap(\.identity.kinds)).subtracting(own.flatMap(\.identity.kinds))
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
