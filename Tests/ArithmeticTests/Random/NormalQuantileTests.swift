@testable internal import Arithmetic
internal import Testing

@Suite struct NormalQuantileTests {
    /// The first three are the examples that Wichura prints; the others were computed to 60 digits
    /// with mpmath 1.3.0 from the double nearest to the share, and rounded.
    @Test(arguments: [
        (0.25, -0.6744897501960817432), (0.001, -3.0902323061678135354),
        (1e-20, -9.2623400897984075796), (0.075, -1.4395314709384559349),
        (0.925, 1.4395314709384562291), (0.0749999, -1.4395321773759005864),
        (0.5000001, 2.5066282733116483012e-7), (0.9, 1.2815515655446005935),
        (0.3, -0.52440051270804081597), (1e-5, -4.2648907939228246102),
        (1e-11, -6.7060231554951362961), (1e-300, -37.047096299361199237),
        (0.999999, 4.7534243088170877657),
    ])
    func `quantiles agree with the published ones to the last digits`(
        share: Double, expected: Double
    ) {
        #expect(abs(share.normalQuantile - expected) <= 4e-16 * abs(expected))
    }

    @Test func `quantiles of mirrored shares are mirrored, and never fall`() {
        var last = -Double.infinity
        for step in 1..<4096 {
            let share = Double(step) / 4096
            #expect(share.normalQuantile == -(1 - share).normalQuantile)
            #expect(share.normalQuantile > last)
            last = share.normalQuantile
        }
    }

    @Test func `the ends are infinite, and nothing lies beyond`() {
        #expect((0.5).normalQuantile == 0)
        #expect((0.0).normalQuantile == -.infinity)
        #expect((1.0).normalQuantile == .infinity)
        for share in [-0.1, 1.1, .nan, .infinity, -.infinity] {
            #expect(share.normalQuantile.isNaN)
        }
    }
}
