internal import Domain

/// Which measures can be chosen, because of days and of what they need and exclude.
struct MeasureChoosing {
    /// A measure that can be chosen, all by positions among all measures.
    struct Chosen {
        let position: Int
        let effective: Day
        /// Closed and sorted.
        let needs: [Int]
    }

    private enum Standing {
        case usable(Usable)
        /// Done already, as a plan says, so that nobody has to take it any more.
        case done
        case left(Catalogue.Reason)
    }

    private struct Usable {
        let effective: Day
        /// The measure because of which it comes later than on its own day.
        let through: String?
        let needs: Set<Int>
    }

    private let measures: [Measure]
    private let positions: [String: Int]
    private let lastDay: Day
    private let by: Day?
    private let done: Set<String>
    private var standings: [Standing?]
    /// For each, those that exclude it or that it excludes.
    let excludes: [Set<Int>]

    /// - Parameters:
    ///   - measures: Sorted by id.
    ///   - planned: What was decided to be done.
    ///   - lastDay: Of the period that is improved on.
    ///   - by: The last day on which an effect may come; `nil` for any.
    init(_ measures: [Measure], planned: [PlannedMeasure], lastDay: Day, by: Day?) {
        self.measures = measures
        self.lastDay = lastDay
        self.by = by
        let positions = Dictionary(
            measures.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.positions = positions
        done = Set(
            planned.filter { row in
                guard let position = positions[row.measure] else { return false }
                return row.due ?? measures[position].finish <= lastDay
            }.map(\.measure))
        var excludes = [Set<Int>](repeating: [], count: measures.count)
        for (position, measure) in measures.enumerated() {
            for other in measure.excludes.compactMap({ positions[$0] }) where other != position {
                excludes[position].insert(other)
                excludes[other].insert(position)
            }
        }
        self.excludes = excludes
        standings = measures.map { _ in nil }
        for position in order { standings[position] = standing(of: position) }
        // What stands in a ring of needs never has all of them.
        for (position, measure) in measures.enumerated() where standings[position] == nil {
            standings[position] = .left(.needs(measure.needs.first ?? measure.id))
        }
    }

    /// Those that can be chosen and do something, or are needed by one that does; and the others.
    ///
    /// - Parameter isEmpty: For each, whether it has nothing to change.
    /// - Returns: Both in the order of all measures.
    func result(
        isEmpty: [Bool]
    ) -> (chosen: [Chosen], leftOut: [(position: Int, reason: Catalogue.Reason)]) {
        var wanted: Set<Int> = []
        for (position, standing) in standings.enumerated() where !isEmpty[position] {
            guard case .usable(let usable) = standing else { continue }
            wanted.formUnion(usable.needs.union([position]))
        }
        var (chosen, leftOut): ([Chosen], [(position: Int, reason: Catalogue.Reason)]) = ([], [])
        for (position, standing) in standings.enumerated() {
            switch standing {
            case .usable(let usable) where wanted.contains(position):
                chosen.append(
                    Chosen(
                        position: position, effective: usable.effective,
                        needs: usable.needs.sorted()))
            case .usable: leftOut.append((position, .withoutValue))
            case .done, nil: leftOut.append((position, .past))
            case .left(let reason): leftOut.append((position, reason))
            }
        }
        return (chosen, leftOut)
    }

    /// Each after all that it needs; those in rings of needs are not among them.
    private var order: [Int] {
        var open = measures.map { Set($0.needs.compactMap { positions[$0] }).count }
        var needing = [[Int]](repeating: [], count: measures.count)
        for (position, measure) in measures.enumerated() {
            for need in Set(measure.needs.compactMap { positions[$0] }) {
                needing[need].append(position)
            }
        }
        var order = measures.indices.filter { open[$0] == 0 }
        var next = 0
        while next < order.count {
            for position in needing[order[next]] {
                open[position] -= 1
                if open[position] == 0 { order.append(position) }
            }
            next += 1
        }
        return order
    }

    private func standing(of position: Int) -> Standing {
        let measure = measures[position]
        guard lastDay < measure.finish else {
            return done.contains(measure.id) ? .done : .left(.past)
        }
        var (effective, through): (Day, String?) = (measure.finish, nil)
        var needs: Set<Int> = []
        for id in measure.needs {
            guard let need = positions[id], let standing = standings[need] else {
                return .left(.needs(id))
            }
            let (day, cause): (Day, String?)
            switch standing {
            case .done: continue
            case .left(.late(let late, let through)): (day, cause) = (late, through)
            case .left: return .left(.needs(id))
            case .usable(let usable):
                (day, cause) = (usable.effective, usable.through)
                needs.formUnion(usable.needs.union([need]))
            }
            if effective < day { (effective, through) = (day, cause ?? id) }
        }
        if let by, by < effective { return .left(.late(effective, through: through)) }
        if let own = needs.intersection(excludes[position]).min() {
            return .left(.excludesOwnNeed(measures[own].id))
        }
        return .usable(Usable(effective: effective, through: through, needs: needs))
    }
}
