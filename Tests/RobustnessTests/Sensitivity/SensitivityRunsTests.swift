internal import TestSupport
internal import Testing

@testable internal import Robustness

@Suite struct SensitivityRunsTests {
    /// Eight bodies; the second factor does nothing, the last body never moves.
    private static let mixed = SmallExperiment(
        3, [SmallContest(official: [8, 7, 6, 5, 4, 3, 2, -9])]
    ) { point in
        let moving = (0..<7).map { body -> Double in
            let factor = body.isMultiple(of: 2) ? 0 : 2
            return Double(8 - body) + 3 * point[factor] * Double(body % 3)
        }
        return [moving + [-9]]
    }

    private func runs(
        _ experiment: SmallExperiment, base: Int, seed: UInt64 = 1, threads: Int? = 1
    ) -> SensitivityRuns<SmallExperiment> {
        SensitivityRuns(subject: experiment, base: base, seed: seed, threads: threads)
    }

    private func text(_ nodes: [NodeSensitivity]) -> String {
        nodes.map { node in
            "\(node.node) \(node.meanShift) \(node.indices ?? []) \(node.convergence) "
                + "\(node.bodies.sorted { $0.key < $1.key })"
        }.joined()
    }

    @Test(arguments: [2, 15, 100])
    func `results are the same with 1, 2 and 8 threads, and differ with the seed`(base: Int) {
        let one = text(runs(Self.mixed, base: base).results())

        for threads in [2, 8, nil] {
            #expect(text(runs(Self.mixed, base: base, threads: threads).results()) == one)
        }
        #expect(text(runs(Self.mixed, base: base, seed: 2).results()) != one)
    }

    @Test func `what comes out is what a loop that holds everything finds`() throws {
        let (base, contest) = (40, Self.mixed.contests[0])
        let design = SaltelliDesign(base: base, dimension: 3, seed: 1)
        var memory = Self.mixed.memory()
        // By set, row and body.
        let shifts = (0..<5).map { set -> [[Double]] in
            (0..<base).map { row -> [Double] in
                Self.mixed.compute(design.points(row: row)[set], seed: 1, in: &memory)
                let found = ranks(memory[0])
                return (0..<8).map { Double(abs(found[$0] - Int(contest.official[$0]))) }
            }
        }
        func target(_ figure: ([Double]) -> Double) -> SaltelliTarget {
            let sets = shifts.map { $0.map(figure) }
            return SaltelliTarget(a: sets[0], b: sets[1], mixed: Array(sets[2...]))
        }
        let found = runs(Self.mixed, base: base).results()[0]

        let mean = target { $0.reduce(0, +) / 8 }
        #expect(
            found.indices == mean.indices(resampledBy: 1, stream: 0, threads: 1))
        #expect(found.indices?[1].total == 0)
        #expect(found.convergence.map(\.points) == [10, 20, 40])
        let all: [Double] = shifts.flatMap { $0.map { $0.reduce(0, +) / 8 } }
        let meanShift = all.reduce(0, +) / 200
        #expect(abs(found.meanShift - meanShift) < 1e-14)
        for body in 0..<8 {
            let expected = target { $0[body] }.indices()
            let indices = found.bodies[Self.mixed.bodies[body]]
            #expect((indices == nil) == (expected == nil))
            for (index, other) in zip(indices ?? [], expected ?? []) {
                #expect(abs(index.first - other.first) < 1e-13)
                #expect(abs(index.total - other.total) < 1e-13)
                #expect(index.firstRange == nil && index.totalRange == nil)
            }
        }
        #expect(found.bodies[Self.mixed.bodies[7]] == nil)
    }

    @Test func `a body without a score stands behind those that have one`() {
        let contest = SmallContest(
            official: [5, 4, 3, 2, .nan, 1], groups: [[0, 1, 2], [3, 4, 5]])
        var shifts = [Int32](repeating: 9, count: 6)

        let sum = contest.shift([0, 2, 1, 0, 0, 0], into: &shifts)

        // 1 → 3, 2 → 2, 3 → 1; 1 → 1, and 2 → 1, as nobody of the group has a score.
        #expect(shifts == [2, 0, 2, 0, 9, 1])
        #expect(sum == 5)
    }

    @Test func `nothing ranked, nobody there or nothing that moves has no indices`() {
        for contest in [
            SmallContest(official: [.nan, .nan]), SmallContest(official: []),
            SmallContest(official: [2, 1]),
        ] {
            let count = contest.official.count
            let still = SmallExperiment(2, [contest]) { _ in
                [(0..<count).map { Double(count - $0) }]
            }
            let found = runs(still, base: 20).results()[0]
            #expect(found.meanShift == 0)
            #expect(found.indices == nil && found.bodies.isEmpty && found.convergence.isEmpty)
        }
    }

    @Test func `scores that are none in every run do no harm`() {
        let lost = SmallExperiment(1, [SmallContest(official: [2, 1])]) { _ in [[.nan, .nan]] }

        let found = runs(lost, base: 10).results()[0]

        // Both stand first, behind nobody.
        #expect(found.meanShift == 0.5)
        #expect(found.indices == nil)
    }

    @Test func `sums of the largest shifts do not overflow`() {
        var sums = BodySums(bodies: 1, dimension: 1)
        for _ in 0..<20 { sums.add(BodySums.large) }

        #expect(sums.indices(of: 0, points: 20_000_000)?.count == 1)
    }
}

extension BodySums {
    /// A million rows in which a body falls and rises by 100,000 places.
    fileprivate static let large: BodySums = {
        var sums = BodySums(bodies: 1, dimension: 1)
        sums.add([[100_000], [0], [0]], bodies: [0])
        for _ in 0..<20 {
            let copy = sums
            sums.add(copy)
        }
        return sums
    }()
}
