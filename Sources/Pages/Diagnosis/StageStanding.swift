internal import Arithmetic
internal import Domain
internal import Explanation
internal import Locales
internal import Methodology
internal import Scoring

/// What speaks against the results of all cells being official, each reason once.
struct StageStanding {
    /// Reasons other than single criteria.
    private let reasons: [Official.Objection]
    /// How many criteria rest on thresholds that somebody assumed.
    private let assumed: Int
    private let context: PageContext

    /// - Parameters:
    ///   - context: The report.
    ///   - body: The body whose results are meant; `nil` for the edition alone.
    init(_ context: PageContext, body: Int? = nil) {
        let assessment = context.assessment
        var reasons: [Official.Objection] = []
        var assumed: Set<Int> = []
        for node in context.report.leagueNodes {
            let objections =
                body.map { assessment.official(node, at: context.unit($0)).objections }
                ?? assessment.standing(node)
            for objection in objections {
                if case .assumedNode(let criterion) = objection {
                    assumed.insert(criterion)
                } else if !reasons.contains(objection) {
                    reasons.append(objection)
                }
            }
        }
        self.reasons = reasons
        self.assumed = assumed.count
        self.context = context
    }

    var isOfficial: Bool { reasons.isEmpty && assumed == 0 }

    /// The reasons in words, without capital letters and full stops.
    var told: [Phrase] {
        reasons.map(context.wording.objectionPhrase)
            + (assumed > 0 ? [context.phrases.criteriaAreAssumed(criteria: assumed)] : [])
    }

    /// One sentence of all.
    var sentence: Phrase {
        guard !isOfficial else { return Phrase(context.phrases.isOfficial) }
        let reasons = told.joined(separator: context.phrases.semicolon)
        return (Phrase(context.phrases.notOfficialBecause + " ") + reasons).asSentence
    }
}
