import Arithmetic
import AssessmentSupport
import Diagnostics
import Evidence
import Methodology
import Scoring
import Testing

/// What decisions do to outcomes; figures are derived on paper beside each test.
@Suite struct DecisionsTests {
    private static let head = "body,period,node,input,decision,value,reason,basis,who,date\n"
    private static let tail = "Why,Order 7,Commission,2025-02-01"

    /// Rows as in `a,2024,,x,set,60`.
    private static func decisions(_ rows: [String]) -> String {
        head
            + rows.map { row in
                let commas = row.count { $0 == "," }
                return row + String(repeating: ",", count: 6 - commas) + "\(tail)\n"
            }.joined()
    }

    private static let edition = Workbench.edition(
        """
        inputs: {x: {type: percent}, y: {type: percent}, z: {type: percent}, late: {type: count}}
        scorecard:
          id: total
          aggregate:
            weighted-mean: {not-applicable: redistribute, excluded: redistribute, missing: refuse}
          corrections:
            - {penalty: late, at-most: 100}
          round: {digits: 0, mode: half-up}
          nodes:
            - {id: a, value: x, score: as-is, weight: 50}
            - {id: b, value: y, score: as-is, weight: 30}
            - {id: c, value: z, score: as-is, weight: 20}
        """)

    /// Without decisions: (50 · 80 + 30 · 50 + 20 · 40) / 100 = 63, less 1 = 62.
    private static func assess(
        _ rows: String..., status: String = "verified", only: [String]? = nil
    ) throws -> Assessment {
        let plan = try Workbench.plan(edition)
        var tables = [
            "bodies": "id,kind\na,ministry\n",
            "inputs": "body,period,x,y,z,late\na,2024,80,50,40,1\n",
        ]
        if !rows.isEmpty { tables["decisions"] = decisions(rows) }
        let evidence = try Workbench.evidence(tables, for: plan, status: status)
        var options = Assessment.Options()
        options.isByOwner = true
        let made = Assessment.make(plan, evidence, options: options)
        return try #require(made.assessment, "\(made.log.entries)")
    }

    @Test func `an input that is set is scored by its rule`() throws {
        let assessment = try Self.assess("a,2024,,x,set,60")

        // 30 + 15 + 8 − 1.
        #expect(try assessment.result("total") == "52")
        #expect(try assessment.result("a") == "60")
        #expect(try assessment.reason("a") == nil)
    }

    @Test func `a score that is set counts at its parent, and nothing comes after it`() throws {
        let leaf = try Self.assess("a,2024,a,,set,90")
        // 45 + 15 + 8 − 1.
        #expect(try leaf.result("total") == "67")
        #expect(try leaf.bounds("a") == "90 … 90")
        #expect(try leaf.reason("a") == .decision(0))
        #expect(try leaf.columns[leaf.position("a")]?.value(at: 0) == nil)

        let root = try Self.assess("a,2024,total,,set,70.25")
        #expect(try root.result("total") == "70.25")
        #expect(try root.bounds("total") == "70.25 … 70.25")
        #expect(try root.coverage(of: root.position("total"), at: 0) == nil)
        #expect(try root.undecided(root.position("total"), at: 0)?.score == Fixed(62))
    }

    @Test func `a node that is excluded is left out, and its bounds are its scale`() throws {
        let assessment = try Self.assess("a,2024,c,,exclude")

        // (40 + 15) / 0.8 = 68.75, less 1 = 67.75; from 55 − 1 to 75 − 1.
        #expect(try assessment.result("total") == "68")
        #expect(try assessment.bounds("total") == "54 … 74")
        #expect(try assessment.result("c") == "excluded")
        #expect(try assessment.bounds("c") == "0 … 100")
    }

    @Test func `a node that is not applicable leaves nothing open`() throws {
        let assessment = try Self.assess("a,2024,c,,not-applicable")

        #expect(try assessment.result("total") == "68")
        #expect(try assessment.bounds("total") == "68 … 68")
        #expect(try assessment.bounds("c") == "none")
    }

    @Test func `an input that is excluded or not applicable makes its node so`() throws {
        #expect(try Self.assess("a,2024,,z,exclude").result("c") == "excluded")
        #expect(try Self.assess("a,2024,,z,not-applicable").result("c") == "not-applicable")
    }

    @Test func `evidence counts as verified only where that was decided`() throws {
        func unverified(_ rows: String...) throws -> [String] {
            let plan = try Workbench.plan(Self.edition)
            let evidence = try Workbench.evidence(
                [
                    "bodies": "id,kind\na,ministry\n",
                    "inputs": "body,period,x,y,z,late\na,2024,80,50,40,1\n",
                    "decisions": Self.decisions(rows),
                ], for: plan, status: "reported")
            let assessment = try #require(Assessment.make(plan, evidence).assessment)
            return try ["total", "a", "b", "c"].filter {
                try assessment.official(assessment.position($0), at: 0).objections
                    .contains(.unverified)
            }
        }

        #expect(try unverified() == ["total", "a", "b", "c"])
        #expect(try unverified("a,2024,a,,accept") == ["total", "b", "c"])
        #expect(try unverified("a,2024,,x,accept") == ["total", "b", "c"])
        #expect(
            try unverified(
                "a,2024,,x,set,80", "a,2024,b,,exclude", "a,2024,c,,accept", "a,2024,,late,accept")
                == [])
        // The total rests on the number of late reports as well.
        #expect(
            try unverified("a,2024,a,,accept", "a,2024,b,,set,5", "a,2024,c,,accept") == ["total"])
        #expect(try unverified("a,2024,total,,accept") == ["a", "b", "c"])
        #expect(try unverified("a,2024,total,,set,5") == ["a", "b", "c"])
    }

    @Test func `without its decisions nothing is official`() throws {
        let plan = try Workbench.plan(Self.edition)
        let evidence = try Workbench.evidence(
            [
                "bodies": "id,kind\na,ministry\n",
                "inputs": "body,period,x,y,z,late\na,2024,80,50,40,1\n",
            ], for: plan)
        var options = Assessment.Options()
        options.isWithoutDecisions = true
        let assessment = try #require(Assessment.make(plan, evidence, options: options).assessment)

        #expect(assessment.official(0, at: 0).objections.contains(.withoutDecisions))
    }

    // MARK: Other bodies

    private static let compared = Workbench.edition(
        """
        inputs: {x: {type: number, optional: true}}
        peers: {by: kind}
        scorecard:
          id: all
          aggregate: none
          nodes:
            - {id: apart, value: x - AVERAGE(x OVER bodies), score: {knots: [[-100, 0], [100, 100]]}}
            - {id: place, value: x, score: {min-max: {over: bodies, better: higher, to: scale, constant: middle}}}
            - {id: like, value: x, score: as-is, missing: {rule: group-mean}}
            - {id: mean, value: AVERAGE(score(like) OVER bodies), score: as-is}
        """)

    private static func compare(_ rows: String...) throws -> Assessment {
        try Workbench.assess(
            compared,
            [
                "bodies": "id,kind\na,ministry\nb,ministry\nc,ministry\nd,ministry\n",
                "inputs": "body,period,x\na,2024,10\nb,2024,20\nc,2024,60\nd,2024,\n",
                "decisions": decisions(rows),
            ])
    }

    private static func results(
        _ assessment: Assessment, _ node: String
    ) throws -> [String] {
        try ["a", "b", "c", "d"].map { try assessment.result(node, $0) }
    }

    @Test func `a decided input counts in what is asked of all bodies`() throws {
        // Mean of 10, 20 and 30 is 20; the score is 50 + half of the distance.
        let assessment = try Self.compare("c,2024,,x,set,30")

        #expect(try Self.results(assessment, "apart") == ["45", "50", "55", "missing"])
        #expect(try Self.results(assessment, "place") == ["0", "50", "100", "missing"])
        #expect(try Self.results(assessment, "like") == ["10", "20", "30", "20 filled"])
        #expect(try assessment.result("mean", "a") == "20")
    }

    @Test func `a body that is excluded at a node is no part of what the node compares`() throws {
        let assessment = try Self.compare(
            "c,2024,apart,,exclude", "c,2024,place,,exclude", "c,2024,like,,not-applicable")

        // Mean of 10 and 20 is 15.
        #expect(try Self.results(assessment, "apart") == ["47.5", "52.5", "excluded", "missing"])
        #expect(try Self.results(assessment, "place") == ["0", "100", "excluded", "missing"])
        #expect(
            try Self.results(assessment, "like") == ["10", "20", "not-applicable", "15 filled"])
        #expect(try assessment.result("mean", "a") == "15")
    }

    @Test func `a score that is set leaves the value among those that are compared`() throws {
        let assessment = try Self.compare(
            "c,2024,apart,,set,5", "c,2024,place,,set,50", "c,2024,like,,set,100")

        // Mean of 10, 20 and 60 is 30; 20 is a fifth of the way from 10 to 60.
        #expect(try Self.results(assessment, "apart") == ["40", "45", "5", "missing"])
        #expect(try Self.results(assessment, "place") == ["0", "20", "50", "missing"])
        // Filled from values, of which nothing was decided; the mean is of scores.
        #expect(try Self.results(assessment, "like") == ["10", "20", "100", "30 filled"])
        #expect(try assessment.result("mean", "a") == "40")
    }

    // MARK: Looking back

    @Test func `what was decided about an earlier period is met by looking back`() throws {
        let edition = Workbench.edition(
            """
            inputs: {x: {type: number, optional: true}}
            scorecard:
              id: all
              aggregate: none
              nodes:
                - {id: now, value: x, score: as-is, missing: {rule: {last: {at-most: 1}}}}
                - {id: before, value: PREVIOUS(x), score: as-is}
                - {id: score, value: PREVIOUS(score(now)), score: as-is}
            """)
        func assess(_ rows: String...) throws -> [String] {
            let assessment = try Workbench.assess(
                edition,
                [
                    "bodies": "id,kind\na,ministry\nb,ministry\n",
                    "inputs": "body,period,x\na,2023,10\na,2024,\nb,2024,5\n",
                    "decisions": Self.decisions(rows),
                ])
            return try ["a", "b"].flatMap { body in
                try ["now", "before", "score"].map { try assessment.result($0, body) }
            }
        }

        #expect(try assess() == ["10 filled", "10", "10", "5", "missing", "missing"])
        #expect(
            try assess("a,2023,,x,set,30", "b,2023,,x,set,7")
                == ["30 filled", "30", "30", "5", "7", "7"])
        // The score of 2023 is another; its value is not.
        #expect(
            try assess("a,2023,now,,set,40") == [
                "10 filled", "10", "40", "5", "missing", "missing",
            ])
        #expect(
            try assess("a,2023,now,,exclude")
                == ["missing", "10", "excluded", "5", "missing", "missing"])
    }

    // MARK: Decisions that change nothing

    @Test func `decisions that change nothing are told with the reason`() throws {
        let edition = Workbench.edition(
            """
            in-force: {from: 2024-01-01}
            inputs:
              x: {type: percent, max: 200}
              unread: {type: count, optional: true}
            checks: [{id: some, expect: unread > 0}]
            scorecard:
              id: all
              aggregate: none
              nodes:
                - {id: a, value: x, score: {points: [{below: 50, points: 0}, {from: 50, points: 100}]}}
                - {id: b, applies-when: x > 100, value: x, score: {as-is: {cap: 100}}}
            """
        ).replacing("in-force: {from: 2020-01-01}\n", with: "")
        let rows = [
            "a,2024,,x,set,60",  // the value of a differs
            "a,2023,,x,set,60",  // the period is not scored
            "b,2024,,x,set,40",  // as it stood
            "b,2024,,unread,set,5",  // no node reads it
            "c,2024,a,,exclude",  // the body is no longer there
            "b,2024,a,,set,0",  // its rule yields 0 as well
            "b,2024,b,,accept",  // all is verified
            "a,2024,,unread,accept",  // nothing was handed in
            "d,2024,,x,accept",  // verified already
            "d,2024,a,,set,50",  // another score
        ]
        let assessment = try Workbench.assess(
            edition,
            [
                "bodies":
                    "id,kind,from,to\na,ministry,,\nb,ministry,,\nc,ministry,,2023-12-31\n"
                    + "d,ministry,,\n",
                "inputs": "body,period,x\na,2023,70\na,2024,70\nb,2024,40\nd,2024,90\n",
                "decisions": Self.decisions(rows),
            ])

        let idle = assessment.idleDecisions(among: Array(rows.indices), threads: 2)

        #expect(idle.map(\.decision) == [1, 2, 3, 4, 5, 6, 7, 8])
        #expect(
            idle.map(\.why) == [
                .outside, .stoodBefore, .notRead, .notAssessed, .sameOutcome, .sameOutcome,
                .nothingHandedIn, .verifiedBefore,
            ])
    }

    /// The score is missing either way; without the figure its cap is unknown, so it can become
    /// more.
    @Test func `a decision that moves only bounds changes something`() throws {
        let edition = Workbench.edition(
            """
            inputs:
              x: {type: percent, optional: true}
              y: {type: percent, optional: true}
              z: {type: percent}
            scorecard:
              id: total
              aggregate:
                weighted-mean: {not-applicable: refuse, missing: refuse, excluded: refuse}
              corrections: [{cap: 60, when: y < 50}]
              nodes:
                - {id: a, weight: 50 %, value: x, score: as-is}
                - {id: b, weight: 50 %, value: z, score: as-is}
            """)
        let assessment = try Workbench.assess(
            edition,
            [
                "bodies": "id,kind\na,ministry\n", "inputs": "body,period,x,y,z\na,2024,,40,80\n",
                "decisions": Self.decisions(["a,2024,,y,exclude,"]),
            ])
        let node = try #require(assessment.columns[0])

        #expect(try assessment.result("total", "a") == "missing")
        #expect(node.bounds(at: 0).map { "\($0.lower) … \($0.upper)" } == "40 … 90")
        #expect(assessment.idleDecisions(among: [0]).isEmpty)
    }

    @Test func `a decision that moves only other bodies changes something`() throws {
        // The mean of all is another, though c itself has no score of that node.
        let assessment = try Self.compare("d,2024,,x,set,60", "c,2024,,x,set,60")

        #expect(assessment.idleDecisions(among: [0, 1]).map(\.decision) == [1])
    }
}
