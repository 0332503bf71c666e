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

    /// The nodes by which bodies are compared with each other: what stands beneath the only league
    /// node, or the league nodes where there are several.
    func blocks(_ leagueNodes: [Int]) -> [Int] {
        var blocks = leagueNodes
        if let only = leagueNodes.first, leagueNodes.count == 1 {
            let beneath = plan.nodes[only].children.flatMap(plan.onTop).filter {
                columns[$0] != nil
            }
            if !beneath.isEmpty { blocks = beneath }
        }
        return blocks
    }
}

extension Plan {
    /// The root of the tree that a node belongs to.
    func root(of node: Int) -> Int {
        var root = node
        while let parent = nodes[root].parent { root = parent }
        return root
    }

    /// The place among some nodes of the one that all others stand beneath; `nil` where there is
    /// none.
    func total(of nodes: [Int]) -> Int? {
        nodes.firstIndex { top in nodes.allSatisfy { isBeneath($0, top) } }
    }

    /// Whether a node is another or stands beneath it.
    private func isBeneath(_ node: Int, _ other: Int) -> Bool {
        var at: Int? = node
        while let here = at, here != other { at = nodes[here].parent }
        return at != nil
    }

    /// The node itself, or where it is a heading the topmost nodes beneath it that have a score.
    func onTop(of node: Int) -> [Int] {
        nodes[node].isHeading ? nodes[node].children.flatMap(onTop) : [node]
    }
}
