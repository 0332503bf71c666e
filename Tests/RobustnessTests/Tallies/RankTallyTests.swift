internal import TestSupport
internal import Testing

@testable internal import Robustness

@Suite struct RankTallyTests {
    @Test func `counts give the quantiles of the ranks themselves`() throws {
        var generator = SeededGenerator.fresh(41)
        for _ in 0..<200 {
            let bodies = Int.random(in: 1...300, using: &generator)
            let ranks = (0..<Int.random(in: 1...400, using: &generator)).map { _ in
                Int32.random(in: 1...Int32(bodies), using: &generator)
            }
            var tally = RankTally(among: bodies)
            for rank in ranks { tally.add(rank) }
            let exact = SortedFigures(ranks.map { Double($0) }).quantiles()
            #expect(tally.quantiles() == exact, "seed \(generator.seed)")
        }
    }

    @Test func `among very many bodies quantiles are as far off as they say`() throws {
        var generator = SeededGenerator.fresh(42)
        for bodies in [4096, 4097, 9000, 100_000] {
            var tally = RankTally(among: bodies)
            let ranks = (0..<500).map { _ in
                Int32.random(in: 1...Int32(bodies), using: &generator)
            }
            for rank in ranks { tally.add(rank) }
            let found = try #require(tally.quantiles())
            let exact = try #require(SortedFigures(ranks.map { Double($0) }).quantiles())
            #expect((found.error == 0) == (bodies == 4096))
            #expect(found.error <= Double(bodies) / 8192)
            #expect(abs(found.lower - exact.lower) <= found.error)
            #expect(abs(found.median - exact.median) <= found.error)
            #expect(abs(found.upper - exact.upper) <= found.error)
            #expect(found.medianRange.lowerBound <= exact.medianRange.lowerBound)
            #expect(found.medianRange.upperBound >= exact.medianRange.upperBound)
            #expect(tally.size <= 4096)
        }
    }

    @Test func `only counts between the best and the worst rank are held`() {
        var tally = RankTally(among: 4000)
        for rank in [2000, 2001, 1990, 2000, 2010] as [Int32] { tally.add(rank) }

        #expect(tally.size == 21)
        #expect(tally.count == 5)
        #expect((0..<5).map { tally.figure($0).lowerBound } == [1990, 2000, 2000, 2001, 2010])
    }
}
