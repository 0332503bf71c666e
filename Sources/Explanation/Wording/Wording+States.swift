internal import Domain
internal import Locales
internal import Methodology
public import Scoring

/// Words for states.
extension Wording {
    /// The state for people, as in `not applicable`.
    public func stateWord(_ state: State) -> String { Self.word(state, phrases) }

    /// The state in English, as in `not applicable`.
    public static func word(_ state: State) -> String { word(state, Phrases(.english)) }

    private static func word(_ state: State, _ phrases: Phrases) -> String {
        switch state {
        case .score: phrases.stateScored
        case .notApplicable: phrases.stateNotApplicable
        case .missing: phrases.stateMissing
        case .excluded: phrases.stateExcluded
        }
    }

    /// Who vouches for evidence, as in `verified`.
    func word(_ status: EvidenceStatus) -> String {
        switch status {
        case .published: phrases.evidenceStatusPublished
        case .verified: phrases.evidenceStatusVerified
        case .reported: phrases.evidenceStatusReported
        }
    }

    /// Where an edition comes from, as in `proposed`.
    func word(_ status: Plan.Identity.Status) -> String {
        switch status {
        case .adopted: phrases.editionStatusAdopted
        case .proposed: phrases.editionStatusProposed
        case .restated: phrases.editionStatusRestated
        case .incomplete: phrases.editionStatusIncomplete
        }
    }
}
