internal import Arithmetic
internal import Methodology

/// What a cell comes to when so many of its criteria are lifted to the pass mark.
///
/// Among the sets of a size, two can be the best: the criteria that bring most, or all decisive
/// ones below the edge with those of the others that bring most. Any other set either leaves a
/// decisive one where it is, and so is capped like the first, or holds all of them, and brings no
/// more than the second. So no set is left out, and not all have to be tried.
struct CellLifts {
    /// One way.
    struct Option {
        /// The positions of the criteria.
        let lifted: [Int]
        /// The cell's score with the caps.
        let score: Fixed
    }

    /// The best for none, for one, for two, and so on.
    let options: [Option]

    /// Of a cell with a score; one whose outcome was decided stays as it is.
    init(
        score: Fixed, _ criteria: CellCriteria, _ rule: Stages, rounding: Plan.Rounded?,
        isDecided: Bool
    ) {
        let lifting = Lifting(criteria, rule, rounding)
        let most = isDecided ? 0 : lifting.gains.count
        var options = [Option(lifted: [], score: score)]
        for count in 0..<most {
            options.append(lifting.best(count + 1) ?? options[count])
        }
        self.options = options
    }

    /// The criteria of the cell that can be lifted.
    private struct Lifting {
        let criteria: CellCriteria
        let rule: Stages
        let rounding: Plan.Rounded?
        /// Those that can be lifted, those that bring most first.
        let gains: [CellCriteria.Member]
        /// Decisive ones below the edge that cannot be lifted.
        let hasFixedFailure: Bool

        init(_ criteria: CellCriteria, _ rule: Stages, _ rounding: Plan.Rounded?) {
            self.criteria = criteria
            self.rule = rule
            self.rounding = rounding
            let pass = rule.established
            let below = criteria.members.filter { !$0.isFilled && $0.score < pass }
            gains = below.sorted {
                let (first, second) = (Self.gain($0, pass), Self.gain($1, pass))
                return first.isEqual(second) ? $0.node < $1.node : second.isLess(than: first)
            }
            let liftable = Set(below.map(\.node))
            // At the pass mark a decisive criterion could still be below the edge.
            let isCured = rule.decisive.map { !(Fraction(pass) < $0.edge) } ?? true
            hasFixedFailure = criteria.members.contains {
                $0.isFailed && !(isCured && liftable.contains($0.node))
            }
        }

        private static func gain(_ member: CellCriteria.Member, _ pass: Fixed) -> WideSum {
            var gain = WideSum()
            gain.add(pass, times: member.weight)
            gain.add(member.score, times: -member.weight)
            return gain
        }

        /// The best of so many.
        func best(_ count: Int) -> Option? {
            let first = option(Array(gains.prefix(count)))
            let failed = gains.filter(\.isFailed)
            guard failed.count <= count else { return first }
            let others = gains.lazy.filter { !$0.isFailed }.prefix(count - failed.count)
            let second = option(failed + others)
            guard let first, let second else { return first ?? second }
            return first.score < second.score ? second : first
        }

        private func option(_ lifted: [CellCriteria.Member]) -> Option? {
            guard criteria.weight > 0 else { return nil }
            var sum = WideSum()
            for member in criteria.members { sum.add(member.score, times: member.weight) }
            for member in lifted { sum.add(Self.gain(member, rule.established)) }
            guard var score = try? sum.divided(by: Int128(criteria.weight)) else { return nil }
            let nodes = Set(lifted.map(\.node))
            let isFailed =
                hasFixedFailure
                || criteria.members.contains { $0.isFailed && !nodes.contains($0.node) }
            if isFailed, let cap = rule.decisive?.score { score = min(score, cap) }
            if criteria.isGated, let cap = rule.gate?.cap.score { score = min(score, cap) }
            if let rounding {
                score = (try? score.rounded(to: rounding.digits, rounding.mode)) ?? score
            }
            return Option(lifted: lifted.map(\.node), score: score)
        }
    }
}

extension WideSum {
    func isEqual(_ other: WideSum) -> Bool { subtracting(other).isZero }

    func isLess(than other: WideSum) -> Bool { subtracting(other).sign < 0 }
}
