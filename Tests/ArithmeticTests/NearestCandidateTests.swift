@testable internal import Arithmetic
internal import TestSupport
internal import Testing

/// One row of R's results: `round(x, digits)`.
struct RoundedDouble: Sendable {
    let x: Double
    let digits: Int
    let rounded: Double

    init(_ x: Double, _ digits: Int, _ rounded: Double) {
        (self.x, self.digits, self.rounded) = (x, digits, rounded)
    }

    init?(_ line: Substring) {
        let fields = line.split(separator: ",")
        guard fields.count == 3, let x = Double(fields[0]), let digits = Int(fields[1]),
            let rounded = Double(fields[2])
        else { return nil }
        self.init(x, digits, rounded)
    }

    /// Computed by R 4.2.2; the first five stand in the language's description as well.
    static let cited = [
        RoundedDouble(0.15, 1, 0.1), RoundedDouble(0.45, 1, 0.4), RoundedDouble(0.65, 1, 0.7),
        RoundedDouble(2.675, 2, 2.67), RoundedDouble(69.995, 2, 70),
        RoundedDouble(0.25, 1, 0.2), RoundedDouble(0.35, 1, 0.3), RoundedDouble(0.55, 1, 0.6),
        RoundedDouble(0.75, 1, 0.8), RoundedDouble(0.85, 1, 0.8), RoundedDouble(0.95, 1, 0.9),
        RoundedDouble(1.005, 2, 1), RoundedDouble(0.285, 2, 0.28),
        RoundedDouble(0.28500000000000003, 2, 0.29), RoundedDouble(89.995, 2, 90),
        RoundedDouble(-0.15, 1, -0.1), RoundedDouble(-2.675, 2, -2.67),
        RoundedDouble(-69.995, 2, -70), RoundedDouble(-89.995, 2, -90),
        RoundedDouble(-18.25, 0, -18), RoundedDouble(-67.875, 2, -67.88),
        RoundedDouble(54.375, 1, 54.4), RoundedDouble(0.6875, 2, 0.69),
        RoundedDouble(83.461, 2, 83.46), RoundedDouble(0.43545454545454548, 2, 0.44),
        RoundedDouble(-59.149015703379973, 4, -59.149), RoundedDouble(7900.039888883297, 0, 7900),
        RoundedDouble(1359925.4075864076, 3, 1359925.408),
        RoundedDouble(-99599358.625710517, 5, -99599358.62571),
        RoundedDouble(1.0641465830942394e-06, 4, 0),
    ]
}

@Suite struct NearestCandidateTests {
    @Test(arguments: RoundedDouble.cited)
    func `the cited values come out bit for bit`(row: RoundedDouble) {
        let rounded = NearestCandidate.round(row.x, digits: row.digits)

        #expect(rounded.bitPattern == row.rounded.bitPattern)
    }

    @Test(.enabled(if: Folders.hasSharedData, Folders.needsSharedData))
    func `all 4,031 values of R come out bit for bit`() throws {
        let text = String(
            decoding: try Folders.sharedData("rounding/expected/r_4.2.2_round.csv"), as: UTF8.self)
        let rows = text.split(whereSeparator: \.isNewline).dropFirst().compactMap {
            RoundedDouble($0)
        }

        let wrong = rows.filter {
            NearestCandidate.round($0.x, digits: $0.digits).bitPattern != $0.rounded.bitPattern
        }

        #expect(rows.count == 4031)
        #expect(wrong.isEmpty, "\(wrong.prefix(5))")
    }

    @Test func `negative numbers round as their positive twins`() {
        var generator = SeededGenerator.fresh(401)
        for _ in 0..<100_000 {
            let x = Double.random(in: 0...1000, using: &generator)
            let digits = Int.random(in: 0...6, using: &generator)
            let (up, down) = (
                NearestCandidate.round(x, digits: digits),
                NearestCandidate.round(-x, digits: digits)
            )
            guard up.bitPattern != (-down).bitPattern else { continue }
            Issue.record("SEED=\(generator.seed): \(x) to \(digits) gave \(up) and \(down)")
            return
        }
    }

    @Test(arguments: [
        (-0.001, 2, -0.0), (-1234.0, -5, -0.0), (1250, -2, 1200), (1350, -2, 1400), (5, -1, 0),
        (1e300, 400, 1e300), (1e300, -400, 0), (9_007_199_254_740_994, 3, 9_007_199_254_740_994),
        (0.5, Int.max, 0.5), (-0.5, Int.min, -0.0),
        (Double.leastNonzeroMagnitude, 324, Double.leastNonzeroMagnitude),
    ])
    func `signs, places before the point and extreme digits`(
        x: Double, digits: Int, expected: Double
    ) {
        let rounded = NearestCandidate.round(x, digits: digits)

        #expect(rounded.bitPattern == expected.bitPattern)
    }

    @Test(arguments: [0.0, -0.0, Double.infinity, -.infinity, .nan])
    func `zeros, infinities and NaN come back as they are`(x: Double) {
        #expect(NearestCandidate.round(x, digits: 2).bitPattern == x.bitPattern)
    }
}
