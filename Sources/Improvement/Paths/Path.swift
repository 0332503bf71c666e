public import Arithmetic
public import Domain

/// A set of measures that gets where it is asked to, or as far as the budget allows.
public struct Path: Sendable {
    /// How sure it is that nothing better exists.
    public enum Proof: Hashable, Sendable {
        /// Nothing cheaper does, or nothing better can be had for the budget.
        case optimal
        /// It does what is promised, but something better may exist: the least cost, or the most that
        /// could be reached, that is not ruled out; and why.
        ///
        /// Nothing is ruled out where not all sets, or not all that they move, could be looked at;
        /// then there is no bound.
        case notProven(bound: Fixed?, Doubt)
    }

    /// Why it is not proven optimal.
    public enum Doubt: Hashable, Sendable {
        /// A limit of the search was reached.
        case limit
        /// Too many measures act on one node, by its position, to look at all sets of them.
        case manyMeasures(Int)
        /// Scores depend on other bodies, which were held as they are while solving.
        case population
        /// With some of the sets this node, by its position, comes to a number that cannot be, so
        /// that they were passed over.
        case outOfRange(Int)
    }

    /// What was asked for.
    public let goal: Goal
    /// Sorted positions in ``Catalogue/measures``.
    public let chosen: [Int]
    /// Of all of them.
    public let cost: Fixed
    /// How sure it is.
    public let proof: Proof
    /// What applying them comes to, by a full run.
    public let after: WhatIf
    /// What the goal's figure is before: a score, the mean of the cells of the stage, or the share of
    /// staff in bodies that attained it, 0…1; `nil` where there is none.
    public let from: Fraction?
    /// The same after.
    public let to: Fraction?

    package init(
        goal: Goal, chosen: [Int], cost: Fixed, proof: Proof, after: WhatIf, from: Fraction?,
        to: Fraction?
    ) {
        self.goal = goal
        self.chosen = chosen
        self.cost = cost
        self.proof = proof
        self.after = after
        self.from = from
        self.to = to
    }
}

/// What is asked of the measures.
public enum PathResult: Sendable {
    /// Nothing has to be done: it is so already.
    case already(from: Fraction?)
    case path(Path)
    case impossible(Shortfall)
}

/// What cannot be met, in the order in which it is looked at.
public struct Shortfall: Sendable {
    /// A condition that even everything that is allowed does not meet.
    public enum Condition: Hashable, Sendable {
        /// A score is at most this and has to be that.
        case score(node: Int, atMost: Fixed, needed: Fixed)
        /// A cell is at most this and needs that.
        case cell(node: Int, atMost: Fixed, needed: Fixed)
        /// A decisive criterion is at most this and needs that.
        case decisive(node: Int, atMost: Fixed, needed: Fixed)
        /// So many cells of a stage can be established, of so many that are needed.
        case established(stage: Int, atMost: Int, needed: Int)
        /// The mean of the cells of a stage is at most this.
        case mean(stage: Int, atMost: Fraction, needed: Fixed)
        /// Too few dimensions of a stage are assessed; measures do not change that.
        case notAssessed(stage: Int)
        /// So much of the staff, 0…1, works in bodies that are able to attain the stage; the bodies
        /// that are not, by position.
        case staff(stage: Int, atMost: Fraction, needed: Fraction, missing: [Int])
        /// The mean of the system's criteria of a stage is at most this.
        case system(stage: Int, atMost: Fraction, needed: Fixed)
    }

    /// Measures that cannot be chosen because of the day or of what they need.
    public let leftOut: [(id: String, reason: Catalogue.Reason)]
    /// Conditions that fail alone, with everything allowed; empty where only their sum does.
    public let alone: [Condition]
    /// Where no condition fails alone: the nearest that can be had, as what then lacks.
    public let closest: [Condition]
    /// What it costs without a budget; `nil` where it cannot be had at all.
    public let costWithoutBudget: Fixed?
    /// The first day by which it can be had, where a day was asked for; `nil` where none does.
    public let firstDay: Day?
    /// Whether it is certain; otherwise a limit was reached before a way was found, measures were
    /// left out since there are too many, or other bodies' scores were held as they are.
    public let isProven: Bool

    package init(
        leftOut: [(id: String, reason: Catalogue.Reason)], alone: [Condition], closest: [Condition],
        costWithoutBudget: Fixed?, firstDay: Day?, isProven: Bool = true
    ) {
        self.leftOut = leftOut
        self.alone = alone
        self.closest = closest
        self.costWithoutBudget = costWithoutBudget
        self.firstDay = firstDay
        self.isProven = isProven
    }
}

/// The curve of cost against what can be had for it.
public struct Frontier: Sendable {
    /// A set of measures that no other reaches more with for its cost.
    public struct Point: Sendable {
        /// Sorted positions in ``Catalogue/measures``.
        public let chosen: [Int]
        /// Of all of them.
        public let cost: Fixed
        /// A score, a mean of cells, or a share of staff 0…1, as in ``Path/to``.
        public let reached: Fraction
        /// The band of the score, the count of stages attained, or `nil`.
        public let step: Int?
        /// Whether it is certain that nothing cheaper reaches it, and nothing for the cost more.
        public let isProven: Bool

        package init(chosen: [Int], cost: Fixed, reached: Fraction, step: Int?, isProven: Bool) {
            self.chosen = chosen
            self.cost = cost
            self.reached = reached
            self.step = step
            self.isProven = isProven
        }
    }

    /// From nothing spent on; each costs more than the one before and reaches more.
    public let points: [Point]
    /// Whether there are points between those that are told of.
    public let isSampled: Bool

    package init(points: [Point], isSampled: Bool) {
        self.points = points
        self.isSampled = isSampled
    }
}

/// A measure that could be added to a path.
public struct NextMeasure: Sendable {
    /// Its position, and those of measures that it needs besides.
    public let measures: [Int]
    /// Of all of them.
    public let cost: Fixed
    /// What the goal's figure gains.
    public let gain: Fraction

    package init(measures: [Int], cost: Fixed, gain: Fraction) {
        self.measures = measures
        self.cost = cost
        self.gain = gain
    }
}

/// How much a measure may change before the path does.
public struct Margin: Sendable {
    /// Its position.
    public let measure: Int
    /// Whether the path takes it.
    public let isChosen: Bool
    /// What a chosen one may cost, with the path still the cheapest; what another has to cost less
    /// than to be taken.
    ///
    /// `nil` where no cost changes the path.
    public let cost: Fixed?
    /// Of a chosen one: the least part of its effect, 0…1 in steps of a hundredth, with which the
    /// path still gets there; `nil` for others.
    public let effect: Fraction?

    package init(measure: Int, isChosen: Bool, cost: Fixed?, effect: Fraction?) {
        self.measure = measure
        self.isChosen = isChosen
        self.cost = cost
        self.effect = effect
    }
}
