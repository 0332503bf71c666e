import Arithmetic
@testable import Methodology
import TestSupport
import Testing

@Suite struct IntervalTests {
    private static func whole(_ number: Int) -> Fraction {
        Fraction(numerator: Int128(number), denominator: 1)
    }

    private static func holds(_ interval: Interval, _ number: Fraction) -> Bool {
        (interval.least.map { !(number < $0) } ?? true)
            && (interval.greatest.map { !($0 < number) } ?? true)
            && !(interval.excludesZero && number.sign == 0)
    }

    /// Ends from -3 to 3, each perhaps absent, and every whole number between.
    private static let intervals: [(interval: Interval, members: [Int])] = {
        let ends: [Int?] = [nil] + (-3...3).map(Optional.some)
        return ends.flatMap { least in
            ends.compactMap { greatest in
                let members = Array((least ?? -6)...max(greatest ?? 6, least ?? -6))
                guard (least ?? -6) <= (greatest ?? 6) else { return nil }
                return (Interval(least.map(whole), greatest.map(whole)), members)
            }
        }
    }()

    @Test func `what two numbers make lies in what their ranges make`() throws {
        for (left, lefts) in Self.intervals {
            for (right, rights) in Self.intervals {
                let sum = left.adding(right)
                let product = left.multiplied(by: right)
                let quotient = left.divided(by: right)
                let union = left.union(right)
                for a in lefts.map(Self.whole) {
                    #expect(Self.holds(union, a))
                    #expect(Self.holds(left.negated, a.negated))
                    #expect(Self.holds(left.absolute, a.sign < 0 ? a.negated : a))
                    for b in rights.map(Self.whole) {
                        #expect(Self.holds(sum, try a.adding(b)))
                        #expect(Self.holds(product, try a.multiplied(by: b)))
                        if b.sign != 0 { #expect(Self.holds(quotient, try a.divided(by: b))) }
                    }
                }
            }
        }
    }

    @Test func `ends that are too long are no limits`() {
        let huge = Fraction(numerator: .max, denominator: 1)
        let product = Interval(Interval.one, huge).multiplied(by: Interval(Interval.one, huge))

        #expect(product.least == Interval.one)
        #expect(product.greatest == nil)
        #expect(product.excludesZero)
    }
}
