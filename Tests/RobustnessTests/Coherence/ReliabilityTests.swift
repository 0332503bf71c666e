internal import TestSupport
internal import Testing

@testable internal import Robustness

@Suite struct ReliabilityTests {
    /// Variances 1 and 13/3, covariance 3/2: 2 · (1 − 16/25).
    @Test func `two indicators come to what a hand computes`() {
        #expect(isClose(Reliability.alpha([[1, 2, 3], [2, 1, 5]]), 0.72))
        #expect(isClose(Reliability.alpha([[1, 2, 3], [1, 2, 3]]), 1))
    }

    @Test func `there is none of one indicator, or of what cancels out`() {
        #expect(Reliability.alpha([]) == nil)
        #expect(Reliability.alpha([[1, 2, 3]]) == nil)
        #expect(Reliability.alpha([[1, 2, 3], [3, 2, 1]]) == nil)
        #expect(Reliability.alpha([[1, 2, .nan], [.nan, 1, 2]]) == nil)
    }

    @Test(.enabled(if: Folders.hasSharedData, Folders.needsSharedData))
    func `pillars have the alpha of the peer`() throws {
        let scores = try CoinrTable("steps/06_Normalised.csv")
        let tree = try CoinrTree()
        let peer = try CoinrTable("analysis/cronbach_by_pillar.csv")
        #expect(peer.rows.count == 8)
        for row in peer.rows {
            let columns = tree.children(of: row["pillar"] ?? "").map(scores.numbers)
            #expect(isClose(Reliability.alpha(columns), peer.number(row, "alpha")))
        }
    }
}
