internal import Foundation
internal import TestSupport
internal import Testing

@testable internal import Robustness

@Suite struct SaltelliTargetTests {
    /// The target of a function at the points of a design.
    private func target(
        base: Int, dimension: Int, seed: UInt64, _ function: ([Double]) -> Double
    ) -> SaltelliTarget {
        let design = SaltelliDesign(base: base, dimension: dimension, seed: seed)
        let rows = (0..<base).map { design.points(row: $0).map(function) }
        return SaltelliTarget(
            a: rows.map { $0[0] }, b: rows.map { $0[1] },
            mixed: (0..<dimension).map { factor in rows.map { $0[factor + 2] } })
    }

    @Test func `two points of one factor come to what a hand computes`() throws {
        let target = SaltelliTarget(a: [1, 2], b: [3, 6], mixed: [[3, 4]])

        // V = (4 + 1 + 0 + 9) / 3; first: (3 · 2 + 6 · 2) / 2 / V; total: (4 + 4) / 4 / V.
        let index = try #require(target.indices()?.first)
        #expect(index.first == 9 / (14.0 / 3))
        #expect(index.total == 2 / (14.0 / 3))
    }

    /// Their own 600 runs with four factors.
    @Test(.enabled(if: Folders.hasSharedData, Folders.needsSharedData))
    func `the scores of the peer's runs give its indices to 15 digits`() throws {
        let scores = try PeerTable("SA_N100_scores.csv")
        let expected = try PeerTable("SA_N100_indices.csv")
        let nominal = ranks(scores.column(1))
        let shifts = (0..<600).map { run -> Double in
            let ranks = ranks(scores.column(run + 2))
            let sum = zip(ranks, nominal).reduce(0) { $0 + abs($1.0 - $1.1) }
            return Double(sum) / Double(nominal.count)
        }
        let target = SaltelliTarget(
            a: Array(shifts[0..<100]), b: Array(shifts[100..<200]),
            mixed: (2..<6).map { Array(shifts[$0 * 100..<($0 + 1) * 100]) })

        let indices = try #require(target.indices())

        #expect(indices.count == 4)
        for (index, row) in zip(indices, 0..<4) {
            #expect(abs(index.first - expected.column(1)[row]) < 1e-15)
            #expect(abs(index.total - expected.column(2)[row]) < 1e-15)
        }
    }

    /// V = a²/8 + bπ⁴/5 + b²π⁸/18 + 1/2, V1 = (1 + bπ⁴/5)²/2, V2 = a²/8, V13 = 8b²π⁸/225.
    ///
    /// T. Ishigami, T. Homma (1990), with a = 7 and b = 0.1.
    @Test func `the indices of Ishigami's function are found`() throws {
        let (fourth, eighth) = (pow(Double.pi, 4), pow(Double.pi, 8))
        let one = (1 + 0.1 * fourth / 5) * (1 + 0.1 * fourth / 5) / 2
        let (two, both) = (49.0 / 8, 8 * 0.01 * eighth / 225)
        let variance = one + two + both
        let found = try #require(
            target(base: 20_000, dimension: 3, seed: 1) { point in
                let x = point.map { (2 * $0 - 1) * .pi }
                return sin(x[0]) + 7 * pow(sin(x[1]), 2) + 0.1 * pow(x[2], 4) * sin(x[0])
            }.indices())

        for (index, first) in zip(found, [one, two, 0]) {
            #expect(abs(index.first - first / variance) < 0.03)
        }
        for (index, total) in zip(found, [one + both, two, both]) {
            #expect(abs(index.total - total / variance) < 0.03)
        }
    }

    /// g = Π (|4x − 2| + a) / (1 + a); Vi = 1/(3 (1 + a)²), V = Π (1 + Vi) − 1.
    ///
    /// STi = Vi Π over the others (1 + Vj) / V. A. Saltelli, I. Sobol' (1995).
    @Test func `the indices of the g-function are found`() throws {
        let a = [0.0, 1, 4.5, 9, 99]
        let parts = a.map { 1 / (3 * (1 + $0) * (1 + $0)) }
        let product = parts.reduce(1) { $0 * (1 + $1) }
        let found = try #require(
            target(base: 20_000, dimension: 5, seed: 2) { point in
                zip(point, a).reduce(1) { $0 * (abs(4 * $1.0 - 2) + $1.1) / (1 + $1.1) }
            }.indices())

        for (index, part) in zip(found, parts) {
            #expect(abs(index.first - part / (product - 1)) < 0.03)
            #expect(abs(index.total - part * product / (1 + part) / (product - 1)) < 0.03)
        }
    }

    /// Of y = x1 + 2 x2 + 3 x3, Si = STi = ci² / 14.
    ///
    /// A range of nine tenths that is right holds the index in 90 of 100 cases, and in 80 or fewer
    /// once in some 500.
    @Test func `ranges of resampled points hold the true index nine times of ten`() throws {
        var held = Array(repeating: (first: 0, total: 0), count: 3)
        for seed in 0..<100 {
            let found = try #require(
                target(base: 200, dimension: 3, seed: UInt64(seed)) { point in
                    point[0] + 2 * point[1] + 3 * point[2]
                }.indices(resampledBy: UInt64(seed), stream: 0, threads: 1))
            for (factor, index) in found.enumerated() {
                let exact = Double((factor + 1) * (factor + 1)) / 14
                if try #require(index.firstRange).contains(exact) { held[factor].first += 1 }
                if try #require(index.totalRange).contains(exact) { held[factor].total += 1 }
            }
        }

        #expect(held.allSatisfy { $0.first > 80 && $0.total > 80 }, "seeds 0 to 99: \(held)")
    }

    @Test func `resampling does not depend on threads, and does on seed and stream`() {
        let target = target(base: 50, dimension: 2, seed: 1) { $0[0] * $0[1] }

        let one = target.indices(resampledBy: 1, stream: 0, threads: 1)

        for threads in [2, 8] {
            #expect(target.indices(resampledBy: 1, stream: 0, threads: threads) == one)
        }
        #expect(target.indices(resampledBy: 2, stream: 0, threads: 1) != one)
        #expect(target.indices(resampledBy: 1, stream: 1, threads: 1) != one)
    }

    @Test func `a target that never changes has no indices, and does not settle`() {
        let target = target(base: 50, dimension: 2, seed: 1) { _ in 0.1 }

        #expect(target.indices() == nil)
        #expect(target.indices(resampledBy: 1, stream: 0, threads: 1) == nil)
        #expect(target.convergence().isEmpty)
    }

    @Test func `a draw without variance has no indices`() throws {
        // One row in two differs: one draw in two has nothing but equal rows.
        let target = SaltelliTarget(a: [0, 1], b: [0, 1], mixed: [[0, 2]])

        let index = try #require(target.indices(resampledBy: 1, stream: 0, threads: 1)?.first)

        #expect(index.firstRange?.contains(index.first) == true)
    }

    @Test func `indices are seen to settle from a quarter to all of the points`() throws {
        let target = target(base: 403, dimension: 2, seed: 1) { $0[0] + $0[1] }

        let steps = target.convergence()

        #expect(steps.map(\.points) == [100, 201, 403])
        #expect(steps[2].indices == target.indices())
        #expect(steps[0].indices == target.prefix(100).indices())
        #expect(self.target(base: 2, dimension: 1, seed: 1) { $0[0] }.convergence().count == 1)
    }
}
