import Arithmetic
import Expressions
import Foundation
import Methodology
import Scoring
import TestSupport
import Testing

@Suite struct TreatedTests {
    private func treatment(
        _ skewness: Int = 2, _ kurtosis: Int = 3, atMost: Int? = 5,
        otherwise: Node.Treatment.Transform? = .log
    ) -> Node.Treatment {
        Node.Treatment(
            reach: .bodies, skewness: Fixed(skewness), kurtosis: Fixed(kurtosis), atMost: atMost,
            otherwise: otherwise)
    }

    /// The rule as COINr 1.1.14 writes it, step by step on the whole series.
    ///
    /// - Source: COINr, R/treat.R: winsorise, log_CT, check_SkewKurt.
    private static func slow(_ values: [Double], _ rule: Node.Treatment) -> (
        values: [Double], points: Int
    ) {
        func shape(_ x: [Double]) -> (skewness: Double, kurtosis: Double) {
            let n = Double(x.count)
            let mean = x.reduce(0, +) / n
            func power(_ power: Int) -> Double {
                x.reduce(0) { $0 + pow($1 - mean, Double(power)) }
            }
            let skewness =
                n.squareRoot() * power(3) / pow(power(2), 1.5) * (n * (n - 1)).squareRoot()
                / (n - 2)
            let ratio = n * power(4) / pow(power(2), 2)
            return (
                skewness, ((n + 1) * (ratio - 3) + 6) * (n - 1) / ((n - 2) * (n - 3))
            )
        }
        func fails(_ x: [Double]) -> Bool {
            let (skewness, kurtosis) = shape(x)
            return abs(skewness) > Double(rule.skewness) && kurtosis > Double(rule.kurtosis)
        }
        var x = values
        var changed: Set<Int> = []
        while let most = rule.atMost, fails(x), changed.count < most {
            let isHigh = shape(x).skewness >= 0
            guard let end = isHigh ? x.max() : x.min() else { break }
            let rest = x.filter { $0 != end }
            guard let next = isHigh ? rest.max() : rest.min() else { break }
            for index in x.indices where x[index] == end {
                x[index] = next
                changed.insert(index)
            }
        }
        if fails(x), let otherwise = rule.otherwise, let least = values.min(),
            let greatest = values.max()
        {
            let shift = otherwise == .log ? 0.01 * (greatest - least) : 1
            x = values.map { log($0 - least + shift) }
        }
        return (x, changed.count)
    }

    @Test func `points are drawn in while the series fails`() {
        let made = treatment(otherwise: nil).treated([3, 1, 2, 5, 4, 6, 8, 7, 10, 9, 30, 100])

        #expect(made.values == [3, 1, 2, 5, 4, 6, 8, 7, 10, 9, 30, 30])
        #expect(made.points == 1)
        #expect(made.transform == nil)
    }

    @Test func `those of a tie are drawn in together and counted one by one`() {
        let values = [Double](repeating: 0, count: 20) + [1, 2, 50, 50]
        let made = treatment(0, 0, atMost: 1, otherwise: nil).treated(values)

        #expect(made.values == [Double](repeating: 0, count: 20) + [1, 2, 2, 2])
        #expect(made.points == 2)
    }

    @Test func `a series that leans down is drawn in from below`() {
        let values = [-100, -9, 1, 2, 3, 4, 5, 6, 7.0, 8, 9]
        let made = treatment(otherwise: nil).treated(values)

        #expect(made.values == [-9, -9, 1, 2, 3, 4, 5, 6, 7, 8, 9])
        #expect((made.before?.skewness ?? 0) < -2)
    }

    @Test func `the logarithm is of the values as they were`() {
        let values = [Double](repeating: 0, count: 20) + [1, 10, 100]
        let made = treatment(atMost: 1).treated(values)

        #expect(made.points == 1 && made.transform == .log)
        #expect(abs(made.values[0] - 0) < 1e-15)
        #expect(abs(made.values[22] - log(101)) < 1e-15)
        #expect(treatment(atMost: nil).treated(values).values == made.values)
        let plusOne = treatment(atMost: nil, otherwise: .logPlusOne).treated(values)
        #expect(abs(plusOne.values[21] - log(11)) < 1e-15)
    }

    @Test func `another number of points takes the place of the edition's`() {
        let values = [0, 0, 0, 0, 0, 0, 0, 0, 1, 10, 100.0]
        let rule = treatment(0, 0, atMost: 5, otherwise: nil)

        #expect(rule.treated(values, points: 1).values.last == 10)
        #expect(rule.treated(values, points: 2).values.suffix(2) == [1, 1])
    }

    @Test(arguments: [[], [5], [1, 2, 900], [7, 7, 7, 7, 7, 7], [0.1, 0.1, 0.1, 0.1, 0.1]])
    func `few values, and the same ones, stay as they are`(values: [Double]) {
        let made = treatment(0, 0).treated(values)

        #expect(made.values == values)
        #expect(made.points == 0 && made.transform == nil)
    }

    @Test func `it is what the package does, with ties and in any order`() {
        var generator = SeededGenerator(seed: 41)
        var (drawn, logged) = (0, 0)
        for round in 0..<300 {
            let count = Int.random(in: 4...40, using: &generator)
            var values = (0..<count).map { _ -> Double in
                let size = pow(Double.random(in: 0...1, using: &generator), -1.2).rounded()
                return round.isMultiple(of: 2) ? size : -size / 7
            }
            if Set(values).count == 1 { values[0] += 1 }
            let rule = treatment(
                1, 2, atMost: Int.random(in: 1...4, using: &generator),
                otherwise: round.isMultiple(of: 3) ? nil : .log)
            let made = rule.treated(values)
            let slow = Self.slow(values, rule)

            #expect(made.points == slow.points, "round \(round)")
            for (own, expected) in zip(made.values, slow.values) {
                #expect(abs(own - expected) <= 1e-12 * max(1, abs(expected)), "round \(round)")
            }
            let order = values.indices.shuffled(using: &generator)
            let again = rule.treated(order.map { values[$0] })
            #expect(again.values == order.map { made.values[$0] })
            drawn += made.points > 0 ? 1 : 0
            logged += made.transform == nil ? 0 : 1
        }
        #expect(drawn > 50 && logged > 10)
    }
}
