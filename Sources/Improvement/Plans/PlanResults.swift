internal import Arithmetic
internal import Domain
internal import Evidence
internal import Explanation
internal import Methodology
internal import Scoring

/// What leaves of a plan bring to the nodes above them.
struct PlanResults {
    typealias Points = ImprovementPlan.Points
    typealias Share = ImprovementPlan.Share

    let reading: PlanReading
    /// By body, then in the order of the plan.
    let leaves: [ImprovementPlan.Leaf]

    private var then: Assessment { reading.then }
    private var plan: Plan { reading.then.plan }

    /// The results of all bodies that the plan acts on.
    func results() throws(ArithmeticError) -> [ImprovementPlan.Result] {
        let nodes = told()
        var results: [ImprovementPlan.Result] = []
        for body in reading.bodies {
            let own = leaves.filter { $0.body == body }
            for node in nodes {
                let beneath = own.filter { isBeneath($0.node, node) }
                guard !beneath.isEmpty else { continue }
                results.append(try result(node, of: body, beneath))
            }
        }
        return results
    }

    /// The nodes that are told of: cells and ranked nodes; where there is neither, those on top
    /// that have scores.
    private func told() -> [Int] {
        let cells = plan.stages?.dimensions.flatMap(\.cells) ?? []
        let chosen = Set(cells + (plan.ranking?.nodes ?? []))
        let nodes = chosen.isEmpty ? tops(plan.roots) : chosen.sorted()
        return nodes.filter { then.columns[$0] != nil && !plan.nodes[$0].children.isEmpty }
    }

    private func tops(_ nodes: [Int]) -> [Int] {
        nodes.flatMap { plan.nodes[$0].isHeading ? tops(plan.nodes[$0].children) : [$0] }
    }

    private func isBeneath(_ leaf: Int, _ node: Int) -> Bool {
        var position = plan.nodes[leaf].parent
        while let above = position {
            if above == node { return true }
            position = plan.nodes[above].parent
        }
        return false
    }

    // MARK: One of them

    private func result(
        _ node: Int, of body: Int, _ leaves: [ImprovementPlan.Leaf]
    ) throws(ArithmeticError) -> ImprovementPlan.Result {
        let unit = then.unit(body: body, period: reading.since)
        let now = reading.later.score(node, of: body)
        let whole = change(of: node, at: unit, in: reading.whole.after)
        let due = change(of: node, at: unit, in: reading.due.after)
        var gained: ScoreChange?
        if let assessment = reading.later.sameEdition,
            let unit = reading.later.unit(of: body).figure
        {
            gained = change(of: node, at: unit, in: assessment)
        }
        var tally = Tally(count: reading.items.rows.count)
        let isTold = whole.move != nil && due.move != nil
        if isTold {
            for leaf in leaves {
                try tally.add(
                    leaf, expected: whole.points(of: leaf.node), due: due.points(of: leaf.node),
                    gained: gained?.move == nil ? nil : gained?.points(of: leaf.node))
            }
        }
        let move = gained?.move.map { BigFraction($0) }
        return ImprovementPlan.Result(
            body: body, node: node, before: then.columns[node]?.score(at: unit),
            expected: whole.new.score, due: due.new.score, now: now,
            points: isTold ? tally.points : nil, shares: isTold ? tally.shares : [],
            beside: try isTold
                ? move.map { (move) throws(ArithmeticError) in
                    try move.subtracting(tally.points.gained ?? .nothing)
                } : nil)
    }

    private func change(of node: Int, at unit: Int, in assessment: Assessment) -> ScoreChange {
        ScoreChange(
            of: node, at: unit, in: assessment, from: EarlierResults(.assessed(then)),
            then.evidence.periods[reading.since])
    }
}

/// Sums of what leaves bring to a node, and what each measure has in it.
private struct Tally {
    private var expected = BigFraction.nothing
    private var due = BigFraction.nothing
    private var gained: BigFraction?
    private var unknown = 0
    private var rows: [PointsSum?]

    init(count: Int) { rows = Array(repeating: nil, count: count) }

    /// Adds a leaf with the points that it brings.
    mutating func add(
        _ leaf: ImprovementPlan.Leaf, expected: BigFraction, due: BigFraction,
        gained: BigFraction?
    ) throws(ArithmeticError) {
        guard let points = leaf.points else { return }
        let known = leaf.now.figure == nil ? nil : gained
        self.expected = try self.expected.adding(expected)
        self.due = try self.due.adding(due)
        if let known { self.gained = try (self.gained ?? .nothing).adding(known) }
        if known == nil { unknown += 1 }
        for share in leaf.shares {
            var own: BigFraction?
            if let credit = share.points.gained {
                own = try Self.part(credit, of: points.gained, known ?? .nothing)
                if known == nil, credit.sign != 0 { own = nil }
            }
            var sum = rows[share.item] ?? PointsSum()
            try sum.add(
                ImprovementPlan.Points(
                    expected: try Self.part(share.points.expected, of: points.expected, expected),
                    due: try Self.part(share.points.due, of: points.due, due), gained: own,
                    unknown: own == nil ? 1 : 0))
            rows[share.item] = sum
        }
    }

    /// What a share of a leaf's points is in the points that the leaf brings.
    private static func part(
        _ share: BigFraction, of total: BigFraction?, _ brought: BigFraction
    ) throws(ArithmeticError) -> BigFraction {
        guard let total, total.sign != 0, share.sign != 0 else { return .nothing }
        return try share.multiplied(by: brought).divided(by: total)
    }

    var points: ImprovementPlan.Points {
        ImprovementPlan.Points(expected: expected, due: due, gained: gained, unknown: unknown)
    }

    var shares: [ImprovementPlan.Share] {
        rows.enumerated().compactMap { item, sum in
            sum.map { ImprovementPlan.Share(item: item, points: $0.points) }
        }
    }
}

extension ScoreChange {
    /// What a leaf brings to the move.
    fileprivate func points(of leaf: Int) -> BigFraction {
        parts.first { $0.cause == .node(leaf) }.map { BigFraction($0.points) } ?? .nothing
    }
}
