internal import Arithmetic
internal import Diagnosis
internal import Domain
internal import Evidence
internal import Explanation
internal import Locales
internal import Methodology
internal import Robustness
internal import Scoring

/// The first page of a report of an edition with stages: the verdict of the apparatus, then what
/// it rests on.
struct VerdictPage {
    private let told: StageTelling

    /// The page; `nil` where the edition has no stages.
    static func bytes(_ context: PageContext) -> [UInt8]? {
        guard let told = StageTelling(Setting(context, at: .overview)) else { return nil }
        let page = VerdictPage(told: told)
        let frame = Frame(context, at: .overview, title: page.title)
        return frame.bytes { page.write(to: &$0) }
    }

    private var context: PageContext { told.context }
    private var texts: Phrases { told.texts }
    private var setting: Setting { told.setting }
    private var apparatus: ApparatusDiagnosis? { told.reported.apparatus }

    private var title: Phrase {
        let identity = told.plan.identity
        return (context.wording.phrase(identity.title) ?? Phrase(identity.name)) + ", "
            + context.period
    }

    /// The verdict of the apparatus with how firm it is; of an edition without one how many bodies
    /// have a verdict.
    private var finding: Phrase {
        guard let apparatus else {
            let bodies = told.reported.diagnosis.bodies
            return texts.bodiesHaveVerdicts(
                rated: bodies.count { $0.verdict.isRated }, bodies: bodies.count
            ).asSentence
        }
        return told.words.verdict(on: apparatus, told.reported.firmness).asSentence
    }

    private func write(to page: inout HTMLWriter) {
        page.element("p", ["class": "finding"]) { $0.phrase(finding, setting) }
        told.writeBeside(to: &page)
        if let apparatus, let back = HoldingBack(told, apparatus: apparatus) {
            page.section(texts.whatHoldsItBack) { back.write(setting, to: &$0) }
        }
        if let observed = ObservedCriteria(told) {
            page.section(texts.whatIsKnown) { observed.write(to: &$0) }
        }
        stands(to: &page)
        page.section(texts.whereAreTheBodies) { page in
            StageSpread(told).write(to: &page)
            VerdictTable(told).write(to: &page)
        }
        drawn(to: &page)
        let years = VerdictYears(told)
        if years.rows.count > 1 { page.section(texts.whatChanged) { years.write(to: &$0) } }
        if let system = SystemCriteria(told) {
            page.section(texts.besidePublishedFigures) { system.write(to: &$0) }
        }
        official(to: &page)
        let decisions = DecisionTable(setting)
        if !decisions.rows.isEmpty {
            page.section(texts.whatWasDecided) { decisions.write(id: "decisions", to: &$0) }
        }
        OverviewModel.Rejected(context)?.write(setting, to: &page)
    }

    /// The ladder, and the pages of the dimensions.
    private func stands(to page: inout HTMLWriter) {
        page.section(texts.whereDoesItStand) { page in
            if let apparatus {
                let ladder = LadderModel(told, apparatus: apparatus)
                ladder.chart.write(
                    ChartFigure(
                        id: "ladder", title: texts.ladderOfTheApparatus, finding: ladder.finding,
                        note: Phrase(texts.ladderNote), texts), to: &page)
            }
            told.writeDimensions(to: &page)
        }
    }

    /// What was drawn in each of the runs that say how sure verdicts are.
    private func drawn(to page: inout HTMLWriter) {
        guard let firmness = told.reported.firmness, let alternatives = told.reported.alternatives
        else { return }
        let factors = FactorWording(firmness.factors, alternatives, context.wording)
        page.section(texts.howSureIsThat) { page in
            if alternatives.isAnalysts {
                page.element("p", ["class": "not-official"]) {
                    $0.phrase(told.words.assumption, setting)
                }
            }
            page.element("p") { $0.phrase(texts.runsDrawEach(runs: firmness.runs), setting) }
            page.element("ul") { page in
                for position in firmness.factors.indices {
                    page.element("li") { $0.phrase(factors.told(position).asSentence, setting) }
                }
            }
            page.element("p", ["class": "note"]) {
                $0.phrase(texts.wordsOfRuns(seed: .code(String(firmness.seed))), setting)
            }
        }
    }

    /// Why nothing is official, each reason once.
    private func official(to page: inout HTMLWriter) {
        let objections = told.words.objections()
        page.section(texts.isItOfficial) { page in
            guard !objections.isEmpty else {
                return page.element("p", text: texts.isOfficial)
            }
            page.element("p", text: texts.notOfficialBecause)
            page.element("ul") { page in
                for reason in objections {
                    page.element("li") { $0.phrase(reason.asSentence, setting) }
                }
            }
        }
    }
}

extension StageTelling {
    /// Links to the pages of all dimensions but one.
    func writeDimensions(but own: Int? = nil, to page: inout HTMLWriter) {
        let name = own == nil ? texts.dimensions : texts.otherDimensions
        page.element("nav", ["class": "pager", "aria-label": name]) { page in
            page.element("p", ["class": "note"], text: name + texts.colon)
            page.element("ul") { page in
                for dimension in rule.dimensions where dimension.node != own {
                    page.element("li") {
                        $0.phrase(context.wording.nodeName(dimension.node), setting)
                    }
                }
            }
        }
    }

    /// What has to be said beside every verdict: the edition's own words, and on what thresholds
    /// rest.
    func writeBeside(to page: inout HTMLWriter) {
        if let note = words.note {
            page.element("p") { $0.phrase(note, setting) }
        }
        page.element("p", ["class": "note"]) { $0.phrase(words.basis.asSentence, setting) }
    }
}
