internal import Arithmetic
internal import Scoring
internal import Synchronization

/// How good single values are, by the scores of the leaves that read them; each is looked at once.
///
/// A value is judged alone, everything else being as it is.
final class LevelMerits: Sendable {
    private let assessment: Assessment
    private let known = Mutex<[SupposedValue: Merit]>([:])
    /// By input; a leaf reads itself.
    private let readers: [Int: [Int]]

    /// How many of the leaves have a score, and what their scores sum to.
    struct Merit: Comparable, Sendable {
        let scored: Int
        let sum: Fixed

        static func < (left: Self, right: Self) -> Bool {
            (left.scored, left.sum) < (right.scored, right.sum)
        }
    }

    /// - Parameters:
    ///   - assessment: As it is.
    ///   - inputs: Those of which levels are reached.
    init(_ assessment: Assessment, inputs: Set<Int>) {
        self.assessment = assessment
        readers = Dictionary(
            uniqueKeysWithValues: inputs.map { ($0, assessment.readers(ofInput: $0)) })
    }

    /// The best of some values of each of several subjects; of equals the first.
    ///
    /// - Parameter candidates: For each subject of a unit, its values; at least one.
    /// - Returns: One for each subject.
    func best(of candidates: [[SupposedValue]]) -> [SupposedValue?] {
        look(at: candidates.filter { $0.count > 1 }.flatMap(\.self))
        return known.withLock { known in
            candidates.map { values in
                guard values.count > 1 else { return values.first }
                return values.dropFirst().reduce(values.first) { best, value in
                    guard let best, let one = known[best], let other = known[value] else {
                        return best
                    }
                    return one < other ? value : best
                }
            }
        }
    }

    private func look(at values: [SupposedValue]) {
        var open = known.withLock { known in values.filter { known[$0] == nil } }
        while !open.isEmpty {
            // No two values of one unit at a time, so that none sees another.
            var units: Set<Int> = []
            var seen: Set<SupposedValue> = []
            var (round, later): ([SupposedValue], [SupposedValue]) = ([], [])
            for value in open where seen.insert(value).inserted {
                if units.insert(value.unit).inserted {
                    round.append(value)
                } else {
                    later.append(value)
                }
            }
            let merits = merits(of: round)
            known.withLock { known in
                for (value, merit) in zip(round, merits) { known[value] = merit }
            }
            open = later
        }
    }

    private func merits(of values: [SupposedValue]) -> [Merit] {
        let nodes = Set(values.flatMap { readers(of: $0.subject) }).sorted()
        let outcomes = assessment.outcomes(of: nodes, supposing: values)
        return values.map { value in
            let scores = readers(of: value.subject).compactMap {
                outcomes.score(of: $0, at: value.unit)
            }
            let sum = scores.reduce(Fixed.zero) { sum, score in
                (try? sum.adding(score)) ?? .greatestNumber
            }
            return Merit(scored: scores.count, sum: sum)
        }
    }

    private func readers(of subject: SupposedValue.Subject) -> [Int] {
        switch subject {
        case .input(let input): readers[input] ?? []
        case .leaf(let leaf): [leaf]
        }
    }
}
