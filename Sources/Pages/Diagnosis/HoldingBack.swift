internal import Arithmetic
internal import Diagnosis
internal import Domain
internal import Explanation
internal import Locales
internal import Methodology
internal import Scoring

/// What keeps the apparatus or a body from the next stage: conditions in words, and criteria.
struct HoldingBack {
    /// A criterion and what it has.
    struct Criterion {
        let name: Phrase
        let address: String?
        /// What it has, in a few words.
        let figures: Phrase
    }

    /// So many criteria are named first.
    static let first = 3
    /// So many others are named besides.
    static let others = 12

    /// What the stage is called.
    let stage: Phrase
    let obstacles: [Phrase]
    let criteria: [Criterion]
    /// How many there are in all.
    let count: Int

    /// What holds the apparatus back; `nil` where all stages are attained.
    init?(_ told: StageTelling, apparatus: ApparatusDiagnosis) {
        self.init(told, apparatus.next, told.words.obstacles(of: apparatus)) { node in
            let results = CriterionResults(told, node)
            var figures: [Phrase] = []
            if let system = results.system, let score = told.score(of: node, body: system) {
                figures.append(told.texts.wholeApparatusHas(score: score))
            }
            if let median = results.median {
                figures.append(
                    told.texts.bodiesBelowPass(
                        below: results.below, bodies: results.scores.count,
                        median: told.context.plot(median, by: told.rule).phrase))
            }
            return figures.joined(separator: told.texts.semicolon)
        }
    }

    /// What holds a body back; `nil` where all stages are attained.
    init?(_ told: StageTelling, body: BodyDiagnosis) {
        self.init(told, body.next, told.words.obstacles(of: body)) { node in
            told.score(of: node, body: body.body).map { told.texts.scoreIs(score: $0) }
                ?? Phrase(told.texts.noScoreYet)
        }
    }

    private init?(
        _ told: StageTelling, _ next: NextStage?, _ obstacles: [Phrase], _ figures: (Int) -> Phrase
    ) {
        guard let next else { return nil }
        stage = told.words.stage(next.stage)
        self.obstacles = obstacles
        count = next.blocking.count
        criteria = next.blocking.prefix(Self.first + Self.others).map { node in
            Criterion(
                name: told.name(node), address: told.place(of: node), figures: figures(node))
        }
    }

    /// Writes the conditions, the first three criteria, and the others beneath.
    func write(_ setting: Setting, to page: inout HTMLWriter) {
        let texts = setting.context.phrases
        page.element("p") { $0.phrase(texts.toAttain(stage: stage), setting) }
        if !obstacles.isEmpty {
            page.element("ul") { page in
                for obstacle in obstacles {
                    page.element("li") { $0.phrase(obstacle.asSentence, setting) }
                }
            }
        }
        guard !criteria.isEmpty else { return }
        let head = texts.criteriaHoldBack(criteria: min(Self.first, count))
        page.element("p") { $0.phrase(head, setting) }
        page.element("ol") { Self.write(criteria.prefix(Self.first), setting, to: &$0) }
        guard criteria.count > Self.first else { return }
        let others = texts.otherCriteria(criteria: count - Self.first).plain
        page.folded(true, others) { page in
            page.element("ul") { Self.write(criteria.dropFirst(Self.first), setting, to: &$0) }
        }
    }

    private static func write(
        _ criteria: ArraySlice<Criterion>, _ setting: Setting, to page: inout HTMLWriter
    ) {
        for criterion in criteria {
            page.element("li") { page in
                page.link(criterion.name, to: criterion.address, setting)
                guard !criterion.figures.isEmpty else { return }
                page.text(setting.context.phrases.colon)
                page.phrase(criterion.figures, setting)
            }
        }
    }
}

extension StageTelling {
    /// The score of a body's node within a sentence; `nil` without one.
    func score(of node: Int, body: Int) -> Phrase? {
        context.assessment.columns[node]?.score(at: context.unit(body)).map {
            context.plot($0, by: rule).phrase
        }
    }

    /// Where a criterion is told: its explanation on a body's page, elsewhere its dimension's page.
    func place(of node: Int) -> String? {
        if case .body = setting.address {
            return setting.links.to(setting.address, .node(plan.nodes[node].id))
        }
        return page(of: node)
    }
}
