internal import TestSupport
internal import Testing

@testable internal import Robustness

@Suite struct SummaryTests {
    /// Joanes and Gill's formulas by hand: m2 = 6.8, m3 = 21.6, m4 = 131.6 of 1, 1, 2, 3, 8.
    @Test func `a short series is what a hand computes`() throws {
        let summary = try #require(Summary([8, 1, .nan, 3, 1, 2]))

        #expect((summary.total, summary.available, summary.nonZero) == (6, 5, 5))
        #expect((summary.unique, summary.same) == (4, 2))
        #expect((summary.least, summary.greatest, summary.median) == (1, 8, 2))
        #expect(isClose(summary.mean, 3))
        #expect(isClose(summary.deviation, 8.5.squareRoot()))
        let first = 21.6 / (6.8 * 6.8.squareRoot())
        #expect(isClose(summary.skewness, first * 20.0.squareRoot() / 3))
        let second = 131.6 / (6.8 * 6.8) - 3
        #expect(isClose(summary.kurtosis, (6 * second + 6) * 4 / 6))
        #expect(isClose(summary.availableShare, 5.0 / 6))
        #expect((summary.uniqueShare, summary.sameShare) == (0.8, 0.4))
    }

    @Test func `what so few values do not have is nil`() throws {
        #expect(Summary([]) == nil)
        #expect(Summary([.nan, .nan]) == nil)
        let single = try #require(Summary([0]))
        #expect((single.deviation, single.skewness, single.kurtosis) == (nil, nil, nil))
        #expect(single.concerns == [.manyZeros])
        #expect(try #require(Summary([2, 2, 2, 2, .nan])).concerns == [.fewDistinct])
        #expect(try #require(Summary([1, 2, .nan, .nan])).concerns == [.fewValues])
    }

    @Test(.enabled(if: Folders.hasSharedData, Folders.needsSharedData))
    func `indicators of countries are described as by the peer to its three digits`() throws {
        let raw = try CoinrTable("steps/01_Raw.csv")
        let peer = try CoinrTable("analysis/stats_raw.csv")
        #expect(peer.rows.count == 49)
        for row in peer.rows {
            let code = try #require(row["iCode"])
            let ours = try #require(Summary(raw.numbers(code)))
            func expect(_ heading: String, _ number: Double?) {
                let theirs = peer.number(row, heading)
                // Half of the third digit, and what a tie of a decimal fraction lies apart.
                let distance = (number ?? .nan) - theirs
                #expect(distance.magnitude <= 0.005 * theirs.magnitude, "\(code) \(heading)")
                #expect(isThreeDigits(number ?? .nan, theirs), "\(code) \(heading)")
            }
            for (heading, count) in [
                ("N.Avail", ours.available), ("N.NonZero", ours.nonZero),
                ("N.Unique", ours.unique), ("N.Same", ours.same),
            ] {
                #expect(Double(count) == peer.number(row, heading), "\(code) \(heading)")
            }
            for (heading, number) in [
                ("Min", ours.least), ("Max", ours.greatest), ("Mean", ours.mean),
                ("Median", ours.median), ("Std", ours.deviation), ("Skew", ours.skewness),
                ("Kurt", ours.kurtosis), ("Frc.Avail", ours.availableShare),
                ("Frc.NonZero", ours.nonZeroShare), ("Frc.Unique", ours.uniqueShare),
                ("Frc.Same", ours.sameShare),
            ] as [(String, Double?)] {
                expect(heading, number)
            }
            let flags: [(String, Summary.Concern)] = [
                ("Flag.Avail", .fewValues), ("Flag.NonZero", .manyZeros),
                ("Flag.Unique", .fewDistinct), ("Flag.SkewKurt", .outliers),
            ]
            #expect(ours.concerns == flags.filter { row[$0.0] != "ok" }.map(\.1), "\(code)")
        }
    }

    /// Whether a number lies within half a unit of the third digit of another.
    private func isThreeDigits(_ number: Double, _ other: Double) -> Bool {
        var unit = 1.0
        while other.magnitude > 0, other.magnitude >= 1000 * unit { unit *= 10 }
        while other.magnitude > 0, other.magnitude < 100 * unit { unit /= 10 }
        return (number - other).magnitude <= 0.5 * unit * (1 + 1e-9)
    }
}
