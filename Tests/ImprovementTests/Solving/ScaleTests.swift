internal import Testing

@testable internal import Improvement

@Suite struct ScaleTests {
    @Test func `numbers are counted in what divides them all`() {
        let scale = Scale(ofSums: [[0, 600], [-900]], limit: 5)
        #expect(scale.unit == 300)
        #expect(scale.isExact)
        #expect(scale.part(-900) == -3)
        #expect(scale.floor(of: 899) == 2)
        #expect(scale.number(3) == 900)
    }

    @Test func `sums above the limit are counted in parts of the greatest`() {
        let scale = Scale(ofSums: [[1, 1_000_003], [2_000_000]], limit: 1000)
        #expect(scale.unit == 3000)
        #expect(!scale.isExact)
    }

    @Test func `nothing has a unit of 1`() {
        #expect(Scale(ofSums: [], limit: 10).unit == 1)
        #expect(Scale(ofSums: [[0]], limit: 10).unit == 1)
    }
}
