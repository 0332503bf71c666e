internal import Arithmetic
internal import Domain
internal import Explanation
internal import Improvement
internal import Locales
internal import Methodology
internal import Scoring

/// How figures and gaps of a plan are written in tables.
struct PlanWords {
    let followed: FollowedPlan

    private var display: Plan.Rounded { followed.assessment.plan.display }

    /// Points with their sign, with the digits of the edition.
    func points(_ points: BigFraction?) -> String {
        guard let points else { return "" }
        guard let rounded = try? points.rounded(to: display.digits, display.mode) else { return "" }
        let text = Display.text(rounded, digits: display.digits)
        return rounded.raw > 0 ? "+\(text)" : text
    }

    /// Points that were gained; what is not known is said.
    func gained(_ points: ImprovementPlan.Points) -> String {
        guard let gained = points.gained else { return "not known" }
        let text = self.points(gained)
        return points.unknown == 0
            ? text : "\(text), \(Words.counted(points.unknown, "score")) not known"
    }

    /// A score, or nothing.
    func score(_ score: Fixed?) -> String {
        score.map { number in
            (try? number.rounded(to: display.digits, display.mode)).map {
                Display.text($0, digits: display.digits)
            } ?? number.description
        } ?? "–"
    }

    /// A score now, or why it is not known.
    func now(_ now: ImprovementPlan.Known<Fixed>) -> String {
        switch now {
        case .known(let score): self.score(score)
        case .unknown(let gap): Self.gap(gap)
        }
    }

    /// A value now, or why it is not known.
    func now(_ now: ImprovementPlan.Known<SupposedValue.Level>) -> String {
        switch now {
        case .known(let level): level.told(followed.wording)
        case .unknown(let gap): Self.gap(gap)
        }
    }

    /// Why something is not known now.
    static func gap(_ gap: ImprovementPlan.Gap) -> String {
        switch gap {
        case .noPeriod: "not yet"
        case .bodyEnded: "the body exists no more"
        case .bodyGone: "the body is gone"
        case .gone: "the edition has it no more"
        case .otherScale: "it has another scale"
        case .none(let state): state.rawValue
        case .filled: "filled by a rule"
        }
    }

    /// How far a measure is.
    func standing(_ item: ImprovementPlan.Item) -> String {
        switch item.standing {
        case .due: "due"
        case .notDue: "not due yet"
        case .impossible(let reason): "left out: \(Self.reason(reason))"
        }
    }

    private static func reason(_ reason: Catalogue.Reason) -> String {
        switch reason {
        case .late(let day, through: nil): "its effect comes on \(day)"
        case .late(let day, through: let other?): "it needs \(other), whose effect comes on \(day)"
        case .past: "it ended before the plan was made"
        case .needs(let other): "it needs \(other), which cannot be taken"
        case .excludesOwnNeed(let other): "it excludes \(other), which it needs"
        case .withoutValue: "what it changes has no value in this edition and period"
        }
    }
}
