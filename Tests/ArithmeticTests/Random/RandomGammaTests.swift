@testable internal import Arithmetic
internal import Foundation
internal import Testing

@Suite struct RandomGammaTests {
    private static let count = 50_000

    private func draws(shape: Double) -> [Double] {
        var stream = RandomStream(seed: 3, number: 0, purpose: UInt32(shape * 2))
        return (0..<Self.count).map { _ in stream.gamma(shape: shape) }
    }

    /// The sum of `shape` waiting times is above x when fewer than `shape` events happen until x.
    @Test(arguments: [1, 2, 3, 10, 40])
    func `gamma numbers of a whole shape have the distribution of Erlang`(shape: Int) {
        let distance = farthest(draws(shape: Double(shape))) { x in
            var (term, sum) = (1.0, 1.0)
            for event in 1..<shape {
                term *= x / Double(event)
                sum += term
            }
            return 1 - exp(-x) * sum
        }

        #expect(distance < rare(Self.count))
    }

    @Test func `gamma numbers of half a shape are half the squares of normal ones`() {
        let distance = farthest(draws(shape: 0.5)) { erf($0.squareRoot()) }

        #expect(distance < rare(Self.count))
    }

    @Test(arguments: [0, -1, .leastNonzeroMagnitude, 1e-9, 1e9, 1e300, .infinity, .nan, -.infinity])
    func `gamma numbers of any shape come to an end`(shape: Double) {
        var stream = RandomStream(seed: 4, number: 0, purpose: 0)

        let draw = stream.gamma(shape: shape)

        #expect(draw >= 0)
        #expect(shape > 0 || draw == 0)
    }

    @Test func `shares of two equal shapes of 1 are even`() {
        var stream = RandomStream(seed: 5, number: 0, purpose: 0)

        let first = (0..<Self.count).map { _ in stream.dirichlet(shapes: [1, 1])[0] }

        #expect(farthest(first) { $0 } < rare(Self.count))
    }

    /// mean = a / a0, variance = a (a0 − a) / (a0² (a0 + 1)).
    @Test func `shares have the mean and variance of Dirichlet and add up to 1`() {
        let shapes = [0.5, 4, 7.5, 0]
        var stream = RandomStream(seed: 6, number: 0, purpose: 0)

        let all = (0..<Self.count).map { _ in stream.dirichlet(shapes: shapes) }

        #expect(all.allSatisfy { abs($0.reduce(0, +) - 1) < 1e-15 * 4 })
        for (index, shape) in shapes.enumerated() {
            let shares = all.map { $0[index] }
            let (mean, variance) = (shape / 12, shape * (12 - shape) / (144 * 13))
            let found = shares.reduce(0, +) / Double(Self.count)
            let squares = shares.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
            #expect(abs(found - mean) <= 4 * (variance / Double(Self.count)).squareRoot())
            #expect(abs(squares / Double(Self.count) - variance) <= variance * 0.05)
        }
    }

    @Test func `shares of shapes too small for doubles all go to one, each in its turn`() {
        var stream = RandomStream(seed: 7, number: 0, purpose: 0)
        var wins = [0, 0, 0]

        for _ in 0..<3000 {
            let shares = stream.dirichlet(shapes: [1e-300, 0, 2e-300])
            #expect(shares.sorted() == [0, 0, 1])
            wins[shares.firstIndex(of: 1) ?? 1] += 1
        }

        #expect(wins[1] == 0)
        #expect(abs(wins[0] - 1000) < 104)  // four standard deviations
    }
}
