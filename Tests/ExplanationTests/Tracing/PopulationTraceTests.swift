import AssessmentSupport
import Explanation
import JSON
import Scoring
import TestSupport
import Testing

/// Traces of scores that depend on other bodies.
@Suite struct PopulationTraceTests {
    private func assess(_ keys: String) throws -> Assessment {
        try Workbench.assess(
            Workbench.edition(
                """
                peers: {by: group}
                inputs: {x: {type: number, optional: true}, y: {type: number}}
                scorecard:
                  id: n
                \(keys)
                """),
            [
                "bodies": "id,kind,group\na,ministry,n\nb,ministry,n\nc,ministry,n\nd,ministry,\n",
                "inputs": "body,period,x,y\na,2024,10,1\nb,2024,20,2\nc,2024,,3\nd,2024,60,4\n",
            ])
    }

    private func text(_ made: Assessment, _ body: String = "a") throws -> String {
        let trace = Trace(made, node: try made.position("n"), at: try made.unit(body))
        return trace.lines(Wording(made), Display(made)).map { "\($0)\n" }.joined()
    }

    @Test func `a trace tells at how many bodies a function looked`() throws {
        let made = try assess(
            """
              value: x / AVERAGE(x OVER peers) * COUNT(y OVER bodies)
              empty: missing
              score: as-is
            """)

        expectGolden(try text(made), "over-peers.txt")
    }

    @Test func `the reason names the body whose denominator is zero`() throws {
        let made = try assess(
            """
              value: SUM(100 / (y - 1) OVER bodies) + SUM(x OVER peers)
              empty: missing
              score: as-is
            """)

        let reason = Wording(made).reason(of: try made.position("n"), at: try made.unit("b"))
        #expect(reason == "(y - 1) is zero for a in 2024")
    }

    @Test func `a body in no group has no peers, and the reason says so`() throws {
        let made = try assess(
            """
              value: SUM(x + y OVER peers)
              score: as-is
            """)

        let reason = Wording(made).reason(of: try made.position("n"), at: try made.unit("d"))
        #expect(reason == "the body's group is not known")
    }

    @Test func `a trace tells what a value was compared with`() throws {
        let made = try assess(
            """
              aggregate: none
              nodes:
                - {id: m, value: y, score: {min-max: {over: peers, better: lower, constant: best, to: scale}}}
                - {id: r, value: y, score: {rank: {over: bodies, better: higher, ties: mean}}}
                - {id: p, value: y, score: {percentile-rank: {over: bodies, better: lower, ties: lowest, constant: missing, to: {min: 10, max: 70}}}}
                - {id: c, value: x - x, score: {min-max: {over: bodies, better: lower, constant: best, to: scale}}}
                - {id: e, value: x - x, score: {min-max: {over: bodies, better: lower, constant: missing, to: scale}}}
            """)

        let texts = try ["m", "r", "p", "c", "e"].map { node in
            let trace = Trace(made, node: try made.position(node), at: try made.unit("b"))
            return trace.lines(Wording(made), Display(made)).map { "\($0)\n" }.joined()
        }
        expectGolden(texts.joined(separator: "\n"), "comparisons.txt")
        let trace = Trace(made, node: try made.position("p"), at: try made.unit("b"))
        expectGolden(trace.json(Wording(made)), "comparison.json")
    }

    @Test func `a trace tells what a value was measured by, and why it was not`() throws {
        let made = try assess(
            """
              aggregate: none
              nodes:
                - {id: f, value: y, score: {fraction-of-max: {over: peers, better: higher, to: scale}}}
                - {id: d, value: y, score: {distance-to-reference: {over: bodies, better: lower, body: c, to: scale, cap: 90}}}
                - {id: g, value: y, score: {distance-to-target: {over: bodies, better: higher, target: AVERAGE(y OVER bodies) + 1, to: {min: 10, max: 70}}}}
                - {id: z, value: x - x, score: {fraction-of-max: {over: bodies, better: lower, to: scale}}}
                - {id: w, value: x, score: {distance-to-reference: {over: bodies, better: higher, body: c, to: scale}}}
                - {id: v, value: x, score: {distance-to-reference: {over: bodies, better: higher, body: nobody, to: scale}}}
                - {id: u, value: y, score: {distance-to-target: {over: bodies, better: lower, target: 100, to: scale}}}
            """)

        let texts = try ["f", "d", "g", "z", "w", "v", "u"].map { node in
            let trace = Trace(made, node: try made.position(node), at: try made.unit("b"))
            return trace.lines(Wording(made), Display(made)).map { "\($0)\n" }.joined()
        }
        expectGolden(texts.joined(separator: "\n"), "measured.txt")
        let documents = try ["d", "g"].map { node in
            Trace(made, node: try made.position(node), at: try made.unit("b"))
                .json(Wording(made))
        }
        expectGolden(documents.joined(separator: "\n"), "measured.json")
    }

    @Test func `a trace tells what became of values far from the others`() throws {
        let values = [100, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30]
        let made = try Workbench.assess(
            Workbench.edition(
                """
                inputs: {x: {type: number}}
                scorecard:
                  id: n
                  value: x
                  treat: {over: bodies, when: {skewness: 2, kurtosis: 3}, winsorise: {at-most: 5}}
                  score: {knots: [[0, 0], [50, 100]]}
                """, head: ["arithmetic": "double"]),
            [
                "bodies": "id,kind\n" + values.indices.map { "b\($0),ministry\n" }.joined(),
                "inputs": "body,period,x\n"
                    + values.enumerated().map { "b\($0),2024,\($1)\n" }.joined(),
            ])

        let trace = Trace(made, node: try made.position("n"), at: try made.unit("b0"))
        expectGolden(trace.json(Wording(made)), "treated.json")
    }

    @Test func `a trace tells how many bodies are outranked`() throws {
        let made = try Workbench.assess(
            Workbench.edition(
                """
                inputs: {x: {type: number, optional: true}, y: {type: number}}
                scorecard:
                  id: n
                  min: -4
                  aggregate: {copeland: {not-applicable: redistribute, missing: redistribute, excluded: refuse}}
                  nodes:
                    - {id: p, value: x, score: as-is, weight: 2}
                    - {id: r, applies-when: y >= 3, value: y, score: as-is, weight: 1}
                """),
            [
                "bodies": "id,kind\n" + "abcde".map { "\($0),ministry\n" }.joined(),
                "inputs":
                    "body,period,x,y\na,2024,10,1\nb,2024,20,2\nc,2024,,3\nd,2024,60,4\ne,2024,20,1\n",
            ])

        expectGolden(
            try ["b", "c", "d"].map { try text(made, $0) }.joined(separator: "\n"),
            "outranking.txt")
        let trace = Trace(made, node: try made.position("n"), at: try made.unit("b"))
        expectGolden(trace.json(Wording(made)), "outranking.json")
    }

    @Test func `a trace tells what was looked up in earlier periods`() throws {
        let made = try Workbench.assess(
            Workbench.edition(
                """
                inputs: {x: {type: number, optional: true}}
                tables: {works: {key: [id], fields: {cost: {type: number}}}}
                scorecard:
                  id: n
                  value: x - PREVIOUS(x) + COUNT(PERIODS(works, 2) WHERE cost > 5) + SUM(PERIODS(x, 2))
                  score: as-is
                """),
            [
                "bodies": "id,kind\na,ministry\nb,ministry\n",
                "inputs": "body,period,x\na,2023,1\na,2024,3\nb,2024,3\n",
                "works": "body,period,id,cost\na,2023,1,5\na,2023,2,6\na,2024,1,7\n",
            ])

        expectGolden(try text(made), "earlier-periods.txt")
        let reason = Wording(made).reason(of: try made.position("n"), at: try made.unit("b"))
        #expect(reason == "nothing was handed in for 2023")
    }

    @Test func `the reason for what was looked up is that of the earlier period`() throws {
        let made = try Workbench.assess(
            Workbench.edition(
                """
                grades: {id: letters, order: [D, A]}
                inputs: {x: {type: percent, optional: true}}
                scorecard:
                  id: t
                  aggregate: none
                  nodes:
                    - {id: m, value: x, score: as-is}
                    - {id: g, value: x, grade: {bands: [{grade: A, from: 50}, {grade: D, below: 50}]}}
                    - {id: n, value: PREVIOUS(score(m)), score: as-is}
                    - {id: h, value: PREVIOUS(grade(g)), coding: {A: 100, D: 0}, score: as-is}
                    - {id: i, value: x + PREVIOUS(x), score: as-is}
                """),
            [
                "bodies": "id,kind\na,ministry\n",
                "inputs": "body,period,x\na,2023,\na,2024,70\n",
            ])

        let reasons = try ["n", "h", "i"].map {
            Wording(made).reason(of: try made.position($0), at: try made.unit("a", "2024"))
        }
        #expect(
            reasons == [
                "m is missing in 2023 (x is not known)", "g is missing in 2023 (x is not known)",
                "x is not known in 2023",
            ])
    }

    @Test func `a trace tells where a filled value comes from`() throws {
        let made = try Workbench.assess(
            Workbench.edition(
                """
                peers: {by: group}
                inputs: {x: {type: percent, optional: true}}
                scorecard:
                  id: t
                  aggregate: none
                  nodes:
                    - id: n
                      value: x
                      missing: {rule: {last: {at-most: 3}}, reason: {en: The report is late}}
                      score: {knots: [[0, 100], [50, 0]]}
                    - {id: m, value: x, missing: {rule: group-mean}, score: as-is}
                """),
            [
                "bodies": "id,kind,group\na,ministry,n\nb,ministry,n\nc,ministry,n\n",
                "inputs": "body,period,x\na,2022,40\na,2024,\nb,2024,3\nc,2024,5\n",
            ])

        let texts = try ["n", "m"].map { node in
            let trace = Trace(made, node: try made.position(node), at: try made.unit())
            return trace.lines(Wording(made), Display(made)).map { "\($0)\n" }.joined()
        }
        expectGolden(texts.joined(separator: "\n"), "filled-values.txt")
        let reasons = try ["n", "m"].map {
            Wording(made).reason(of: try made.position($0), at: try made.unit())
        }
        #expect(
            reasons == [
                "filled (last, at most 3 periods old): The report is late",
                "filled (group-mean): x is not known",
            ])
    }

    @Test func `a trace tells the mean and the deviation behind a z-score`() throws {
        let made = try Workbench.assess(
            Workbench.edition(
                """
                inputs: {y: {type: number}}
                scorecard:
                  id: n
                  value: y
                  score:
                    z-score:
                      {over: bodies, better: higher, deviation: population, constant: middle,
                       at-mean: 50, per-deviation: 10}
                """, head: ["arithmetic": "double"]),
            [
                "bodies": "id,kind\na,ministry\nb,ministry\n",
                "inputs": "body,period,y\na,2024,1\nb,2024,5\n",
            ])

        #expect(
            try text(made, "b").contains(
                "  Score       z-score among 2 bodies: mean 3 → 50, deviation (population) 2 → "
                    + "10 points, higher is better; 5 earns 60\n"))
    }
}
