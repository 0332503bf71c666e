@testable internal import Arithmetic
internal import Testing

@Suite struct RandomStreamTests {
    private func words(_ count: Int, _ stream: RandomStream) -> [UInt64] {
        var stream = stream
        return (0..<count).map { _ in stream.next() }
    }

    @Test func `a stream is made of the blocks of its counter, low words first`() {
        // The first of the known answers of Random123.
        let zero = RandomStream(seed: 0, number: 0, purpose: 0)
        #expect(words(2, zero) == [0xe169_c58d_6627_e8d5, 0x9b00_dbd8_bc57_ac4c])

        let block = Philox.block(counter: (1, 7, 5, 9), key: (3, 4))
        let third = words(3, RandomStream(seed: 4 << 32 | 3, number: 9 << 32 | 5, purpose: 7))[2]
        #expect(third == UInt64(block.1) << 32 | UInt64(block.0))
    }

    @Test func `streams that differ in seed, number or purpose have no word in common`() {
        let streams = [
            RandomStream(seed: 1, number: 1, purpose: 1),
            RandomStream(seed: 2, number: 1, purpose: 1),
            RandomStream(seed: 1 | 1 << 40, number: 1, purpose: 1),
            RandomStream(seed: 1, number: 2, purpose: 1),
            RandomStream(seed: 1, number: 1 | 1 << 40, purpose: 1),
            RandomStream(seed: 1, number: 1, purpose: 2),
        ]

        let all = streams.flatMap { words(1000, $0) }

        #expect(Set(all).count == all.count)
    }

    @Test func `uniform numbers fill their range evenly`() {
        var stream = RandomStream(seed: 1, number: 0, purpose: 0)

        let distance = farthest((0..<100_000).map { _ in stream.uniform() }) { $0 }

        #expect(distance < rare(100_000))
    }

    @Test func `uniform numbers of neighbouring runs are as even as those of one`() {
        let draws = (0..<100_000).map { run in
            var stream = RandomStream(seed: 1, number: UInt64(run), purpose: 3)
            return stream.uniform()
        }

        #expect(farthest(draws) { $0 } < rare(100_000))
    }

    @Test func `whole numbers below a bound are equally frequent`() {
        var stream = RandomStream(seed: 1, number: 0, purpose: 4)
        var counts = [Int](repeating: 0, count: 7)

        for _ in 0..<70_000 { counts[stream.below(7)] += 1 }

        // Four standard deviations: 4 · √(70,000 · 1/7 · 6/7).
        #expect(counts.allSatisfy { abs($0 - 10_000) < 370 })
        #expect(stream.below(1) == 0)
    }

    @Test func `normal numbers have the normal distribution`() {
        var stream = RandomStream(seed: 2, number: 0, purpose: 0)

        let draws = (0..<100_000).map { _ in stream.normal() }

        #expect(farthest(draws, normalShare) < rare(100_000))
    }
}
