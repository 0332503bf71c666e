import Testing

@testable import Robustness

@Suite struct SortingTests {
    @Test func `positions come in the order of their keys`() {
        var random = SystemRandomNumberGenerator()
        for count in [0, 1, 2, 3, 10, 57, 400, 5000] {
            let seed = UInt64.random(in: .min ... .max, using: &random)
            var state = seed
            let keys = (0..<count).map { _ -> Double in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                // Few different keys, so that there are ties.
                return Double(state >> 55)
            }
            var positions = Array(0..<count)

            Sorting.sort(&positions, count: count, by: keys)

            #expect(positions.map { keys[$0] } == keys.sorted(), "seed \(seed)")
            #expect(positions.sorted() == Array(0..<count), "seed \(seed)")
        }
    }
}
