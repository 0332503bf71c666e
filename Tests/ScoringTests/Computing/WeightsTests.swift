import Arithmetic
import AssessmentSupport
import Diagnostics
import Domain
import Methodology
import Scoring
import Testing

/// Weights that are equal or computed.
@Suite struct WeightsTests {
    /// A mean of three inputs, with what stands under `weight` for each.
    private func total(_ weights: [String], more: String = "") -> String {
        let nodes = zip(["a", "b", "c"], weights).map { id, weight in
            "    - {id: n\(id), value: \(id), score: as-is, weight: \(weight)}\n"
        }
        return Workbench.edition(
            """
            inputs:
              "{i of all}": {type: percent, optional: true}
              "w{i of all}": {type: number, optional: true}
            lists: {all: [a, b, c]}
            \(more)
            scorecard:
              id: total
              aggregate:
                weighted-mean: {not-applicable: redistribute, missing: redistribute, excluded: refuse}
              nodes:
            \(nodes.joined())
            checks: [{id: used, expect: 'SUM(wa, wb, wc) >= 0'}]
            """)
    }

    private func by(_ formulas: String...) -> String { total(formulas.map { "{by: \($0)}" }) }

    @Test func `equal weights make the arithmetic mean`() throws {
        let made = try Workbench.assess(
            total(["equal", "equal", "equal"]), inputs: "a=10", "b=20", "c=60")

        #expect(try made.result("total") == "30")
    }

    @Test func `a weight by a formula is its share among the siblings`() throws {
        let made = try Workbench.assess(
            by("wa", "wb", "wc"), inputs: "a=80", "b=40", "c=0", "wa=1", "wb=3", "wc=0")

        // (1 · 80 + 3 · 40) / 4
        #expect(try made.result("total") == "50")
        let aggregate = made.computation(of: 0, at: 0).aggregate
        #expect(
            aggregate?.children.map(\.nominal)
                == [250_000_000_000_000_000, 750_000_000_000_000_000, 0])
    }

    @Test func `what a child without a score leaves goes to the others in proportion`() throws {
        let made = try Workbench.assess(
            by("wa", "wb", "wc"), inputs: "a=80", "b=40", "c=", "wa=1", "wb=3", "wc=4")

        #expect(try made.result("total") == "50")
        #expect(made.coverage(of: 0, at: 0) == Fraction(numerator: 1, denominator: 2))
        // (1 · 80 + 3 · 40 + 4 · (0 … 100)) / 8
        #expect(try made.bounds("total") == "25 … 75")
    }

    @Test func `a blank weight leaves the node missing, whatever its child's state`() throws {
        let made = try Workbench.assess(
            by("wa", "wb", "wc"), inputs: "a=80", "b=40", "c=NA", "wa=1", "wb=3", "wc=")

        #expect(try made.result("total") == "missing")
        #expect(
            try made.reason("total")
                == .weight(
                    child: try made.position("nc"),
                    .input(try #require(made.plan.schema.inputs.firstIndex { $0.id == "wc" }))))
        #expect(try made.bounds("total") == "0 … 100")
    }

    @Test func `weights that are all zero are no weights`() throws {
        let made = try Workbench.assess(
            by("wa", "wb", "wc"), inputs: "a=80", "b=40", "c=0", "wa=0", "wb=0", "wc=0")

        #expect(try made.result("total") == "missing")
        #expect(try made.reason("total") == .emptyWeights(part: 0))
    }

    @Test func `a weight below zero stops the assessment with its place`() throws {
        let refused = #expect(throws: Workbench.Refused.self) {
            try Workbench.assess(
                by("wa", "wb", "wc"), inputs: "a=80", "b=40", "c=0", "wa=1", "wb=-3", "wc=4")
        }

        #expect(refused?.diagnostics.map(\.code) == ["weight.negative"])
        #expect(
            refused?.diagnostics.first?.description.contains(
                "(node nb) — help: Weights are 0 or more") ?? false)
    }

    @Test func `a weight may rest on a score, and is open while that is`() throws {
        let edition = by("score(nb)", "wb", "wc")

        let made = try Workbench.assess(
            edition, inputs: "a=80", "b=1", "c=0", "wa=1", "wb=3", "wc=0")
        let open = try Workbench.assess(
            edition, inputs: "a=80", "b=", "c=0", "wa=1", "wb=3", "wc=0")

        // (1 · 80 + 3 · 1) / 4
        #expect(try made.result("total") == "20.75")
        #expect(try open.result("total") == "missing")
        #expect(try open.bounds("total") == "0 … 100")
    }

    @Test func `a weight may be made of what all bodies have`() throws {
        let edition = by("SUM(wa OVER bodies)", "SUM(wb OVER bodies)", "wc")

        let made = try Workbench.assess(
            edition,
            [
                "bodies": "id,kind\na,ministry\nb,ministry\n",
                "inputs":
                    "body,period,a,b,c,wa,wb,wc\na,2024,80,40,0,1,2,0\nb,2024,10,50,90,5,,4\n",
            ])

        // 6 and 2, and of b 4 besides.
        #expect(try made.result("total") == "70")
        // 10 / 2, 50 · 0.166666666666666667 and 90 · 0.333333333333333333
        #expect(try made.result("total", "b") == "43.33333333333333332")
        #expect(try made.bounds("total") == "none")
    }

    @Test func `a blend of dated parameters has the weights of its period`() throws {
        let parameters = """
            parameters:
              even:
                unit: share
                values: [{from: 2020-01-01, value: 1/2}, {from: 2024-01-01, value: 1/4}]
              own:
                unit: share
                values: [{from: 2020-01-01, value: 1/2}, {from: 2024-01-01, value: 3/4}]
            """
        let edition = total(
            ["a", "b", "c"].map { "{blend: [{part: even, by: equal}, {part: own, by: w\($0)}]}" },
            more: parameters)

        let made = try Workbench.assess(
            edition, inputs: "a=100", "b=0", "c=0", "wa=1", "wb=1", "wc=2")

        // 1/4 · 1/3 + 3/4 · 1/4 is 0.270833333333333333, and so for b; c has 0.458333333333333333.
        // The three sum to 1 - 10^-18, and the mean is 27.0833333333333333 over that.
        #expect(try made.result("total") == "27.083333333333333327")
    }

    /// The twelve weights of InCiSE 2019: two thirds equal, one third by the quality of data.
    ///
    /// - Source: The International Civil Service Effectiveness (InCiSE) Index 2019, technical
    ///   report: sums of data quality over the countries, and the weights in percent.
    @Test func `the blend of InCiSE gives the weights it was published with`() throws {
        let published: [(id: String, quality: String, weight: String)] = [
            ("cap", "9.271", "6.6"), ("crm", "23.967", "8.2"), ("dig", "16.855", "7.4"),
            ("ffm", "29.763", "8.8"), ("hrm", "24.332", "8.2"), ("inc", "25.188", "8.3"),
            ("int", "19.995", "7.8"), ("opn", "31.100", "9"), ("pol", "38.000", "9.8"),
            ("pro", "19.500", "7.7"), ("reg", "34.510", "9.4"), ("tax", "29.269", "8.8"),
        ]
        let ids = published.map(\.id).joined(separator: ", ")
        let edition = Workbench.edition(
            """
            lists: {all: [\(ids)]}
            inputs: {"{i of all}": {type: number}, "dqa_{i of all}": {type: number, min: 0}}
            scorecard:
              id: index
              aggregate: {weighted-mean: {missing: refuse, excluded: refuse, not-applicable: refuse}}
              nodes:
                - id: "node_{i of all}"
                  value: "{i}"
                  score: as-is
                  weight: {blend: [{part: 2/3, by: equal}, {part: 1/3, by: "dqa_{i}"}]}
            """)
        let heading = ["body", "period"] + published.flatMap { [$0.id, "dqa_\($0.id)"] }
        let row = ["a", "2024"] + published.flatMap { ["0", $0.quality] }

        let made = try Workbench.assess(
            edition,
            [
                "bodies": "id,kind\na,ministry\n",
                "inputs": heading.joined(separator: ",") + "\n" + row.joined(separator: ",") + "\n",
            ])

        let children = try #require(made.computation(of: 0, at: 0).aggregate?.children)
        let weights = try children.map {
            try Fixed(raw: Int128($0.nominal) * 100).rounded(to: 1, .halfUp).description
        }
        #expect(weights == published.map(\.weight))
    }
}
