import AssessmentSupport
import Scoring
import Testing

@Suite struct EvaluatorTests {
    /// Evaluates a condition as 1, 0 or missing.
    private func truth(_ condition: String, _ a: String, _ b: String) throws -> String {
        let edition = Workbench.edition(
            """
            inputs:
              a: {type: code, values: [Y, N], optional: true}
              b: {type: code, values: [Y, N], optional: true}
            scorecard:
              id: n
              score: as-is
              value: 'IF(\(condition), 1, 0)'
            """)
        return try Workbench.assess(edition, inputs: "a=\(a)", "b=\(b)").result("n")
    }

    @Test(arguments: [
        ("Y", "Y", "1", "1"), ("Y", "N", "0", "1"), ("N", "N", "0", "0"),
        ("Y", "", "missing", "1"), ("N", "", "0", "missing"), ("", "", "missing", "missing"),
    ])
    func `AND and OR follow Kleene in either order`(
        a: String, b: String, and: String, or: String
    ) throws {
        for (first, second) in [(a, b), (b, a)] {
            #expect(try truth("a = \"Y\" AND b = \"Y\"", first, second) == and)
            #expect(try truth("a = \"Y\" OR b = \"Y\"", first, second) == or)
            #expect(
                try truth("NOT (a = \"Y\" AND b = \"Y\")", first, second)
                    == ["0": "1", "1": "0"][and] ?? and)
        }
    }

    @Test(arguments: [
        ("", "KNOWN", "0"), ("", "UNKNOWN", "1"), ("WH", "WITHHELD", "1"),
        ("NA", "NOT-APPLICABLE", "1"), ("Y", "KNOWN", "1"), ("WH", "UNKNOWN", "0"),
        ("Y", "NOT KNOWN", "0"),
    ])
    func `IS tells the blanks apart`(cell: String, word: String, expected: String) throws {
        #expect(try truth("a IS \(word) AND b = \"Y\"", cell, "Y") == expected)
    }

    @Test(arguments: [
        ("", "WH", "missing"), ("WH", "NA", "excluded"), ("NA", "5", "not-applicable"),
        ("NA", "", "missing"), ("WH", "3", "excluded"),
    ])
    func `of several blanks missing decides, then excluded, then not applicable`(
        a: String, b: String, expected: String
    ) throws {
        let edition = Workbench.edition(
            """
            inputs: {a: {type: percent, optional: true}, b: {type: percent, optional: true}}
            scorecard: {id: n, value: a + b, score: as-is}
            """)

        #expect(try Workbench.assess(edition, inputs: "a=\(a)", "b=\(b)").result("n") == expected)
        #expect(try Workbench.assess(edition, inputs: "a=\(b)", "b=\(a)").result("n") == expected)
    }

    private func overRecords(_ value: String, _ records: [String]) throws -> Assessment {
        let edition = Workbench.edition(
            """
            tables:
              works:
                key: [id]
                fields:
                  done: {type: percent, optional: true}
                  state: {type: code, values: [Y, N]}
            scorecard:
              id: n
              score: as-is
              value: '\(value)'
            """)
        let rows = records.enumerated().map { "a,2024,r\($0.offset),\($0.element)\n" }.joined()
        return try Workbench.assess(
            edition,
            ["bodies": "id,kind\na,ministry\n", "works": "body,period,id,done,state\n" + rows])
    }

    @Test(arguments: [
        ("COUNT(works)", "4"), ("COUNT(works WHERE state = \"Y\")", "3"),
        ("COUNT(works.done)", "3"), ("SUM(works.done)", "90"), ("AVERAGE(works.done)", "30"),
        ("MIN(works.done)", "10"), ("MAX(works.done)", "50"), ("MEDIAN(works.done)", "30"),
        ("MEDIAN(works.done WHERE state = \"Y\")", "20"),
        ("SUM(works.done WHERE state = \"N\")", "50"), ("MAX(AVERAGE(works.done), 1, 100)", "100"),
        ("MEDIAN(AVERAGE(works.done), 1, 100)", "30"),
    ])
    func `functions over records skip blanks`(formula: String, expected: String) throws {
        let made = try overRecords(formula, ["10,Y", "30,Y", "50,N", ",Y"])

        #expect(try made.result("n") == expected)
    }

    @Test func `over nothing a sum is missing and a count is zero`() throws {
        #expect(try overRecords("SUM(works.done)", [",Y"]).result("n") == "missing")
        #expect(try overRecords("COUNT(works WHERE state = \"N\")", [",Y"]).result("n") == "0")
        #expect(
            try overRecords("MEDIAN(works.done WHERE state = \"N\")", ["1,Y"])
                .reason("n") == .blank(.nothing("MEDIAN")))
    }

    @Test func `ALL and ANY look at every record`() throws {
        let all = "IF(ALL(works.state = \"Y\"), 1, 0)"
        let any = "IF(ANY(works.state = \"Y\"), 1, 0)"

        #expect(try overRecords(all, ["1,Y", "2,Y"]).result("n") == "1")
        #expect(try overRecords(all, ["1,Y", "2,N"]).result("n") == "0")
        #expect(try overRecords(any, ["1,N", "2,Y"]).result("n") == "1")
        #expect(try overRecords(any, ["1,N", "2,N"]).result("n") == "0")
    }

    @Test func `parameters take the value of the period's last day`() throws {
        let edition = Workbench.edition(
            """
            inputs: {x: {type: percent}}
            parameters:
              rate: {unit: number, values: [{from: 2020-01-01, value: 1/3}, {from: 2024-12-31, value: 1/2}]}
            scorecard: {id: n, value: x * rate, score: as-is}
            """)

        let made = try Workbench.assess(
            edition,
            [
                "bodies": "id,kind\na,ministry\n",
                "inputs": "body,period,x\na,2023,90\na,2024,90\n",
            ])

        #expect(try made.result("n", "a", "2023") == "30")
        #expect(try made.result("n", "a", "2024") == "45")
    }

    @Test func `a parameter that is not known leaves its nodes missing`() throws {
        let edition = Workbench.edition(
            """
            inputs: {x: {type: percent}}
            parameters: {rate: {unit: number, value: unknown}}
            scorecard: {id: n, value: x * rate, score: as-is}
            """, head: ["status": "incomplete"])

        let made = try Workbench.assess(edition, inputs: "x=90")

        #expect(try made.result("n") == "missing")
        #expect(try made.reason("n") == .blank(.parameter(0)))
    }
}
