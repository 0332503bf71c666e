/// A set of measures that meets the conditions, and what it comes to.
struct Candidate {
    /// Sorted positions.
    let chosen: [Int]
    let outcome: Problem.Outcome
    let reached: Int128

    /// What to compare by, least first: what is reached, cost, count, then the list.
    func isBetter(than other: Candidate) -> Bool {
        if reached != other.reached { return reached > other.reached }
        if outcome.cost != other.outcome.cost { return outcome.cost < other.outcome.cost }
        if chosen.count != other.chosen.count { return chosen.count < other.chosen.count }
        return chosen.lexicographicallyPrecedes(other.chosen)
    }
}
