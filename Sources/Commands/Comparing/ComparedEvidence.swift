internal import Diagnostics
internal import Domain
internal import Evidence
internal import Explanation
internal import Files
internal import Methodology
internal import Scoring

/// Evidence that several editions are tried on, whatever days they hold for.
struct ComparedEvidence {
    private let folder: String
    private let descriptor: DataPackage
    private let source: any Source
    private let difference: EditionDifference
    private let nodes: [String]
    /// The editions of the other methodologies of the workspace, and the kinds that are theirs.
    private let foreign: [Plan]
    private let leaving: Set<String>
    /// By schema: most changes leave it as it is.
    private var read: [EvidenceSchema: Evidence] = [:]
    /// Warnings about what was handed in.
    private(set) var complaints: [Complaint]

    /// Opens a workspace.
    ///
    /// - Throws: ``Refusal`` where it cannot be read.
    init(_ folder: String, _ difference: EditionDifference) throws(Refusal) {
        try Workspace.checkFolder(folder)
        let source = Folder(folder)
        let (descriptor, log) = DataPackage.read(from: source)
        let complaint = Complaint(log, prefix: SplitPath.prefix(folder), source: source)
        guard let descriptor else { throw Refusal(input: [complaint]) }
        let listed =
            descriptor.methodologies.count > 1
            ? try WorkspaceRules.listed(descriptor, source, SplitPath.prefix(folder)) : []
        let compared = [difference.old, difference.new]
        foreign = listed.filter { $0.identity.methodology != difference.new.identity.methodology }
        leaving = WorkspaceRules.leaving(to: foreign, compared)
        self.folder = folder
        self.descriptor = descriptor
        self.source = source
        self.difference = difference
        nodes =
            Impact.nodes(of: [difference.old, difference.new]) + difference.weighedOtherwise
        complaints = [complaint]
    }

    /// What an edition says of every body, together with the evidence as it reads it.
    ///
    /// - Parameters:
    ///   - plan: One of the two editions, or one on the way from the old to the new.
    ///   - isJudge: Whether what is wrong in the evidence is told; otherwise it is no data, as
    ///     what a new edition asks for and nobody was asked.
    /// - Returns: The outcomes of the nodes that are compared.
    /// - Throws: ``Refusal`` with everything that is wrong.
    mutating func outcomes(
        _ plan: Plan, isJudge: Bool
    ) throws(Refusal) -> (outcomes: ComparedOutcomes, evidence: Evidence) {
        let plan = plan.regardlessOfDays
        // Nodes matter to evidence only where something is said about them.
        let schema = descriptor.namesNodes ? plan.schema : plan.schema.with([])
        let evidence = try evidence(schema, isJudge: isJudge)
        var options = Assessment.Options()
        options.nodes = nodes.compactMap { plan.node($0) }
        let (assessment, log) = Assessment.make(plan, evidence, options: options)
        guard let assessment else {
            throw Refusal(.wrongInput, [Complaint(log, prefix: plan.identity.name + "/")])
        }
        return (ComparedOutcomes(assessment, nodes: nodes), evidence)
    }

    private mutating func evidence(
        _ schema: EvidenceSchema, isJudge: Bool
    ) throws(Refusal) -> Evidence {
        if let known = read[schema] { return known }
        let share = EvidenceShare(
            others: [difference.old.schema, difference.new.schema] + foreign.map(\.schema),
            kinds: nil, judged: isJudge ? nil : [], leaving: leaving, leavesDecisions: true)
        let (evidence, log) = EvidenceReader.read(
            descriptor, from: source, schema: isJudge ? schema : schema.withNothingRequired,
            share: share)
        let complaint = Complaint(log, prefix: SplitPath.prefix(folder), source: source)
        guard let evidence else { throw Refusal(input: complaints + [complaint]) }
        if isJudge { complaints.append(complaint) }
        read[schema] = evidence
        return evidence
    }
}

extension EvidenceSchema {
    /// The same with every value optional: nobody was asked yet for what a new edition needs.
    var withNothingRequired: EvidenceSchema {
        EvidenceSchema(
            periodForm: periodForm, periodColumn: periodColumn, inputs: inputs.map(\.optional),
            tables: tables.map { table in
                TableSchema(
                    id: table.id, key: table.key, parent: table.parent,
                    fields: table.fields.map(\.optional), title: table.title)
            }, nodes: nodes)
    }
}

extension Field {
    fileprivate var optional: Field {
        Field(
            id: id, type: type, isOptional: true, least: least, greatest: greatest, title: title)
    }
}
