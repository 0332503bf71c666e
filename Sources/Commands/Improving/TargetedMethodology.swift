internal import Arithmetic
internal import Diagnostics
internal import Domain
internal import Evidence
internal import Files
internal import Methodology

/// Which of several methodologies of a workspace has what somebody wants to reach.
enum TargetedMethodology {
    /// The first that has the stage or the band by its id, otherwise by a title or a beginning;
    /// the first with stages where a whole apparatus is asked about without one, and the
    /// workspace's own otherwise.
    ///
    /// - Throws: ``Refusal`` where an edition cannot be read.
    static func choice(
        _ request: Improve.Request
    ) throws(Refusal) -> Workspace.Request.Choice {
        guard request.target != nil || request.node != nil || request.body == nil else {
            return .listed(0)
        }
        let folder = request.workspace.folder
        try Workspace.checkFolder(folder)
        let source = Folder(folder)
        // What is wrong with it is told when the workspace is opened.
        guard let descriptor = DataPackage.read(from: source).package else { return .listed(0) }
        let listed = ListedMethodology.all(descriptor, source, SplitPath.prefix(folder))
        guard listed.count > 1 else { return .listed(0) }
        var plans: [[Plan]] = []
        for methodology in listed { plans.append(try methodology.plans()) }
        func first(_ isMeant: (Plan) -> Bool) -> Workspace.Request.Choice? {
            plans.firstIndex { $0.contains(where: isMeant) }.map { .listed($0) }
        }
        if let node = request.node, request.target == nil || isNumber(request.target) {
            return first { $0.node(node) != nil } ?? .listed(0)
        }
        guard let target = request.target else { return .withStages }
        if isNumber(target) { return .listed(0) }
        return first { $0.hasTarget(target) }
            ?? first { plan in
                let entries = Targets(plan).entries
                return (try? Lookup(entries).find(target, "target")) != nil
            } ?? .listed(0)
    }

    private static func isNumber(_ text: String?) -> Bool {
        text.map { (try? Fixed($0)) != nil } ?? false
    }
}

extension Plan {
    fileprivate func hasTarget(_ id: String) -> Bool {
        Targets(self).entries.contains { $0.id == id }
    }
}

/// The stages and bands of an edition, which somebody can want to reach.
struct Targets {
    /// One of them.
    enum Target: Hashable {
        /// By its position.
        case stage(Int)
        /// By its position.
        case band(Int)
        case score(Fixed)
    }

    let entries: [Lookup.Entry]
    private let targets: [Target]

    /// Stages come before bands.
    init(_ plan: Plan) {
        let stages = plan.stages?.list ?? []
        let bands = plan.bands?.list ?? []
        entries =
            stages.map { Lookup.Entry(id: $0.id, titles: $0.title.texts.map(\.text)) }
            + bands.map { Lookup.Entry(id: $0.id, titles: $0.title?.texts.map(\.text) ?? []) }
        targets = stages.indices.map { .stage($0) } + bands.indices.map { .band($0) }
    }

    /// What is meant: a stage, a band, or a score in digits.
    ///
    /// - Throws: ``Refusal`` where it is none of them, or can be several.
    func find(_ asked: String) throws(Refusal) -> Target {
        if let score = try? Fixed(asked), !entries.contains(where: { $0.id == asked }) {
            return .score(score)
        }
        return targets[try Lookup(entries).find(asked, "stage or band")]
    }
}
