internal import Arithmetic
internal import Domain
internal import Evidence
internal import Explanation
internal import Locales
internal import Methodology
internal import Scoring

/// Every node of a body with its explanation, a tree as the edition has it.
struct NodeTree {
    /// A node and what stands beneath it.
    struct Entry {
        let node: Int
        let id: String
        let name: Phrase
        /// Whether it is a heading, which has no outcome.
        let isHeading: Bool
        let state: State
        let score: OutcomeFigure?
        let band: BandMark?
        let rank: OutcomeFigure?
        let bounds: (lower: OutcomeFigure, upper: OutcomeFigure)?
        /// What it took of the points of the league node above it.
        let lost: Phrase?
        let reason: Phrase?
        /// How its outcome came about.
        let explanation: [Paragraph]
        /// The rule in words; empty where the page only leads to it.
        let rule: [Paragraph]
        /// All there is to tell where that fits into a line of a table; otherwise `nil`.
        let line: Line?
        let beneath: [Entry]
    }

    /// A leaf that one figure and its score rule explain.
    struct Line {
        /// The formula as it stands in the file, with its figures where they are others.
        let formula: Phrase
        /// What it comes to, where that is not the score.
        let value: OutcomeFigure?
        /// What it took of the points of the league node above it.
        let lost: Phrase?
        /// Where what it reads stands.
        let places: [Phrase]
        /// Where the rule is told in full.
        let address: String
    }

    /// Of editions with so many nodes the rules stand on every body's page.
    static let mostWithRules = 30

    /// Of editions with more nodes plain leaves stand in tables.
    static let mostSections = 40

    let roots: [Entry]
    /// What was handed in for all nodes, each once, in the order of the nodes.
    let evidence: [Trace.EvidenceLine]
    /// What was reached and what was aimed at, by nodes that measure a target's achievement.
    let targets: [Target]

    /// A node that measures how far a target is achieved.
    struct Target {
        let node: Int
        let actual: Fixed
        let target: Fixed
        let isAchieved: Bool
    }

    /// The tree of a body; `lost` are the points of each node where they are known.
    init(
        _ context: PageContext, at unit: Int, lost: [Int: Phrase], traces: [Trace]? = nil
    ) {
        var maker = Maker(context, unit, lost, traces)
        roots = context.assessment.plan.roots.compactMap { maker.entry($0) }
        (evidence, targets) = (maker.evidence, maker.targets)
    }
}

/// Makes the entries, and gathers what was handed in on the way.
private struct Maker {
    let context: PageContext
    let unit: Int
    let lost: [Int: Phrase]
    /// The rules in words; `nil` where the page only leads to them.
    private let rules: RuleWording?
    private let links: Links
    /// How nodes came about, where somebody asked before, by position.
    private let known: [Trace?]
    private(set) var evidence: [Trace.EvidenceLine] = []
    private(set) var targets: [NodeTree.Target] = []
    private var told: Set<Told> = []

    /// An input or table in a period, which the evidence tells once.
    private struct Told: Hashable {
        let id: String
        let elsewhere: Period?

        init(_ line: Trace.EvidenceLine) { (id, elsewhere) = (line.id, line.elsewhere) }
    }

    init(
        _ context: PageContext, _ unit: Int, _ lost: [Int: Phrase], _ traces: [Trace]?
    ) {
        self.context = context
        self.unit = unit
        var known: [Trace?] = Array(repeating: nil, count: context.assessment.plan.nodes.count)
        for trace in traces ?? [] { known[trace.node] = trace }
        self.known = known
        self.lost = lost
        let body = context.assessment.evidence.bodies[context.assessment.body(of: unit)]
        links = context.links(from: .body(body.id))
        let plan = context.assessment.plan
        rules =
            plan.nodes.count <= NodeTree.mostWithRules
            ? RuleWording(plan, language: context.tag) : nil
    }

    /// The entry of a node; `nil` for one that was not computed.
    mutating func entry(_ node: Int) -> NodeTree.Entry? {
        let assessment = context.assessment
        // A node is large: it is not taken out of the plan.
        let isHeading = assessment.plan.nodes[node].isHeading
        guard isHeading || assessment.columns[node] != nil else { return nil }
        let trace = isHeading ? nil : known[node] ?? Trace(assessment, node: node, at: unit)
        trace.map { gather($0) }
        let bounds = context.bounds(of: node, at: unit)
        let line = bounds == nil ? trace.flatMap { self.line($0) } : nil
        let told = line == nil ? trace.map { self.told($0, isClosed: bounds == nil) } ?? [] : []
        let reason = trace == nil ? nil : context.wording.reasonPhrase(of: node, at: unit)
        return NodeTree.Entry(
            node: node, id: Anchor.node(assessment.plan.nodes[node].id).id,
            name: context.wording.nodeName(node), isHeading: isHeading,
            state: assessment.columns[node]?.states[unit] ?? .notApplicable,
            score: context.score(of: node, at: unit), band: context.band(of: node, at: unit),
            rank: context.rank(of: node, at: unit), bounds: bounds,
            lost: line == nil ? lost[node].flatMap { context.lost($0, of: node) } : nil,
            reason: reason, explanation: told, rule: rules?.rule(of: node) ?? [], line: line,
            beneath: assessment.plan.nodes[node].children.compactMap { entry($0) })
    }

    /// The trace in words, without what the summary and the top of the page tell.
    ///
    /// That is that nothing is open and that it is official; of large editions where the points
    /// went as well. Weights are percents, as in all tables.
    private func told(_ trace: Trace, isClosed: Bool) -> [Paragraph] {
        let isOfficial = context.assessment.official(trace.node, at: unit).isOfficial
        let isLostTold =
            context.report.isLarge && context.report.leagueNodes.contains(trace.node)
        return trace.told(
            context.wording, context.report.display, hasLost: !isLostTold
        ).filter { paragraph in
            !(paragraph.topic == .bounds && isClosed)
                && !(paragraph.topic == .official && isOfficial)
                && !(paragraph.topic == .rounded && paragraph.changesNothing)
        }.map(context.withPercents)
    }

    /// The line of a leaf that is not open and has a score of its own, of which nothing else is to
    /// be told: neither corrections nor decisions, nothing rejected, nothing against its being
    /// official that the whole edition has not.
    private func line(_ trace: Trace) -> NodeTree.Line? {
        let (assessment, node) = (context.assessment, trace.node)
        guard context.report.isLarge,
            case .value(let formula, let value?)? = trace.steps.first, trace.steps.count == 2,
            case .scored(_, .fixed, let edges, _, let score) = trace.steps[1], edges.isEmpty,
            trace.outcome.score == score, !trace.outcome.isFilled, trace.decisions.isEmpty,
            trace.parameters.isEmpty, trace.evidence.allSatisfy(\.rejected.isEmpty),
            assessment.official(node, at: unit).objections == assessment.standing(node)
        else { return nil }
        var told = Phrase.code(formula.rule)
        if formula.text != formula.rule {
            told.append(" = ")
            told.append(.code(formula.text))
        }
        return NodeTree.Line(
            formula: told, value: value == score ? nil : context.value(of: node, at: unit),
            lost: lost[node],
            places: trace.evidence.compactMap { line in
                line.file.map { context.phrases.place($0, line.rows) }
            },
            address: links.to(.methodology, .node(assessment.plan.nodes[node].id)))
    }

    private mutating func gather(_ trace: Trace) {
        for line in trace.evidence where told.insert(Told(line)).inserted {
            evidence.append(line)
        }
        for step in trace.steps {
            guard case .scored(_, .achievement(let made), _, let value, _) = step else { continue }
            targets.append(
                NodeTree.Target(
                    node: trace.node, actual: value, target: made.target,
                    isAchieved: made.isAchieved(value)))
        }
    }
}

extension PageContext {
    /// What a node took of the points of the league node above it; `nil` for nothing.
    fileprivate func lost(_ points: Phrase, of node: Int) -> Phrase? {
        if case .figure("0", _)? = points.parts.first { return nil }
        guard let whole = report.leagueNode(above: node), whole != node else {
            return phrases.lostPoints(points: points)
        }
        return phrases.lostPointsOf(points: points, name: wording.nodeName(whole).withoutLinks)
    }
}

extension Report {
    /// The nearest league node that a node belongs to, which may be itself.
    func leagueNode(above node: Int) -> Int? {
        var position: Int? = node
        while let one = position {
            if leagueNodes.contains(one) { return one }
            position = assessment.plan.nodes[one].parent
        }
        return nil
    }
}
