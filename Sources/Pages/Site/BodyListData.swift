internal import Domain
internal import Evidence
internal import Explanation
internal import JSON
internal import Locales
internal import Scoring

/// The list of bodies as data: who they are, and where their pages are.
struct BodyListData: Sendable {
    private let context: PageContext
    /// Positions of the bodies in alphabetical order.
    private let order: [Int]

    /// Sorts the bodies once for all pages.
    init(_ context: PageContext) {
        self.context = context
        let bodies = context.assessment.evidence.bodies.indices
        order = context.locale.sorted(Array(bodies)) { context.wording.body($0) }
    }

    /// How many pages list them; one where there is nobody.
    var pageCount: Int { max(1, (order.count + LeagueOrder.perPage - 1) / LeagueOrder.perPage) }

    /// The bodies that a page lists, from page 1.
    func table(onPage page: Int) -> DataTable {
        let bodies = context.assessment.evidence.bodies
        let links = context.links(from: .bodies(page: page))
        var table = DataTable([
            "body", "title", "kind", "group", "parent", "from", "to", "page",
        ])
        let start = min(order.count, (page - 1) * LeagueOrder.perPage)
        for position in order[start..<min(order.count, start + LeagueOrder.perPage)] {
            let body = bodies[position]
            table.add([
                body.id, context.wording.body(position), body.kind, body.group, body.parent,
                body.from?.description, body.to?.description,
                context.report.hasPage(position) ? links.to(.body(body.id)) : nil,
            ])
        }
        return table
    }

    /// The same as one object.
    func json(onPage page: Int) -> [UInt8] {
        JSON.object([JSON.Member("bodies", table(onPage: page).list)]).file
    }
}
