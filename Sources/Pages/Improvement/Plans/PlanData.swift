internal import Arithmetic
internal import Domain
internal import Evidence
internal import Explanation
internal import Improvement
internal import JSON
internal import Locales
internal import Methodology
internal import Scoring

/// Plans as data: a row for each measure as CSV; with owners, results and what moved besides as JSON.
///
/// Numbers are exact: plain digits, or fractions as in `1/3`. Fields are empty where there is nothing.
struct PlanData {
    private let context: PageContext

    init(_ context: PageContext) { self.context = context }

    var csv: [UInt8] { measures(context.report.plans).csv }

    var json: [UInt8] {
        let plans = context.report.plans.map(json)
        return JSON.object(context.dataHead + [JSON.Member("plans", .list(plans))]).file
    }

    private func json(_ plan: ImprovementPlan) -> JSON {
        .object([
            JSON.Member("since", .text(plan.since.description)),
            JSON.Member("now", JSON(plan.now?.description)),
            JSON.Member("cost", .text(plan.cost.description)),
            JSON.Member("currency", JSON(plan.currency)),
            JSON.Member("measures", measures([plan]).list),
            JSON.Member("owners", owners(plan).list),
            JSON.Member("results", results(plan).list),
            JSON.Member("beside", beside(plan).list),
        ])
    }

    private static let points = ["expected", "expected_by_now", "gained", "unknown"]

    private func cells(_ points: ImprovementPlan.Points) -> [String?] {
        [
            points.expected.description, points.due.description, points.gained?.description,
            String(points.unknown),
        ]
    }

    private func measures(_ plans: [ImprovementPlan]) -> DataTable {
        var table = DataTable(
            ["measure", "since", "owner", "due", "title", "cost", "currency", "standing"]
                + Self.points)
        for plan in plans {
            for item in plan.items {
                table.add(
                    [
                        item.measure.id, plan.since.description, item.owner, item.due.description,
                        context.wording.text(item.measure.title), item.measure.cost.description,
                        item.measure.currency, Self.word(item.standing),
                    ] + cells(item.points))
            }
        }
        return table
    }

    private static func word(_ standing: ImprovementPlan.Standing) -> String {
        switch standing {
        case .due: "due"
        case .notDue: "not-due"
        case .impossible: "impossible"
        }
    }

    private func owners(_ plan: ImprovementPlan) -> DataTable {
        var table = DataTable(["owner", "measures", "cost"] + Self.points)
        for owner in plan.owners {
            table.add(
                [owner.owner, String(owner.items.count), owner.cost.description]
                    + cells(owner.points))
        }
        return table
    }

    private func results(_ plan: ImprovementPlan) -> DataTable {
        var table = DataTable([
            "body", "node", "before", "expected", "expected_by_now", "now", "beside",
        ])
        for result in plan.results {
            table.add([
                body(result.body), node(result.node), result.before?.description,
                result.expected?.description, result.due?.description,
                result.now.figure?.description, result.beside?.description,
            ])
        }
        return table
    }

    private func beside(_ plan: ImprovementPlan) -> DataTable {
        var table = DataTable(["body", "node", "before", "now"])
        for moved in plan.beside {
            table.add([
                body(moved.body), node(moved.node), moved.before?.description,
                moved.now.figure?.description,
            ])
        }
        return table
    }

    private func body(_ body: Int) -> String { context.assessment.evidence.bodies[body].id }
    private func node(_ node: Int) -> String { context.assessment.plan.nodes[node].id }
}
