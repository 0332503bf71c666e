internal import LinearAlgebra
internal import TestSupport
internal import Testing

@testable internal import Robustness

@Suite struct InfluenceTests {
    @Test func `what a parabola decides no line shows`() throws {
        let element = [-2.0, -1, 0, 1, 2, .nan]
        let found = try #require(Influence(of: element, on: [4, 1, 0, 1, 4, 9]))

        #expect(isClose(found.correlation, 0) && isClose(found.linear, 0))
        #expect(isClose(found.curved, 1))
    }

    @Test func `of two values a curve explains no more than a line`() throws {
        let found = try #require(Influence(of: [0, 0, 1, 1], on: [1, 2, 3, 5]))

        #expect(isClose(found.linear, 6.25 / 8.75) && isClose(found.curved, 6.25 / 8.75))
    }

    @Test func `nothing decides what is constant, or is known of two bodies`() {
        #expect(Influence(of: [1, 2, 3], on: [5, 5, 5]) == nil)
        #expect(Influence(of: [5, 5, 5], on: [1, 2, 3]) == nil)
        #expect(Influence(of: [1, 2, .nan], on: [1, 2, 3]) == nil)
    }

    /// By the normal equations of 1, x, x² and x³.
    @Test(arguments: 1...10)
    func `a curve explains what least squares say`(seed: UInt64) throws {
        var generator = SeededGenerator.fresh(seed)
        let element = (0..<30).map { _ in Double.random(in: -1...1, using: &generator) }
        let above = element.map { $0 * $0 - $0 + Double.random(in: -1...1, using: &generator) }
        let powers = (0..<4).map { power in
            element.map { value in (0..<power).reduce(1) { product, _ in product * value } }
        }
        func product(_ one: [Double], _ other: [Double]) -> Double {
            zip(one, other).reduce(0) { $0 + $1.0 * $1.1 }
        }
        let normal = Matrix(columns: powers.map { one in powers.map { product(one, $0) } })
        let right = Matrix(columns: [powers.map { product($0, above) }])
        let slopes = try Cholesky(of: normal).solving(right)
        let fitted = element.indices.map { place in
            powers.indices.reduce(0) { $0 + slopes[$1, 0] * powers[$1][place] }
        }
        let mean = above.reduce(0, +) / 30
        let explained = fitted.map { $0 - mean }
        let apart = above.map { $0 - mean }

        let found = try #require(Influence(of: element, on: above))

        let expected = product(explained, explained) / product(apart, apart)
        #expect((found.curved - expected).magnitude < 1e-9, "seed \(generator.seed)")
        #expect(found.curved >= found.linear)
    }
}
