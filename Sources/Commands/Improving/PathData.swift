internal import Arithmetic
internal import Diagnosis
internal import Domain
internal import Evidence
internal import Explanation
internal import Improvement
internal import JSON
internal import Locales
internal import Methodology
internal import Pages
internal import Scoring

/// A path for programs: the plan that the role `plan` takes back, and everything as JSON.
///
/// Numbers are in plain digits, unrounded.
struct PathData {
    let found: FoundPath

    // MARK: CSV

    /// The headings: those that a plan is read by, then others for readers.
    static let columns =
        PlanColumns.read + ["title", "cost", "currency", "effective", "needs", "points"]

    /// One row for each measure of the path.
    var csv: [UInt8] {
        let points = MeasurePoints(found).points
        let rows = zip(found.path?.chosen ?? [], found.chosen).map { position, choice in
            let measure = choice.measure
            return [
                measure.id, found.period.description, measure.owner, choice.effective.description,
                measure.title.text(in: found.wording.spoken.asked), measure.cost.description,
                measure.currency, choice.effective.description,
                measure.needs.joined(separator: ";"), points[position].map(Self.digits),
            ] as [String?]
        }
        return CSVRows.bytes(Self.columns, rows)
    }

    /// To 18 digits after the point.
    private static func digits(_ fraction: Fraction) -> String {
        (try? fraction.rounded(to: Fixed.fractionDigits, .halfEven))?.description
            ?? fraction.reduced.description
    }

    // MARK: JSON

    var json: [UInt8] {
        let members = [
            JSON.Member("edition", ResultJSON.edition(found.wording)),
            JSON.Member(
                "evidence",
                .object([JSON.Member("hash", .text(found.assessment.evidence.hash))])),
            JSON.Member("period", .text(found.period.description)),
            JSON.Member("is-official", .flag(false)),
            JSON.Member("goal", goal), JSON.Member("budget", Self.number(found.asked.budget)),
            JSON.Member("by", JSON(found.asked.by?.description)),
            JSON.Member("result", .text(word)),
            JSON.Member("finding", .text(found.words.finding(found.result, found.goal).plain)),
            JSON.Member("path", found.path.map(path) ?? .null),
            JSON.Member("shortfall", shortfall),
            JSON.Member("next", beside(found.following.map(next))),
            JSON.Member("margins", beside(found.margins.map(margin))),
            JSON.Member("frontier", beside(found.frontier.points.map(point))),
            JSON.Member(
                "is-frontier-sampled",
                found.isBrief ? .null : .flag(found.frontier.isSampled)),
            JSON.Member("left-out", .list(found.catalogue.leftOut.map(leftOut))),
        ]
        return JSON.object(members).bytes(isIndented: true) + [UInt8(ascii: "\n")]
    }

    /// `null` where it was not looked for.
    private func beside(_ list: [JSON]) -> JSON { found.isBrief ? .null : .list(list) }

    private var word: String {
        switch found.result {
        case .already: "already"
        case .path: "path"
        case .impossible: "impossible"
        }
    }

    private var goal: JSON {
        let plan = found.assessment.plan
        var members: [JSON.Member] = []
        func add(
            _ kind: String, node: Int? = nil, band: Int? = nil, stage: Int? = nil,
            score: Fixed? = nil
        ) {
            members = [
                JSON.Member("kind", .text(kind)),
                JSON.Member("body", JSON(found.body.map(found.id))),
                JSON.Member("node", JSON(node.map { plan.nodes[$0].id })),
                JSON.Member("band", JSON(band.flatMap { plan.bands?.list[$0].id })),
                JSON.Member("stage", JSON(stage.flatMap { plan.stages?.list[$0].id })),
                JSON.Member("score", Self.number(score)),
            ]
        }
        switch found.goal {
        case .band(_, let node, let band): add("band", node: node, band: band)
        case .score(_, let node, let score): add("score", node: node, score: score)
        case .stage(_, let stage): add("stage", stage: stage)
        case .apparatus(let stage): add("apparatus", stage: stage)
        case .best(_, let node): add("best", node: node)
        case .bestStage(_, let stage): add("best-stage", stage: stage)
        case .mostStaff(let stage): add("most-staff", stage: stage)
        }
        return .object(members)
    }

    private func path(_ path: Path) -> JSON {
        let points = MeasurePoints(found).points
        var proof = [JSON.Member("is-optimal", .flag(path.proof == .optimal))]
        if case .notProven(let bound, let doubt) = path.proof {
            proof += [
                JSON.Member("bound", Self.number(bound)),
                JSON.Member("doubt", .text(found.words.doubt(doubt).plain)),
            ]
        }
        return .object([
            JSON.Member("cost", Self.number(path.cost)),
            JSON.Member("currency", JSON(found.assessment.evidence.measures.first?.currency)),
            JSON.Member("proof", .object(proof)),
            JSON.Member("told-proof", .text(found.words.proof(path).plain)),
            JSON.Member("from", Self.number(path.from)), JSON.Member("to", Self.number(path.to)),
            JSON.Member("last-effect", JSON(found.lastDay?.description)),
            JSON.Member(
                "measures",
                .list(
                    zip(path.chosen, found.chosen).map { position, choice in
                        measure(choice, points[position])
                    })),
        ])
    }

    private func measure(_ choice: Catalogue.Choice, _ points: Fraction?) -> JSON {
        let measure = choice.measure
        return .object([
            JSON.Member("measure", .text(measure.id)),
            JSON.Member("title", JSON(measure.title.text(in: found.wording.spoken.asked))),
            JSON.Member("cost", Self.number(measure.cost)),
            JSON.Member("owner", JSON(measure.owner)),
            JSON.Member("finish", .text(measure.finish.description)),
            JSON.Member("effective", .text(choice.effective.description)),
            JSON.Member("needs", .list(measure.needs.map { .text($0) })),
            JSON.Member("evidence", JSON(measure.evidence)),
            JSON.Member("points", Self.number(points)),
            JSON.Member("actions", .list(choice.actions.map(action))),
        ])
    }

    private func action(_ action: Catalogue.Action) -> JSON {
        let subjects = Subjects(assessment: found.assessment)
        return .object([
            JSON.Member("body", .text(found.id(found.assessment.body(of: action.unit)))),
            JSON.Member("on", .text(subjects.id(action.subject))),
            JSON.Member("effect", .text(found.words.effect(action.effect).plain)),
        ])
    }

    private var shortfall: JSON {
        guard case .impossible(let shortfall) = found.result else { return .null }
        func told(_ conditions: [Shortfall.Condition], isClosest: Bool) -> JSON {
            .list(
                conditions.map {
                    .text(found.words.condition($0, isClosest: isClosest).plain)
                })
        }
        return .object([
            JSON.Member("alone", told(shortfall.alone, isClosest: false)),
            JSON.Member("closest", told(shortfall.closest, isClosest: true)),
            JSON.Member("cost-without-budget", Self.number(shortfall.costWithoutBudget)),
            JSON.Member("first-day", JSON(shortfall.firstDay?.description)),
            JSON.Member("is-proven", .flag(shortfall.isProven)),
        ])
    }

    private func ids(_ positions: [Int]) -> JSON {
        .list(positions.map { .text(found.catalogue.measures[$0].measure.id) })
    }

    private func next(_ next: NextMeasure) -> JSON {
        .object([
            JSON.Member("measures", ids(next.measures)),
            JSON.Member("cost", Self.number(next.cost)),
            JSON.Member("gain", Self.number(next.gain)),
        ])
    }

    private func margin(_ margin: Margin) -> JSON {
        .object([
            JSON.Member("measure", .text(found.catalogue.measures[margin.measure].measure.id)),
            JSON.Member("is-chosen", .flag(margin.isChosen)),
            JSON.Member("cost", Self.number(margin.cost)),
            JSON.Member("effect", Self.number(margin.effect)),
        ])
    }

    private func point(_ point: Frontier.Point) -> JSON {
        .object([
            JSON.Member("cost", Self.number(point.cost)),
            JSON.Member("reached", Self.number(point.reached)),
            JSON.Member("step", JSON(FrontierFigure.step(point, found))),
            JSON.Member("is-proven", .flag(point.isProven)),
            JSON.Member("measures", ids(point.chosen)),
        ])
    }

    private func leftOut(_ left: (measure: Measure, reason: Catalogue.Reason)) -> JSON {
        .object([
            JSON.Member("measure", .text(left.measure.id)),
            JSON.Member(
                "reason", .text(found.words.leftOut(id: left.measure.id, left.reason).plain)),
        ])
    }

    private static func number(_ number: Fixed?) -> JSON {
        number.map { .number($0.description) } ?? .null
    }

    private static func number(_ fraction: Fraction?) -> JSON {
        fraction.map { .number(digits($0)) } ?? .null
    }
}
