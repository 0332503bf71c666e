internal import Arithmetic
internal import Diagnosis
internal import Domain
internal import Evidence
internal import Explanation
internal import Improvement
internal import JSON
internal import Locales
internal import Methodology
internal import Scoring

/// Next steps as data: of the whole apparatus and of each body, or of one body alone.
///
/// Numbers are in plain digits; shares 0…1. Fields are empty where there is nothing.
struct ImprovementData {
    private let told: ImprovementTelling
    private let context: PageContext
    /// The position of the only body that is told of; `nil` for all and the apparatus.
    private let only: Int?

    /// The data of a report; `nil` where nothing is told of improving.
    init?(_ context: PageContext, only: Int? = nil) {
        let address = only.map { Address.path(context.assessment.evidence.bodies[$0].id) }
        guard let told = ImprovementTelling(Setting(context, at: address ?? .improvement)) else {
            return nil
        }
        (self.told, self.context, self.only) = (told, context, only)
    }

    private var reported: ReportedImprovement { told.reported }
    private var period: String { context.periods[context.report.period] }

    private func id(_ body: Int) -> String { context.assessment.evidence.bodies[body].id }

    private func id(of measure: Int) -> String { told.catalogue.measures[measure].measure.id }

    // MARK: CSV

    /// Of one body its measures, as a plan that can be handed in; of all a row for each step.
    var csv: [UInt8] {
        only.flatMap { reported.of($0)?.step?.path }.map { plan($0.chosen).csv } ?? steps.csv
    }

    /// A row for each chosen measure, with the columns of a plan first.
    private func plan(_ chosen: [Int]) -> DataTable {
        var table = DataTable([
            "measure", "since", "owner", "due", "title", "cost", "currency", "effective",
            "changes", "effects",
        ])
        for position in chosen {
            let choice = told.catalogue.measures[position]
            table.add([
                choice.measure.id, period, choice.measure.owner, nil,
                context.wording.text(choice.measure.title), choice.measure.cost.description,
                choice.measure.currency, choice.effective.description,
                told.whose(position).plain,
                told.effects(position).map(\.plain).joined(separator: "; "),
            ])
        }
        return table
    }

    private var steps: DataTable {
        var table = DataTable([
            "level", "body", "period", "to", "result", "before", "after", "measures", "cost",
            "currency", "proof", "bound", "chosen",
        ])
        if only == nil, let step = reported.apparatus {
            table.add(["apparatus", nil, period] + cells(step))
        }
        for body in reported.bodies where only.map({ $0 == body.body }) ?? true {
            let head: [String?] = ["body", id(body.body), period]
            if let step = body.step {
                table.add(head + cells(step))
            } else {
                let word = body.rest == .attained ? "attained" : "unrated"
                table.add(head + [nil, word] + Array(repeating: nil, count: 8))
            }
        }
        return table
    }

    private func cells(_ step: ReportedImprovement.Step) -> [String?] {
        let head: [String?] = [target(step.goal), word(step.found)]
        guard let path = step.path else {
            let from: Fraction? = if case .already(let from) = step.found { from } else { nil }
            return head + [from.map(DiagnosisData.digits)] + Array(repeating: nil, count: 7)
        }
        let (proof, bound) = proof(path.proof)
        return head + [
            path.from.map(DiagnosisData.digits), path.to.map(DiagnosisData.digits),
            String(path.chosen.count), path.cost.description,
            context.assessment.evidence.measures.first?.currency, proof, bound,
            path.chosen.map(id(of:)).joined(separator: ";"),
        ]
    }

    /// The id of the stage or band, or a score.
    private func target(_ goal: Goal) -> String? {
        let plan = context.assessment.plan
        switch goal {
        case .stage(_, let stage), .bestStage(_, let stage), .apparatus(let stage),
            .mostStaff(let stage):
            return plan.stages?.list[stage].id
        case .band(_, _, let band): return plan.bands?.list[band].id
        case .score(_, _, let score): return score.description
        case .best(_, let node): return plan.nodes[node].id
        }
    }

    private func word(_ found: ReportedImprovement.Found) -> String {
        switch found {
        case .path: "path"
        case .impossible: "impossible"
        case .already: "already"
        }
    }

    private func proof(_ proof: Path.Proof) -> (word: String, bound: String?) {
        switch proof {
        case .optimal: ("optimal", nil)
        case .notProven(let bound, _): ("not-proven", bound?.description)
        }
    }

    // MARK: JSON

    var json: [UInt8] {
        var members =
            context.dataHead + [JSON.Member("supposed", .text(told.words.supposed.plain))]
        if let only, let step = reported.of(only)?.step {
            members += [JSON.Member("body", .text(id(only))), JSON.Member("step", json(step))]
        } else {
            if let step = reported.apparatus {
                members.append(JSON.Member("apparatus", json(step)))
            }
            members.append(JSON.Member("steps", steps.list))
            members.append(JSON.Member("left_out", .list(leftOut)))
        }
        return JSON.object(members).file
    }

    private var leftOut: [JSON] {
        told.catalogue.leftOut.map { measure, reason in
            .object([
                JSON.Member("measure", .text(measure.id)),
                JSON.Member("reason", .text(told.words.leftOut(id: measure.id, reason).plain)),
            ])
        }
    }

    private func json(_ step: ReportedImprovement.Step) -> JSON {
        var members = [
            JSON.Member("to", JSON(target(step.goal))),
            JSON.Member("result", .text(word(step.found))),
            JSON.Member("finding", .text(told.finding(step).plain)),
        ]
        switch step.found {
        case .path(let path): members += json(path, step.goal)
        case .impossible(let shortfall):
            let lines = told.words.shortfall(shortfall).flatMap(\.lines)
            members.append(JSON.Member("lacks", .list(lines.map { .text($0.plain) })))
        case .already(let from):
            members.append(JSON.Member("before", JSON(from.map(DiagnosisData.digits))))
        }
        if let frontier = step.frontier {
            members.append(JSON.Member("frontier_is_sampled", .flag(frontier.isSampled)))
            members.append(JSON.Member("frontier", points(frontier).list))
        }
        return .object(members)
    }

    private func json(_ path: ReportedImprovement.FoundStep, _ goal: Goal) -> [JSON.Member] {
        let (word, bound) = proof(path.proof)
        var next = DataTable(["measures", "cost", "gain"])
        for one in path.next {
            next.add([
                one.measures.map(id(of:)).joined(separator: ";"), one.cost.description,
                DiagnosisData.digits(one.gain),
            ])
        }
        var margins = DataTable(["measure", "chosen", "cost", "effect"])
        for one in path.margins {
            margins.add([
                id(of: one.measure), String(one.isChosen), one.cost?.description,
                one.effect.map(DiagnosisData.digits),
            ])
        }
        return [
            JSON.Member("before", JSON(path.from.map(DiagnosisData.digits))),
            JSON.Member("after", JSON(path.to.map(DiagnosisData.digits))),
            JSON.Member("cost", .text(path.cost.description)),
            JSON.Member("proof", .text(word)), JSON.Member("bound", JSON(bound)),
            JSON.Member("measures", plan(path.chosen).list),
            JSON.Member("moved", moves(path.moves).list), JSON.Member("next", next.list),
            JSON.Member("margins", margins.list),
        ]
    }

    private func moves(_ moves: PathMoves) -> DataTable {
        let plan = context.assessment.plan
        var table = DataTable([
            "body", "node", "before", "after", "band_before", "band_after",
        ])
        for body in moves.bodies {
            for node in body.nodes {
                func band(_ position: Int?) -> String? {
                    position.flatMap { plan.bands?.list[$0].id }
                }
                table.add([
                    id(body.body), plan.nodes[node.node].id, node.before?.description,
                    node.after?.description, band(node.bands.before), band(node.bands.after),
                ])
            }
        }
        return table
    }

    private func points(_ frontier: Frontier) -> DataTable {
        var table = DataTable(["cost", "reached", "measures", "proven", "chosen"])
        for point in frontier.points {
            table.add([
                point.cost.description, DiagnosisData.digits(point.reached),
                String(point.chosen.count), String(point.isProven),
                point.chosen.map(id(of:)).joined(separator: ";"),
            ])
        }
        return table
    }
}
