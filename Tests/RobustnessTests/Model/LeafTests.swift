import Arithmetic
import AssessmentSupport
import Diagnostics
import Expressions
import Methodology
import Scoring
import Testing

@testable import Robustness

@Suite struct LeafTests {
    /// A mean of five leaves, the first two of which are compared with other bodies.
    private static func edition(
        score: String = minMax, missing: String = "", policy: String = "zero",
        alternatives: String = ""
    ) -> String {
        Workbench.edition(
            """
            peers: {by: kind}
            lists: {all: [a, b, c, d, e]}
            inputs: {"{p of all}": {type: percent, optional: true}}
            scorecard:
              id: total
              max: 1000
              aggregate: {weighted-mean: {not-applicable: redistribute, missing: \(policy), excluded: zero}}
              nodes:
                - {id: na, value: a, max: 1000, score: {\(score)}, weight: 2\(missing)}
                - {id: nb, value: b, max: 1000, score: {\(score)}, weight: 3\(missing)}
                - {id: nc, value: c, max: 1000, score: as-is, weight: 5\(missing)}
                - {id: nd, value: d, max: 1000, score: {knots: [[0, 0], [30, 80], [100, 100]]}, weight: 1\(missing)}
                - {id: ne, value: e, max: 1000, score: as-is, weight: 4, round: {digits: 0, mode: half-up}\(missing)}
            \(alternatives)
            """, head: ["arithmetic": "double"])
    }

    private static let minMax =
        "min-max: {over: peers, better: lower, constant: middle, to: {min: 0, max: 100}}"

    /// Score rules as they stand in an edition, beside the alternative that means them.
    private static let rules: [(rule: String, alternative: String)] = [
        (
            "min-max: {over: peers, better: lower, constant: middle, to: {min: 1, max: 90}}",
            "{min-max: {to: {min: 1, max: 90}}}"
        ),
        (
            "z-score: {over: peers, better: lower, constant: middle, deviation: sample, at-mean: 300, per-deviation: 20}",
            "{z-score: {deviation: sample, at-mean: 300, per-deviation: 20}}"
        ),
        ("rank: {over: peers, better: lower, ties: mean}", "{rank: {ties: mean}}"),
        ("borda: {over: peers, better: lower, ties: lowest}", "{borda: {ties: lowest}}"),
        (
            "percentile-rank: {over: peers, better: lower, ties: highest, constant: middle, to: scale}",
            "{percentile-rank: {ties: highest, to: {min: 0, max: 1000}}}"
        ),
    ]

    private static let allRules =
        "  score: [\(rules.map(\.alternative).joined(separator: ", "))]\n"

    private static func model(_ edition: String) throws -> Model {
        let assessment = try Workbench.assess(edition, InnerTests.tables)
        let alternatives = try #require(assessment.plan.alternatives)
        let all = Array(assessment.plan.nodes.indices)
        return try Model(
            assessment,
            Alternatives(
                nodes: all, scores: alternatives.scores, missing: alternatives.missing,
                rangesOverBounds: alternatives.rangesOverBounds,
                samplingErrors: alternatives.samplingErrors, place: Bench.place), period: 0)
    }

    @Test(arguments: rules.indices, ["", ", missing: {rule: group-mean, reason: {en: why}}"])
    func `another score rule gives what an edition with that rule gives`(
        rule: Int, missing: String
    ) throws {
        let model = try Self.model(
            Self.edition(missing: missing, alternatives: "alternatives:\n\(Self.allRules)"))
        let other = try Workbench.assess(
            Self.edition(score: Self.rules[rule].rule, missing: missing), InnerTests.tables)

        #expect(Bench.faults(model, beside: other) { $0.scoring = rule } == [])
    }

    @Test(
        arguments: ["", ", missing: {rule: {score: 7}, reason: {en: why}}"],
        Alternatives.Missing.allCases)
    func `another missing rule gives what an edition with that rule gives`(
        own: String, missing: Alternatives.Missing
    ) throws {
        let words = Alternatives.Missing.allCases.map(\.rawValue).joined(separator: ", ")
        let model = try Self.model(
            Self.edition(
                missing: own,
                alternatives: "alternatives:\n\(Self.allRules)  missing: [\(words)]\n"))
        let isLeft = missing == .redistribute
        let other = try Workbench.assess(
            Self.edition(
                score: Self.rules[1].rule,
                missing: isLeft ? "" : ", missing: {rule: \(missing.rawValue), reason: {en: why}}",
                policy: isLeft ? "redistribute" : "zero"), InnerTests.tables)

        let faults = Bench.faults(model, beside: other) { settings in
            (settings.scoring, settings.missing) = (1, missing)
        }

        #expect(faults == [])
    }

    @Test func `an open score lies so far between its bounds as is drawn`() throws {
        let edition = Self.edition(alternatives: "alternatives: {bounds: yes}")
        let model = try Self.model(edition)
        var half = Settings()
        half.bounds = [Double](repeating: 0.25, count: model.openCount)
        var scratch = model.scratch()

        model.run(half, in: &scratch)

        // c of body e is withheld: a quarter of the way from 0 to 1,000.
        let node = try #require(model.nodes.firstIndex(of: 3))
        #expect(scratch.scores[node][4] == 250)
        #expect(scratch.scores[node][0] == 60)
    }

    @Test func `a value moves by its standard error before it is scored`() throws {
        let edition = Self.edition(
            alternatives: """
                alternatives:
                  sampling: [{node: nd, standard-error: e / 100}, {node: na, standard-error: 2}]
                """)
        let model = try Self.model(edition)
        var inputs = InnerTests.tables["inputs"] ?? ""
        // Body a: d is 50 with an error of 0.4, a is 80 with an error of 2.
        inputs.replace("a,2024,80,70,60,50,40", with: "a,2024,79,70,60,51.2,40")
        let other = try Workbench.assess(
            Self.edition(), InnerTests.tables.merging(["inputs": inputs]) { $1 })

        let faults = Bench.faults(model, beside: other) { settings in
            var moves = [Double](repeating: 0, count: model.sampledCount)
            // The errors of na come first, in the order of nodes, one for each body.
            moves[0] = -0.5
            moves[model.bodies.count] = 3
            settings.sampling = moves
        }

        #expect(faults == [])
    }

    private static func treated(_ points: Int, over reach: String) -> String {
        edition(
            score: minMax,
            missing: ", missing: {rule: group-median, reason: {en: why}}"
        ).replacing(
            "value: b,",
            with: "value: b, treat: {over: \(reach), when: {skewness: 0.1, kurtosis: 0.2}, "
                + "winsorise: {at-most: \(points)}, otherwise: log},")
    }

    @Test(arguments: 1...5, ["bodies", "peers"])
    func `another number of points gives what an edition with that number gives`(
        points: Int, reach: String
    ) throws {
        let assessment = try Workbench.assess(Self.treated(2, over: reach), InnerTests.tables)
        let model = try Model(
            assessment,
            Alternatives(
                nodes: Array(assessment.plan.nodes.indices), winsorised: [1, 3, 4],
                place: Bench.place), period: 0)
        let other = try Workbench.assess(Self.treated(points, over: reach), InnerTests.tables)

        // Also a number that is none of the alternatives.
        #expect(Bench.faults(model, beside: other) { $0.points = points } == [])
    }

    @Test func `coverage counts no value that took the place of a missing one`() throws {
        func edition(_ missing: String) -> String {
            Workbench.edition(
                """
                \(missing == "zero" ? "" : "peers: {by: kind}\n")inputs: {a: {type: percent, optional: true}, b: {type: percent, optional: true}}
                scorecard:
                  id: total
                  aggregate: {weighted-mean: {not-applicable: zero, missing: zero, excluded: zero}}
                  coverage: {at-least: 60 %}
                  nodes:
                    - {id: na, value: a, score: as-is, weight: 1, missing: {rule: \(missing), reason: {en: why}}}
                    - {id: nb, value: b, score: as-is, weight: 1, missing: {rule: \(missing), reason: {en: why}}}
                """)
        }
        let tables = [
            "bodies": "id,kind\nx,ministry\ny,ministry\nz,ministry\n",
            "inputs": "body,period,a,b\nx,2024,10,20\ny,2024,,40\nz,2024,30,\n",
        ]
        let assessment = try Workbench.assess(edition("group-mean"), tables)
        let model = try Model(
            assessment,
            Alternatives(
                nodes: [0, 1, 2], aggregates: [.arithmetic, .geometric],
                missing: [.groupMean, .groupMedian, .zero], place: Bench.place), period: 0)

        for (missing, word) in [
            (Alternatives.Missing.groupMedian, "group-median"), (.zero, "zero"),
        ] {
            let other = try Workbench.assess(edition(word), tables)
            #expect(Bench.faults(model, beside: other) { $0.missing = missing } == [])
        }
    }
}
