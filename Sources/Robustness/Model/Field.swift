internal import Arithmetic
internal import Domain
internal import Evidence
internal import Methodology
internal import Scoring

/// Those that are ranked among each other at a node, and where its bands begin.
package struct Field: Sendable {
    /// The position of the node.
    package let node: Int
    /// For each group, its bodies that have an official rank, as positions in ``Model/bodies``.
    package let groups: [[Int]]
    /// The official ranks by the order of ``Model/bodies``; 0 where there is none.
    package let official: [Int32]
    /// How many bands there are; 0 where the node has none.
    package let bandCount: Int
    /// The official bands by the order of ``Model/bodies``; -1 where there is none.
    package let officialBands: [Int]

    private let isHighestBest: Bool
    private let ties: Plan.Ranking.Ties
    private let rounding: SnappedRounding?
    /// The least score of each band, lowest first, and the least above it.
    private let edges: [(from: Double, below: Double)]
    private let bandRounding: SnappedRounding?

    /// The part of a range of scores within which they count as tied.
    private static let tie = 1e-9

    init(_ node: Int, _ assessment: Assessment, _ compiler: Compiler) {
        let plan = assessment.plan
        self.node = node
        let official = compiler.units.map { Int32(assessment.rank(of: node, at: $0) ?? 0) }
        self.official = official
        let bodies = compiler.bodies.map { assessment.evidence.bodies[$0] }
        groups = Self.groups(bodies, plan.ranking?.within ?? .all).map { group in
            group.filter { official[$0] > 0 }
        }.filter { !$0.isEmpty }
        isHighestBest = plan.ranking?.best != .lowest
        ties = plan.ranking?.ties ?? .lowest
        rounding = plan.ranking?.figures.map { SnappedRounding($0) }
        let bands = plan.bands.flatMap { $0.nodes.contains(node) ? $0 : nil }
        bandCount = bands?.list.count ?? 0
        edges =
            bands?.list.map {
                ($0.from.map { Double($0) } ?? -.infinity, $0.below.map { Double($0) } ?? .infinity)
            } ?? []
        bandRounding = bands?.figures.map { SnappedRounding($0) }
        officialBands = compiler.units.map { unit in
            guard let bands, let score = assessment.columns[node]?.score(at: unit) else {
                return -1
            }
            // Rounding leaves the numbers' range only at 10^20, which no score reaches.
            return (try? bands.position(of: score)).flatMap { $0 } ?? -1
        }
    }

    private static func groups(_ bodies: [Body], _ within: Plan.Ranking.Within) -> [[Int]] {
        let names: [String]
        switch within {
        case .all: return [Array(bodies.indices)]
        case .kind: names = bodies.map(\.kind)
        case .group: names = bodies.map { $0.group ?? "" }
        }
        let groups = Dictionary(grouping: bodies.indices) { names[$0] }
        return groups.keys.sorted().compactMap { groups[$0] }
    }

    /// Ranks scores as the edition does; those within 10⁻⁹ of the range of a group count as tied.
    ///
    /// - Parameters:
    ///   - scores: By the order of ``Model/bodies``; NaN for none.
    ///   - ranks: Of the same length; receives 0 for bodies without a score or an official rank.
    ///   - order: Memory for the work, of the same length; any content.
    package func rank(_ scores: [Double], into ranks: inout [Int32], _ order: inout [Int]) {
        for body in ranks.indices { ranks[body] = 0 }
        for group in groups {
            var count = 0
            for body in group where !scores[body].isNaN {
                order[count] = body
                count += 1
            }
            guard count > 0 else { continue }
            Sorting.sort(&order, count: count, by: scores)
            place(count, scores, into: &ranks, order)
        }
    }

    /// Ranks from the worst up; those are tied who are as near to the best of them.
    private func place(
        _ count: Int, _ scores: [Double], into ranks: inout [Int32], _ order: [Int]
    ) {
        func body(_ place: Int) -> Int { isHighestBest ? order[count - 1 - place] : order[place] }
        func figure(_ place: Int) -> Double {
            rounding.map { $0(scores[body(place)]) } ?? scores[body(place)]
        }
        let range = scores[order[count - 1]] - scores[order[0]]
        let near = rounding == nil ? range * Self.tie : 0
        var start = 0
        var distinct: Int32 = 0
        while start < count {
            let first = figure(start)
            var end = start + 1
            while end < count, (figure(end) - first).magnitude <= near { end += 1 }
            distinct += 1
            let rank: Int32 =
                switch ties {
                case .lowest: Int32(start + 1)
                case .highest: Int32(end)
                case .dense: distinct
                }
            for place in start..<end { ranks[body(place)] = rank }
            start = end
        }
    }

    /// The position of the band a score falls into; `nil` for NaN, and where there are no bands.
    package func band(of score: Double) -> Int? {
        guard !edges.isEmpty, !score.isNaN else { return nil }
        var figure = score
        if let bandRounding { figure = bandRounding(score) }
        // What a double lacks to an edge for its rounding alone does not keep it below.
        let reached = figure + max(figure.magnitude, 1) * Rule.snap
        guard let band = edges.lastIndex(where: { $0.from <= reached }),
            reached < edges[band].below
        else { return nil }
        return band
    }
}
