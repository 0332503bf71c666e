import Arithmetic
import AssessmentSupport
import Domain
import Evidence
import Methodology
import Scoring
import TestSupport
import Testing

@Suite struct SubmissionTests {
    /// As in `left: turnover; total 56.25 -> 81.25, 25`.
    private func debts(_ submission: Submission, _ made: Assessment) -> [String] {
        submission.debts.map { debt in
            let nodes = debt.nodes.map { made.plan.nodes[$0].id }.joined(separator: " ")
            let together =
                debt.together.isEmpty
                ? "" : " with " + debt.together.map { id($0, made) }.joined(separator: " ")
            let prospects = debt.prospects.map { "; " + text($0, made) }
            return "\(id(debt.item, made)): \(nodes)\(together)\(prospects.joined())"
        }
    }

    private func text(_ prospect: Submission.Prospect, _ made: Assessment) -> String {
        let obstacle = prospect.obstacle.map { " not told for \(made.plan.nodes[$0].id)" } ?? ""
        return "\(made.plan.nodes[prospect.total].id) "
            + "\(prospect.now?.description ?? "none") -> \(prospect.best?.description ?? "none")"
            + (prospect.worth.map { ", \($0)" } ?? "") + (prospect.isNeeded ? " needed" : "")
            + obstacle
    }

    private func id(_ item: Submission.Item, _ made: Assessment) -> String {
        switch item {
        case .input(let input): made.plan.schema.inputs[input].id
        case .table(let table): made.plan.schema.tables[table].id
        }
    }

    private func submission(
        _ made: Assessment, _ body: String = "a", _ period: String = "2024", threads: Int? = nil
    ) throws -> Submission {
        let position = try #require(
            made.evidence.periods.firstIndex { $0.description == period })
        let index = try #require(made.evidence.bodies.firstIndex { $0.id == body })
        let totals = made.plan.roots.filter { !made.plan.nodes[$0].isHeading }
        return made.submissions(in: position, totals: totals, threads: threads)[index]
    }

    /// By hand, of Lighthouses.
    ///
    /// In 2024 the number of leavers is blank, and turnover is filled with 0. Its best is 100, so
    /// the total can become 50 % × 62.5 + 25 % × 100 + 25 % × 100 = 81.25, less a penalty of 0:
    /// 25 more than 56.25. In 2025 works waits for the works done, and the total with it; at best
    /// it is 50 % × 76.5 + 25 % × 35 + 25 % × 100 = 72, less a penalty of 1 × 2: 70.
    @Test func `what is missing in the teaching example is worth what paper says`() throws {
        let made = try Examples.assess("teaching", by: "teaching/2025")

        #expect(
            debts(try submission(made, "lighthouses", "2024"), made)
                == ["left: turnover; total 56.25 -> 81.25, 25"])
        #expect(
            debts(try submission(made, "lighthouses", "2025"), made)
                == ["works_done: works; total none -> 70 needed"])
        // What is withheld is no debt, and so is what is not applicable.
        for (body, period) in [("rivers", "2024"), ("rivers", "2025"), ("bridges", "2024")] {
            #expect(debts(try submission(made, body, period), made).isEmpty)
        }
    }

    @Test func `every input and table has a state`() throws {
        let made = try Examples.assess("teaching", by: "teaching/2025")
        let lighthouses = try submission(made, "lighthouses", "2024")

        #expect(
            lighthouses.entries.map(\.state.rawValue) == [
                "handed-in", "blank", "withheld", "handed-in", "handed-in", "handed-in",
                "handed-in", "handed-in",
            ])
        #expect(lighthouses.entries[7].records == 8)
        #expect(lighthouses.entries[7].row == 8)
        #expect(lighthouses.entries[1].row == 3)
        #expect(lighthouses.handedIn == 7)
        #expect(
            try submission(made, "rivers", "2025").entries.map(\.state.rawValue)[3...4]
                == ["not-applicable", "not-applicable"])
        let bridges = try submission(made, "bridges", "2025")
        #expect(!bridges.isDue)
        #expect(bridges.isEmpty)
    }

    /// Two nodes of equal weight, each a percentage; what is missing is left out.
    private static let mean = Workbench.edition(
        """
        inputs:
          x: {type: percent, min: 0, max: 100, optional: true}
          y: {type: percent, min: 0, max: 100, optional: true}
          z: {type: percent, min: 0, max: 100, optional: true}
        scorecard:
          id: t
          aggregate: {weighted-mean: {missing: redistribute, excluded: redistribute, not-applicable: redistribute}}
          nodes:
            - {id: m, weight: 1, value: 'IF(x > y, x, y)', score: as-is}
            - {id: n, weight: 1, value: z, score: as-is}
        """)

    /// By hand: m is missing, so t is n alone: 40; with m at 100 it is (100 + 40) / 2 = 70.
    @Test func `what a node lacks besides is named`() throws {
        let made = try Workbench.assess(Self.mean, inputs: "x=", "y=", "z=40")

        #expect(
            debts(try submission(made), made) == [
                "x: m with y; t 40 -> 70, 30", "y: m with x; t 40 -> 70, 30",
            ])
    }

    @Test func `a body of which nothing was handed in owes all of it`() throws {
        let made = try Workbench.assess(
            Self.mean,
            [
                "bodies": "id,kind\na,ministry\nb,agency\nc,embassy\n",
                "inputs": "body,period,x,y,z\na,2024,1,2,3\n",
            ])
        let nothing = try submission(made, "b")

        #expect(nothing.isEmpty)
        #expect(nothing.handedIn == 0)
        // Any one of the two nodes is enough for a score, so neither is needed by itself.
        #expect(
            debts(nothing, made) == [
                "x: m with y; t none -> 100", "y: m with x; t none -> 100", "z: n; t none -> 100",
            ])
        #expect(nothing.prospects.map(\.best) == [Fixed(100)])
        #expect(try !submission(made, "c").isDue)
        #expect(nothing.isMorePressing(than: try submission(made, "a")) == true)
    }

    /// A blank for a correction that is left out when unknown: 50 points, at best 50 + 10.
    @Test func `a correction that is left out for want of something waits for it`() throws {
        let made = try Workbench.assess(
            Workbench.edition(
                """
                inputs:
                  x: {type: percent, min: 0, max: 100}
                  extra: {type: number, min: 0, optional: true}
                scorecard:
                  id: t
                  value: x
                  score: as-is
                  corrections: [{bonus: extra, at-most: 10, unknown: none}]
                """), inputs: "x=50", "extra=")

        let told = debts(try submission(made), made)
        #expect(told == ["extra: t; t 50 -> 60, 10"])
    }

    /// By hand: each of x and y is needed, and neither is enough; with both the best is 100 − 0.
    @Test func `a total that waits for itself and for a node beneath needs both`() throws {
        let made = try Workbench.assess(
            Workbench.edition(
                """
                inputs:
                  x: {type: percent, min: 0, max: 100, optional: true}
                  y: {type: number, min: 0, optional: true}
                scorecard:
                  id: t
                  aggregate: {weighted-mean: {missing: refuse, excluded: refuse, not-applicable: redistribute}}
                  corrections: [{penalty: y, at-most: 5}]
                  nodes: [{id: n, weight: 1, value: x, score: as-is}]
                """), inputs: "x=", "y=")

        let told = debts(try submission(made), made)
        #expect(told == ["x: n; t none -> none needed", "y: t; t none -> none needed"])
        #expect(try submission(made).prospects.map(\.best) == [Fixed(100)])
    }

    @Test func `nothing is told where a node above compares bodies`() throws {
        let made = try Workbench.assess(
            Workbench.edition(
                """
                inputs:
                  x: {type: percent, min: 0, max: 100, optional: true}
                  y: {type: percent, min: 0, max: 100}
                scorecard:
                  id: t
                  aggregate: {weighted-mean: {missing: redistribute, excluded: redistribute, not-applicable: redistribute}}
                  nodes:
                    - id: above
                      weight: 1
                      aggregate: {weighted-mean: {missing: refuse, excluded: refuse, not-applicable: redistribute}}
                      score: {min-max: {over: bodies, constant: middle, to: scale}}
                      nodes: [{id: beneath, weight: 1, value: x, score: as-is}]
                    - {id: n, weight: 1, value: y, score: as-is}
                """),
            [
                "bodies": "id,kind\na,ministry\nb,ministry\n",
                "inputs": "body,period,x,y\na,2024,,10\nb,2024,30,20\n",
            ])

        #expect(
            debts(try submission(made), made)
                == ["x: beneath; t 10 -> none not told for above"])
    }

    @Test(arguments: [
        ("SUM(works.cost)", []), ("IF(ALL(works.cost > 5), 100, 0)", [0]),
    ]) func `records with blanks are owed as well`(formula: String, fields: [Int]) throws {
        let made = try Workbench.assess(
            Workbench.edition(
                """
                tables:
                  works:
                    key: [id]
                    fields: {cost: {type: number, min: 0, max: 100, optional: true}}
                scorecard: {id: t, value: '\(formula)', score: as-is}
                """),
            [
                "bodies": "id,kind\na,ministry\n",
                "works": "body,period,id,cost\na,2024,1,\n",
            ])

        let owed = try submission(made)
        #expect(debts(owed, made) == ["works: t; t none -> 100 needed"])
        #expect(owed.debts.map(\.fields) == [fields])
    }

    /// A value of 100 in every cell that is waited for is the best there is, so the total of a
    /// workspace filled in like that is the best that was told.
    @Test(arguments: 1...20) func `what is promised comes true when the best is handed in`(
        seed: UInt64
    ) throws {
        var random = SeededGenerator(seed: seed)
        let ids = ["p", "q", "r", "s"]
        func cell() -> String {
            let number = Int.random(in: 0..<100, using: &random)
            return Int.random(in: 0..<3, using: &random) == 0
                ? "" : number < 10 ? "WH" : "\(number)"
        }
        let cells = (0..<6).map { _ in ids.map { _ in cell() } }
        let policies = ["refuse", "redistribute", "zero"]
        let rules = ids.map { _ in
            Int.random(in: 0..<2, using: &random) == 0 ? "" : ", missing: {rule: zero}"
        }
        let weights = ids.map { _ in Int.random(in: 0..<9, using: &random) + 1 }
        let policy = policies[Int.random(in: 0..<3, using: &random)]
        let inputs = ids.map { "  \($0): {type: percent, min: 0, max: 100, optional: true}\n" }
        let nodes = zip(zip(ids, rules), weights).map { own, weight in
            "    - {id: n-\(own.0), weight: \(weight), value: \(own.0), score: as-is\(own.1)}\n"
        }
        let edition = Workbench.edition(
            "inputs:\n\(inputs.joined())scorecard:\n  id: t\n  aggregate: {weighted-mean: "
                + "{missing: \(policy), excluded: redistribute, not-applicable: redistribute}}\n"
                + "  nodes:\n\(nodes.joined())")
        func assess(_ cells: [[String]]) throws -> Assessment {
            let rows = cells.enumerated().map { "b\($0),2024,\($1.joined(separator: ","))\n" }
            let bodies = cells.indices.map { "b\($0),ministry\n" }
            return try Workbench.assess(
                edition,
                [
                    "bodies": "id,kind\n\(bodies.joined())",
                    "inputs": "body,period,\(ids.joined(separator: ","))\n\(rows.joined())",
                ])
        }
        let made = try assess(cells)
        for body in cells.indices {
            let told = try submission(made, "b\(body)", threads: Int(seed % 3) + 1)
            for debt in told.debts {
                guard case .input(let input) = debt.item else { continue }
                var filled = cells
                filled[body][input] = "100"
                let then = try assess(filled)
                let score = then.columns[0]?.score(at: try then.unit("b\(body)"))
                #expect(debt.prospects.map(\.best) == [score], "seed \(seed)")
            }
            #expect(
                told.debts.count == cells[body].count { $0.isEmpty }, "seed \(seed)")
            var filled = cells
            filled[body] = filled[body].map { $0.isEmpty ? "100" : $0 }
            let then = try assess(filled)
            let score = then.columns[0]?.score(at: try then.unit("b\(body)"))
            #expect(told.prospects.allSatisfy { $0.best == score }, "seed \(seed)")
        }
    }
}
