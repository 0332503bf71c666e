internal import Arithmetic
internal import Diagnosis
internal import Domain
internal import Explanation
internal import Locales
internal import Methodology

/// What the page of a body says of its stages, above everything else.
struct BodyVerdict {
    private let told: StageTelling
    private let body: Int
    /// `nil` for the body that stands for the whole apparatus, and where it is not diagnosed.
    private let own: BodyDiagnosis?
    private let isSystem: Bool

    /// What is said of a body; `nil` where the edition has no stages.
    init?(_ setting: Setting, body: Int) {
        guard let told = StageTelling(setting) else { return nil }
        self.told = told
        self.body = body
        own = told.reported.of(body)
        isSystem = told.reported.isSystem(body)
    }

    /// Whether there is nothing to be told of the period: it did not exist, or the edition is not for
    /// its kind.
    var isAbsent: Bool { own == nil && !isSystem }

    /// The verdict with how firm it is; that there is none for the whole apparatus' criteria, and none
    /// where it is absent.
    var finding: Phrase {
        guard let own else {
            return isSystem ? Phrase(told.texts.holdsTheSystem) : absence
        }
        return told.words.verdict(
            own.verdict, told.reported.firmness, told.reported.runs(of: body)
        ).asSentence
    }

    private var absence: Phrase {
        let none = told.texts.noVerdictIn(period: told.context.period)
        return ([none] + told.words.history(of: body)).joined(separator: told.texts.semicolon)
            .asSentence
    }

    /// The same, and what has to be said beside it.
    var findings: [Phrase] {
        [finding] + (own == nil ? [] : [told.words.note].compactMap(\.self))
    }

    /// Writes what stands beneath the finding.
    func write(to page: inout HTMLWriter) {
        let (texts, setting) = (told.texts, told.setting)
        if isSystem {
            return page.element("p") { page in
                page.element(
                    "a", ["href": setting.links.to(.overview)], text: texts.verdictOfTheApparatus)
            }
        }
        if let own { stands(own, to: &page) }
        let years = VerdictYears(told, body: body)
        if years.rows.count > (own == nil ? 0 : 1) {
            page.section(texts.verdictsByPeriod) { years.write(to: &$0) }
        }
    }

    private func stands(_ own: BodyDiagnosis, to page: inout HTMLWriter) {
        let (texts, setting) = (told.texts, told.setting)
        let history = told.words.history(of: body)
        if !history.isEmpty {
            page.element("p") {
                $0.phrase(history.joined(separator: texts.semicolon).asSentence, setting)
            }
        }
        told.writeBeside(to: &page)
        if let back = HoldingBack(told, body: own) {
            page.section(texts.whatHoldsItBack) { page in
                back.write(setting, to: &page)
                if let lift = told.words.lift(own.next) {
                    page.element("p") { $0.phrase(lift.asSentence, setting) }
                }
            }
        }
        page.section(texts.whereDoesItStand) { page in
            let ladder = LadderModel(told, body: own)
            ladder.chart.write(
                ChartFigure(
                    id: "ladder", title: texts.ladderOfTheBody, finding: ladder.finding, texts),
                to: &page)
        }
    }
}
