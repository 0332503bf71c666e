internal import Arithmetic

/// Runs in each of which every factor is drawn anew, and what came of them.
///
/// Blocks of runs are computed by several threads, and then counted by several threads, each other
/// bodies: neither depends on how many there are, and what is held does not grow with the runs.
struct UncertaintyRuns<Subject: Experiment>: Sendable {
    /// So many scores of a block are held at most, but for the smallest block.
    private static var held: Int { 1 << 22 }
    /// A block has so many tiles at least and at most.
    private static var tiles: ClosedRange<Int> { 2...16 }

    let subject: Subject
    let runs: Int
    let seed: UInt64
    let threads: Int?

    /// What came of each node.
    func results() -> [NodeUncertainty] {
        tallies().map { $0.result(runs: runs, evidence: subject.bodies, threads: threads) }
    }

    /// Counts all runs.
    func tallies() -> [NodeTally<Subject.Rivalry>] {
        let tallies = subject.contests.map { NodeTally($0, bodies: subject.bodies.count) }
        let pool = Pool<Ranking<Subject>>()
        let block = block
        for start in stride(from: 0, to: runs, by: block) {
            let tiles = Parallel.map(
                min(block, runs - start), chunk: RunTile.room, threads: threads
            ) { piece in
                pool.use(making: { Ranking(subject) }) { ranking in
                    compute(start + piece.lowerBound..<start + piece.upperBound, &ranking)
                }
            }
            for (position, tally) in tallies.enumerated() {
                tally.add(tiles.map { $0[position] }, threads: threads)
            }
        }
        return tallies
    }

    /// How many runs are computed before they are counted.
    private var block: Int {
        let scores = max(subject.bodies.count * subject.contests.count * RunTile.room, 1)
        let fitting = Self.held / scores
        return min(max(fitting, Self.tiles.lowerBound), Self.tiles.upperBound) * RunTile.room
    }

    /// For each of the contests, what came of some runs.
    private func compute(_ runs: Range<Int>, _ ranking: inout Ranking<Subject>) -> [RunTile] {
        var tiles = subject.contests.map { _ in RunTile(bodies: subject.bodies.count) }
        var point = Array(repeating: 0.0, count: subject.dimension)
        for run in runs {
            var stream = RandomStream(seed: seed, number: UInt64(run), purpose: Purpose.run)
            for factor in point.indices { point[factor] = stream.uniform() }
            ranking.run(point, seed: seed)
            for (position, scores) in ranking.scores.enumerated() {
                tiles[position].add(scores: scores, ranks: ranking.ranks[position])
            }
        }
        return tiles
    }
}
