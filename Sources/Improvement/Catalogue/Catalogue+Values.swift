internal import Arithmetic
internal import Domain
internal import Evidence
public import Scoring

extension Catalogue {
    /// The values that a set of measures leads to.
    ///
    /// For each unit and subject `a = hold(v + sum of additions)`, held to the declared range once,
    /// and every level held likewise; of these the one with the best score of the leaf that reads
    /// it counts, judged alone, everything else being as it is. Among equals `a` comes first, then
    /// the lowest level. Inputs change before leaves: the `v` of a leaf is what the changed inputs
    /// make of it. A subject of which nothing changes is not named.
    ///
    /// - Parameters:
    ///   - chosen: Positions in ``measures``.
    ///   - units: Only these; `nil` for all.
    /// - Returns: Sorted by unit, inputs before leaves.
    public func values(_ chosen: [Int], at units: Set<Int>? = nil) -> [SupposedValue] {
        var changes: [Target: Changes] = [:]
        for measure in Set(chosen).sorted() {
            let all = measures[measure].actions
            let ranges = units.map { $0.compactMap { actionRanges[measure][$0] } }
            for action in ranges.map({ $0.flatMap { all[$0] } }) ?? all {
                changes[Target(unit: action.unit, subject: action.subject), default: Changes()]
                    .add(action.effect)
            }
        }
        let (inputs, leaves) = Self.parts(changes.keys)
        let inputValues = best(inputs.map { target in (target, known(target)) }, changes)
        let bases = leafValues(leaves, after: inputValues)
        return (inputValues + best(Array(zip(leaves, bases)), changes)).sorted {
            $0.subject.order(at: $0.unit) < $1.subject.order(at: $1.unit)
        }
    }

    /// A subject of a unit.
    private struct Target: Hashable {
        let unit: Int
        let subject: SupposedValue.Subject
    }

    /// What measures do to one value.
    private struct Changes {
        var added: Fixed?
        var levels: Set<SupposedValue.Level> = []

        mutating func add(_ effect: Measure.Effect) {
            switch effect {
            case .reaches(.flag(let flag)): levels.insert(.flag(flag))
            case .reaches(.number(let number)): levels.insert(.number(number))
            case .adds(let number):
                let sum = added ?? .zero
                added =
                    (try? sum.adding(number))
                    ?? (number < .zero ? .leastNumber : .greatestNumber)
            }
        }
    }

    private static func parts(
        _ targets: some Sequence<Target>
    ) -> (inputs: [Target], leaves: [Target]) {
        let sorted = targets.sorted {
            $0.subject.order(at: $0.unit) < $1.subject.order(at: $1.unit)
        }
        return (
            sorted.filter(\.subject.isInput), sorted.filter { !$0.subject.isInput }
        )
    }

    /// The values that count, where they are others than now; `nil` for what has none now.
    private func best(
        _ targets: [(target: Target, now: SupposedValue.Level?)], _ changes: [Target: Changes]
    ) -> [SupposedValue] {
        var candidates: [[SupposedValue]] = []
        var now: [SupposedValue.Level] = []
        for (target, level) in targets {
            guard let level, let own = changes[target] else { continue }
            now.append(level)
            candidates.append(
                self.candidates(target.subject, level, own).map {
                    SupposedValue(target.subject, at: target.unit, $0)
                })
        }
        return zip(merits.best(of: candidates), now).compactMap { value, now in
            value?.level == now ? nil : value
        }
    }

    /// What additions lead to, then the levels from the lowest up.
    private func candidates(
        _ subject: SupposedValue.Subject, _ now: SupposedValue.Level, _ changes: Changes
    ) -> [SupposedValue.Level] {
        guard case .number(let value) = now else {
            return [now] + changes.levels.filter { $0 != now }
        }
        let range = ranges[subject] ?? ValueRange(of: subject, assessment.plan)
        let first = changes.added.map { range.holding(value, and: $0) } ?? value
        let levels = changes.levels.compactMap { level -> Fixed? in
            if case .number(let number) = level { range.holding(number) } else { nil }
        }
        return ([first] + Set(levels).subtracting([first]).sorted()).map { .number($0) }
    }

    /// The value of an input as it is.
    private func known(_ target: Target) -> SupposedValue.Level? {
        guard case .input(let input) = target.subject else { return nil }
        let column = assessment.evidence.inputs[input].column
        guard column.presence(at: target.unit) == .known else { return nil }
        return switch column.values {
        case .numbers(let numbers): .number(numbers[target.unit])
        case .flags(let flags): .flag(flags[target.unit])
        case .codes, .periods, .dates, .texts: nil
        }
    }

    /// What changed inputs make of the values of leaves.
    private func leafValues(
        _ targets: [Target], after inputs: [SupposedValue]
    ) -> [SupposedValue.Level?] {
        let changed = Dictionary(grouping: inputs, by: \.unit)
        func isMoved(_ leaf: Int, _ unit: Int) -> Bool {
            changed[unit]?.contains { assessment.rests(leaf, on: $0.subject) } ?? false
        }
        let moved = Set(
            targets.compactMap { target -> Int? in
                guard case .leaf(let leaf) = target.subject, isMoved(leaf, target.unit) else {
                    return nil
                }
                return leaf
            })
        let outcomes =
            moved.isEmpty
            ? nil : assessment.outcomes(of: moved.sorted(), supposing: inputs)
        return targets.map { target in
            guard case .leaf(let leaf) = target.subject else { return nil }
            let value =
                moved.contains(leaf) && isMoved(leaf, target.unit)
                ? outcomes?.ownValue(of: leaf, at: target.unit)
                : assessment.scoredValue(of: leaf, at: target.unit)
            return value.map { .number($0) }
        }
    }
}
