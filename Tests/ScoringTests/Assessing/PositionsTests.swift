import TestSupport
import Testing

@testable import Scoring

@Suite struct PositionsTests {
    @Test func `positions are what a set of them is`() {
        var random = SeededGenerator.fresh(64)
        for _ in 0..<300 {
            let most = Int.random(in: 1...300, using: &random)
            func some() -> [Int] {
                (0..<Int.random(in: 0...40, using: &random)).map { _ in
                    Int.random(in: 0..<most, using: &random)
                }
            }
            let (first, second) = (some(), some())
            var positions = Positions(first)

            #expect(Array(positions) == Set(first).sorted(), "seed \(random.seed)")
            #expect(
                positions.isDisjoint(with: Positions(second)) == Set(first).isDisjoint(with: second)
            )
            positions.formUnion(Positions(second))
            #expect(Array(positions) == Set(first).union(second).sorted())
            #expect(positions.count == Set(first).union(second).count)
            for position in 0...most + 64 {
                #expect(positions.contains(position) == (first + second).contains(position))
            }
        }
    }

    @Test func `no position is in an empty set`() {
        #expect(Array(Positions()) == [])
        #expect(Positions().count == 0)
        #expect(!Positions().contains(0))
    }
}
