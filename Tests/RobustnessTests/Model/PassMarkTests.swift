import Testing

@testable import Robustness

@Suite struct PassMarkTests {
    private static func knots(
        _ low: Double, _ pass: Double, _ high: Double, isFalling: Bool = false
    ) -> Rule.Thresholds {
        Rule.Thresholds(
            low: .init(value: low, score: isFalling ? 100 : 0), pass: .init(value: pass, score: 70),
            high: .init(value: high, score: isFalling ? 0 : 100))
    }

    /// The vectors of the instrument's own description.
    static let vectors: [(Rule.Thresholds, [(value: Double, score: Double)])] = [
        (knots(20, 76, 100), [(10, 0), (20, 0), (48, 35), (76, 70), (88, 85), (100, 100)]),
        (
            knots(10, 15, 20, isFalling: true),
            [(25, 0), (20, 0), (17.5, 35), (15, 70), (12.5, 85), (8, 100)]
        ),
    ]

    @Test(arguments: vectors.indices)
    func `three knots give the scores of the instrument`(index: Int) {
        let (knots, pairs) = Self.vectors[index]
        for (value, score) in pairs { #expect(knots.score(value) == score) }
    }

    @Test func `a pass mark lies evenly around its own by a part of the way`() throws {
        let mark = try #require(PassMark(index: 3, own: Self.knots(20, 76, 100), part: 0.1))

        #expect(mark.range == 68...84)
        for (place, pass) in [(0.0, 68.0), (0.25, 72), (0.5, 76), (0.75, 80)] {
            guard case .thresholds(let knots) = mark.rule(place) else {
                Issue.record("another rule")
                continue
            }
            #expect(knots.pass.value == pass)
            #expect(knots.score(pass) == 70)
            #expect(knots.score(20) == 0 && knots.score(100) == 100)
        }
    }

    @Test func `a pass mark stays strictly between floor and full mark`() throws {
        let mark = try #require(PassMark(index: 0, own: Self.knots(0, 0.5, 50), part: 0.9))

        #expect(mark.range.lowerBound > 0 && mark.range.upperBound == 45.5)
        guard case .thresholds(let knots) = mark.rule(0) else {
            Issue.record("another rule")
            return
        }
        #expect(knots.pass.value > 0 && knots.score(knots.pass.value) == 70)
        #expect(knots.score(0) == 0)
    }

    @Test func `a pass mark between neighbours has no room`() {
        let own = Self.knots(1, 1.0.nextUp, 1.0.nextUp.nextUp)

        #expect(PassMark(index: 0, own: own, part: 0.5) == nil)
    }
}
