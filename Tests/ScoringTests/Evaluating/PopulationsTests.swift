import AssessmentSupport
import Evidence
import Methodology
import Scoring
import Testing

@Suite struct PopulationsTests {
    /// Ministries a, b, c and agency d with x and y in 2024.
    private static let bodies =
        "id,kind,group\na,ministry,n\nb,ministry,n\nc,ministry,\nd,agency,s\n"
    private static let inputs = """
        body,period,x,y
        a,2024,10,1
        b,2024,20,2
        c,2024,,3
        d,2024,60,4

        """

    private func assess(
        _ nodes: String, peers: String? = nil, bodies: String = bodies, inputs: String = inputs,
        threads: Int? = nil
    ) throws -> Assessment {
        var options = Assessment.Options()
        options.threads = threads
        return try Workbench.assess(
            Workbench.edition(
                """
                \(peers.map { "peers: {by: \($0)}" } ?? "")
                inputs: {x: {type: number, optional: true}, y: {type: number}}
                checks: [{id: use, expect: x < y}]
                scorecard:
                  id: all
                  aggregate: none
                  nodes:
                \(nodes)
                """),
            ["bodies": bodies, "inputs": inputs], options: options)
    }

    private func value(
        _ formula: String, of body: String = "a", peers: String? = nil
    ) throws -> String {
        try assess(
            "    - {id: n, value: '\(formula)', empty: excluded, score: as-is}"
                .replacing(formula.contains("/") ? "" : ", empty: excluded", with: ""),
            peers: peers
        ).result("n", body)
    }

    @Test(arguments: [
        ("COUNT(x OVER bodies)", "3"), ("COUNT(x > 10 OVER bodies)", "2"),
        ("COUNT(1 OVER bodies)", "4"), ("SUM(x OVER bodies)", "90"),
        ("AVERAGE(x OVER bodies)", "30"), ("MIN(x OVER bodies)", "10"),
        ("MAX(x OVER bodies)", "60"), ("MEDIAN(x OVER bodies)", "20"),
        ("MEDIAN(y OVER bodies)", "2.5"), ("SUM(x OVER bodies WHERE y <> 2)", "70"),
        ("SUM(x OVER bodies WHERE y > 100)", "missing"),
        ("COUNT(x OVER bodies WHERE y > 100)", "0"),
        ("AVERAGE(x + y OVER bodies WHERE kind = \"ministry\")", "16.5"),
        ("ABS(x - MAX(x - MIN(x OVER bodies) OVER bodies))", "40"),
        ("SUM(y / SUM(y OVER bodies) OVER bodies) * 100", "100"),
    ]) func `functions look at all bodies of the period`(formula: String, result: String) throws {
        #expect(try value(formula) == result)
    }

    @Test func `peers are those of one kind or one group, the body itself included`() throws {
        #expect(try value("SUM(y OVER peers)", of: "a", peers: "kind") == "6")
        #expect(try value("SUM(y OVER peers)", of: "d", peers: "kind") == "4")
        #expect(try value("SUM(y OVER peers)", of: "b", peers: "group") == "3")
        #expect(try value("SUM(y OVER peers)", of: "d", peers: "group") == "4")
    }

    @Test func `a body in no group has no peers`() throws {
        let made = try assess(
            "    - {id: n, value: SUM(y OVER peers), score: as-is}", peers: "group")

        #expect(try made.result("n", "c") == "missing")
        #expect(try made.reason("n", "c") == .blank(.group))
    }

    @Test func `only bodies to which the node applies are looked at`() throws {
        let made = try assess(
            """
                - {id: n, applies-when: y < 4, value: SUM(x OVER bodies), score: as-is}
                - {id: m, applies-when: y >= AVERAGE(y OVER bodies), value: SUM(y OVER bodies), score: as-is}
            """)

        #expect(try made.result("n", "a") == "30")
        #expect(try made.result("n", "d") == "not-applicable")
        // 2.5 is the mean of all four; c and d reach it.
        #expect(try made.result("m", "a") == "not-applicable")
        #expect(try made.result("m", "d") == "7")
    }

    @Test func `bodies that do not exist or that the edition does not name are left out`() throws {
        let made = try assess(
            "    - {id: n, value: SUM(y OVER bodies), score: as-is}",
            bodies: "id,kind,to\na,ministry,\nb,ministry,2024-12-30\nc,court,\nd,agency,\n")

        #expect(try made.result("n", "a") == "5")
    }

    @Test func `scores of other nodes are looked at once they are known`() throws {
        let made = try assess(
            """
                - {id: n, value: score(m) - MIN(score(m) OVER bodies), score: as-is}
                - {id: m, value: y * y, score: as-is}
            """)

        #expect(try made.result("n", "d") == "15")
        #expect(made.plan.relative == [try made.position("n"), try made.position("all")])
    }

    @Test func `each period has figures of its own`() throws {
        let made = try assess(
            "    - {id: n, value: SUM(y OVER bodies), score: as-is}",
            inputs: Self.inputs + "a,2025,1,7\nb,2025,1,8\n")

        #expect(try made.result("n", "c", "2024") == "10")
        #expect(try made.result("n", "c", "2025") == "15")
    }

    @Test func `a score that depends on other bodies has no bounds, and says so`() throws {
        let made = try assess(
            """
                - id: t
                  aggregate: {weighted-mean: {missing: redistribute, excluded: zero, not-applicable: zero}}
                  nodes:
                    - {id: n, value: x - MIN(x OVER bodies), score: as-is, weight: 1}
                    - {id: m, value: x, score: as-is, weight: 1}
            """)

        #expect(try ["n", "t", "m"].map { try made.bounds($0) } == ["none", "none", "10 … 10"])
        #expect(try made.bounds("m", "c") == "0 … 100")
        #expect(made.computation(of: try made.position("t"), at: try made.unit()).bounds == nil)
    }

    @Test func `a denominator of another body is told apart from one's own`() throws {
        let made = try assess(
            "    - {id: n, value: SUM(100 / (y - 1) OVER bodies), empty: missing, score: as-is}")

        #expect(try made.result("n", "b") == "missing")
        #expect(try made.reason("n", "b") == .emptyElsewhere(try made.unit("a"), 10..<17))
        #expect(try made.reason("n", "a") == .emptyDenominator(10..<17))
    }

    @Test func `unchecked evidence of another body speaks against all of them`() throws {
        let made = try assess(
            """
                - {id: n, value: SUM(x OVER bodies), score: as-is}
                - {id: m, value: x, score: as-is}
            """,
            inputs: """
                body,period,x,y,status
                a,2024,1,1,verified
                b,2024,1,1,reported

                """)
        func isUnverified(_ node: String) throws -> Bool {
            made.official(try made.position(node), at: try made.unit("a")).objections
                .contains(.unverified)
        }

        #expect(try isUnverified("n"))
        #expect(try !isUnverified("m"))
    }

    @Test func `the number of threads changes nothing`() throws {
        let rows = (0..<2000).map { "b\($0),2024,0.\($0),\($0)\n" }.joined()
        let bodies = "id,kind\n" + (0..<2000).map { "b\($0),ministry\n" }.joined()
        func result(_ threads: Int) throws -> [String] {
            let made = try assess(
                "    - {id: n, value: AVERAGE(x OVER bodies) + MEDIAN(x * y OVER bodies), score: as-is, max: 10000}",
                bodies: bodies, inputs: "body,period,x,y\n" + rows, threads: threads)
            return try ["b0", "b1999"].map { try made.result("n", $0) }
        }

        let one = try result(1)
        #expect(one == (try result(7)))
        #expect(one[0] == one[1])
    }
}
