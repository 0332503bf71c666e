extension Standings {
    /// In so large a share of the runs somebody of a group lies above the first of the next.
    private static let apart = 0.95

    /// Bodies that cannot be told apart: see ``NodeUncertainty/groups``; tallies by the order of the
    /// bodies.
    func groups(_ tallies: [BodyTally]) -> [[Int]] {
        orders.flatMap { order in
            var groups: [[Int]] = []
            var first = 0
            // Of those of the group that are too far up to be compared, the least of the worst ranks.
            var worst = Double.infinity
            for (place, body) in order.enumerated() {
                let near = max(first, place - reach(in: order))
                if near > first { worst = min(worst, Self.worst(tallies[order[near - 1]])) }
                let isApart =
                    worst < Self.best(tallies[body])
                    || (near..<place).contains {
                        let share = tallies[order[$0]].share(above: place - $0 - 1)
                        return share.map { $0 >= Self.apart } ?? false
                    }
                if place == 0 || isApart {
                    groups.append([])
                    (first, worst) = (place, .infinity)
                }
                groups[groups.count - 1].append(body)
            }
            return groups
        }
    }

    /// What 97.5 % of a body's ranks are better than; infinite without a rank.
    private static func worst(_ tally: BodyTally) -> Double {
        guard tally.ranks.count > 0 else { return .infinity }
        let quantile = tally.ranks.quantile(1 - (1 - apart) / 2)
        return quantile.value + quantile.error
    }

    /// What 97.5 % of a body's ranks are worse than; infinite upwards without a rank.
    private static func best(_ tally: BodyTally) -> Double {
        guard tally.ranks.count > 0 else { return -.infinity }
        let quantile = tally.ranks.quantile((1 - apart) / 2)
        return quantile.value - quantile.error
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
