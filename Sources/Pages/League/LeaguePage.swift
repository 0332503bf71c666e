internal import Explanation
internal import Locales
internal import Methodology
internal import Scoring

/// A further page of a league table.
enum LeaguePage {
    /// The page of a node's table, from 2.
    static func bytes(_ context: PageContext, _ order: LeagueOrder, page: Int) -> [UInt8] {
        let id = context.assessment.plan.nodes[order.node].id
        let address = Address.league(id, page: page)
        let table = LeagueTable(Setting(context, at: address), order, page: page)
        let name = context.wording.nodeName(order.node)
        let title = name.withoutLinks + ", " + context.phrases.page(number: page)
        return Frame(context, at: address, title: title).bytes { table.write(to: &$0) }
    }
}
