internal import Domain
internal import Evidence
internal import Explanation
internal import Locales
internal import Methodology
internal import Scoring

/// What the paper about one body says in the reported period, ready to be laid out.
struct Conclusion {
    let context: PageContext
    /// The position of the body.
    let body: Int
    /// The body in the reported period.
    let unit: Int
    /// The nodes that the paper is about, in the order of the plan.
    let nodes: [Int]
    /// How its nodes came to what they are; those that were computed, in the order of the plan.
    let traces: [Trace]
    /// What took points, node by node.
    private(set) var lost: [Lost] = []

    /// What is said of a body.
    ///
    /// - Parameters:
    ///   - context: The report and the language.
    ///   - body: The position of the body.
    ///   - known: How its nodes came to what they are, where somebody asked before.
    init(_ context: PageContext, body: Int, traces known: [Trace]? = nil) {
        self.context = context
        self.body = body
        unit = context.unit(body)
        let (assessment, unit) = (context.assessment, unit)
        nodes = context.report.leagueNodes
        let beneath = assessment.plan.beneath(nodes)
        let computed = beneath.filter { assessment.columns[$0] != nil }
        if let known {
            let wanted = Set(computed)
            traces = known.filter { wanted.contains($0.node) }
        } else {
            traces = computed.map { Trace(assessment, node: $0, at: unit) }
        }
        lost = nodes.map { lostPoints($0) }
    }

    var assessment: Assessment { context.assessment }
    var plan: Plan { assessment.plan }
    var wording: Wording { context.wording }
    var texts: Phrases { context.phrases }
    /// Says what stands in the edition.
    var rules: RuleWording { RuleWording(plan, language: context.tag) }
    var about: Report.About { context.report.about }
    var id: String { assessment.evidence.bodies[body].id }
    var period: String { assessment.evidence.periods[context.report.period].description }

    /// What the body is called.
    var name: Phrase { wording.bodyName(body) }

    /// How far the paper came.
    enum Stage {
        /// For comment.
        case draft
        /// Issued by the owner of the methodology.
        case final
        /// Made by somebody other than the owner, who issues nothing of it.
        case recomputation
    }

    /// A paper is the owner's where the owner wrote the rules and applied them.
    var stage: Stage {
        if plan.identity.status == .restated || !assessment.isByOwner { return .recomputation }
        return about.isFinal ? .final : .draft
    }

    /// What the paper is marked as.
    var stageWord: String {
        switch stage {
        case .draft: texts.paperDraft
        case .final: texts.paperFinal
        case .recomputation: texts.paperRecomputation
        }
    }

    /// The owner of the methodology, who issues the paper, or that the owner issues nothing of
    /// it; `nil` where the edition names no owner.
    var head: Phrase? {
        stage == .recomputation
            ? wording.recomputedPhrase.asSentence : wording.phrase(plan.identity.owner)
    }

    /// The day the paper bears; `nil` where none was named.
    var issued: Day? { about.issued.flatMap { Day($0) } }

    /// What stands at the head of the paper.
    var facts: [Fact] {
        let identity = plan.identity
        let title = wording.phrase(identity.title) ?? Phrase(identity.methodology)
        var facts = [
            Fact(name: texts.paperBody, value: name),
            Fact(
                name: texts.paperKind, value: .code(assessment.evidence.bodies[body].kind)),
            Fact(name: texts.paperPeriod, value: Phrase(period)),
            Fact(
                name: texts.paperRules,
                value: texts.paperRulesValue(title: title, edition: Phrase(identity.edition))),
        ]
        if !identity.basis.isEmpty {
            let basis = identity.basis.map(wording.citationPhrase).joined(
                separator: texts.semicolon)
            let isRestated = identity.status == .restated
            facts.append(
                Fact(
                    name: isRestated ? texts.paperSourceOfRules : texts.paperRestsOn,
                    value: basis))
        }
        guard stage != .recomputation else { return facts }
        let day = issued.map { Phrase(context.locale.date($0)) }
        facts.append(
            Fact(name: texts.paperIssued, value: day ?? Phrase(texts.paperIssuedUnknown)))
        return facts
    }

    /// `nil` where the edition names no way to object.
    var objections: Objections? { Objections(context, issued: issued) }

    /// What whoever doubts the paper needs.
    var checks: [Fact] {
        [
            Fact(name: texts.paperEditionHash, value: .code(plan.identity.hash)),
            Fact(name: texts.paperEvidenceHash, value: .code(context.report.evidenceHash)),
            Fact(name: texts.paperProgram, value: Phrase("apparatus " + about.version)),
        ]
    }
}

extension Plan {
    /// Some nodes and all that stand beneath them, headings left out, in the order of the plan.
    func beneath(_ roots: [Int]) -> [Int] {
        var all: Set<Int> = []
        func add(_ node: Int) {
            guard all.insert(node).inserted else { return }
            for child in nodes[node].children { add(child) }
        }
        for root in roots { add(root) }
        return all.filter { !nodes[$0].isHeading }.sorted()
    }
}
