internal import Arithmetic
internal import Domain
internal import Evidence
internal import Methodology

/// Ranks of scores within a period, among all bodies or those of one kind or group.
enum Ranks {
    /// One for each node: the rank by unit, 0 where there is none; empty for nodes without ranks
    /// and for those that were not asked for.
    ///
    /// - Throws: ``ArithmeticError/overflow`` when a figure is rounded beyond its range.
    static func all(
        of plan: Plan, _ evidence: Evidence, _ columns: [NodeColumn?], _ isScored: [Bool],
        asked: [Int]?, threads: Int?
    ) throws(ArithmeticError) -> [[Int32]] {
        var ranks: [[Int32]] = plan.nodes.map { _ in [] }
        guard let ranking = plan.ranking else { return ranks }
        let groups = groups(of: evidence.bodies, ranking.within)
        let nodes = ranking.nodes.filter { columns[$0] != nil && asked?.contains($0) ?? true }
        let made = Parallel.map(nodes.count, chunk: 1, threads: threads) { range in
            Result { () throws(ArithmeticError) in
                guard let column = columns[nodes[range.lowerBound]] else { return [Int32]() }
                var ranks = [Int32](repeating: 0, count: evidence.unitCount)
                for period in evidence.periods.indices where isScored[period] {
                    let first = period * evidence.bodies.count
                    for members in groups {
                        let scored = members.filter { column.states[first + $0] == .score }
                        try rank(scored.map { first + $0 }, column, ranking, &ranks)
                    }
                }
                return ranks
            }
        }
        for (node, made) in zip(nodes, made) { ranks[node] = try made.get() }
        return ranks
    }

    /// The positions of the bodies that are ranked among each other.
    private static func groups(of bodies: [Body], _ within: Plan.Ranking.Within) -> [[Int]] {
        let names: [String]
        switch within {
        case .all: return [Array(bodies.indices)]
        case .kind: names = bodies.map(\.kind)
        case .group: names = bodies.map { $0.group ?? "" }
        }
        return Array(Dictionary(grouping: bodies.indices) { names[$0] }.values)
    }

    private static func rank(
        _ units: [Int], _ column: NodeColumn, _ ranking: Plan.Ranking, _ ranks: inout [Int32]
    ) throws(ArithmeticError) {
        var figures: [(unit: Int, figure: Fixed)] = []
        for unit in units {
            guard var figure = column.score(at: unit) else { continue }
            if let rounded = ranking.figures {
                figure = try figure.rounded(to: rounded.digits, rounded.mode)
            }
            figures.append((unit, figure))
        }
        // In which order those with the same figure stand does not show.
        switch ranking.best {
        case .highest: figures.sort { $0.figure > $1.figure }
        case .lowest: figures.sort { $0.figure < $1.figure }
        }
        var start = 0
        var distinct: Int32 = 0
        while start < figures.count {
            var end = start
            while end < figures.count, figures[end].figure == figures[start].figure { end += 1 }
            distinct += 1
            let rank: Int32 =
                switch ranking.ties {
                case .lowest: Int32(start + 1)
                case .highest: Int32(end)
                case .dense: distinct
                }
            for index in start..<end { ranks[figures[index].unit] = rank }
            start = end
        }
    }
}
