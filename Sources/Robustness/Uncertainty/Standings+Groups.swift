extension Standings {
    /// In so large a share of the runs the first of a group lies above the first of the next.
    private static let apart = 0.95

    /// Bodies that cannot be told apart: see ``NodeUncertainty/groups``; tallies by the order of the
    /// bodies.
    func groups(_ tallies: [BodyTally]) -> [[Int]] {
        orders.flatMap { order in
            var groups: [[Int]] = []
            var first = 0
            for (place, body) in order.enumerated() {
                if place == 0 || isApart(order[first], body, place - first - 1, tallies) {
                    groups.append([])
                    first = place
                }
                groups[groups.count - 1].append(body)
            }
            return groups
        }
    }

    /// Whether a body lies above another often enough.
    ///
    /// Those that are compared, directly. Others when 97.5 % of the ranks of the one are above
    /// 97.5 % of those of the other: then it does at least as often.
    private func isApart(
        _ first: Int, _ other: Int, _ distance: Int, _ tallies: [BodyTally]
    ) -> Bool {
        if distance < followers(of: first).count {
            return tallies[first].share(above: distance).map { $0 >= Self.apart } ?? false
        }
        let margin = (1 - Self.apart) / 2
        guard tallies[first].ranks.count > 0, tallies[other].ranks.count > 0 else { return false }
        let worst = tallies[first].ranks.quantile(1 - margin)
        let best = tallies[other].ranks.quantile(margin)
        return worst.value + worst.error < best.value - best.error
    }

    /// For each ranked body, in which share of the runs it lay above each of the 25 before and the
    /// 25 after it in rank; bodies by their position in the evidence.
    func shares(_ tallies: [BodyTally], _ evidence: [Int]) -> [Int: [Int: Double]] {
        var shares: [Int: [Int: Double]] = [:]
        for body in orders.joined() {
            for (index, follower) in followers(of: body).prefix(Self.kept).enumerated() {
                guard let share = tallies[body].share(above: index) else { continue }
                shares[evidence[body], default: [:]][evidence[follower]] = share
                shares[evidence[follower], default: [:]][evidence[body]] = 1 - share
            }
        }
        return shares
    }
}
