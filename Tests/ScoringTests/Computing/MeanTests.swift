import Arithmetic
import Evidence
import Methodology
import AssessmentSupport
import Scoring
import Testing

@Suite struct MeanTests {
    /// A total over three inputs with these weights, policies and further keys.
    private func total(
        _ weights: [String], policies: String, more: String = ""
    ) -> String {
        let nodes = zip(["a", "b", "c"], weights).map { id, weight in
            "    - {id: n\(id), weight: \(weight), value: x\(id), score: as-is}\n"
        }.joined()
        return Workbench.edition(
            """
            inputs:
              xa: {type: percent, optional: true}
              xb: {type: percent, optional: true}
              xc: {type: percent, optional: true}
            scorecard:
              id: total
              aggregate: {weighted-mean: {\(policies)}}
            \(more)  nodes:
            \(nodes)
            """)
    }

    private let refusing = "not-applicable: redistribute, excluded: redistribute, missing: refuse"
    private let forgiving =
        "not-applicable: redistribute, excluded: redistribute, missing: redistribute"

    @Test func `the example of the language page is missing with bounds from 40 to 90`() throws {
        let edition = total(["50 %", "30 %", "20 %"], policies: refusing)

        let made = try Workbench.assess(edition, inputs: "xa=80", "xb=", "xc=WH")

        #expect(try made.result("total") == "missing")
        #expect(try made.reason("total") == .child(try made.position("nb")))
        #expect(try made.bounds("total") == "40 … 90")
        #expect(try made.bounds("nb") == "0 … 100")
        #expect(try made.bounds("na") == "80 … 80")
    }

    @Test func `a coverage of two thirds is met by two of three equal weights`() throws {
        let coverage = "  coverage: {at-least: 2/3}\n"
        let edition = total(["1/3", "1/3", "1/3"], policies: forgiving, more: coverage)

        let met = try Workbench.assess(edition, inputs: "xa=10", "xb=20", "xc=")
        let unmet = try Workbench.assess(edition, inputs: "xa=10", "xb=", "xc=")

        #expect(try met.result("total") == "15")
        #expect(met.coverage(of: 0, at: 0) == Fraction(numerator: 2, denominator: 3))
        #expect(try unmet.result("total") == "missing")
        #expect(
            try unmet.reason("total")
                == .coverage(
                    Fraction(numerator: 1, denominator: 3),
                    atLeast: Fraction(numerator: 2, denominator: 3)))
    }

    @Test func `twelve weights of one twelfth each make exactly one of twelve ones`() throws {
        let nodes = (1...12).map {
            "    - {id: n\($0), weight: 1/12, value: x, score: as-is}\n"
        }.joined()
        let edition = Workbench.edition(
            """
            inputs: {x: {type: number}}
            scorecard:
              id: total
              aggregate: {weighted-mean: {not-applicable: refuse, excluded: refuse, missing: refuse}}
              nodes:
            \(nodes)
            """)

        let made = try Workbench.assess(edition, inputs: "x=1")

        #expect(try made.result("total") == "1")
    }

    @Test(arguments: [
        ("redistribute", "xb=", "80"), ("zero", "xb=", "56"), ("worst", "xb=", "56"),
        ("{to: nc}", "xb=", "80"), ("refuse", "xb=", "missing"),
    ])
    func `a missing child is treated as its policy says`(
        policy: String, input: String, expected: String
    ) throws {
        // 50 % of 80, 30 % of nothing, 20 % of 80.
        let policies = "not-applicable: redistribute, excluded: redistribute, missing: \(policy)"
        let edition = total(["50 %", "30 %", "20 %"], policies: policies)

        let made = try Workbench.assess(edition, inputs: "xa=80", input, "xc=80")

        #expect(try made.result("total") == expected)
        #expect(try made.bounds("total") == "56 … 86")
    }

    @Test func `weight that goes to a sibling without a score leaves the parent missing`() throws {
        let policies = "not-applicable: redistribute, excluded: redistribute, missing: {to: nc}"
        let edition = total(["50 %", "30 %", "20 %"], policies: policies)

        let made = try Workbench.assess(edition, inputs: "xa=80", "xb=", "xc=WH")

        #expect(try made.result("total") == "missing")
        #expect(
            try made.reason("total")
                == .siblingWithoutScore(
                    child: try made.position("nb"), sibling: try made.position("nc")))
    }

    @Test(arguments: [
        ("xa=NA", "xb=NA", "xc=NA", "not-applicable"), ("xa=WH", "xb=WH", "xc=NA", "excluded"),
        ("xa=WH", "xb=", "xc=NA", "missing"), ("xa=", "xb=", "xc=", "missing"),
        ("xa=NA", "xb=70", "xc=NA", "70"),
    ])
    func `without any score the blanks beneath decide the state`(
        a: String, b: String, c: String, expected: String
    ) throws {
        let edition = total(["50 %", "30 %", "20 %"], policies: forgiving)

        let made = try Workbench.assess(edition, inputs: a, b, c)

        #expect(try made.result("total") == expected)
    }

    @Test func `a filled child counts below the line of coverage only`() throws {
        let edition = Workbench.edition(
            """
            inputs: {xa: {type: percent, optional: true}, xb: {type: percent, optional: true}}
            scorecard:
              id: total
              aggregate: {weighted-mean: {not-applicable: refuse, excluded: refuse, missing: refuse}}
              coverage: {at-least: 1/2}
              nodes:
                - {id: na, weight: 60 %, value: xa, score: as-is, missing: {rule: zero}}
                - {id: nb, weight: 40 %, value: xb, score: as-is}
            """)

        let filled = try Workbench.assess(edition, inputs: "xa=", "xb=50")
        let whole = try Workbench.assess(edition, inputs: "xa=0", "xb=50")

        #expect(try filled.result("total") == "missing")
        #expect(try whole.result("total") == "20")
    }

    @Test func `a mean that is not applicable has no coverage`() throws {
        let edition = total(
            ["50 %", "30 %", "20 %"], policies: forgiving, more: "  applies-when: xa > 50\n")

        let made = try Workbench.assess(edition, inputs: "xa=10", "xb=20", "xc=30")

        #expect(try made.result("total") == "not-applicable")
        #expect(made.coverage(of: 0, at: 0) == nil)
    }

    @Test func `weights by kind hold for bodies of that kind`() throws {
        let edition = Workbench.edition(
            """
            inputs: {xa: {type: percent}, xb: {type: percent}}
            scorecard:
              id: total
              aggregate: {weighted-mean: {not-applicable: refuse, excluded: refuse, missing: refuse}}
              nodes:
                - {id: na, weight: {ministry: 75 %, agency: 25 %}, value: xa, score: as-is}
                - {id: nb, weight: {ministry: 25 %, agency: 75 %}, value: xb, score: as-is}
            """)

        let made = try Workbench.assess(
            edition,
            [
                "bodies": "id,kind\na,ministry\nb,agency\n",
                "inputs": "body,period,xa,xb\na,2024,100,0\nb,2024,100,0\n",
            ])

        #expect(try made.result("total", "a") == "75")
        #expect(try made.result("total", "b") == "25")
    }
}
