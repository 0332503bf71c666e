internal import TestSupport
internal import Testing

@testable internal import Robustness

@Suite struct TallyTests {
    /// What R 4.2.2 and numpy 1.26 give for quantile(x, p) of 1, 2, 4, 8, 16.
    @Test(arguments: [
        (0.0, 1.0), (0.05, 1.2), (0.25, 2), (0.3, 2.4), (0.5, 4), (0.95, 14.4), (1, 16),
    ])
    func `quantiles are of R's type 7`(share: Double, expected: Double) {
        let found = SortedFigures([16, 1, 8, 2, 4]).quantile(share)

        #expect(abs(found.value - expected) < 1e-14)
        #expect(found.error == 0)
    }

    /// Their own 100 runs.
    @Test(.enabled(if: Folders.hasSharedData, Folders.needsSharedData))
    func `the ranks of the peer's runs give its medians and nine tenths`() throws {
        let ranks = try PeerTable("UA_N100_ranks.csv")
        let expected = try PeerTable("UA_N100_rankstats.csv")

        for (row, nominal) in expected.column(1).enumerated() {
            var tally = RankTally(among: 51)
            for run in 0..<100 { tally.add(Int32(ranks.column(run + 2)[row])) }
            let found = try #require(tally.quantiles())
            #expect(ranks.column(1)[row] == nominal)
            #expect(found.median == expected.column(3)[row])
            #expect(abs(found.lower - expected.column(4)[row]) < 1e-13)
            #expect(abs(found.upper - expected.column(5)[row]) < 1e-13)
            #expect(found.error == 0)
        }
    }

    @Test func `one figure is all of its quantiles`() throws {
        let found = try #require(SortedFigures([3.5]).quantiles())

        #expect(found.lower == 3.5 && found.median == 3.5 && found.upper == 3.5)
        #expect(found.medianRange == 3.5...3.5)
        #expect(SortedFigures([]).quantiles() == nil)
    }

    /// Of n coins at most k − 1 fall on one side, summed exactly.
    @Test(arguments: [8, 20, 100, 1000, 1001])
    func `the range of the median misses once in a hundred times`(count: Int) {
        let range = SortedFigures((1...count).map { Double($0) }).medianRange
        let (first, last) = (Int(range.lowerBound), Int(range.upperBound))
        var (share, missed) = (1.0, 0.0)
        for _ in 0..<count { share /= 2 }
        for heads in 0..<first {
            missed += share
            share *= Double(count - heads) / Double(heads + 1)
        }

        #expect(first - 1 == count - last)
        #expect(missed * 2 < 0.0101)
        #expect(missed * 2 > 0.003 || count < 50)
    }
}
