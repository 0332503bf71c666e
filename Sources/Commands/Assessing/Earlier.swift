internal import Diagnostics
internal import Domain
internal import Evidence
internal import Explanation
internal import Files
internal import JSON
internal import Methodology
internal import Scoring

/// What `--changed-from` names, read for one edition.
struct Earlier {
    /// Whether its results were made by the same rules.
    enum Rules: Hashable {
        case same
        /// Results of another edition.
        case other(String)
        /// Results of another methodology's editions.
        case foreign(String)
        /// Results of an edition of that name, whose hash they do not hold.
        case unknown
        /// Evidence that was handed in for another edition, assessed by this one.
        case handedInFor(String)
    }

    /// As it was typed.
    let name: String
    let results: EarlierResults
    let rules: Rules
    /// The hash of the other evidence; `nil` for a file of results.
    let evidence: String?
    /// Warnings.
    let complaints: [Complaint]
    /// Whether it is other evidence than what is compared with it.
    private let isOther: Bool
    /// The period that was asked for.
    private let asked: Period?

    /// Reads it.
    ///
    /// - Parameters:
    ///   - request: Names it.
    ///   - question: What is compared with it.
    /// - Returns: `nil` where nothing is named.
    /// - Throws: ``Refusal`` with everything that is wrong, also where it has no period to
    ///   compare with.
    static func open(
        _ request: Assess.Request, for question: Question
    ) throws(Refusal) -> Earlier? {
        guard let name = request.changedFrom else { return nil }
        switch PathKind.of(name) {
        case .nothing:
            throw Refusal(
                .missing, "changes.absent", "there is no workspace or file \"\(name)\"",
                help: "Name a workspace, or a CSV or JSON file that apparatus "
                    + "assess --out wrote")
        case .folder: return try workspace(name, request, question)
        case .file: return try file(name, request, question)
        }
    }

    private init(
        _ name: String, _ results: EarlierResults, _ rules: Rules, evidence: String?,
        _ complaints: [Complaint], _ request: Assess.Request, _ question: Question
    ) throws(Refusal) {
        self.name = name
        self.results = results
        self.rules = rules
        self.evidence = evidence
        self.complaints = complaints
        isOther = FileIdentity(name) != FileIdentity(request.workspace.folder)
        let known = Words.some(results.periods.map(\.description), atMost: 20)
        var asked: Period?
        if let text = request.fromPeriod {
            asked = question.workspace.plan.schema.periodForm.period(text)
            guard let asked, results.periods.contains(asked) else {
                throw Refusal(
                    .wrongCommand, "changes.period", "\"\(name)\" has nothing for \"\(text)\"",
                    help: "It has \(known)")
            }
        }
        self.asked = asked
        let periods = question.periods.map { question.workspace.evidence.periods[$0] }
        guard periods.contains(where: { period(for: $0) != nil }) else {
            let last = Words.some(periods.map(\.description))
            guard isOther else {
                throw Refusal(
                    .wrongInput, "changes.period",
                    "\"\(name)\" has nothing earlier than \(last)",
                    help: "Name another workspace, or a later period with --period")
            }
            throw Refusal(
                .wrongInput, "changes.period",
                "\"\(name)\" has nothing to compare \(last) with: it has \(known)",
                help: "Name one of its periods with --from-period")
        }
    }

    /// The period that one is compared with.
    func period(for period: Period) -> Period? {
        asked ?? results.period(for: period, isOther: isOther)
    }

    // MARK: A workspace

    private static func workspace(
        _ name: String, _ request: Assess.Request, _ question: Question
    ) throws(Refusal) -> Earlier {
        let (source, prefix) = (Folder(name), SplitPath.prefix(name))
        let (descriptor, log) = DataPackage.read(from: source)
        let complaint = Complaint(log, prefix: prefix, source: source)
        guard let descriptor else { throw Refusal(input: [complaint]) }
        let workspace = question.workspace
        // Whose rules it names matters only for what is said; these rules are applied.
        let named =
            (try? WorkspaceRules.listed(descriptor, source, prefix)) ?? []
        let own = workspace.plan.identity
        let isSame = named.contains { $0.identity.hash == own.hash }
        let (evidence, problems) = EvidenceReader.read(
            descriptor, from: source,
            schema: isSame ? workspace.plan.schema : workspace.plan.schema.withNothingRequired,
            share: isSame ? workspace.share : workspace.share.unjudged(among: named.map(\.schema)),
            threads: request.workspace.threads)
        let told = [complaint, Complaint(problems, prefix: prefix, source: source)]
        guard let evidence else {
            let names = Set(named.map(\.identity.methodology))
            guard names.isEmpty || names.contains(own.methodology) else {
                throw Refusal(
                    .wrongInput, "changes.methodology",
                    "\"\(name)\" is for another methodology (\(listed(named))), and \(own.name) "
                        + "cannot read it",
                    help: "Name a workspace with evidence for \(own.methodology)")
            }
            throw Refusal(input: told)
        }
        var options = Assessment.Options()
        options.threads = request.workspace.threads
        options.nodes = question.nodes.isEmpty ? nil : question.nodes
        let (assessment, faults) = Assessment.make(
            workspace.plan.regardlessOfDays, evidence, options: options)
        guard let assessment else {
            let location = workspace.edition
            throw Refusal(
                .wrongInput,
                [Complaint(faults, prefix: location.prefix, source: location.source)])
        }
        let names = named.isEmpty ? "rules that are not there" : listed(named)
        return try Earlier(
            name, EarlierResults(.assessed(assessment)), isSame ? .same : .handedInFor(names),
            evidence: evidence.hash, told, request, question)
    }

    private static func listed(_ plans: [Plan]) -> String {
        Words.some(plans.map(\.identity.name))
    }

    // MARK: A file of results

    private static func file(
        _ name: String, _ request: Assess.Request, _ question: Question
    ) throws(Refusal) -> Earlier {
        let path = SplitPath(name)
        let source = Folder(path.openable)
        let identity = question.workspace.plan.identity
        let (results, log) = ResultTable.read(
            path.name, from: source, form: question.workspace.plan.schema.periodForm,
            threads: request.workspace.threads)
        let complaint = Complaint(log, prefix: path.folder, source: source)
        guard let results else { throw Refusal(input: [complaint]) }
        let rules: Rules
        if let edition = results.editions.first(where: { $0.name == identity.name }) {
            rules =
                edition.hash == nil
                ? .unknown : edition.hash == identity.hash ? .same : .other(edition.name)
        } else {
            let names = Words.some(results.editions.map(\.name))
            let isOwn = results.editions.contains {
                $0.name.hasPrefix(identity.methodology + "/")
            }
            rules = isOwn ? .other(names) : .foreign(names)
        }
        return try Earlier(
            name, EarlierResults(.written(results)), rules, evidence: nil, [complaint], request,
            question)
    }
}

extension Earlier {
    /// What the changes rest on, in a line.
    func line(by edition: String) -> String {
        let start = "Compared with \(name)"
        switch rules {
        case .same:
            return evidence == nil
                ? "\(start), results of \(edition)" : "\(start), assessed by \(edition) as well"
        case .handedInFor(let names):
            return "\(start), handed in for \(names) and assessed by \(edition) here: what that "
                + "asked no body for is missing"
        case .unknown:
            return "\(start), results of \(edition); CSV does not hold its hash, so whether the "
                + "rules were the same is not known"
        case .other(let names) where names == edition:
            return "\(start), results of \(edition) with other rules: a part of what changes is "
                + "theirs"
        case .other(let names):
            return "\(start), results of another edition (\(names)): a part of what changes is "
                + "its rules'"
        case .foreign(let names):
            return "\(start), results of another methodology (\(names)): only what has the same "
                + "ids is compared"
        }
    }

    /// The same for programs.
    func members() -> [JSON.Member] {
        let isSame: JSON =
            switch rules {
            case .same: .flag(true)
            case .other, .foreign, .handedInFor: .flag(false)
            case .unknown: .null
            }
        let other: String? =
            switch rules {
            case .other(let names), .foreign(let names), .handedInFor(let names): names
            case .same, .unknown: nil
            }
        return [
            JSON.Member("name", .text(name)),
            JSON.Member("kind", .text(evidence == nil ? "results" : "workspace")),
            JSON.Member("evidence-hash", JSON(evidence)),
            JSON.Member("same-edition", isSame),
            JSON.Member("other-edition", JSON(other)),
        ]
    }
}
