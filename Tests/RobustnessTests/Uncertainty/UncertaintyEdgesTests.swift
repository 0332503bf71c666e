internal import TestSupport
internal import Testing

@testable internal import Robustness

@Suite struct UncertaintyEdgesTests {
    private func result(
        _ contest: SmallContest, runs: Int = 50,
        _ function: @escaping @Sendable ([Double]) -> [Double]
    ) -> NodeUncertainty {
        let experiment = SmallExperiment(1, [contest]) { [function($0)] }
        return UncertaintyRuns(subject: experiment, runs: runs, seed: 1, threads: 2).results()[0]
    }

    @Test func `one run is a range of one number`() throws {
        let found = result(SmallContest(official: [2, 1]), runs: 1) { [2 + $0[0], 1] }

        let first = found.bodies[0]
        #expect(first.ranks?.lower == 1 && first.ranks?.upper == 1)
        #expect(first.scores?.lower == first.scores?.upper)
        #expect(first.scores.map { $0.medianRange.contains($0.median) } == true)
        #expect(found.groups == [[3], [13]])
        #expect(found.probability(of: 3, above: 13) == 1)
    }

    @Test func `a single body is first in every run and alone`() {
        let found = result(SmallContest(official: [5])) { $0 }

        #expect(found.bodies[0].ranks?.upper == 1)
        #expect(found.groups == [[3]])
        #expect(found.above.isEmpty)
    }

    @Test func `without a ranked body there are scores, and no ranks, groups or chances`() {
        let found = result(SmallContest(official: [.nan, .nan])) { [$0[0], 1] }

        #expect(found.bodies.allSatisfy { $0.ranks == nil && $0.rank == nil && $0.scores != nil })
        #expect(found.groups.isEmpty && found.above.isEmpty)
        #expect(found.probability(of: 3, above: 13) == nil)
    }

    @Test func `without a body there is nothing`() {
        let found = result(SmallContest(official: [])) { _ in [] }

        #expect(found.bodies.isEmpty && found.groups.isEmpty)
    }

    @Test func `bodies that are always tied are one group, above each other half the time`() {
        let found = result(SmallContest(official: Array(repeating: 1, count: 40))) {
            Array(repeating: $0[0], count: 40)
        }

        #expect(found.groups == [(0..<40).map { 10 * $0 + 3 }])
        #expect(found.bodies.allSatisfy { $0.ranks?.lower == 1 && $0.ranks?.upper == 1 })
        #expect(found.probability(of: 3, above: 13) == 0.5)
        #expect(found.probability(of: 253, above: 3) == 0.5)
        // More than 25 places on in the order of the evidence.
        #expect(found.probability(of: 3, above: 263) == nil)
    }

    @Test func `scores that are not finite are none, in some runs or in all`() throws {
        let found = result(SmallContest(official: [4, 3, 2, 1])) { point in
            [point[0] < 0.5 ? .nan : 4, .nan, point[0] < 0.5 ? .infinity : 2, -.infinity]
        }

        let often = found.bodies[0].scored
        #expect(often > 0.2 && often < 0.8)
        #expect(found.bodies[2].scored == often)
        #expect(found.bodies[1].scored == 0 && found.bodies[1].scores == nil)
        #expect(found.bodies[1].ranks == nil && found.bodies[1].rank == 2)
        #expect(found.bodies[3].scored == 0 && found.bodies[3].ranks == nil)
        #expect(found.bodies[2].scores?.upper == 2)
        #expect(found.probability(of: 3, above: 23) == 1)
        #expect(found.probability(of: 3, above: 13) == nil)
        // What never met cannot be told apart.
        #expect(found.groups == [[3, 13], [23, 33]])
    }

    /// Of 100 bodies each is compared with the next 30 only.
    @Test func `among very many, bodies far apart are told apart by their ranks`() {
        let contest = SmallContest(ordered: 100)
        let standings = Standings(contest, bodies: 100, comparisons: 3000)
        func groups(_ ranks: (Int) -> ClosedRange<Int32>) -> [[Int]] {
            let tallies = (0..<100).map { body in
                let followers = standings.followers(of: body)
                var tally = BodyTally(rivals: 100, followers: followers.count, bands: 0)
                // No two have a rank in the same run: only the ranks can tell them apart.
                var (tile, row) = (RunTile(bodies: 100), [Int32](repeating: 0, count: 100))
                for rank in ranks(body) {
                    row[body] = rank
                    tile.add(scores: row.map { Double($0) }, ranks: row)
                }
                tally.add([tile], body: body, followers: followers, contest)
                return tally
            }
            return standings.groups(tallies)
        }

        #expect(standings.followers(of: 0).count == 30)
        #expect(standings.followers(of: 90).count == 9)
        #expect(groups { Int32($0 + 1)...Int32($0 + 2) }.map(\.count) == [31, 31, 31, 7])
        #expect(groups { _ in 1...2 }.count == 1)
        #expect(Standings(contest, bodies: 100).followers(of: 0).count == 99)
    }
}
