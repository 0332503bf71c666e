internal import Arithmetic
internal import Domain
internal import Evidence
internal import Methodology

/// Ranks of scores within a period, among all bodies or those of one kind or group.
enum Ranks {
    /// One for each node: the rank by unit, 0 where there is none; empty for nodes without ranks.
    ///
    /// - Throws: ``ArithmeticError/overflow`` when a figure is rounded beyond its range.
    static func all(
        of plan: Plan, _ evidence: Evidence, _ columns: [NodeColumn?], _ isScored: [Bool]
    ) throws(ArithmeticError) -> [[Int32]] {
        var ranks: [[Int32]] = plan.nodes.map { _ in [] }
        guard let ranking = plan.ranking else { return ranks }
        for node in ranking.nodes {
            guard let column = columns[node] else { continue }
            ranks[node] = [Int32](repeating: 0, count: evidence.unitCount)
            for period in evidence.periods.indices where isScored[period] {
                let first = period * evidence.bodies.count
                let groups = Dictionary(
                    grouping: evidence.bodies.indices.filter {
                        column.states[first + $0] == .score
                    }
                ) { group(of: evidence.bodies[$0], ranking.within) }
                for members in groups.values {
                    try rank(members.map { first + $0 }, column, ranking, &ranks[node])
                }
            }
        }
        return ranks
    }

    private static func group(of body: Body, _ within: Plan.Ranking.Within) -> String {
        switch within {
        case .all: ""
        case .kind: body.kind
        case .group: body.group ?? ""
        }
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
        figures.sort {
            if $0.figure == $1.figure { return $0.unit < $1.unit }
            return ranking.best == .highest ? $0.figure > $1.figure : $0.figure < $1.figure
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
