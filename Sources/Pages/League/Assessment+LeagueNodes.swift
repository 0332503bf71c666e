internal import Methodology
internal import Scoring

extension Assessment {
    /// The nodes by which bodies are told apart: of each scorecard those that are ranked, or, where
    /// none is, those on top that have a score.
    var leagueNodes: [Int] {
        plan.roots.flatMap { root in
            let ranked = plan.ranking?.nodes.filter { plan.root(of: $0) == root } ?? []
            return ranked.isEmpty ? plan.onTop(of: root) : ranked
        }.filter { columns[$0] != nil }
    }
}

extension Plan {
    /// The root of the tree that a node belongs to.
    func root(of node: Int) -> Int {
        var root = node
        while let parent = nodes[root].parent { root = parent }
        return root
    }

    /// The node itself, or where it is a heading the topmost nodes beneath it that have a score.
    func onTop(of node: Int) -> [Int] {
        nodes[node].isHeading ? nodes[node].children.flatMap(onTop) : [node]
    }
}
