import Arithmetic
import AssessmentSupport
import Scoring
import TestSupport
import Testing

/// How often a body outranks others, against the definition taken pair by pair.
@Suite struct OutrankingTests {
    private static let policies =
        "not-applicable: redistribute, excluded: redistribute, missing: redistribute"

    /// Bodies b0, b1 … with figures for x, y and z, as texts between commas.
    private func assess(
        _ rows: [String], weights: [Int] = [3, 2, 1], policies: String = policies,
        more: String = "", arithmetic: String = "decimal", kinds: [String] = ["ministry"]
    ) throws -> Assessment {
        let nodes = zip(["x", "y", "z"], weights).map { id, weight in
            "    - {id: n\(id), value: \(id), score: as-is, weight: \(weight)}\n"
        }
        let inputs = ["x", "y", "z"].map { "  \($0): {type: number, optional: true}\n" }
        return try Workbench.assess(
            Workbench.edition(
                """
                inputs:
                \(inputs.joined())
                scorecard:
                  id: t
                  aggregate: {copeland: {\(policies)}}
                \(more)  nodes:
                \(nodes.joined())
                """, head: ["arithmetic": arithmetic, "scale": "{min: -100, max: 100}"]),
            [
                "bodies": "id,kind\n"
                    + rows.indices.map { "b\($0),\(kinds[$0 % kinds.count])\n" }.joined(),
                "inputs": "body,period,x,y,z\n"
                    + rows.enumerated().map { "b\($0),2024,\($1)\n" }.joined(),
            ])
    }

    private func scores(_ made: Assessment, _ count: Int) throws -> [String] {
        try (0..<count).map { try made.result("t", "b\($0)") }
    }

    @Test(arguments: ["decimal", "double"])
    func `more than half of the weight outranks, half does not`(arithmetic: String) throws {
        // b0 beats b1 by x; against b2 it has x, 3 of 6, and against b3 x alone ties: 3 / 2 of 6.
        let made = try assess(
            ["5,1,1", "1,1,2", "1,2,2", "5,1,1"], arithmetic: arithmetic)

        // b0 : b1 = 3 + 1 of 6; b0 : b2 = 3 of 6; b0 : b3 = 3 of 6; b1 : b2 = 2 of 6.
        #expect(try scores(made, 4) == ["1", "-3", "1", "1"])
        #expect(try made.bounds("t", "b0") == "none")
        let unit = try made.unit("b0")
        let step = made.computation(of: try made.position("t"), at: unit).outranking
        #expect(step?.outranked == 1 && step?.ties == 2 && step?.others == 3)
    }

    @Test func `bodies can outrank one another in a ring`() throws {
        let made = try assess(["1,2,3", "2,3,1", "3,1,2"], weights: [1, 1, 1])

        #expect(try scores(made, 3) == ["0", "0", "0"])
    }

    @Test func `only children that both have are looked at`() throws {
        // b0 and b1 share z, b0 and b2 share x, b1 and b2 share nothing.
        let made = try assess(["2,,2", ",9,1", "3,,", ",,"])

        #expect(try scores(made, 4) == ["0", "-1", "1", "missing"])
        let unit = try made.unit("b1")
        let step = made.computation(of: try made.position("t"), at: unit).outranking
        #expect(step?.apart == 1 && step?.others == 2)
    }

    @Test func `a child that counts as 0 is compared as 0`() throws {
        let made = try assess(
            ["2,,2", "1,9,1"], policies: "not-applicable: zero, excluded: zero, missing: zero")

        #expect(try scores(made, 2) == ["1", "-1"])
    }

    @Test func `who is refused, or of no kind, is not compared`() throws {
        let refused = Self.policies.replacing("missing: redistribute", with: "missing: refuse")
        let made = try assess(
            ["1,1,1", "9,9,", "2,2,2", "8,8,8"], policies: refused,
            kinds: ["ministry", "ministry", "ministry", "court"])

        #expect(try scores(made, 4) == ["-1", "missing", "1", "not-applicable"])
    }

    @Test func `coverage decides who is compared`() throws {
        let made = try assess(["1,1,1", ",9,9", "2,2,"], more: "  coverage: {at-least: 2/3}\n")

        #expect(try scores(made, 3) == ["-1", "missing", "1"])
    }

    @Test func `a score rule brings the numbers onto a scale`() throws {
        let made = try assess(
            ["1,1,1", "2,2,2", "3,3,3"],
            more: "  score: {min-max: {over: bodies, constant: missing, to: {min: 0, max: 100}}}\n")

        #expect(try scores(made, 3) == ["0", "50", "100"])
        #expect(try made.result("t", "b1") == "50")
    }

    @Test func `a body alone outranks nobody`() throws {
        #expect(try scores(try assess(["1,1,1"]), 1) == ["0"])
    }

    @Test func `every value is that of the definition, pair by pair`() throws {
        var draws = SeededGenerator(seed: 29)
        for _ in 0..<12 {
            let count = Int.random(in: 1...30, using: &draws)
            let weights = (0..<3).map { _ in Int.random(in: 1...4, using: &draws) }
            let figures: [[Int?]] = (0..<count).map { _ in
                (0..<3).map { _ in
                    Bool.random(using: &draws) || Bool.random(using: &draws)
                        ? Int.random(in: 0...5, using: &draws) : nil
                }
            }
            let rows = figures.map { row in
                row.map { $0.map(String.init) ?? "" }.joined(separator: ",")
            }
            let made = try assess(rows, weights: weights)
            for (body, row) in figures.enumerated() {
                guard row.contains(where: { $0 != nil }) else {
                    #expect(try made.result("t", "b\(body)") == "missing")
                    continue
                }
                var value = 0
                for (other, its) in figures.enumerated() where other != body {
                    value += Self.sign(row, its, weights)
                }
                #expect(try made.result("t", "b\(body)") == String(value))
            }
        }
    }

    /// 1 where the first outranks the second, −1 where it is outranked, otherwise 0.
    private static func sign(_ row: [Int?], _ its: [Int?], _ weights: [Int]) -> Int {
        var (better, all) = (0.0, 0.0)
        for child in weights.indices {
            guard let own = row[child], let other = its[child] else { continue }
            all += Double(weights[child])
            better += Double(weights[child]) * (own > other ? 1 : own == other ? 0.5 : 0)
        }
        guard all > 0 else { return 0 }
        return better / all > 0.5 ? 1 : better / all < 0.5 ? -1 : 0
    }

    @Test(.enabled(if: Folders.hasSharedData, Folders.needsSharedData))
    func `51 countries outrank one another as in the package`() throws {
        let totals = try Connectivity.table("steps/07_Aggregated", key: "uCode")
        let matrix = try Connectivity.table("variants/outrank_matrix_Conn_Sust", key: "uCode")
        let countries = totals.keys.sorted()
        let pillars = ["Conn", "Sust"]
        let cells = countries.map { country in
            pillars.map { Connectivity.decimal(totals[country]?[$0]) }
        }
        let outranking = Outranking(
            scores: try cells.map { try $0.map { try Fixed($0) } }, weights: [1, 1])
        let made = try Workbench.assess(
            Workbench.edition(
                """
                inputs: {Conn: {type: number}, Sust: {type: number}}
                scorecard:
                  id: t
                  min: -50
                  aggregate: {copeland: {\(Self.policies)}}
                  nodes:
                    - {id: c, value: Conn, score: as-is, weight: 1}
                    - {id: s, value: Sust, score: as-is, weight: 1}
                """, head: ["applies-to": "[country]"]),
            [
                "bodies": "id,kind\n" + countries.map { "\($0),country\n" }.joined(),
                "inputs": "body,period,Conn,Sust\n"
                    + zip(countries, cells).map { "\($0),2024,\($1[0]),\($1[1])\n" }.joined(),
            ])

        #expect(countries.count == 51 && matrix.count == 51)
        for (body, country) in countries.enumerated() {
            var value = 0
            for (other, its) in countries.enumerated() where other != body {
                let published = try #require(matrix[country]?[its].flatMap(Double.init))
                let weight = try #require(outranking.weight(of: body, over: other))
                #expect(Double(weight.description) == published)
                value += published > 0.5 ? 1 : published < 0.5 ? -1 : 0
            }
            #expect(try made.result("t", country) == String(value))
        }
    }
}
