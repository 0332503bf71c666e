import Arithmetic
import AssessmentSupport
import Methodology
import Scoring
import Testing

/// Totals of Korea, the United Arab Emirates and Malaysia, quoted in small editions.
@Suite struct TotalsOfPointsTests {
    /// Korea: points of four parts, and up to three more for proactive administration.
    ///
    /// - Source: Government Performance Evaluation of the Republic of Korea, parts of 2021 and
    ///   2022 (Asia Economy, 2020 and 2023).
    private func korea(_ parts: [(id: String, most: Int)]) -> String {
        let nodes = parts.map {
            "    - {id: n_\($0.id), max: \($0.most), value: \($0.id), score: as-is}\n"
        }
        let inputs = parts.map { "  \($0.id): {type: number, min: 0, max: \($0.most)}\n" }
        return Workbench.edition(
            """
            inputs:
            \(inputs.joined())  proactive: {type: number, min: 0}
            scorecard:
              id: total
              aggregate: {sum: {not-applicable: redistribute, missing: refuse, excluded: refuse}}
              corrections: [{bonus: proactive, at-most: 3, may-exceed: yes}]
              nodes:
            \(nodes.joined())
            """)
    }

    private let parts2022 = [
        ("policies", 50), ("regulation", 20), ("communication", 20), ("innovation", 10),
    ]
    private let parts2021 = [
        ("tasks", 65), ("regulation", 10), ("innovation", 10), ("communication", 15),
    ]

    @Test func `the parts of a year are 100 points, and a bonus goes beyond`() throws {
        for parts in [parts2021, parts2022] {
            let row = parts.map { "\($0.1)" }.joined(separator: ",")
            let made = try Workbench.assess(
                korea(parts.map { (id: $0.0, most: $0.1) }),
                [
                    "bodies": "id,kind\na,ministry\n",
                    "inputs": "body,period,\(parts.map(\.0).joined(separator: ",")),proactive\n"
                        + "a,2024,\(row),4\n",
                ])

            #expect(try made.result("total") == "103")
        }
    }

    @Test func `points of parts and the bonus add up`() throws {
        let made = try Workbench.assess(
            korea(parts2022.map { (id: $0.0, most: $0.1) }), inputs: "policies=45",
            "regulation=18", "communication=15.5", "innovation=9", "proactive=2")

        // 45 + 18 + 15.5 + 9 + 2
        #expect(try made.result("total") == "89.5")
    }

    /// The United Arab Emirates: eleven criteria beneath three pillars.
    ///
    /// - Source: Government Excellence Model (GEM 2.0), pillars 40, 35 and 25.
    private let pillars: [(id: String, criteria: [(id: String, weight: Int)])] = [
        ("vision", [("wellbeing", 10), ("readiness", 10), ("direction", 10), ("functions", 10)]),
        ("value", [("services", 15), ("enablement", 10), ("talents", 10)]),
        ("enablers", [("resources", 5), ("data", 5), ("partnerships", 10), ("relations", 5)]),
    ]

    @Test func `what is lost of a criterion is its weight in the whole`() throws {
        let criteria = pillars.flatMap(\.criteria)
        let nodes = pillars.map { pillar in
            let weight = pillar.criteria.reduce(0) { $0 + $1.weight }
            let beneath = pillar.criteria.map {
                "        - {id: n_\($0.id), weight: \($0.weight), value: \($0.id), score: as-is}\n"
            }
            return """
                    - id: \(pillar.id)
                      weight: \(weight) %
                      aggregate: {weighted-mean: {not-applicable: redistribute, missing: zero, excluded: refuse}}
                      nodes:
                \(beneath.joined())
                """
        }
        let edition = Workbench.edition(
            """
            inputs:
            \(criteria.map { "  \($0.id): {type: percent}\n" }.joined())scorecard:
              id: total
              aggregate: {weighted-mean: {not-applicable: redistribute, missing: zero, excluded: refuse}}
              nodes:
            \(nodes.joined(separator: "\n"))
            """)

        for lost in criteria {
            let row = criteria.map { $0.id == lost.id ? "0" : "100" }.joined(separator: ",")
            let made = try Workbench.assess(
                edition,
                [
                    "bodies": "id,kind\na,ministry\n",
                    "inputs": "body,period,\(criteria.map(\.id).joined(separator: ","))\n"
                        + "a,2024,\(row)\n",
                ])

            #expect(try made.result("total") == "\(100 - lost.weight)", "\(lost.id)")
        }
    }

    /// Malaysia: stars for ranges of the total.
    ///
    /// - Source: MAMPU, Star Rating System for Malaysian Government Agencies (2007): ranges and
    ///   three agencies' totals.
    @Test(arguments: [
        ("75.07", "3"), ("81.48", "4"), ("94.52", "5"), ("69.94", "2"), ("69.95", "3"),
        ("50", "1"), ("49.9", "none"), ("100", "5"),
    ])
    func `a total earns its stars`(total: String, stars: String) throws {
        let edition = Workbench.edition(
            """
            inputs: {rating: {type: percent}}
            scorecard: {id: total, value: rating, score: as-is}
            bands:
              nodes: [total]
              figures: {mode: half-up, digits: 1}
              list:
                - {id: "5", from: 90, to: 100}
                - {id: "4", from: 80, to: 89.9}
                - {id: "3", from: 70, to: 79.9}
                - {id: "2", from: 60, to: 69.9}
                - {id: "1", from: 50, to: 59.9}
                - {id: none, to: 49.9}
            """)

        let made = try Workbench.assess(edition, inputs: "rating=\(total)")

        #expect(made.band(of: 0, at: 0)?.id == stars)
    }
}
