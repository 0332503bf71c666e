internal import Arithmetic
internal import Scoring

/// Nodes of one unit that are looked at together, and the measures that act on what they rest on.
struct Cluster: Sendable {
    let unit: Int
    /// Those whose outcomes are asked for.
    let nodes: [Int]
    /// Sorted positions.
    let measures: [Int]
    /// What the measures change of what the nodes rest on.
    let subjects: Set<Acting.Subject>
    /// In rising order; the first is the empty set.
    let sets: [UInt64]
    /// Whether some measures were left out because there are too many.
    var isCut = false
}

/// What a node comes to with a set of measures.
struct NodeResult: Hashable, Sendable {
    /// `nil` where a number cannot be.
    let state: State?
    let score: Fixed?
    let isFilled: Bool

    /// Whether it tells the same but for the score.
    func isAlike(_ other: NodeResult) -> Bool {
        state == other.state && isFilled == other.isFilled
    }
}

extension Acting {
    /// So many sets of a cluster that those of all have room; the smallest keep all of theirs.
    func limit(of wanted: [(unit: Int, nodes: [Int])], atMost most: Int) -> Int {
        let counts = wanted.map { unit, nodes in
            let measures = measures(on: subjects(of: nodes, at: unit), at: unit)
            return MeasureSets.all(of: measures, in: catalogue, limit: most)?.count ?? most
        }
        var limit = most
        while limit > 16, counts.reduce(0, { $0 + min($1, limit) }) > TableLimits.ofAll {
            limit /= 2
        }
        return limit
    }

    /// Clusters of nodes, without those that no measure moves.
    ///
    /// - Parameters:
    ///   - wanted: Units with the nodes that are looked at together.
    ///   - limit: A cluster with more sets of measures than this keeps those that do most.
    ///   - threads: At most so many.
    /// - Returns: One for each that is wanted.
    func clusters(
        _ wanted: [(unit: Int, nodes: [Int])], limit: Int, threads: Int?
    ) -> [Cluster?] {
        wanted.map { unit, nodes in
            let subjects = subjects(of: nodes, at: unit)
            guard !subjects.isEmpty else { return nil }
            let measures = measures(on: subjects, at: unit)
            if let sets = MeasureSets.all(of: measures, in: catalogue, limit: limit) {
                return Cluster(
                    unit: unit, nodes: nodes, measures: measures, subjects: subjects, sets: sets)
            }
            return strongest(nodes, unit, measures, subjects, limit: limit, threads: threads)
        }
    }

    /// A cluster of the measures that lift its nodes most, as many as there may be.
    private func strongest(
        _ nodes: [Int], _ unit: Int, _ measures: [Int], _ subjects: Set<Subject>, limit: Int,
        threads: Int?
    ) -> Cluster {
        let alone = measures.map { measure in
            let closure = closure(of: measure, within: measures)
            return Cluster(
                unit: unit, nodes: nodes, measures: closure, subjects: subjects,
                sets: [0, (UInt64(1) << UInt64(closure.count)) - 1])
        }
        let gains = results(of: alone, threads: threads).results.map { results in
            zip(results[1], results[0]).reduce(Double(0)) { sum, pair in
                sum + Self.points(pair.0.score) - Self.points(pair.1.score)
            }
        }
        let order = measures.indices.sorted {
            gains[$0] == gains[$1] ? $0 < $1 : gains[$0] > gains[$1]
        }
        var (kept, sets): ([Int], [UInt64]) = ([], [0])
        for index in order {
            let more = Set(kept + alone[index].measures).sorted()
            guard let all = MeasureSets.all(of: more, in: catalogue, limit: limit) else { continue }
            (kept, sets) = (more, all)
        }
        return Cluster(
            unit: unit, nodes: nodes, measures: kept, subjects: subjects, sets: sets, isCut: true)
    }

    /// Only to put measures in an order.
    private static func points(_ score: Fixed?) -> Double {
        score.map { Double($0.raw) } ?? 0
    }
}
