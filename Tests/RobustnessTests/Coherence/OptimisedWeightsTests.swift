internal import LinearAlgebra
internal import TestSupport
internal import Testing

@testable internal import Robustness

@Suite struct OptimisedWeightsTests {
    /// The correlations of what does not go together are in proportion to weight × deviation.
    @Test func `what spreads twice as far needs half the weight`() throws {
        let columns = [[-1.0, 1, -1, 1], [-2.0, -2, 2, 2]]

        let found = try #require(OptimisedWeights(columns, nominal: [3, 3]))

        #expect(found.intended == [0.5, 0.5])
        let obtained = try #require(found.obtained)
        #expect(isClose(obtained[0], 1.0 / 3) && isClose(obtained[1], 2.0 / 3))
        #expect(isClose(found.distance, 1.0 / 36))
        #expect((found.weights[0] - 2.0 / 3).magnitude < 1e-6)
        #expect(found.leastDistance < 1e-12)
        #expect((found.reached[0] - 0.5).magnitude < 1e-6)
    }

    @Test func `there are none of one child, of two bodies, or of what is constant`() {
        #expect(OptimisedWeights([[1, 2, 3]], nominal: [1]) == nil)
        #expect(OptimisedWeights([[1, 2, .nan], [2, 1, 4]], nominal: [1, 1]) == nil)
        #expect(OptimisedWeights([[1, 2, 3], [4, 4, 4]], nominal: [1, 1]) == nil)
        #expect(OptimisedWeights([[1, 2, 3], [2, 1, 4]], nominal: [0, 0]) == nil)
    }

    /// Of eight pillars in two groups, with equal importance intended.
    ///
    /// The table's weights are in
    /// another order than what came of them: that comes out, in the alphabetical order of pillars,
    /// where SusEcFin has the greater weight.
    @Test(.enabled(if: Folders.hasSharedData, Folders.needsSharedData))
    func `weights come at least as close to equal importance as the peer's`() throws {
        let tree = try CoinrTree()
        let scores = try CoinrTable("steps/07_Aggregated.csv")
        let peer = try CoinrTable("analysis/opt_weights_equal_L2_corr.csv")
        let pillars = tree.level(2).sorted()
        let covariance = try #require(CompleteRows(pillars.map(scores.numbers)).covariance)
        let fit = ImportanceFit(covariance: covariance, intended: peer.numbers("Desired"))
        let isFirst = pillars.map { tree.children(of: "Conn").contains($0) }
        func onTop(_ weights: [Double]) -> [Double] {
            let first = zip(weights, isFirst).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
            let all = weights.reduce(0, +)
            return zip(weights, isFirst).map { $0 / ($1 ? first : all - first) / 2 }
        }

        let theirs = try #require(fit.shares(onTop(peer.numbers("OptWeight").sorted())))
        let search = WeightSearch(from: [pillars.map { _ in 1 }]) {
            fit.distance(fit.shares(onTop($0)))
        }
        let ours = try #require(search)

        for (share, obtained) in zip(theirs, peer.numbers("Obtained")) {
            #expect(isClose(share, obtained))
        }
        #expect(pillars.last == "SusEcFin")
        #expect(ours.value <= fit.distance(theirs) + 1e-6)
        // Nelder and Mead, as SciPy 1.17 has it, end at 0.00096623 after 6,796 steps.
        #expect(ours.value < 0.00096623 + 1e-6)
    }
}
