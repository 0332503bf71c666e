internal import Arithmetic
internal import TestSupport
internal import Testing

@testable internal import Robustness

@Suite struct UncertaintyRunsTests {
    /// Twelve bodies in two groups, of which one is not ranked and one has no score in some runs.
    private static let mixed = SmallExperiment(
        3,
        [
            SmallContest(
                node: 2, official: [9, 8, 7, 6, 5, 5, 4, 3, 2, 1, 0, .nan].map { $0 * 10 },
                groups: [[0, 2, 4, 6, 8, 10], [1, 3, 5, 7, 9, 11]], bandCount: 8),
            SmallContest(
                node: 5, official: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10].map { $0 * 10 }),
        ]
    ) { point in
        let first = (0..<12).map { body -> Double in
            if body == 4, point[2] < 0.25 { return .nan }
            let (up, down) = (25 * point[body % 3], 10 * point[(body + 1) % 3])
            let score = Double(90 - 8 * body) + up - down
            return point[2] > 0.9 ? score.rounded() : score
        }
        return [first, (0..<12).map { Double($0) + 3 * point[$0 % 3] }]
    }

    private func results(
        _ experiment: SmallExperiment, runs: Int, seed: UInt64 = 1, threads: Int? = 1
    ) -> [NodeUncertainty] {
        UncertaintyRuns(subject: experiment, runs: runs, seed: seed, threads: threads).results()
    }

    @Test(arguments: [1, 31, 33, 700, 1300])
    func `results are the same with 1, 2 and 8 threads, and differ with the seed`(runs: Int) {
        let one = results(Self.mixed, runs: runs)

        for threads in [2, 8, nil] {
            #expect(results(Self.mixed, runs: runs, threads: threads) == one)
        }
        #expect(results(Self.mixed, runs: runs, seed: 2) != one)
    }

    @Test func `what comes out is what a loop that holds everything finds`() throws {
        let (runs, evidence) = (600, Self.mixed.bodies)
        let points = (0..<runs).map { run in
            var stream = RandomStream(seed: 1, number: UInt64(run), purpose: Purpose.run)
            return (0..<3).map { _ in stream.uniform() }
        }
        let found = results(Self.mixed, runs: runs)
        for (position, contest) in Self.mixed.contests.enumerated() {
            var memory = Self.mixed.memory()
            let scores = points.map { point in
                Self.mixed.compute(point, seed: 1, in: &memory)
                return memory[position]
            }
            let ranks = scores.map { scores -> [Int32] in
                var (ranks, order) = ([Int32](repeating: 0, count: 12), Array(0..<12))
                contest.rank(scores, into: &ranks, &order)
                return ranks
            }
            for body in 0..<12 {
                let own = scores.map { $0[body] }.filter { !$0.isNaN }
                let places = ranks.map { $0[body] }.filter { $0 > 0 }.map { Double($0) }
                let expected = BodyUncertainty(
                    body: evidence[body],
                    rank: contest.official[body] > 0 ? Int(contest.official[body]) : nil,
                    ranks: SortedFigures(places).quantiles(),
                    scores: SortedFigures(own).quantiles(),
                    scored: Double(own.count) / 600,
                    bands: (0..<contest.bandCount).map { band in
                        Double(own.count { contest.band(of: $0) == band }) / 600
                    })
                #expect(found[position].bodies[body] == expected)
                for other in 0..<12 where other != body {
                    let both = ranks.filter { $0[body] > 0 && $0[other] > 0 }
                    let rivals = contest.groups.contains {
                        $0.contains(body) && $0.contains(other)
                    }
                    let wins = both.count { $0[body] < $0[other] }
                    let ties = both.count { $0[body] == $0[other] }
                    let above = Double(wins) + Double(ties) / 2
                    let share = found[position].probability(
                        of: evidence[body], above: evidence[other])
                    #expect((share != nil) == rivals)
                    if let share { #expect(abs(share - above / Double(both.count)) < 1e-15) }
                }
            }
        }
    }

    @Test func `every ranked body is in one group, no two of which stand apart`()
        throws
    {
        for node in results(Self.mixed, runs: 400) {
            let contest = try #require(Self.mixed.contests.first { $0.node == node.node })
            let ranked = contest.groups.flatMap(\.self).map { Self.mixed.bodies[$0] }
            #expect(node.groups.flatMap(\.self).sorted() == ranked.sorted())
            for group in node.groups {
                for (place, body) in group.enumerated() {
                    for other in group[(place + 1)...] {
                        #expect(try #require(node.probability(of: body, above: other)) < 0.95)
                    }
                }
            }
            for (group, next) in zip(node.groups, node.groups.dropFirst()) {
                let shares = group.compactMap { node.probability(of: $0, above: next[0]) }
                #expect(shares.isEmpty || shares.contains { $0 >= 0.95 })
            }
        }
    }

    /// The median of i + 4 u is i + 2, that of a sum of two even numbers the sum of their middles.
    ///
    /// The true median of the ranks is that of 40,000 runs.
    @Test func `over 100 seeds the true median is in its range for each body`() throws {
        let experiment = SmallExperiment(
            4, [SmallContest(official: [1, 2, 3, 4, 5, 6].map { Double($0) })]
        ) { point in
            let scores = (0..<6).map { body -> Double in
                Double(body) + 4 * point[body % 4] + Double(body / 4) * point[3]
            }
            return [scores]
        }
        let medians = [2, 3, 4, 5, 6.5, 7.5]
        let truth = results(experiment, runs: 40_000, seed: 1 << 40)[0].bodies
        var held = Array(repeating: (scores: 0, ranks: 0), count: 6)
        for seed in 0..<100 {
            let found = results(experiment, runs: 250, seed: UInt64(seed))[0].bodies
            for body in 0..<6 {
                let scores = try #require(found[body].scores).medianRange
                let ranks = try #require(found[body].ranks).medianRange
                if scores.contains(medians[body]) { held[body].scores += 1 }
                if ranks.contains(try #require(truth[body].ranks).median) {
                    held[body].ranks += 1
                }
            }
        }

        #expect(held.allSatisfy { $0.scores >= 95 && $0.ranks >= 95 }, "seeds 0 to 99: \(held)")
        // A range that holds everything would say nothing.
        #expect(held.contains { $0.scores < 100 }, "seeds 0 to 99: \(held)")
    }

    @Test func `what is held does not grow with the runs`() {
        for runs in [1025, 20_000] {
            let tallies = UncertaintyRuns(
                subject: Self.mixed, runs: runs, seed: 1, threads: 2
            ).tallies()
            for (tally, contest) in zip(tallies, Self.mixed.contests) {
                // Ranks of a group, bins of scores, bands, and two counts for each that follows.
                let bound = 12 * (12 + 2050 + contest.bandCount + 2 * 11)
                #expect(tally.size > 10 * 2050)
                #expect(tally.size <= bound)
            }
        }
    }
}
