internal import Arithmetic
internal import Diagnosis
internal import Domain
internal import Explanation
internal import Locales
internal import Methodology
internal import Scoring

/// What keeps the apparatus or a body from the next stage: conditions in words, and criteria.
struct HoldingBack {
    /// So many criteria are named first.
    static let first = 3
    /// So many others are named besides.
    static let others = 12

    /// What the stage is called.
    let stage: Phrase
    let obstacles: [Phrase]
    /// The criteria that are named, and what each has.
    let criteria: [Phrase]
    /// How many there are in all.
    let count: Int

    /// What holds the apparatus back; `nil` where all stages are attained.
    init?(_ told: StageTelling, apparatus: ApparatusDiagnosis) {
        self.init(
            told, apparatus.next, told.words.obstacles(of: apparatus),
            told.words.blockingApparatus(atMost: Self.first + Self.others))
    }

    /// What holds a body back; `nil` where all stages are attained.
    init?(_ told: StageTelling, body: BodyDiagnosis) {
        self.init(
            told, body.next, told.words.obstacles(of: body),
            told.words.blocking(of: body.body, atMost: Self.first + Self.others))
    }

    private init?(
        _ told: StageTelling, _ next: NextStage?, _ obstacles: [Phrase],
        _ criteria: [Phrase]
    ) {
        guard let next else { return nil }
        stage = told.words.stage(next.stage)
        self.obstacles = obstacles
        count = next.blocking.count
        self.criteria = criteria
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
        _ criteria: ArraySlice<Phrase>, _ setting: Setting, to page: inout HTMLWriter
    ) {
        for criterion in criteria {
            page.element("li") { $0.phrase(criterion.asSentence, setting) }
        }
    }
}
