import Arithmetic
import Testing

@testable import Improvement

/// Points are shared exactly; the shares were worked out by hand.
@Suite struct SharingTests {
    @Test(arguments: [
        // 16 in proportion to 10 and 20.
        (16, [10, 20], [(16, 3), (32, 3)]),
        // What was lost is shared alike.
        (-3, [10, 20], [(-1, 1), (-2, 1)]),
        // As expected.
        (30, [10, 20], [(10, 1), (20, 1)]),
        // 8 were expected and 6 came: 2 less over the sizes 10 and 2.
        (6, [10, -2], [(25, 3), (-7, 3)]),
        (5, [7, 0], [(5, 1), (0, 1)]),
    ])
    func `what came is shared by what was expected`(
        total: Int, expected: [Int], shares: [(Int, Int)]
    ) throws {
        let found = try Sharing.shares(
            of: BigFraction(Fixed(total)), expected: expected.map { BigFraction(Fixed($0)) })

        #expect(
            found?.map(\.description)
                == shares.map {
                    BigFraction(numerator: Int128($0.0), denominator: Int128($0.1)).description
                })
    }

    @Test func `where nothing was expected nothing can be shared`() throws {
        #expect(try Sharing.shares(of: BigFraction(Fixed(5)), expected: []) == nil)
        #expect(try Sharing.shares(of: BigFraction(Fixed(5)), expected: [.nothing]) == nil)
    }
}
