import Arithmetic
import AssessmentSupport
import Domain
import Methodology
import Scoring
import Testing

/// What children come to, but for weighted means; values by hand.
@Suite struct AggregateTests {
    /// A total over three inputs; `keys` stand at each child.
    private func total(
        _ aggregate: String, _ keys: [String] = ["", "", ""], missing: String = "redistribute",
        more: String = ""
    ) -> String {
        let nodes = zip(["a", "b", "c"], keys).map { id, keys in
            "    - {id: n\(id), value: \(id), score: as-is\(keys)}\n"
        }
        let policies = "not-applicable: redistribute, excluded: refuse, missing: \(missing)"
        return Workbench.edition(
            """
            inputs:
              a: {type: number, optional: true}
              b: {type: number, optional: true}
              c: {type: number, optional: true}
            scorecard:
              id: total
              aggregate: {\(aggregate.replacing("…", with: policies))}
            \(more)  nodes:
            \(nodes.joined())
            """)
    }

    private let points = [", max: 50", ", max: 30", ", max: 20"]
    private let equal = [", weight: equal", ", weight: equal", ", weight: equal"]

    @Test func `points add up`() throws {
        let made = try Workbench.assess(total("sum: {…}", points), inputs: "a=40", "b=15", "c=20")

        #expect(try made.result("total") == "75")
        #expect(try made.bounds("total") == "75 … 75")
    }

    @Test(arguments: [
        // 40 + 20 of 70 points, of 100.
        ("redistribute", "85.714285714285714286"), ("zero", "60"), ("worst", "60"),
        // a stands for b as well: 40 / 50 of 80 points.
        ("{to: na}", "84"), ("refuse", "missing"),
    ])
    func `a sum treats a child without points as its policy says`(
        policy: String, expected: String
    ) throws {
        let made = try Workbench.assess(
            total("sum: {…}", points, missing: policy), inputs: "a=40", "b=", "c=20")

        #expect(try made.result("total") == expected)
        #expect(try made.bounds("total") == "60 … 90")
        #expect(made.coverage(of: 0, at: 0) == Fraction(numerator: 7, denominator: 10))
    }

    @Test func `what is not applicable is made good in a sum and its bounds`() throws {
        let made = try Workbench.assess(
            total("sum: {…}", points), inputs: "a=40", "b=NA", "c=")

        // 40 of 50 points are 80 of 100; with c from 0 to 20 they are 40 to 60 of 70.
        #expect(try made.result("total") == "80")
        #expect(try made.bounds("total") == "57.142857142857142857 … 85.714285714285714286")
    }

    @Test func `a coverage of a sum is met by points`() throws {
        let coverage = "  coverage: {at-least: 75 %}\n"

        let made = try Workbench.assess(
            total("sum: {…}", points, more: coverage), inputs: "a=40", "b=", "c=20")

        #expect(try made.result("total") == "missing")
    }

    @Test func `a weighted sum multiplies`() throws {
        let weights = [", weight: 2", ", weight: 0.5", ", weight: {ministry: 1/4, agency: 3}"]
        let edition = total("weighted-sum: {…}", weights)

        let made = try Workbench.assess(edition, inputs: "a=40", "b=10", "c=4")
        let left = try Workbench.assess(edition, inputs: "a=18", "b=40", "c=")

        // 80 + 5 + 1
        #expect(try made.result("total") == "86")
        // 36 + 20, times 2.75 / 2.5; c brings 0 to 25.
        #expect(try left.result("total") == "61.6")
        #expect(try left.bounds("total") == "56 … 81")
    }

    @Test(arguments: [
        (["equal", "equal", "equal"], "40", "60", "", "48"),
        // 4 / (1/40 + 3/60)
        (["1", "3", "0"], "40", "60", "0", "53.333333333333333333"),
        (["equal", "equal", "equal"], "40", "60", "0", "0"),
    ])
    func `a harmonic mean divides the weights by what scores take of them`(
        weights: [String], a: String, b: String, c: String, expected: String
    ) throws {
        let made = try Workbench.assess(
            total("harmonic: {zeros: zero, …}", weights.map { ", weight: \($0)" }),
            inputs: "a=\(a)", "b=\(b)", "c=\(c)")

        #expect(try made.result("total") == expected)
    }

    @Test func `a score of 0 in a harmonic mean is refused or raised where it says so`() throws {
        let refused = try Workbench.assess(
            total("harmonic: {zeros: refuse, …}", equal), inputs: "a=40", "b=0", "c=")
        let raised = try Workbench.assess(
            total("harmonic: {zeros: {raise-to: 1}, …}", equal), inputs: "a=40", "b=0", "c=")

        #expect(try refused.result("total") == "missing")
        #expect(try refused.reason("total") == .zero(try refused.position("nb")))
        // 3 / (1/40 + 1/0 + 1/100)
        #expect(try refused.bounds("total") == "0 … 0")
        // 2 / (1/40 + 1/1)
        #expect(try raised.result("total") == "1.951219512195121951")
        // 3 / (1/40 + 1 + 1) … 3 / (1/40 + 1 + 1/100)
        #expect(try raised.bounds("total") == "1.481481481481481481 … 2.898550724637681159")
    }

    @Test func `means without room for zeros need nothing said where there are none`() throws {
        let keys = equal.map { ", min: 1\($0)" }

        let made = try Workbench.assess(total("harmonic: {…}", keys), inputs: "a=40", "b=60", "c=")

        #expect(try made.result("total") == "48")
        // 3 / (1/40 + 1/60 + 1/1) … 3 / (1/40 + 1/60 + 1/100)
        #expect(try made.bounds("total") == "2.88 … 58.064516129032258065")
    }

    @Test(arguments: [
        ("median", "20", "10 … 60"), ("min", "10", "0 … 10"), ("max", "60", "60 … 100"),
        ("k-th-best", "20", "10 … 60"),
    ])
    func `scores in their order decide`(kind: String, full: String, bounds: String) throws {
        let edition = total(kind == "k-th-best" ? "k-th-best: {k: 2, …}" : "\(kind): {…}")

        let made = try Workbench.assess(edition, inputs: "a=60", "b=20", "c=10")
        let open = try Workbench.assess(edition, inputs: "a=60", "b=", "c=10")

        #expect(try made.result("total") == full)
        #expect(try open.bounds("total") == bounds)
    }

    @Test func `the median of two is their mean, and of what counts as 0 too`() throws {
        let left = try Workbench.assess(total("median: {…}"), inputs: "a=60", "b=", "c=11")
        let zero = try Workbench.assess(
            total("median: {…}", missing: "zero"), inputs: "a=60", "b=", "c=11")

        #expect(try left.result("total") == "35.5")
        #expect(try zero.result("total") == "11")
    }

    @Test func `a score in the middle alone is picked, with doubles as well`() throws {
        let edition = total("median: {…}")
            .replacing("arithmetic: decimal", with: "arithmetic: double")

        // The double next to 47.16 lies a little below it.
        let made = try Workbench.assess(edition, inputs: "a=60", "b=47.16", "c=11")
        let open = try Workbench.assess(edition, inputs: "a=60", "b=", "c=47.16")

        #expect(try made.result("total") == "47.16")
        #expect(try open.bounds("total") == "47.16 … 60")
    }

    @Test func `of fewer than k scores there is no k-th best`() throws {
        let made = try Workbench.assess(
            total("k-th-best: {k: 3, …}"), inputs: "a=60", "b=", "c=11")

        #expect(try made.result("total") == "missing")
        #expect(try made.reason("total") == .tooFew(2))
        #expect(try made.bounds("total") == "0 … 11")
        #expect(made.coverage(of: 0, at: 0) == Fraction(numerator: 2, denominator: 3))
    }

    @Test(arguments: [
        ("a=60", "b=20", "c=10", "30"), ("a=60", "b=20", "c=", "missing"),
        ("a=60", "b=WH", "c=10", "excluded"), ("a=60", "b=20", "c=0", "not-applicable"),
    ])
    func `a formula over children treats blanks as any value does`(
        a: String, b: String, c: String, expected: String
    ) throws {
        let edition = total(
            "formula: (score(na) - score(nb) / score(nc) * score(nc)) / score(nc) * score(nc) - score(nc)",
            more: "  empty: not-applicable\n")

        let made = try Workbench.assess(edition, inputs: a, b, c)

        #expect(try made.result("total") == expected)
    }

    @Test func `a formula over open children may come to anything on the scale`() throws {
        let edition = total("formula: 'MAX(score(na), score(nb), score(nc))'")

        let made = try Workbench.assess(edition, inputs: "a=60", "b=20", "c=")

        #expect(try made.result("total") == "60")
        #expect(try made.bounds("total") == "0 … 100")
        let other = made.value(of: 0, with: [try made.position("nb"): Fixed(80)], at: 0)
        #expect(other == Fixed(80))
    }

    @Test func `every kind can be the child of another, with steps of its own`() throws {
        let policies = "not-applicable: redistribute, excluded: refuse, missing: refuse"
        let edition = Workbench.edition(
            """
            inputs: {a: {type: number}, b: {type: number}, c: {type: number}, d: {type: number}}
            scorecard:
              id: total
              aggregate: {min: {\(policies)}}
              corrections: [{bonus: 100 / 100}]
              nodes:
                - id: points
                  max: 40
                  aggregate: {sum: {\(policies)}}
                  round: {mode: half-up, digits: 0}
                  nodes:
                    - {id: na, value: a, score: as-is, max: 20}
                    - {id: nb, value: b, score: as-is, max: 20}
                - id: best
                  aggregate: {max: {\(policies)}}
                  score: {knots: [[0, 100], [100, 0]]}
                  nodes:
                    - {id: nc, value: c, score: as-is}
                    - {id: nd, value: d, score: as-is}
            """)

        let made = try Workbench.assess(edition, inputs: "a=10.3", "b=9.2", "c=20", "d=70")

        #expect(try made.result("points") == "20")
        #expect(try made.result("best") == "30")
        #expect(try made.result("total") == "21")
    }

    private func double(_ edition: String) -> String {
        edition.replacing("arithmetic: decimal", with: "arithmetic: double")
    }

    @Test(arguments: [
        // The root of 4 · 9; the fourth root of 16 · 81 · 81 · 81; 8 to the third of 1 · 8 · 64.
        ("geometric: {zeros: zero, …}", ["equal", "equal", "equal"], "4", "9", "", 6.0),
        ("geometric: {zeros: zero, …}", ["1", "3", "0"], "16", "81", "0", 54),
        ("geometric: {zeros: zero, …}", ["equal", "equal", "equal"], "1", "8", "64", 8),
        ("geometric: {zeros: zero, …}", ["equal", "equal", "equal"], "1", "0", "64", 0),
        ("geometric: {zeros: {raise-to: 1}, …}", ["equal", "equal", "equal"], "8", "0", "64", 8),
        // The roots of (1 + 49) / 2 and of 2 · 2500 / 4, and the harmonic mean.
        ("power: {exponent: 2, …}", ["equal", "equal", "equal"], "1", "7", "", 5),
        ("power: {exponent: 2, …}", ["1", "1", "2"], "0", "0", "50", 35.35533905932737622),
        ("power: {exponent: -1, zeros: zero, …}", ["equal", "equal", "equal"], "40", "60", "", 48),
        ("power: {exponent: -1, zeros: zero, …}", ["equal", "equal", "equal"], "40", "0", "", 0),
        ("power: {exponent: 100, …}", ["equal", "equal", "equal"], "100", "100", "100", 100),
        ("power: {exponent: 2, …}", ["equal", "equal", "equal"], "0", "0", "0", 0),
    ])
    func `means of double editions are those of textbooks`(
        aggregate: String, weights: [String], a: String, b: String, c: String, expected: Double
    ) throws {
        let edition = double(total(aggregate, weights.map { ", weight: \($0)" }))

        let made = try Workbench.assess(edition, inputs: "a=\(a)", "b=\(b)", "c=\(c)")

        let score = try #require(made.columns[0]?.score(at: 0))
        #expect(abs(Double(score) - expected) <= 1e-12 * max(1, expected), "\(score)")
    }

    @Test func `a mean of doubles does not leave the range of its scores`() throws {
        for score in ["100", "99.9", "33.3", "0.1"] {
            for aggregate in ["geometric: {zeros: zero, …}", "power: {exponent: 3, …}"] {
                let edition = double(total(aggregate, equal))
                let made = try Workbench.assess(
                    edition, inputs: "a=\(score)", "b=\(score)", "c=\(score)")

                let leaf = try made.result("na")
                #expect(try made.result("total") == leaf)
                #expect(try made.bounds("total") == "\(leaf) … \(leaf)")
            }
        }
    }

    @Test func `a score of 0 leaves a geometric mean missing where it is refused`() throws {
        let edition = double(total("geometric: {zeros: refuse, …}", equal))

        let made = try Workbench.assess(edition, inputs: "a=40", "b=0", "c=")

        #expect(try made.reason("total") == .zero(try made.position("nb")))
    }
}
