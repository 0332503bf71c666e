internal import Arithmetic
internal import Synchronization

/// What came of the bodies at one node; threads count different bodies at the same time.
final class NodeTally<Rivalry: Contest>: Sendable {
    private static var shelf: Int { 32 }

    private let contest: Rivalry
    private let standings: Standings
    private let bodies: Int
    /// The bodies in pieces, so that no two threads ever wait for each other.
    private let shelves: [Shelf]

    init(_ contest: Rivalry, bodies: Int) {
        let standings = Standings(contest, bodies: bodies)
        self.contest = contest
        self.standings = standings
        self.bodies = bodies
        shelves = Parallel.map(bodies, chunk: Self.shelf, threads: 1) { bodies in
            Shelf(
                bodies.map {
                    BodyTally(
                        rivals: standings.rivals(of: $0),
                        followers: standings.followers(of: $0).count, bands: contest.bandCount)
                })
        }
    }

    /// Counts what came of some runs.
    func add(_ tiles: [RunTile], threads: Int?) {
        _ = Parallel.map(bodies, chunk: Self.shelf, threads: threads) { bodies in
            self.shelves[bodies.lowerBound / Self.shelf].tallies.withLock { tallies in
                for body in bodies {
                    let followers = self.standings.followers(of: body)
                    tallies[body - bodies.lowerBound].add(
                        tiles, body: body, followers: followers, self.contest)
                }
            }
        }
    }

    /// How many numbers are held.
    var size: Int {
        shelves.reduce(0) { sum, shelf in
            sum + shelf.tallies.withLock { $0.reduce(0) { $0 + $1.size } }
        }
    }

    /// What came of all runs, when they are counted; `evidence` tells the positions of the bodies in
    /// the evidence.
    func result(runs: Int, evidence: [Int], threads: Int?) -> NodeUncertainty {
        let pieces = Parallel.map(bodies, chunk: Self.shelf, threads: threads) { bodies in
            self.shelves[bodies.lowerBound / Self.shelf].tallies.withLock { tallies in
                for index in tallies.indices { tallies[index].close() }
                return bodies.map { body in
                    self.describe(tallies[body - bodies.lowerBound], body, runs, evidence)
                }
            }
        }
        let tallies = shelves.flatMap { $0.tallies.withLock { $0 } }
        return NodeUncertainty(
            node: contest.node, bodies: pieces.flatMap(\.self),
            groups: standings.groups(tallies).map { $0.map { evidence[$0] } },
            above: standings.shares(tallies, evidence))
    }

    private func describe(
        _ tally: BodyTally, _ body: Int, _ runs: Int, _ evidence: [Int]
    ) -> BodyUncertainty {
        let rank = contest.official[body]
        return BodyUncertainty(
            body: evidence[body], rank: rank > 0 ? Int(rank) : nil,
            ranks: tally.ranks.quantiles(), scores: tally.scores.quantiles(),
            scored: Double(tally.scores.count) / Double(runs),
            bands: tally.bands.map { Double($0) / Double(runs) })
    }

    private final class Shelf: Sendable {
        let tallies: Mutex<[BodyTally]>

        init(_ tallies: [BodyTally]) { self.tallies = Mutex(tallies) }
    }
}
