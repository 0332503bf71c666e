extension Reduction {
    /// Which measures have to be in, and which may be.
    struct Choice {
        /// Sorted, with all that they need.
        let forced: [Int]
        /// Sorted; with all that they need, beside forced ones.
        private(set) var open: [Int]
        private(set) var isOpen: [Bool]
        private(set) var isForced: [Bool]

        /// Leaves out what is forced out, what costs more than the budget, what the forced ones
        /// exclude, and all that need these.
        ///
        /// - Returns: `nil` where what is forced does not go together.
        init?(_ problem: Problem, forcing: [Int: Bool]) {
            let all = problem.measures
            var isForced = [Bool](repeating: false, count: all.count)
            for measure in all.indices where forcing[measure] == true {
                isForced[measure] = true
                for needed in all[measure].needs { isForced[needed] = true }
            }
            let spent = Self.cost(all.indices.filter { isForced[$0] }, all)
            let excluded = problem.excluded { isForced[$0] }
            let isOut = all.indices.map { forcing[$0] == false || excluded.contains($0) }
            let budget = problem.budget ?? .max
            let isOpen = all.indices.map { measure in
                let together = all[measure].needs + [measure]
                let added = Self.cost(together.filter { !isForced[$0] }, all)
                return !isForced[measure] && !together.contains { isOut[$0] }
                    && problem.goTogether(together) && added <= budget.subtracted(spent)
            }
            forced = all.indices.filter { isForced[$0] }
            guard spent <= budget, problem.goTogether(forced),
                !forced.contains(where: { isOut[$0] })
            else { return nil }
            self.isForced = isForced
            self.isOpen = isOpen
            open = all.indices.filter { isOpen[$0] }
        }

        /// Leaves out all open measures but these.
        mutating func keep(_ measures: [Int]) {
            isOpen = [Bool](repeating: false, count: isOpen.count)
            for measure in measures { isOpen[measure] = true }
            open = measures
        }

        /// A sum, or the greatest number where it has too many bits.
        private static func cost(_ chosen: [Int], _ measures: [Problem.Measure]) -> Int64 {
            chosen.reduce(Int64(0)) { sum, measure in
                let (next, isOver) = sum.addingReportingOverflow(measures[measure].cost)
                return isOver ? .max : next
            }
        }
    }
}

extension Problem {
    /// Measures that stand in an exclusion with one that is in, but are not in themselves.
    fileprivate func excluded(_ isIn: (Int) -> Bool) -> Set<Int> {
        Set(exclusions.filter { $0.contains(where: isIn) }.joined().filter { !isIn($0) })
    }

    /// Whether no two of them exclude each other.
    fileprivate func goTogether(_ chosen: [Int]) -> Bool {
        chosen.count < 2
            || exclusions.allSatisfy { $0.count(where: chosen.contains) <= 1 }
    }
}

extension Int64 {
    /// Less another number of 0 or more; the least number where that has too many bits.
    fileprivate func subtracted(_ other: Int64) -> Int64 {
        let (difference, isOver) = subtractingReportingOverflow(other)
        return isOver ? .min : difference
    }
}
