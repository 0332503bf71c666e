internal import Methodology

/// How far targets are achieved, in doubles.
struct Achievement: Sendable {
    /// By body; NaN where they are blank.
    let targets: [Double]
    /// As many; 0 where nothing else is said.
    let baselines: [Double]
    /// What a node has where an edge is blank.
    let blank: [Mark]
    /// The scores that a formula gives; empty without one.
    let credits: [Double]
    let isLowerBetter: Bool
    let hasBaseline: Bool
    let full: Double
    let least: Double
    let floor: Double
    let cap: Double
    let zeroTarget: Trap?
    let zeroActual: Trap?
    let flatTarget: Trap?

    /// What comes out where no part of a way can be told.
    enum Trap: Sendable {
        case score(Double)
        case allOrNothing
        case noScore(Mark)
    }

    func apply(to column: inout Column) {
        for body in column.scores.indices where column.marks[body] == .score {
            let value = column.scores[body]
            if targets[body].isNaN || baselines[body].isNaN {
                (column.scores[body], column.marks[body]) = (.nan, blank[body])
                continue
            }
            switch trap(targets[body], baselines[body], value) {
            case .score(let score): column.scores[body] = score
            case .allOrNothing:
                let isAchieved = isLowerBetter ? value <= targets[body] : value >= targets[body]
                column.scores[body] = isAchieved ? full : least
            case .noScore(let mark): (column.scores[body], column.marks[body]) = (.nan, mark)
            case nil:
                let score = credits.isEmpty ? credit(body, value) : credits[body]
                column.scores[body] = min(max(score, floor), cap)
                if score.isNaN { (column.scores[body], column.marks[body]) = (.nan, .missing) }
            }
        }
        column.settle()
    }

    private func credit(_ body: Int, _ value: Double) -> Double {
        let (made, whole) = (value - baselines[body], targets[body] - baselines[body])
        let part = isLowerBetter && !hasBaseline ? whole / made : made / whole
        return least + (full - least) * part
    }

    private func trap(_ target: Double, _ baseline: Double, _ value: Double) -> Trap? {
        guard !hasBaseline else {
            let isFlat = isLowerBetter ? target >= baseline : target <= baseline
            return isFlat ? flatTarget : nil
        }
        if target == 0, let zeroTarget { return zeroTarget }
        if value == 0, let zeroActual { return zeroActual }
        return nil
    }
}
