import AssessmentSupport
import Evidence
import Explanation
import Methodology
import Scoring

/// Traces that meet every step and nearly every sentence: of the examples, and of editions made
/// for it.
enum Samples {
    /// A trace and what it belongs to.
    struct Sample {
        let assessment: Assessment
        let trace: Trace
    }

    /// Traces of the shipped examples.
    static func ofExamples() throws -> [Sample] {
        var samples: [Sample] = []
        let asked: [(workspace: String, edition: String, [(String, String, String)])] = [
            (
                "teaching", "teaching/2025",
                [
                    ("total", "rivers", "2025"), ("total", "bridges", "2024"),
                    ("total", "rivers", "2024"), ("turnover", "lighthouses", "2024"),
                    ("total", "lighthouses", "2025"), ("service", "lighthouses", "2024"),
                    ("turnover", "bridges", "2024"), ("answers", "rivers", "2024"),
                    ("total", "bridges", "2025"),
                ]
            ),
            (
                "teaching-decided", "teaching/2025",
                [
                    ("turnover", "lighthouses", "2024"), ("works", "bridges", "2024"),
                    ("service", "rivers", "2024"), ("answers", "bridges", "2024"),
                    ("total", "rivers", "2025"),
                ]
            ),
            ("ca-service-maf", "ca-service-maf/2023-24", [("maf2", "26", "2023-24")]),
            (
                "kz-2022-goals", "kz-2022-goals/2022",
                [("pooled", "central-state-bodies", "2022")]
            ),
            ("incise", "incise/2019", [("index", "AUS", "2019")]),
            ("ca-results", "ca-results/2016-17", [("computed", "ACOA", "2016-17")]),
        ]
        for (workspace, edition, traces) in asked {
            let assessment = try Examples.assess(workspace, by: edition)
            for (node, body, period) in traces {
                let trace = Trace(
                    assessment, node: try assessment.position(node),
                    at: try assessment.unit(body, period))
                samples.append(Sample(assessment: assessment, trace: trace))
            }
        }
        return samples
    }

    /// Every node of every body in an edition's latest period.
    static func all(of assessment: Assessment) -> [Sample] {
        let nodes = assessment.plan.nodes.indices.filter {
            !assessment.plan.nodes[$0].isHeading && assessment.columns[$0] != nil
        }
        let period = assessment.scoredPeriods.last ?? 0
        return assessment.evidence.bodies.indices.flatMap { body in
            nodes.map { node in
                let unit = assessment.unit(body: body, period: period)
                return Sample(
                    assessment: assessment, trace: Trace(assessment, node: node, at: unit))
            }
        }
    }

    /// Traces of editions that were made for it.
    static func made() throws -> [Sample] {
        try [rules(), conditions(), others(), treated(), expected(), sums(), grades(), reasons()]
            .flatMap(all)
    }

    private static func rules() throws -> Assessment {
        try Workbench.assess(
            Workbench.edition(
                """
                inputs:
                  x: {type: percent, min: 0}
                  own: {type: percent, min: 1}
                  plan: {type: percent, min: 0}
                parameters: {goal: {value: 80, unit: percent, assumed: true}, third: {value: 7, unit: number}}
                scorecard:
                  id: all
                  aggregate: none
                  nodes:
                    - {id: posts, value: x, score: {goalposts: {worst: 0, best: goal}}}
                    - {id: line, value: x, score: {knots: [[0, 100], [50, 0]]}}
                    - {id: rows, value: x, score: {points: [{below: 20, points: 1}, {from: 20, below: 40, points: 2}, {from: 40, points: 3}]}}
                    - {id: held, value: x / third, score: {as-is: {floor: 5, cap: 90}}}
                    - id: target
                      value: x
                      score: {target-achievement: {target: own, better: higher, cap: 100}}
                    - id: way
                      value: x
                      score:
                        target-achievement:
                          {target: goal, better: higher, baseline: own, floor: 0, cap: 100, flat-target: worst}
                    - id: trap
                      value: x
                      score:
                        target-achievement:
                          {target: plan, better: higher, cap: 100, zero-target: excluded}
                    - id: all-or-nothing
                      value: x
                      score:
                        target-achievement:
                          {target: plan, better: higher, cap: 100, zero-target: all-or-nothing}
                    - id: credit
                      value: x
                      score:
                        target-achievement: {target: own, better: higher, cap: 100, credit: x / own * 100}
                """), inputs: "x=30", "own=40", "plan=0")
    }

    private static func conditions() throws -> Assessment {
        try Workbench.assess(
            Workbench.edition(
                """
                inputs: {a: {type: flag}, b: {type: flag, optional: true}, sets: {type: count}, late: {type: count}}
                parameters: {three: {value: 3, unit: number}, four: {value: 4, unit: points}}
                scorecard:
                  id: all
                  aggregate: none
                  nodes:
                    - id: points
                      max: 5
                      definition: {en: What there is}
                      note: {en: Once a year, ru: Раз в год}
                      assessors: [the agency]
                      confidence: medium
                      source: register
                      score:
                        checklist:
                          - {when: a, points: 1, title: {en: There is a register}}
                          - {when: sets >= 8, points: 2}
                          - {when: a AND sets > 5, points: 2}
                    - {id: counted, score: {checklist: {at-least: 2, of: [a, b, sets >= 8], score: 100, otherwise: 0}}}
                    - {id: ladder, score: {ladder: [{when: sets >= 8, score: 100}, {when: a, score: 60}, {otherwise: 0}]}}
                    - {id: stuck, score: {ladder: [{when: b, score: 100}, {otherwise: 0}]}}
                    - {id: later, value: sets, applies-when: late > 9, score: as-is}
                    - id: corrected
                      value: sets
                      score: as-is
                      corrections:
                        - {bonus: sets / three}
                        - {penalty: late * four, at-most: 10}
                        - {gate: b, caps-at: 50, unknown: none}
                        - {gate: late > 9, caps-at: 50}
                        - {floor: 2}
                        - {cap: 90}
                      round: {mode: half-even, digits: 1}
                    - {id: open, value: sets / three, bounds: {unknown: late, of: sets}, score: as-is}
                """), inputs: "a=true", "b=", "sets=7", "late=3")
    }

    private static func others() throws -> Assessment {
        try Workbench.assess(
            Workbench.edition(
                """
                peers: {by: group}
                inputs: {x: {type: number, optional: true}, y: {type: number}}
                parameters: {three: {value: 3, unit: number}}
                scorecard:
                  id: n
                  aggregate: none
                  nodes:
                    - {id: over, value: x / AVERAGE(x OVER peers) * COUNT(y OVER bodies), empty: missing, score: as-is}
                    - {id: m, value: y / three, score: {min-max: {over: peers, better: lower, constant: best, to: scale}}}
                    - {id: r, value: y, score: {rank: {over: bodies, better: higher, ties: mean}}}
                    - {id: p, value: y, score: {percentile-rank: {over: bodies, better: lower, ties: lowest, constant: missing, to: {min: 10, max: 70}}}}
                    - {id: c, value: y - y, score: {min-max: {over: bodies, better: lower, constant: best, to: scale}}}
                    - {id: e, value: y - y, score: {min-max: {over: bodies, better: lower, constant: missing, to: scale}}}
                    - {id: f, value: y, score: {fraction-of-max: {over: peers, better: higher, to: scale, cap: 90}}}
                    - {id: d, value: y, score: {distance-to-reference: {over: bodies, better: lower, body: b, to: {min: 0, max: 50}}}}
                    - {id: g, value: y, score: {distance-to-target: {over: bodies, better: higher, target: MAX(x OVER bodies) / three, to: scale}}}
                    - {id: z, value: y - y, score: {fraction-of-max: {over: bodies, better: higher, to: scale}}}
                    - {id: w, value: x, score: {distance-to-reference: {over: bodies, better: higher, body: c, to: scale}}}
                    - {id: v, value: x, score: {distance-to-reference: {over: bodies, better: higher, body: nobody, to: scale}}}
                    - {id: u, value: y, score: {distance-to-target: {over: bodies, better: higher, target: -1, to: scale}}}
                    - id: outranks
                      min: -3
                      aggregate: {copeland: {not-applicable: redistribute, missing: redistribute, excluded: refuse}}
                      nodes:
                        - {id: ox, value: x, score: as-is, weight: 2}
                        - {id: oy, applies-when: y < 3, value: y, score: as-is, weight: 1}
                    - id: late
                      value: x
                      missing: {rule: {last: {at-most: 3}}, reason: {en: The report is late}}
                      score: as-is
                    - {id: like, value: x, missing: {rule: group-mean}, score: as-is}
                    - {id: before, value: y + PREVIOUS(y), score: as-is}
                """),
            [
                "bodies": "id,kind,group\na,ministry,n\nb,ministry,n\nc,ministry,n\nd,ministry,\n",
                "inputs":
                    "body,period,x,y\nc,2023,7,5\na,2024,10,1\nb,2024,20,2\nc,2024,,3\nd,2024,60,4\n",
            ])
    }

    private static func treated() throws -> Assessment {
        let values = [100, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30]
        let when = "when: {skewness: 2, kurtosis: 3}"
        return try Workbench.assess(
            Workbench.edition(
                """
                peers: {by: group}
                inputs: {x: {type: number}}
                scorecard:
                  id: n
                  aggregate: none
                  nodes:
                    - {id: drawn, value: x, treat: {over: bodies, \(when), winsorise: {at-most: 5}, otherwise: log}, score: as-is}
                    - {id: logged, value: x * x, treat: {over: bodies, when: {skewness: 2, kurtosis: 2}, winsorise: {at-most: 1}, otherwise: log}, score: as-is}
                    - {id: kept, value: x, treat: {over: bodies, when: {skewness: 9, kurtosis: 9.5}, otherwise: log-plus-one}, score: {min-max: {over: bodies, better: higher, constant: missing, to: scale}}}
                    - {id: few, value: x, treat: {over: peers, \(when), otherwise: log}, score: {knots: [[0, 0], [200, 100]]}}
                """, head: ["arithmetic": "double"]),
            [
                "bodies": "id,kind,group\n"
                    + values.indices.map { "b\($0),ministry,\($0 < 3 ? "s" : "n")\n" }.joined(),
                "inputs": "body,period,x\n"
                    + values.enumerated().map { "b\($0),2024,\($1)\n" }.joined(),
            ])
    }

    private static func expected() throws -> Assessment {
        func rule(_ leaves: String) -> String {
            "missing: {rule: {expectation-maximisation: {with: [\(leaves)]}}}, score: as-is"
        }
        return try Workbench.assess(
            Workbench.edition(
                """
                inputs:
                  x: {type: number}
                  y: {type: number, optional: true}
                  z: {type: number, optional: true}
                scorecard:
                  id: n
                  aggregate: none
                  nodes:
                    - {id: beside, value: y, \(rule("x"))}
                    - {id: mean, value: z, \(rule("late"))}
                    - {id: same, value: y, \(rule("one"))}
                    - {id: alike, value: y, \(rule("x, twice"))}
                    - {id: x, value: x, score: as-is}
                    - {id: twice, value: x * 100, max: 2000, score: as-is}
                    - {id: late, value: y, score: as-is}
                    - {id: one, title: {en: The same}, value: x - x, score: as-is}
                """, head: ["arithmetic": "double"]),
            [
                "bodies": "id,kind\n" + (0..<6).map { "b\($0),ministry\n" }.joined(),
                "inputs":
                    "body,period,x,y,z\nb0,2024,5,,\nb1,2024,1,2,3\nb2,2024,2,1,9\n"
                    + "b3,2024,3,4,5\nb4,2024,4,3,1\nb5,2024,10,,2\n",
            ])
    }

    private static func sums() throws -> Assessment {
        let policies = "not-applicable: redistribute, excluded: refuse, missing: redistribute"
        return try Workbench.assess(
            Workbench.edition(
                """
                inputs: {a: {type: number, optional: true}, b: {type: number, optional: true}, c: {type: number, optional: true}}
                parameters: {own: {value: 1/3, unit: share}}
                scorecard:
                  id: all
                  aggregate: none
                  nodes:
                    - id: sum
                      aggregate: {sum: {\(policies)}}
                      nodes:
                        - {id: sa, value: a, score: as-is, max: 50}
                        - {id: sb, value: b, score: as-is, max: 30}
                        - {id: sc, value: c, score: as-is, max: 20}
                    - id: blend
                      coverage: {at-least: 2/3}
                      aggregate: {weighted-mean: {\(policies)}}
                      nodes:
                        - {id: ba, title: {en: Letters}, value: a, score: as-is, weight: {blend: [{part: 2/3, by: equal}, {part: own, by: c}]}}
                        - {id: bc, title: {en: Calls}, value: c, score: as-is, weight: {blend: [{part: 2/3, by: equal}, {part: own, by: a}]}}
                    - id: weighted
                      aggregate: {weighted-sum: {\(policies)}}
                      nodes:
                        - {id: wa, value: a, score: as-is, weight: 2}
                        - {id: wb, value: b, score: as-is, weight: 0.5}
                    - id: harmonic
                      aggregate: {harmonic: {zeros: {raise-to: 1}, \(policies)}}
                      nodes:
                        - {id: ha, value: a, score: as-is, weight: equal}
                        - {id: hc, value: c / 100, score: as-is, weight: equal}
                    - id: third
                      aggregate: {k-th-best: {k: 3, \(policies)}}
                      nodes:
                        - {id: ta, value: a, score: as-is}
                        - {id: tb, value: b, score: as-is}
                        - {id: tc, value: c, score: as-is}
                    - id: middle
                      aggregate: {median: {\(policies)}}
                      nodes:
                        - {id: ma, value: a, score: as-is}
                        - {id: mc, value: c, score: as-is}
                """),
            ["bodies": "id,kind\na,ministry\n", "inputs": "body,period,a,b,c\na,2024,40,,15.5\n"])
    }

    private static func grades() throws -> Assessment {
        try Workbench.assess(
            Workbench.edition(
                """
                grades: {id: marks, order: [D, D+, C, C+, B, B+, A]}
                inputs:
                  plan: {type: code, values: [A, B, D], optional: true}
                  work: {type: code, values: [A, B, D]}
                  paid: {type: percent}
                  late: {type: count}
                lookups:
                  two: {rows: {D D: D, D B: C, D A: C+, B B: B, B A: B+, A A: A}, basis: order-7}
                sources: {order-7: {title: {en: Order 7, ru: Приказ 7}}}
                scorecard:
                  id: every
                  aggregate: {weakest: {plus-when-another-is-higher: true, not-applicable: redistribute, missing: refuse, excluded: refuse}}
                  nodes:
                    - id: budget
                      aggregate: {lookup: {tables: [two], not-applicable: refuse, missing: worst, excluded: refuse}}
                      nodes:
                        - {id: plan, grade: {from: plan}}
                        - {id: work, grade: {from: work}}
                    - {id: again, grade: {from: plan}, missing: {rule: {grade: D, mark: "D*"}, reason: {en: Nobody assessed it}}}
                    - id: payments
                      value: paid
                      grade: {bands: [{grade: A, from: 95}, {grade: C, from: 80, below: 95}, {grade: D, below: 80}]}
                      corrections:
                        - {gate: late > 10, caps-at: C}
                """),
            [
                "bodies": "id,kind\na,ministry\nb,ministry\n",
                "inputs": "body,period,plan,work,paid,late\na,2024,B,A,96.5,12\nb,2024,,D,80,0\n",
            ])
    }

    private static func reasons() throws -> Assessment {
        try Workbench.assess(
            Workbench.edition(
                """
                inputs: {x: {type: number, optional: true}, zero: {type: number}, low: {type: number}}
                sources: {law: {title: {en: Law, kk: Заң}}}
                basis: [{source: law, clause: annex 2}, {source: law, clause: "7"}]
                scorecard:
                  id: all
                  aggregate: none
                  nodes:
                    - {id: blank, value: x, score: as-is}
                    - {id: division, value: x / zero, empty: missing, score: as-is}
                    - {id: empty, value: low / zero, empty: missing, score: as-is}
                    - {id: root, value: SQRT(low), empty: missing, score: as-is}
                    - {id: unclear, value: zero, applies-when: x > 1, score: as-is}
                    - id: refused
                      aggregate: {weighted-mean: {not-applicable: refuse, missing: refuse, excluded: refuse}}
                      nodes: [{id: child, value: x, score: as-is, weight: 1}]
                    - id: nobody
                      aggregate: {weighted-mean: {not-applicable: redistribute, missing: redistribute, excluded: refuse}}
                      nodes: [{id: only, value: x, score: as-is, weight: 1}]
                """, head: ["arithmetic": "double"]),
            [
                "bodies": "id,kind\na,ministry\nb,board\n",
                "inputs": "body,period,x,zero,low\na,2024,WH,0,-4\nb,2024,1,1,1\n",
            ])
    }
}
