internal import TestSupport
internal import Testing

@testable internal import Robustness

@Suite struct ScoreTallyTests {
    private func tally(_ scores: [Double]) -> ScoreTally {
        var tally = ScoreTally()
        for score in scores { tally.add(score) }
        tally.close()
        return tally
    }

    @Test func `quantiles of up to 1,024 scores are exact`() {
        var generator = SeededGenerator.fresh(51)
        for count in [1, 2, 7, 1000, 1024] {
            let scores = (0..<count).map { _ in Double.random(in: -5...90, using: &generator) }
            #expect(tally(scores).quantiles() == SortedFigures(scores).quantiles())
        }
    }

    @Test(arguments: [1025, 5000, 40_000])
    func `quantiles of more scores are as far off as they say`(count: Int) throws {
        var generator = SeededGenerator.fresh(52)
        // Two heaps, as two ways to aggregate make them.
        let scores = (0..<count).map { _ in
            (Bool.random(using: &generator) ? 20.0 : 60)
                + Double.random(in: 0...1, using: &generator)
                * Double.random(in: 0...10, using: &generator)
        }
        let found = try #require(tally(scores).quantiles())
        let exact = try #require(SortedFigures(scores).quantiles())

        #expect(found.error > 0)
        // Half a bin of 2,048 over twice the range of 50.
        #expect(found.error < 0.02443)
        #expect(abs(found.lower - exact.lower) <= found.error * 1.0001)
        #expect(abs(found.median - exact.median) <= found.error * 1.0001)
        #expect(abs(found.upper - exact.upper) <= found.error * 1.0001)
        #expect(found.medianRange.lowerBound <= exact.medianRange.lowerBound)
        #expect(found.medianRange.upperBound >= exact.medianRange.upperBound)
    }

    @Test func `scores beyond the range of the first are counted, and the error says so`() throws {
        let first = (0..<1024).map { Double($0) / 1024 }
        let far = (0..<200).map { 1000 + Double($0) }
        let found = try #require(tally(first + far).quantiles())
        let exact = try #require(SortedFigures(first + far).quantiles())

        #expect(abs(found.lower - exact.lower) < 0.001)
        #expect(found.error > 500)
        #expect(abs(found.upper - exact.upper) <= found.error)
    }

    @Test func `no more is held however many scores there are`() {
        var (tally, generator) = (ScoreTally(), SeededGenerator.fresh(53))
        var most = 0
        for _ in 0..<100_000 {
            tally.add(Double.random(in: 0...1, using: &generator))
            most = max(most, tally.size)
        }

        #expect(most == 2050)
        #expect(tally.count == 100_000)
    }

    @Test func `scores that are all the same, or as far apart as doubles are, do no harm`() throws {
        let same = try #require(tally(Array(repeating: 7.25, count: 3000)).quantiles())
        #expect(same.lower == 7.25 && same.upper == 7.25 && same.error == 0)
        #expect(same.medianRange == 7.25...7.25)

        let most = Double.greatestFiniteMagnitude
        let wide = (0..<3000).map { [-most, 0, most][$0 % 3] }
        let found = try #require(tally(wide).quantiles())
        #expect(found.lower.isFinite && found.upper.isFinite)

        let late = Array(repeating: 7.25, count: 2000) + Array(repeating: 8, count: 5000)
        let moved = try #require(tally(late).quantiles())
        #expect(abs(moved.median - 8) <= moved.error)
    }
}
