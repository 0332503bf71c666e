internal import Arithmetic
internal import Domain

/// Sums of a plan by measure and by who answers for them.
struct PlanSums {
    let rows: [PlannedItems.Row]
    let leaves: [ImprovementPlan.Leaf]
    let results: [ImprovementPlan.Result]

    func items() throws(ArithmeticError) -> [ImprovementPlan.Item] {
        var sums = rows.map { _ in PointsSum() }
        var acted = rows.map { _ in [Int]() }
        for (position, leaf) in leaves.enumerated() {
            for share in leaf.shares {
                try sums[share.item].add(share.points)
                acted[share.item].append(position)
            }
        }
        return rows.indices.map { row in
            ImprovementPlan.Item(
                planned: rows[row].planned, measure: rows[row].measure, owner: rows[row].owner,
                due: rows[row].due, standing: rows[row].standing, points: sums[row].points,
                leaves: acted[row])
        }
    }

    func owners(
        of items: [ImprovementPlan.Item]
    ) throws(ArithmeticError) -> [ImprovementPlan.Owner] {
        let names = Set(items.compactMap(\.owner)).sorted()
        let unnamed = items.contains { $0.owner == nil } ? [String?.none] : []
        var owners: [ImprovementPlan.Owner] = []
        for name in names.map(Optional.some) + unnamed {
            let own = items.indices.filter { items[$0].owner == name }
            var sum = PointsSum()
            for item in own { try sum.add(items[item].points) }
            owners.append(
                ImprovementPlan.Owner(
                    owner: name, items: own, cost: try Self.cost(own.map { items[$0] }),
                    points: sum.points, results: try results(of: Set(own))))
        }
        return owners
    }

    /// What measures cost that could be taken.
    static func cost(_ items: [ImprovementPlan.Item]) throws(ArithmeticError) -> Fixed {
        var cost = Fixed.zero
        for item in items {
            if case .impossible = item.standing { continue }
            cost = try cost.adding(item.measure.cost)
        }
        return cost
    }

    private func results(
        of items: Set<Int>
    ) throws(ArithmeticError) -> [(node: Int, points: ImprovementPlan.Points)] {
        var sums: [Int: PointsSum] = [:]
        for result in results {
            for share in result.shares where items.contains(share.item) {
                try sums[result.node, default: PointsSum()].add(share.points)
            }
        }
        return sums.sorted { $0.key < $1.key }.map { ($0.key, $0.value.points) }
    }
}
