extension EditionDifference {
    /// A change that can move scores, with the others it cannot be made without.
    public struct Step: Sendable {
        /// Positions of the changes, in the order in which they are told.
        public let changes: [Int]
        /// The old edition with these changes made.
        public let plan: Plan
    }

    /// Every change made alone, as far as the edition can be read with it.
    public struct Steps: Sendable {
        /// The old edition on the days of the new one: dated parameters are those of the new days.
        ///
        /// Every step begins here; `nil` when it cannot be read, and there are no steps.
        public let start: Plan?
        /// In the order in which the changes are told.
        public let all: [Step]
        /// Changes that were not made alone, because there are too many.
        public let rest: [Int]
    }

    /// At most so many changes are made alone.
    public static let mostSteps = 50
    /// So many times an edition is read for all steps together; fewer where it is long, so that
    /// nobody waits for hours.
    private var mostReadings: Int { min(1_000, 120 + 200_000 / (1 + old.nodes.count + told.count)) }

    /// Makes each change alone; one that cannot be read alone with the least others it needs.
    public func steps() -> Steps {
        var readings = Readings(difference: self, left: mostReadings)
        // New sources and days move nothing by themselves, and changes may need them.
        let days = Set(told.filter { changes[$0].subject.kind == "in-force" })
        let first = days.union(told.filter { isSource(changes[$0]) })
        let base = [first, first.subtracting(days), []].first { readings.plan(with: $0) != nil }
        guard let base, let start = readings.plan(with: base) else {
            return Steps(start: nil, all: [], rest: told.filter(mayMove))
        }
        var (steps, taken, rest): ([Step], Set<Int>, [Int]) = ([], [], [])
        for change in told where mayMove(change) && !taken.contains(change) {
            guard steps.count < Self.mostSteps,
                let made = readings.step(of: change, and: twin(of: change), besides: base)
            else {
                rest.append(change)
                continue
            }
            taken.formUnion(made.changes)
            steps.append(Step(changes: told.filter(made.changes.contains), plan: made.plan))
        }
        return Steps(start: start, all: steps, rest: rest.filter { !taken.contains($0) })
    }

    /// A node that only goes by another id goes and comes in one step.
    private func twin(of position: Int) -> Set<Int> {
        guard let other = changes[position].sameRule else { return [] }
        let twins = changes.indices.filter { changes[$0].sameRule != nil }
        return Set(twins.filter { changes[$0].subject.id == other })
    }

    private func isSource(_ change: Change) -> Bool {
        change.subject.kind == "source" && change.action != .removed
    }

    /// Keys of the edition that no score depends on.
    private static let names: Set<String> = [
        "apparatus", "methodology", "edition", "status", "languages", "display", "sources",
        "alternatives",
    ]

    private func mayMove(_ position: Int) -> Bool {
        let change = changes[position]
        switch change.topic {
        case .sources, .texts: return false
        case .edition where change.subject.kind == "edition":
            return !Self.names.contains(change.key ?? "")
        case .evidence: return !["check", "effort check"].contains(change.subject.kind)
        default: return !["in-force", "display", "alternatives"].contains(change.subject.kind)
        }
    }
}

/// Reads the old edition with changes made, so many times and no more.
private struct Readings {
    let difference: EditionDifference
    var left: Int

    mutating func plan(with changes: Set<Int>) -> Plan? {
        guard left > 0 else { return nil }
        left -= 1
        return difference.plan(with: changes)
    }

    /// The change with the least others with which the edition can be read; `nil` when none was
    /// found, or there was no more time to look.
    mutating func step(
        of change: Int, and twin: Set<Int>, besides base: Set<Int>
    ) -> (changes: Set<Int>, plan: Plan)? {
        let wanted = twin.union([change])
        if let plan = plan(with: base.union(wanted)) { return (wanted, plan) }
        guard let needed = needed(for: wanted, besides: base) else { return nil }
        return plan(with: base.union(needed)).map { (needed, $0) }
    }

    private mutating func needed(for wanted: Set<Int>, besides base: Set<Int>) -> Set<Int>? {
        var made = base.union(wanted)
        var others = difference.told.filter { !made.contains($0) }
        guard plan(with: made.union(others)) != nil else { return nil }
        while plan(with: made) == nil {
            // Without the first `low` others it cannot be read, with the first `high` it can.
            var (low, high) = (0, others.count)
            while high - low > 1 {
                guard left > 0 else { return nil }
                let middle = (low + high) / 2
                if plan(with: made.union(others[..<middle])) != nil {
                    high = middle
                } else {
                    low = middle
                }
            }
            guard high > 0, left > 0 else { return nil }
            made.insert(others[high - 1])
            others.removeSubrange((high - 1)...)
        }
        for other in made.subtracting(base).sorted() where !wanted.contains(other) {
            if plan(with: made.subtracting([other])) != nil { made.remove(other) }
        }
        return made.subtracting(base)
    }
}
