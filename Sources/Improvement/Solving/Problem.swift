/// What is to be solved: measures with costs, and tables of what they achieve.
///
/// Whole numbers alone.
///
/// Blocks are what has conditions of its own: a body, or the system's criteria. A block's groups are
/// what measures change in it independently of one another, each with a table of its states; the
/// contributions of the states that hold are summed over the groups and compared row by row.
package struct Problem: Sendable {
    /// One measure; its position is its rank in ties.
    package struct Measure: Sendable {
        /// 0 or more, in the smallest unit of the currency.
        package let cost: Int64
        /// Measures without which it cannot be taken, closed and sorted.
        package let needs: [Int]

        package init(cost: Int64, needs: [Int]) {
            self.cost = cost
            self.needs = needs
        }
    }

    /// What one set of a group's measures achieves.
    package struct State: Sendable {
        /// Bit i is set where the group's measure i is taken.
        package let members: UInt64
        /// One for each row of the block, in the units of the row.
        package let contributions: [Int128]
        /// What it adds to the value that ``Aim/greatestValue`` means; 0 otherwise.
        package let value: Int128
        /// Whether the block does not hold in this state, as with a cell below its least.
        package let isForbidden: Bool

        package init(
            members: UInt64, contributions: [Int128], value: Int128 = 0, isForbidden: Bool = false
        ) {
            self.members = members
            self.contributions = contributions
            self.value = value
            self.isForbidden = isForbidden
        }
    }

    /// What some measures change together and nothing else changes.
    package struct Group: Sendable {
        /// Sorted positions; at most 24.
        package let measures: [Int]
        /// One for each set that respects needs and exclusions within the group, in the order of
        /// ``State/members``; the first is the empty set.
        package let states: [State]

        package init(measures: [Int], states: [State]) {
            self.measures = measures
            self.states = states
        }
    }

    /// Conditions that hold together.
    package struct Block: Sendable {
        /// What it counts for among the blocks that hold, as staff; 0 or more.
        package let weight: Int64
        /// Whether it must hold whatever else does.
        package let isRequired: Bool
        /// What the contributions of each row must come to at least; what no measure changes is
        /// taken off before.
        package let rows: [Int128]
        /// Whether it cannot hold whatever is chosen, because of what no measure changes.
        package let isImpossible: Bool
        /// In the order of the plan.
        package let groups: [Group]

        package init(
            weight: Int64, isRequired: Bool, rows: [Int128], isImpossible: Bool = false,
            groups: [Group]
        ) {
            self.weight = weight
            self.isRequired = isRequired
            self.rows = rows
            self.isImpossible = isImpossible
            self.groups = groups
        }
    }

    /// What is wanted.
    package enum Aim: Hashable, Sendable {
        /// The least cost with which all required blocks hold, and others of this weight at least.
        case leastCost(weight: Int64)
        /// The greatest sum of the values of all groups' states within the budget; conditions of
        /// required blocks hold.
        case greatestValue
        /// The greatest weight of the blocks that hold, within the budget; required ones hold.
        case greatestWeight
    }

    /// In order of rank.
    package let measures: [Measure]
    /// Groups of measures of which at most one can be taken; each sorted.
    package let exclusions: [[Int]]
    /// Bodies in their order, then the system.
    package let blocks: [Block]
    package let aim: Aim
    /// In the smallest unit of the currency; `nil` for none.
    package let budget: Int64?

    package init(
        measures: [Measure], exclusions: [[Int]], blocks: [Block], aim: Aim, budget: Int64?
    ) {
        self.measures = measures
        self.exclusions = exclusions
        self.blocks = blocks
        self.aim = aim
        self.budget = budget
    }
}

/// A set of measures that solves a problem.
package struct Solution: Hashable, Sendable {
    /// Sorted positions.
    ///
    /// Among sets that are equally good the one with the least cost, then with the
    /// fewest measures, then the one whose sorted list comes first.
    package let chosen: [Int]
    /// Their cost.
    package let cost: Int64
    /// The value or weight that is reached; 0 where the aim is the least cost.
    package let reached: Int128
    /// Whether nothing better exists.
    package let isOptimal: Bool
    /// What no set is better than: the least cost, or the greatest value or weight, that is not
    /// ruled out; equal to the set's own where it is optimal.
    package let bound: Int128

    package init(
        chosen: [Int], cost: Int64, reached: Int128 = 0, isOptimal: Bool, bound: Int128
    ) {
        self.chosen = chosen
        self.cost = cost
        self.reached = reached
        self.isOptimal = isOptimal
        self.bound = bound
    }
}

/// What came of a problem.
package enum Solved: Hashable, Sendable {
    case solution(Solution)
    /// No set does.
    case infeasible
    /// The limit was reached before anything was found; the bound on the least cost, or 0.
    case unknown(bound: Int128)
}

/// How far a solver goes.
package struct SolvingLimits: Hashable, Sendable {
    /// Of branch and bound, per solve; a limit that repeats, unlike seconds.
    package var nodes = 20_000
    /// All sets are looked at of so many measures at most.
    package var enumerated = 16
    /// Bounds that the own search computes for the aim, and again for the cheapest way to the most;
    /// some 25 µs each for 500 bodies.
    package var searches = 2_000_000

    package init() {}

    /// Those of what is told beside a path, which takes a hundred solves.
    var beside: SolvingLimits {
        var limits = self
        limits.searches /= 10
        return limits
    }
}
