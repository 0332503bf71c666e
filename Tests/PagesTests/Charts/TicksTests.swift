internal import Testing
internal import TestSupport

@testable internal import Pages

@Suite struct TicksTests {
    private func plain(_ low: Double, _ high: Double, _ count: Int) -> [String] {
        Ticks(Scale(over: [low, high]), atMost: count).list.map(\.plain)
    }

    @Test func `numbers are round and written without the noise of doubles`() {
        #expect(plain(0, 100, 5) == ["0", "20", "40", "60", "80", "100"])
        #expect(plain(0, 1, 5) == ["0", "0.2", "0.4", "0.6", "0.8", "1"])
        #expect(plain(-0.3, 0.3, 6) == ["-0.3", "-0.2", "-0.1", "0", "0.1", "0.2", "0.3"])
        #expect(plain(1, 4, 3) == ["1", "2", "3", "4"])
        #expect(plain(0, 0.05, 5) == ["0", "0.01", "0.02", "0.03", "0.04", "0.05"])
        #expect(plain(0, 1e18, 2) == ["0", "500000000000000000", "1000000000000000000"])
        #expect(plain(3, 97, 5) == ["20", "40", "60", "80"])
    }

    @Test func `covering numbers go beyond the ends`() {
        let ticks = Ticks(covering: Scale(over: [3, 97]), atMost: 5).list

        #expect(ticks.map(\.plain) == ["0", "20", "40", "60", "80", "100"])
    }

    @Test func `a number is the double that is nearest to its digits`() throws {
        var random = SeededGenerator.fresh(11)
        for _ in 0..<2_000 {
            let size = Double.random(in: 1e-9...1e9, using: &random)
            let low = Double.random(in: -1...1, using: &random) * size
            for tick in Ticks(Scale(over: [low, low + size]), atMost: 5).list {
                #expect(tick.position == Double(tick.plain), "seed \(random.seed)")
            }
        }
    }

    @Test func `there are neither too many nor any outside of the scale`() {
        var random = SeededGenerator.fresh(12)
        for _ in 0..<2_000 {
            let size = Double.random(in: 1e-6...1e20, using: &random)
            let scale = Scale(over: [0, size])
            let ticks = Ticks(scale, atMost: 5).list
            #expect((2...6).contains(ticks.count), "\(size), seed \(random.seed)")
            #expect(ticks.allSatisfy { (0...size).contains($0.position) })
        }
    }
}
