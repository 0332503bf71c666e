internal import Domain
internal import Evidence
internal import Explanation
internal import Improvement
internal import Locales
internal import Scoring

/// The page about the cheapest way of one body to its next stage or band.
enum PathPage {
    /// The page; `nil` where the body has no next step.
    static func bytes(_ context: PageContext, body: Int) -> [UInt8]? {
        let record = context.assessment.evidence.bodies[body]
        let address = Address.path(record.id)
        guard let told = ImprovementTelling(Setting(context, at: address)),
            let step = told.reported.of(body)?.step
        else { return nil }
        let texts = context.phrases
        let frame = Frame(
            context, at: address,
            title: texts.pathOf(body: context.wording.bodyName(body).withoutLinks),
            crumbs: [Frame.Crumb(name: Phrase(texts.improvement), address: .improvement)])
        return frame.bytes { page in
            StepSections(told: told, step: step).write(to: &page)
            page.element("p") { page in
                page.phrase(texts.resultOf(body: context.wording.bodyName(body)), frame.setting)
            }
        }
    }
}

/// What the page of a body says of its next step.
struct BodyStep {
    private let told: ImprovementTelling
    private let own: ReportedImprovement.Body

    /// What is said; `nil` where nothing is told of improving the body.
    init?(_ setting: Setting, body: Int) {
        guard let told = ImprovementTelling(setting), let own = told.reported.of(body) else {
            return nil
        }
        self.told = told
        self.own = own
    }

    /// Writes the finding, with a link to how it is done.
    func write(to page: inout HTMLWriter) {
        let setting = told.setting
        guard let step = own.step else {
            page.element("p") { page in
                own.rest.map { page.phrase(told.rest($0).asSentence, setting) }
            }
            return
        }
        page.element("p") { $0.phrase(told.finding(step), setting) }
        page.element("p", ["class": "not-official"]) {
            $0.phrase(told.words.supposed.asSentence, setting)
        }
        guard let target = told.path(of: own.body) else { return }
        page.element("p") { page in
            page.element("a", ["href": target], text: told.texts.theWholePath)
        }
    }
}
