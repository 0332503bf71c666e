internal import Arithmetic
internal import Diagnosis
internal import Domain
internal import Evidence
internal import Explanation
internal import JSON
internal import Locales
internal import Methodology
internal import Scoring

/// The cells and criteria of a dimension as data: a line for each body and node.
struct DimensionData {
    private let page: DimensionPage

    init(_ page: DimensionPage) { self.page = page }

    private static let columns = [
        "body", "dimension", "stage", "node", "kind", "value", "score", "status", "partial",
        "coverage",
    ]

    var csv: [UInt8] { table.csv }

    var json: [UInt8] {
        JSON.object([
            JSON.Member("edition", ResultJSON.edition(page.context.plainWording)),
            JSON.Member("period", .text(page.context.periods[page.context.report.period])),
            JSON.Member("results", table.list),
        ]).file
    }

    private var table: DataTable {
        var table = DataTable(Self.columns)
        let assessment = page.context.assessment
        for body in page.bodies {
            for cell in body.cells[page.position] {
                table.add(
                    names(body.body, cell.node) + [
                        "cell", nil, cell.score?.description, cell.status.rawValue,
                        cell.partial?.description, cell.coverage?.reduced.description,
                    ])
                for node in page.told.reported.criteria(of: cell.node) {
                    add(node, of: body.body, to: &table)
                }
            }
        }
        if let system = page.told.reported.apparatus?.system {
            for cell in page.dimension.cells {
                for node in page.told.reported.criteria(of: cell)
                where assessment.plan.nodes[node].criterion?.level != .body {
                    add(node, of: system, to: &table)
                }
            }
        }
        return table
    }

    private func add(_ node: Int, of body: Int, to table: inout DataTable) {
        let unit = page.context.unit(body)
        guard let column = page.context.assessment.columns[node] else { return }
        table.add(
            names(body, node) + [
                "criterion", column.value(at: unit)?.description,
                column.score(at: unit)?.description, column.states[unit].rawValue, nil, nil,
            ])
    }

    private func names(_ body: Int, _ node: Int) -> [String?] {
        let assessment = page.context.assessment
        let plan = assessment.plan
        var at: Int? = node
        while let here = at, !page.dimension.cells.contains(here) { at = plan.nodes[here].parent }
        let stage = at.flatMap(page.dimension.cells.firstIndex).map { page.told.rule.list[$0].id }
        return [
            assessment.evidence.bodies[body].id, plan.nodes[page.dimension.node].id, stage,
            plan.nodes[node].id,
        ]
    }
}
