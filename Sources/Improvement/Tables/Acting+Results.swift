internal import Arithmetic
internal import Scoring

extension Acting {
    /// What the nodes of clusters come to with each of their sets.
    struct Results: Sendable {
        /// By cluster, set and node.
        let results: [[[NodeResult]]]
        /// Why sets may come to something else, or may not: other bodies, which a node depends on,
        /// were held as they are, or a number cannot be.
        let doubt: Path.Doubt?
    }

    /// Several clusters are looked at in one run of the engine: those of different units, and those
    /// of one unit that have no value in common.
    func results(of clusters: [Cluster], threads: Int?) -> Results {
        let rounds = Self.rounds(of: clusters)
        let made = Parallel.map(rounds.count, chunk: 1, threads: threads) { range in
            range.map { found(in: rounds[$0], clusters) }
        }.flatMap(\.self)
        var results = clusters.map { cluster in
            let base = cluster.nodes.map { now($0, at: cluster.unit) }
            return [[NodeResult]](repeating: base, count: cluster.sets.count)
        }
        for (round, found) in zip(rounds, made) {
            for (index, nodes) in zip(round.clusters, found.nodes) {
                results[index][round.set] = nodes
            }
        }
        let isHeld = made.contains { $0.isHeld }
        let broken = made.lazy.compactMap(\.broken).min()
        return Results(
            results: results, doubt: isHeld ? .population : broken.map { .outOfRange($0) })
    }

    /// Clusters, each with its set of this position.
    private struct Round {
        let set: Int
        let clusters: [Int]
    }

    private static func rounds(of clusters: [Cluster]) -> [Round] {
        var colours: [[Int]] = []
        var taken: [Int: [Set<Subject>]] = [:]
        for (index, cluster) in clusters.enumerated() {
            var used = taken[cluster.unit] ?? []
            let colour = used.firstIndex { $0.isDisjoint(with: cluster.subjects) } ?? used.count
            if colour == used.count { used.append([]) }
            used[colour].formUnion(cluster.subjects)
            taken[cluster.unit] = used
            if colour == colours.count { colours.append([]) }
            colours[colour].append(index)
        }
        return colours.flatMap { members in
            let most = members.map { clusters[$0].sets.count }.max() ?? 0
            return (1..<max(most, 1)).map { set in
                Round(set: set, clusters: members.filter { set < clusters[$0].sets.count })
            }
        }
    }

    /// What a round comes to.
    private struct Found: Sendable {
        /// By cluster of the round, then by node.
        let nodes: [[NodeResult]]
        let isHeld: Bool
        /// A node that comes to a number that cannot be; `nil` where none does.
        let broken: Int?
    }

    private func found(in round: Round, _ clusters: [Cluster]) -> Found {
        var values: [SupposedValue] = []
        var nodes: Set<Int> = []
        for index in round.clusters {
            let cluster = clusters[index]
            let chosen = cluster.sets[round.set].members(of: cluster.measures)
            values += catalogue.values(chosen, at: [cluster.unit]).filter {
                cluster.subjects.contains($0.subject)
            }
            nodes.formUnion(cluster.nodes)
        }
        let asked = nodes.sorted()
        let outcomes = catalogue.assessment.outcomes(of: asked, supposing: values, threads: 1)
        let results = round.clusters.map { index in
            clusters[index].nodes.map { node in
                let outcome = outcomes.outcome(of: node, at: clusters[index].unit)
                return NodeResult(
                    state: outcome?.state, score: outcome?.score,
                    isFilled: outcome?.isFilled ?? false)
            }
        }
        let broken = zip(round.clusters, results).flatMap { index, found in
            zip(clusters[index].nodes, found).filter { $0.1.state == nil }.map(\.0)
        }
        return Found(
            nodes: results, isHeld: asked.contains { outcomes.isHeld($0) }, broken: broken.min())
    }

    /// What a node comes to as it is.
    func now(_ node: Int, at unit: Int) -> NodeResult {
        guard let column = catalogue.assessment.columns[node] else {
            return NodeResult(state: nil, score: nil, isFilled: false)
        }
        return NodeResult(
            state: column.states[unit], score: column.score(at: unit),
            isFilled: column.isFilled(at: unit))
    }
}
