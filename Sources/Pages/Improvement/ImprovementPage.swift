internal import Arithmetic
internal import Diagnosis
internal import Domain
internal import Evidence
internal import Explanation
internal import Improvement
internal import Locales
internal import Methodology
internal import Scoring

/// The page about improving: the cheapest way of the whole apparatus to its next stage, and what the
/// next step of each body costs.
struct ImprovementPage {
    private let told: ImprovementTelling

    /// The page; `nil` where nothing is told of improving.
    static func bytes(_ context: PageContext) -> [UInt8]? {
        guard let told = ImprovementTelling(Setting(context, at: .improvement)) else { return nil }
        let frame = Frame(context, at: .improvement, title: Phrase(context.phrases.improvement))
        let page = ImprovementPage(told: told)
        return frame.bytes { page.write(to: &$0) }
    }

    private var texts: Phrases { told.texts }
    private var setting: Setting { told.setting }
    private var reported: ReportedImprovement { told.reported }

    private func write(to page: inout HTMLWriter) {
        if let step = reported.apparatus {
            StepSections(told: told, step: step).write(to: &page)
        } else {
            page.element("p", ["class": "finding"]) { $0.phrase(finding, setting) }
            page.element("p", ["class": "not-official"]) {
                $0.phrase(told.words.supposed.asSentence, setting)
            }
        }
        if !reported.bodies.isEmpty {
            page.section(texts.whatEachBodyNeeds) { BodySteps(told).write(to: &$0) }
        }
        leftOut(to: &page)
    }

    /// Where no way of the whole apparatus is told: how many bodies can take their next step.
    private var finding: Phrase {
        if reported.isApparatusAtEnd { return Phrase(texts.apparatusAtEnd) }
        guard !reported.bodies.isEmpty else { return Phrase(texts.noStepsInEdition) }
        let able = reported.bodies.compactMap(\.step).filter { $0.path != nil }
        let wanting = reported.bodies.count { $0.step != nil }
        guard let least = able.compactMap(\.path?.cost).min() else {
            return texts.noneCanStep(bodies: wanting)
        }
        return texts.someCanStep(
            able: able.count, bodies: wanting, cost: told.words.money(least))
    }

    /// Measures that cannot be chosen, and why.
    private func leftOut(to page: inout HTMLWriter) {
        let left = told.catalogue.leftOut
        guard !left.isEmpty else { return }
        page.section(texts.whatCannotBeChosen) { page in
            let title = texts.leftOutMeasures(measures: left.count).plain
            page.folded(left.count > 10, title) { page in
                page.element("ul") { page in
                    for (measure, reason) in left {
                        let why = told.words.leftOut(id: measure.id, reason).capital
                        // Another measure with its title may have been chosen.
                        page.element("li") {
                            $0.phrase("\(why) (\(Phrase.code(measure.id)))", setting)
                        }
                    }
                }
            }
        }
    }
}

/// What the next step of each body costs.
struct BodySteps {
    /// So many are listed; all are in the data.
    static let most = 500

    private let told: ImprovementTelling
    private let bodies: [ReportedImprovement.Body]

    /// Those that can step come first, the cheapest first; those at the end last.
    init(_ told: ImprovementTelling) {
        self.told = told
        bodies = told.reported.bodies.enumerated().sorted { one, other in
            let (first, second) = (Self.place(one.element), Self.place(other.element))
            return first.0 != second.0
                ? first.0 < second.0
                : first.1 != second.1 ? first.1 < second.1 : one.offset < other.offset
        }.map(\.element)
    }

    private static func place(_ body: ReportedImprovement.Body) -> (Int, Fixed) {
        guard let step = body.step else { return (body.rest == .attained ? 3 : 2, .zero) }
        return step.path.map { (0, $0.cost) } ?? (1, .zero)
    }

    private var texts: Phrases { told.texts }
    private var setting: Setting { told.setting }

    /// Writes the table with its field for finding a body.
    func write(to page: inout HTMLWriter) {
        if bodies.count > Self.most {
            page.element("p", ["class": "note"]) {
                $0.phrase(texts.showingSome(shown: Self.most, all: bodies.count), setting)
            }
        }
        page.filter(of: "steps", texts)
        page.table(
            id: "steps", caption: texts.stepsOf(period: told.context.period),
            [
                .init(Phrase(texts.body)), .init(Phrase(texts.standsAt)),
                .init(Phrase(texts.nextStepHead)),
                .init(Phrase(texts.measureCost), isNumber: true),
                .init(Phrase(texts.frontierCount), isNumber: true),
                .init(Phrase(texts.stepRemark)),
            ], kind: "sortable", setting, rows: bodies.prefix(Self.most)
        ) { body, cells in
            cells.head { page in
                let name = told.context.wording.bodyName(body.body)
                page.link(name, to: told.path(of: body.body), setting)
            }
            cells.cell { $0.phrase(stands(body.body), setting) }
            cells.cell { page in
                body.step.map { page.phrase(told.target($0.goal), setting) }
            }
            cells.cell { page in
                body.step?.path.map { page.phrase(told.words.money($0.cost), setting) }
            }
            cells.cell { page in
                body.step?.path.map { page.phrase(told.words.count($0.chosen.count), setting) }
            }
            cells.cell { $0.phrase(remark(body), setting) }
        }
    }

    /// The verdict or the band that a body has.
    private func stands(_ body: Int) -> Phrase {
        let context = told.context
        if let stages = told.words.stages {
            let own = stages.diagnosis.bodies.first { $0.body == body }
            return own.map { stages.verdict($0.verdict) } ?? Phrase([])
        }
        guard let node = told.reported.node else { return Phrase([]) }
        return context.band(of: node, at: context.unit(body))?.title ?? Phrase([])
    }

    private func remark(_ body: ReportedImprovement.Body) -> Phrase {
        guard let step = body.step else { return body.rest.map(told.rest) ?? Phrase([]) }
        switch step.found {
        case .path(let path):
            let isProven = path.proof == .optimal
            return Phrase(isProven ? texts.stepProven : texts.stepNotProven)
        case .impossible: return Phrase(texts.stepImpossible)
        case .already: return Phrase(texts.stepAlready)
        }
    }
}
