import Arithmetic
import AssessmentSupport
import Scoring
import Testing

/// Rules by which SIGMA gives points, quoted in small editions.
///
/// - Source: SIGMA, Monitoring Report: The Principles of Public Administration, 2021, indicator
///   "Meritocracy and effectiveness of recruitment of civil servants", and the assessments of
///   2024 by the Principles of 2023. Points of the administrations follow from their shares.
@Suite struct SigmaPointsTests {
    private let refusing = "{sum: {not-applicable: refuse, missing: refuse, excluded: refuse}}"

    /// Six sub-indicators of 50 points, and each one's share of its maximum.
    private func recruitment() -> String {
        let parts = [
            ("regulation", 18), ("practice", 18), ("time", 2), ("candidates", 4),
            ("effectiveness", 4), ("retention", 4),
        ]
        let leaves = parts.map { id, most in
            "        - {id: \(id)_points, max: \(most), value: \(id), score: as-is}\n"
        }
        let shares = parts.map { id, most in
            "    - {id: \(id), value: score(\(id)_points) / most_\(id) * 100, score: as-is, "
                + "round: {mode: half-up, digits: 2}}\n"
        }
        let averages = parts.map { id, _ in
            "    - {id: average_\(id), value: 'AVERAGE(score(\(id)) OVER bodies WHERE "
                + "kind = \"western-balkans\")', score: as-is, round: {mode: half-up, digits: 2}}\n"
        }
        let inputs = parts.map { "  \($0.0): {type: count, max: \($0.1)}\n" }
        let parameters = parts.map { "  most_\($0.0): {value: \($0.1), unit: points}\n" }
        return Workbench.edition(
            """
            inputs:
            \(inputs.joined())parameters:
            \(parameters.joined())scorecard:
              id: recruitment
              aggregate: none
              nodes:
                - id: points
                  max: 50
                  aggregate: \(refusing)
                  nodes:
            \(leaves.joined())\(shares.joined())\(averages.joined())
            """, head: ["applies-to": "[western-balkans, eastern-partnership]"])
    }

    @Test(arguments: [
        ("18,18,0,3,1,4", "44", ["100", "100", "0", "75", "25", "100"]),
        ("18,3,0,0,0,0", "21", ["100", "16.67", "0", "0", "0", "0"]),
        ("11,13,2,2,3,2", "33", ["61.11", "72.22", "100", "50", "75", "50"]),
        ("17,13,0,2,1,4", "37", ["94.44", "72.22", "0", "50", "25", "100"]),
        ("13,8,0,2,3,4", "30", ["72.22", "44.44", "0", "50", "75", "100"]),
        ("7,3,2,0,0,2", "14", ["38.89", "16.67", "100", "0", "0", "50"]),
    ])
    func `points add up, and shares of the maximum are those published`(
        points: String, total: String, published: [String]
    ) throws {
        let ids = ["regulation", "practice", "time", "candidates", "effectiveness", "retention"]

        let made = try Workbench.assess(
            recruitment(),
            [
                "bodies": "id,kind\na,western-balkans\n",
                "inputs": "body,period,\(ids.joined(separator: ","))\na,2024,\(points)\n",
            ])

        #expect(try made.result("points") == total)
        #expect(try ids.map { try made.result($0) } == published)
    }

    @Test func `the average leaves out whom the region leaves out`() throws {
        let ids = ["regulation", "practice", "time", "candidates", "effectiveness", "retention"]
        let points = [
            "alb,2024,18,18,0,3,1,4", "xkv,2024,18,3,0,0,0,0", "mne,2024,11,13,2,2,3,2",
            "mkd,2024,17,13,0,2,1,4", "srb,2024,13,8,0,2,3,4", "ukr,2024,7,3,2,0,0,2",
        ]
        let bodies = ["alb", "xkv", "mne", "mkd", "srb"].map { "\($0),western-balkans\n" }

        let made = try Workbench.assess(
            recruitment(),
            [
                "bodies": "id,kind\n\(bodies.joined())ukr,eastern-partnership\n",
                "inputs": "body,period,\(ids.joined(separator: ","))\n"
                    + points.joined(separator: "\n") + "\n",
            ])

        #expect(
            try ids.map { try made.result("average_\($0)", "alb") }
                == ["85.55", "61.11", "20", "45", "40", "70"])
    }

    /// "Availability and use of data on the civil service": five points.
    @Test(arguments: [
        ("true", "8", "true", "2024-06-30", "5"), ("true", "7", "true", "2024-06-30", "3"),
        ("true", "8", "false", "2024-07-01", "3"), ("false", "8", "false", "", "2"),
    ])
    func `a checklist gives each element its own points`(
        online: String, sets: String, conclusions: String, day: String, expected: String
    ) throws {
        let edition = Workbench.edition(
            """
            inputs:
              online: {type: flag}
              sets: {type: count, max: 8}
              conclusions: {type: flag}
              available: {type: date, optional: true}
            scorecard:
              id: data
              max: 5
              aggregate: {sum: {not-applicable: refuse, missing: zero, excluded: refuse}}
              nodes:
                - {id: is_online, max: 1, value: 'IF(online, 1, 0)', score: as-is}
                - {id: is_current, max: 2, value: sets, score: {points: [{to: 7, points: 0}, {from: 8, points: 2}]}}
                - {id: concludes, max: 1, value: 'IF(conclusions, 1, 0)', score: as-is}
                - {id: in_time, max: 1, value: 'IF(available < "2024-07-01", 1, 0)', score: as-is}
            """)

        let made = try Workbench.assess(
            edition, inputs: "online=\(online)", "sets=\(sets)", "conclusions=\(conclusions)",
            "available=\(day)")

        #expect(try made.result("data") == expected)
    }

    /// The rules of 2023: top managers (2472, 2473), tests (2467), deadline (2462), safety (2485).
    private var rulesOf2023: String {
        Workbench.edition(
            """
            inputs:
              competitions: {type: percent}
              pay_ratio: {type: number, min: 0}
              profiles: {type: percent}
              tested_files: {type: count, max: 15}
              deadline: {type: days, min: 0}
              responsible: {type: flag}
              rules: {type: flag}
              reporting: {type: flag}
            scorecard:
              id: total
              max: 11
              aggregate: \(refusing)
              nodes:
                - {id: eligible, max: 3, value: competitions, score: {knots: [[20, 0], [100, 3]]}}
                - {id: pay, max: 2, value: pay_ratio, score: {knots: [[2, 0], [4, 2]]}}
                - {id: notice, max: 2, value: profiles, score: {knots: [[0, 0], [100, 2]]}}
                - {id: test, max: 1, value: tested_files, score: {knots: [[0, 0], [15, 1]]}}
                - {id: law, max: 1, value: 'IF(deadline >= 10, 1, 0)', score: as-is}
                - id: safety
                  max: 2
                  value: 'IF(responsible AND rules AND reporting, 1, 0)'
                  score: {points: [{below: 1, points: 0}, {from: 1, points: 2}]}
            """)
    }

    @Test(arguments: [
        // 1.5 + 1 + 1 + 0.4 + 1 + 2
        (["60", "3", "50", "6", "10", "true"], ["1.5", "1", "1", "0.4", "1", "2"], "6.9"),
        (["20", "1.5", "0", "0", "9", "false"], ["0", "0", "0", "0", "0", "0"], "0"),
        (["100", "4.7", "100", "15", "30", "true"], ["3", "2", "2", "1", "1", "2"], "11"),
    ])
    func `points rise in straight lines between the published ends`(
        given: [String], points: [String], total: String
    ) throws {
        let made = try Workbench.assess(
            rulesOf2023, inputs: "competitions=\(given[0])", "pay_ratio=\(given[1])",
            "profiles=\(given[2])", "tested_files=\(given[3])", "deadline=\(given[4])",
            "responsible=true", "rules=true", "reporting=\(given[5])")

        let ids = ["eligible", "pay", "notice", "test", "law", "safety"]
        #expect(try ids.map { try made.result($0) } == points)
        #expect(try made.result("total") == total)
    }

    /// "Professional development and performance management" in 2024.
    @Test func `the average and the best of six administrations are those published`() throws {
        let values = ["62.4", "40", "37.1", "21.9", "46.7", "58.6"]
        func edition(_ aggregate: String, _ weight: String) -> String {
            let nodes = values.indices.map {
                "    - {id: n\($0), value: x\($0), score: as-is\(weight)}\n"
            }
            let inputs = values.indices.map { "  x\($0): {type: percent}\n" }
            return Workbench.edition(
                """
                inputs:
                \(inputs.joined())scorecard:
                  id: region
                  aggregate: {\(aggregate): {not-applicable: redistribute, missing: refuse, excluded: refuse}}
                  nodes:
                \(nodes.joined())
                """)
        }
        let tables = [
            "bodies": "id,kind\na,ministry\n",
            "inputs": "body,period," + values.indices.map { "x\($0)" }.joined(separator: ",")
                + "\na,2024,\(values.joined(separator: ","))\n",
        ]

        let mean = try Workbench.assess(edition("weighted-mean", ", weight: equal"), tables)
        let best = try Workbench.assess(edition("max", ""), tables)

        #expect(try mean.result("region") == "44.45")
        #expect(try best.result("region") == "62.4")
    }
}
