internal import TestSupport
internal import Testing

@testable internal import Robustness

@Suite struct PrincipalComponentsTests {
    /// With two elements of correlation r the variances are 1 + r and 1 − r; here r = 0.5.
    @Test func `two elements spread along their sum and their difference`() throws {
        let found = try #require(PrincipalComponents([[1, 2, 3, .nan], [100, 300, 200, 7]]))

        #expect(found.bodies == 3)
        #expect(isClose(found.variances[0], 1.5) && isClose(found.variances[1], 0.5))
        #expect(isClose(found.shares[0], 0.75))
        let half = 0.5.squareRoot()
        #expect(isClose(found.loadings[0][0], half) && isClose(found.loadings[0][1], half))
        #expect(isClose(found.loadings[1][0], half) && isClose(found.loadings[1][1], -half))
    }

    @Test func `there are none of one element, of one body, or of what is constant`() {
        #expect(PrincipalComponents([]) == nil)
        #expect(PrincipalComponents([[1, 2, 3]]) == nil)
        #expect(PrincipalComponents([[1, .nan], [1, 2]]) == nil)
        #expect(PrincipalComponents([[1, 2, 3], [0.1, 0.1, 0.1]]) == nil)
    }

    @Test(.enabled(if: Folders.hasSharedData, Folders.needsSharedData))
    func `pillars spread along the directions of the peer, up to their sign`() throws {
        let scores = try CoinrTable("steps/06_Normalised.csv")
        let tree = try CoinrTree()
        let deviations = try CoinrTable("analysis/pca_sdev.csv")
        let weights = try CoinrTable("analysis/pca_weights.csv")
        for pillar in tree.level(2) {
            let codes = tree.children(of: pillar)
            let found = try #require(PrincipalComponents(codes.map(scores.numbers)))
            let peer = deviations.rows.filter { $0["group"] == pillar }
            #expect(peer.count == codes.count)
            for (ours, row) in zip(found.deviations, peer) {
                #expect(isClose(ours, deviations.number(row, "sdev")))
            }
            let theirs = codes.compactMap { code in
                weights.rows.first { $0["iCode"] == code }.map { weights.number($0, "Weight") }
            }
            let along = zip(found.loadings[0], theirs).reduce(0) { $0 + $1.0 * $1.1 }
            for (ours, weight) in zip(found.loadings[0], theirs) {
                #expect(isClose(along < 0 ? -ours : ours, weight), "\(pillar)")
            }
        }
    }
}
