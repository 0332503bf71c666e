import Testing

@testable import Scoring

@Suite struct VerdictsTests {
    /// False, true, not applicable, withheld, no data.
    private static let all: [UInt8] = [0, 1, 2, 3, 4]

    /// Kleene's tables, with the graver blank where two meet.
    private func and(_ one: UInt8, _ other: UInt8) -> UInt8 {
        switch (one, other) {
        case (0, _), (_, 0): 0
        case (1, let rest), (let rest, 1): rest
        default: [4, 3, 2].first { $0 == one || $0 == other } ?? 0
        }
    }

    @Test func `AND and OR follow Kleene for every pair`() {
        for one in Self.all {
            for other in Self.all {
                let (left, right) = (Verdicts(codes: [one]), Verdicts(codes: [other]))

                #expect(left.and(right).codes == [and(one, other)])
                // De Morgan.
                #expect(left.or(right).codes == left.negated.and(right.negated).negated.codes)
            }
        }
    }

    @Test func `only what is true is counted`() {
        #expect(Verdicts(codes: Self.all + [1]).count == 2)
    }

    @Test func `a blank keeps its kind`() {
        for code in Self.all where code > 1 {
            #expect(Verdicts.code(Verdicts.presence(code)) == code)
        }
    }
}
