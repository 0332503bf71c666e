internal import Arithmetic

/// A group of a table while it is made: over positions in the catalogue.
struct GroupDraft: Sendable {
    /// Sorted positions.
    private(set) var measures: [Int]
    /// In the order of their members.
    private(set) var states: [Problem.State]
    /// The node that the group is about, or one of them.
    let node: Int

    init(_ cluster: Cluster, node: Int, states: [Problem.State], _ catalogue: Catalogue) {
        (measures, self.states, self.node) = (cluster.measures, states, node)
        for measure in cluster.measures { dropIdle(measure, catalogue) }
    }

    /// Leaves a measure out that changes nothing, unless others of the group are linked to it.
    private mutating func dropIdle(_ measure: Int, _ catalogue: Catalogue) {
        guard let index = measures.firstIndex(of: measure), !isLinked(measure, catalogue) else {
            return
        }
        let bit = UInt64(1) << UInt64(index)
        let without = states.filter { $0.members & bit == 0 }
        var others = without[...]
        for state in states where state.members & bit != 0 {
            let rest = state.members & ~bit
            while let first = others.first, first.members < rest { others = others.dropFirst() }
            guard let other = others.first, other.members == rest, state.isSame(as: other) else {
                // Sets without it can be out of step where it needs others.
                return
            }
        }
        measures.remove(at: index)
        states = without.map { $0.without(bit: index) }
    }

    private func isLinked(_ measure: Int, _ catalogue: Catalogue) -> Bool {
        let own = catalogue.measures[measure]
        return measures.contains { other in
            own.needs.contains(other) || own.excludes.contains(other)
                || catalogue.measures[other].needs.contains(measure)
        }
    }

    /// The group over other positions.
    func group(_ positions: [Int: Int]) -> Problem.Group {
        Problem.Group(measures: measures.compactMap { positions[$0] }, states: states)
    }
}

/// A block of a table while it is made.
struct BlockDraft: Sendable {
    /// What a row is about.
    enum Row: Hashable, Sendable {
        /// A value of ``Table``.
        case value
        /// The mean of so many cells of a stage; what those come to that nothing moves, as a raw
        /// value.
        case mean(stage: Int, count: Int, rest: Int128)
        /// How many cells of a stage are established, and how many of those that nothing moves.
        case established(stage: Int, rest: Int)
        /// The mean of so many criteria of the system.
        case system(stage: Int, count: Int, rest: Int128)
    }

    /// The body, by position; `nil` for the system.
    let body: Int?
    var weight: Int64 = 0
    var isRequired = true
    /// What is needed, and what of.
    var rows: [(needed: Int128, about: Row)] = []
    /// What cannot be helped.
    var faults: [Shortfall.Condition] = []
    var isImpossible = false
    var groups: [GroupDraft] = []

    /// Whether no measure changes anything of it.
    var isFixed: Bool { groups.isEmpty }
}

extension Problem.State {
    /// Whether it comes to the same.
    fileprivate func isSame(as other: Problem.State) -> Bool {
        value == other.value && isForbidden == other.isForbidden
            && contributions == other.contributions
    }

    /// Without the place of a measure that is not a member.
    fileprivate func without(bit: Int) -> Problem.State {
        let low = (UInt64(1) << UInt64(bit)) - 1
        return Problem.State(
            members: members & low | members >> 1 & ~low, contributions: contributions,
            value: value, isForbidden: isForbidden)
    }
}
