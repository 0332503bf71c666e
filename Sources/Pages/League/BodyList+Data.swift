internal import Domain
internal import Evidence
internal import Explanation
internal import JSON
internal import Scoring

/// The list of bodies as data: who they are, and where their pages are.
extension BodyList {
    /// The bodies that a page lists, from page 1.
    func table(onPage page: Int) -> DataTable {
        let links = context.links(from: .bodies(page: page))
        var table = DataTable([
            "body", "title", "kind", "group", "parent", "from", "to", "page",
        ])
        for position in bodies(onPage: page) {
            let body = context.assessment.evidence.bodies[position]
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
