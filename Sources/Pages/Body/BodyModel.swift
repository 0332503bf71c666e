internal import Domain
internal import Evidence
internal import Explanation
internal import Locales
internal import Methodology
internal import Scoring

/// The page of a body as figures and phrases.
struct BodyModel {
    let setting: Setting
    let body: Int
    let id: String
    let name: Phrase
    /// Its kind, what it is part of, and its days.
    let facts: [(name: String, value: Phrase)]
    let finding: Phrase
    /// Which stage it has reached; `nil` where the edition has no stages.
    let verdict: BodyVerdict?
    /// What its next stage or band takes; `nil` where nothing is told of that.
    let step: BodyStep?
    /// What is said once of all cells of stages.
    let standing: (told: Phrase, isOfficial: Bool)?
    let blocks: [ScoreBlock]
    /// What many runs say of it; `nil` where there are none.
    let runs: BodyRuns?
    let lost: [LostTable]
    /// Why no points are told of a node, where they are not.
    let notLost: [(place: String, sentence: Phrase)]
    let tree: NodeTree
    let evidence: EvidenceTable
    let comparison: Comparison
    let findings: FindingTable
    /// Its plans that ask for little; `nil` where none does.
    let effort: BodyEffort?
    let history: [ScoreHistory]
    let targets: TargetTable
    let decisions: DecisionTable
    /// The bodies before and after it in rank.
    let previous: Int?
    let next: Int?

    /// The model of a body's page; `traces` are those of its nodes where they are known.
    init(_ context: PageContext, body: Int, traces: [Trace]? = nil) {
        let record = context.assessment.evidence.bodies[body]
        let setting = Setting(context, at: .body(record.id))
        let (unit, report) = (context.unit(body), context.report)
        self.setting = setting
        self.body = body
        id = record.id
        name = context.wording.bodyName(body)
        facts = Self.facts(record, context)
        blocks = report.leagues.map { ScoreBlock(context, $0, body: body) }
        runs = BodyRuns(context, body: body)
        lost = report.leagueNodes.compactMap { node in
            LostTable(
                context, node: node, at: unit, traces?.first { $0.node == node }?.lost)
        }
        notLost = report.leagueNodes.compactMap { node in
            Self.whyNotLost(context, node, unit).map { (context.place(of: node, at: unit), $0) }
        }
        var points: [Int: Phrase] = [:]
        for table in lost { points.merge(table.printed) { first, _ in first } }
        tree = NodeTree(context, at: unit, lost: points, traces: traces)
        evidence = EvidenceTable(context, tree.evidence)
        comparison = Comparison(context, body: body)
        findings = FindingTable(context, at: unit)
        effort = BodyEffort(setting, at: unit)
        let verdict = BodyVerdict(setting, body: body)
        self.verdict = verdict
        step = BodyStep(setting, body: body)
        standing = verdict == nil ? nil : context.verdictStanding(of: body)
        // Of stages verdicts are told from period to period, not every cell.
        let told = report.diagnosis == nil ? report.leagueNodes : []
        history = told.compactMap { ScoreHistory(context, node: $0, body: body) }
        targets = TargetTable(setting, at: unit, tree.targets)
        decisions = DecisionTable(setting, ofBody: body)
        let near = report.leagues.first?.neighbours(of: body, 1)
        (previous, next) = (near?.above.first, near?.below.first)
        finding = verdict?.finding ?? BodyFinding(context, blocks, lost).sentence
    }

    private static func facts(
        _ record: Body, _ context: PageContext
    ) -> [(name: String, value: Phrase)] {
        let texts = context.phrases
        let identity = context.assessment.plan.identity
        var facts: [(name: String, value: Phrase)] = [(texts.kind, .code(record.kind))]
        if let group = record.group { facts.append((texts.group, .code(group))) }
        if let parent = record.parent {
            let position = context.assessment.evidence.bodies.firstIndex { $0.id == parent }
            facts.append((texts.partOf, position.map(context.wording.bodyName) ?? .code(parent)))
        }
        if let day = record.from {
            facts.append((texts.existsFrom, Phrase(context.locale.date(day))))
        }
        if let day = record.to {
            facts.append((texts.existsTo, Phrase(context.locale.date(day))))
        }
        let title = context.wording.phrase(identity.title) ?? .code(identity.methodology)
        facts.append(
            (
                texts.methodVersion,
                texts.methodEdition(title: title, edition: .code(identity.edition))
            ))
        return facts
    }

    /// A node with a grade has no points; one without a score has none to lose.
    private static func whyNotLost(
        _ context: PageContext, _ node: Int, _ unit: Int
    ) -> Phrase? {
        let name = context.wording.nodeName(node)
        if context.assessment.columns[node]?.score(at: unit) == nil {
            return context.phrases.noScoreNothingLost(name: name)
        }
        if context.assessment.plan.nodes[node].isGraded {
            return context.phrases.gradesLoseNoPoints(name: name)
        }
        // Of a figure that is neither good nor bad nobody asks where points went.
        return context.assessment.direction(of: node) == nil
            ? nil : context.whyNothingIsTold(node, at: unit, name)
    }
}

extension PageContext {
    /// `<body> <node> <period>`.
    func place(of node: Int, at unit: Int) -> String {
        [
            assessment.evidence.bodies[assessment.body(of: unit)].id,
            assessment.plan.nodes[node].id,
            assessment.evidence.periods[assessment.period(of: unit)].description,
        ].joined(separator: " ")
    }

    /// Why no points lost are told of a score that is no grade; `nil` where they are.
    func whyNothingIsTold(_ node: Int, at unit: Int, _ name: Phrase) -> Phrase? {
        switch assessment.direction(of: node) {
        case .less?: phrases.lessIsBetterNothingLost(name: name)
        case nil: phrases.figureLosesNoPoints(name: name)
        case .more?:
            assessment.decided(node, at: unit) == nil
                ? nil : phrases.decidedCannotBeSplit(name: name)
        }
    }
}

/// What the result of a body is, in a sentence.
struct BodyFinding {
    private let context: PageContext
    private let blocks: [ScoreBlock]
    private let lost: [LostTable]

    init(_ context: PageContext, _ blocks: [ScoreBlock], _ lost: [LostTable]) {
        self.context = context
        self.blocks = blocks
        self.lost = lost
    }

    /// Score, band, rank and what took most; of several nodes what the best band counts.
    var sentence: Phrase {
        let texts = context.phrases
        guard let block = blocks.first else { return Phrase([]) }
        guard blocks.count == 1 else { return several }
        guard let score = block.score else {
            return texts.bodyWithoutScore(
                name: block.name, state: Phrase(context.wording.stateWord(block.state)))
                + (block.reason.map { ": " + $0 } ?? Phrase([])) + "."
        }
        var sentence =
            block.greatest.map {
                texts.bodyScoresOf(name: block.name, score: score.phrase, most: $0)
            } ?? texts.bodyScores(name: block.name, score: score.phrase)
        if let band = block.band { sentence += texts.inBand(band: band.title) }
        if let rank = block.rank {
            sentence += texts.atRank(rank: rank.phrase, bodies: block.ranked)
        }
        if let largest = lost.first?.largest { sentence += texts.lostMost(most: largest) }
        return sentence.asSentence
    }

    /// How many of several measures lie in each band, the best first.
    private var several: Phrase {
        let texts = context.phrases
        guard let bands = context.assessment.plan.bands,
            blocks.contains(where: { $0.band != nil })
        else {
            let scored = blocks.count { $0.score != nil }
            return texts.bodyHasScores(scored: scored, measures: blocks.count).asSentence
        }
        let isLowestBest = context.assessment.plan.ranking?.best == .lowest
        let list = isLowestBest ? bands.list : bands.list.reversed()
        var levels: [Phrase] = list.compactMap { band in
            let count = blocks.count { $0.band?.title == context.bandTitle(band) }
            return count == 0
                ? nil : texts.levelIn(level: context.bandTitle(band), measures: count)
        }
        let rest = blocks.count { $0.score == nil }
        if rest > 0 { levels.append(texts.withoutScoreIn(measures: rest)) }
        return texts.bodyLevels(
            levels: levels.joined(separator: ", "), measures: blocks.count
        ).asSentence
    }
}
