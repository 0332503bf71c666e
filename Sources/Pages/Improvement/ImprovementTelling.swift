internal import Arithmetic
internal import Diagnosis
internal import Domain
internal import Evidence
internal import Explanation
internal import Improvement
internal import Locales
internal import Methodology
internal import Scoring

/// What pages say of measures and paths, in the language of a page.
struct ImprovementTelling {
    let setting: Setting
    let reported: ReportedImprovement
    /// What paths, measures and conditions are called everywhere.
    let words: ImprovementWording

    /// The telling of a page; `nil` where nothing is told of improving.
    init?(_ setting: Setting) {
        guard let reported = setting.context.report.improvement else { return nil }
        self.setting = setting
        self.reported = reported
        words = ImprovementWording(
            reported.catalogue, setting.context.report.diagnosis?.diagnosis,
            setting.context.wording)
    }

    var context: PageContext { setting.context }
    var texts: Phrases { context.phrases }
    var catalogue: Catalogue { reported.catalogue }
    var plan: Plan { context.assessment.plan }

    // MARK: Steps

    /// What came of looking for a way, in a sentence.
    func finding(_ step: ReportedImprovement.Step) -> Phrase {
        switch step.found {
        case .path(let path): words.finding(path).asSentence
        case .impossible(let shortfall):
            words.finding(.impossible(shortfall), step.goal).asSentence
        case .already(let from): words.finding(.already(from: from), step.goal).asSentence
        }
    }

    /// Why somebody has no next step.
    func rest(_ rest: ReportedImprovement.Rest) -> Phrase {
        switch rest {
        case .attained:
            Phrase(reported.hasStages ? texts.everyStageAttained : texts.bestBandReached)
        case .unrated: Phrase(reported.hasStages ? texts.noVerdictToBegin : texts.noScoreToBegin)
        }
    }

    /// What a goal is called in a table, as in `strategic`.
    func target(_ goal: Goal) -> Phrase {
        switch goal {
        case .stage(_, let stage), .bestStage(_, let stage), .apparatus(let stage),
            .mostStaff(let stage):
            words.stage(stage)
        case .band(_, _, let band): words.band(band)
        case .score(_, _, let score): words.exact(score)
        case .best(_, let node): context.wording.nodeName(node).withoutLinks
        }
    }

    /// A verdict; nothing where there is none.
    func verdict(_ verdict: Verdict?) -> Phrase {
        guard let verdict, let stages = words.stages else { return Phrase([]) }
        return stages.verdict(verdict)
    }

    /// The address of the path of a body; `nil` where it has none.
    func path(of body: Int) -> String? {
        guard context.report.hasPath(body) else { return nil }
        return setting.links.to(.path(context.assessment.evidence.bodies[body].id))
    }

    // MARK: Measures

    /// Whose values a measure changes: a body, or how many.
    func whose(_ measure: Int) -> Phrase {
        let units = Set(catalogue.measures[measure].actions.map(\.unit))
        let bodies = Set(units.map(context.assessment.body(of:)))
        guard bodies.count == 1, let body = bodies.first else {
            return texts.bodiesChanged(bodies: bodies.count)
        }
        return context.wording.bodyName(body)
    }

    /// What a measure changes, each value once.
    func effects(_ measure: Int) -> [Phrase] {
        var told: [Phrase] = []
        var seen: Set<Phrase> = []
        for effect in catalogue.measures[measure].actions.map(words.effect)
        where seen.insert(effect).inserted {
            told.append(effect)
        }
        return told
    }
}

extension Report {
    /// Whether a body has a page about its way to its next step.
    func hasPath(_ body: Int) -> Bool { hasPage(body) && improvement?.of(body)?.step != nil }
}
