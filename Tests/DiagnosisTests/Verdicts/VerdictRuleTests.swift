internal import Arithmetic
internal import TestSupport
internal import Testing

@testable internal import Diagnosis
@testable internal import Methodology

@Suite struct VerdictRuleTests {
    private static let t1 = [
        "82,75,78,71,80,74,72,76", "66,48,71,52,58,61,55,45", "30,22,35,28,20,35,25,24",
    ]

    /// Scores by stage, and the words.
    static let bodies: [(String, [String], String?)] = [
        ("T1", t1, "professional with elements of strategic"),
        (
            "T2",
            [
                "85,80,82,79,83,81,77,80", "74,61,72,66,71,70,58,69", "48,35,52,41,39,46,33,44",
            ], "professional in transition to strategic, with elements of innovative"
        ),
        (
            "T3",
            [
                "90,84,86,82,88,85,80,87", "78,72,80,71,75,74,70,68", "55,42,60,44,41,52,38,47",
            ], "strategic with elements of innovative"
        ),
        (
            "T4",
            [
                "92,88,90,86,91,90,85,89", "84,79,86,77,82,80,76,81", "75,70,82,71,72,74,69,73",
            ], "innovative"
        ),
        (
            "T5",
            [
                "88,85,84,82,35,86,80,83", "75,72,74,71,60,73,70,72", "40,30,45,35,20,38,28,33",
            ],
            "emerging professional with elements of strategic, with isolated innovative practices"
        ),
        (
            "T6",
            [
                "58,45,62,50,41,55,48,52", "35,28,44,30,25,38,30,33", "42,20,71,25,18,30,22,45",
            ], "emerging professional with isolated innovative practices"
        ),
        (
            "T7",
            ["82,–,78,71,80,–,72,76", "66,–,71,–,58,–,55,45", "–,–,–,–,–,–,25,24"],
            "professional (strategic: not assessed), (innovative: not assessed)"
        ),
        (
            "T8",
            ["38,30,45,33,28,36,41,35", "15,15,15,15,15,15,15,15", "5,5,5,5,5,5,5,5"],
            "pre-professional"
        ),
        (
            // Ninths that average 70 exactly, as results of eighteen digits hold them.
            "ninths",
            [
                "68.666666666666666667,68.666666666666666667"
                    + String(
                        repeating: ",70.444444444444444444", count: 6), t1[1], t1[2],
            ], "professional with elements of strategic"
        ),
        (
            "T10", ["82,75,78,71,69.9,74,72,76", t1[1], t1[2]],
            "professional with elements of strategic"
        ),
        ("nothing known", Array(repeating: "–,–,–,–,–,–,–,–", count: 3), nil),
        (
            "without two dimensions",
            ["82,NA,NA,71,80,74,72,76", "66,NA,NA,52,58,61,55,45", "30,NA,NA,28,20,35,25,24"],
            "professional with elements of strategic"
        ),
        (
            "nothing of the highest stage applies", [t1[0], t1[1], "NA,NA,NA,NA,NA,NA,NA,NA"],
            "professional with elements of strategic, (innovative: not assessed)"
        ),
    ]

    private static func columns(_ texts: [String]) -> [[String]] {
        texts.map { $0.split(separator: ",").map(String.init) }
    }

    @Test(arguments: bodies)
    func `bodies get the verdicts of the instrument`(
        name: String, texts: [String], expected: String?
    ) {
        let rule = OecdStages.rule()
        let columns = Self.columns(texts)
        let exact = VerdictRule<Fixed>(rule).verdict(of: OecdStages.cells(columns) { $0 })
        let near = VerdictRule<Double>(rule).verdict(of: OecdStages.cells(columns) { Double($0) })

        #expect(exact.text(rule, in: "en") == expected, "\(name)")
        #expect(near == exact)
        #expect(exact.cells == 24)
        let known = columns.joined().count { $0 != "–" && $0 != "NA" }
        #expect(exact.assessed == known)
    }

    /// Of stages P, S and I: the sum of the system's criteria, how many, and a failed one.
    private static func ground(
        _ share: Int, _ system: [(sum: Int, count: Int, hasFailed: Bool)]
    ) -> [ApparatusStage<Fixed>] {
        system.enumerated().map { stage, criteria in
            var ground = ApparatusStage<Fixed>()
            Fixed.add(Fixed(stage == 0 ? share : 0), to: &ground.attained)
            Fixed.add(Fixed(100), to: &ground.weight)
            Fixed.add(Fixed(criteria.sum), to: &ground.system)
            ground.observed = criteria.count
            ground.hasFailed = criteria.hasFailed
            return ground
        }
    }

    @Test func `the apparatus gets the verdicts of the instrument`() {
        let rule = OecdStages.rule()
        let ready = VerdictRule<Fixed>(rule)
        let cells = OecdStages.cells(Self.columns(Self.t1)) { $0 }
        let other = (sum: 50, count: 1, hasFailed: false)
        func text(_ ground: [ApparatusStage<Fixed>]) -> String? {
            ready.verdict(of: cells, ground: ground).text(rule, in: nil)
        }

        // T9: the criteria average 72, and the decisive one at 35 fails.
        #expect(
            text(Self.ground(80, [(144, 2, true), other, other]))
                == "emerging professional with elements of strategic")
        // T11: it is at 45 and does not.
        #expect(
            text(Self.ground(80, [(144, 2, false), other, other]))
                == "professional with elements of strategic")
        // T12: no system criterion of the second stage is observed.
        #expect(
            text(Self.ground(80, [(144, 2, false), (0, 0, false), other]))
                == "professional (strategic: not assessed)")
        #expect(
            text(Self.ground(74, [(144, 2, false), other, other]))
                == "emerging professional with elements of strategic")
        #expect(
            text(Self.ground(75, [(139, 2, false), other, other]))
                == "emerging professional with elements of strategic")
    }

    @Test func `an edge is reached but for the last digit, and by doubles within a billionth`() {
        let rule = OecdStages.rule(dimensions: 3, stages: 2)
        let ready = VerdictRule<Fixed>(rule)
        func cells(_ score: String) -> [[StageCell<Fixed>]] {
            OecdStages.cells([[score, score, score], ["0", "0", "0"]]) { $0 }
        }

        #expect(ready.verdict(of: cells("70")).attained == 1)
        #expect(ready.verdict(of: cells("69.999999999999999999")).attained == 1)
        #expect(ready.verdict(of: cells("69.999999999999999998")).attained == 0)
        let near = VerdictRule<Double>(rule)
        func attained(_ score: Double) -> Int {
            near.code { _, stage in .score(stage == 0 ? score : 0) }.standings(2).prefix {
                $0 == .attained
            }.count
        }
        #expect(attained(69.999_999_999_9) == 1)
        #expect(attained(69.999_999_9) == 0)
    }

    @Test func `the rule agrees with a slow one over thousands of score matrices`() throws {
        var random = SeededGenerator.fresh(2018)
        let rule = OecdStages.rule()
        let (ready, near) = (VerdictRule<Fixed>(rule), VerdictRule<Double>(rule))
        let edges = ["0", "39.999999", "40", "55", "69.9", "69.999999", "70", "100"]
        var seen: Set<String?> = []
        for _ in 0..<5000 {
            let missing = Int.random(in: 0...6, using: &random)
            let lowest = Int.random(in: 0...80, using: &random)
            let columns = (0..<3).map { stage in
                (0..<8).map { _ -> String in
                    switch Int.random(in: 0..<30, using: &random) {
                    case ..<missing: return "–"
                    case ..<(missing + 2): return "NA"
                    case ..<(missing + 6):
                        return edges[Int.random(in: 0..<edges.count, using: &random)]
                    default:
                        let low = max(0, lowest - 15 * stage)
                        return "\(Int.random(in: low...min(100, low + 40), using: &random))"
                    }
                }
            }
            var slow = SlowVerdict(
                scores: columns.map { column in
                    column.filter { $0 != "NA" }.map { $0 == "–" ? nil : OecdStages.fixed($0) }
                })
            let cells = OecdStages.cells(columns) { $0 }
            let verdict = ready.verdict(of: cells)
            let text = verdict.text(rule, in: "en")
            #expect(text == (try slow.text()), "seed \(random.seed)")
            #expect(
                near.verdict(of: OecdStages.cells(columns) { Double($0) }) == verdict,
                "seed \(random.seed)")
            seen.insert(text)

            let share = Int.random(in: 60...90, using: &random)
            let ground = Self.ground(
                share,
                (0..<3).map { _ in
                    let count = Int.random(in: 0...3, using: &random)
                    return (
                        count * Int.random(in: 65...75, using: &random), count,
                        Int.random(in: 0..<5, using: &random) == 0
                    )
                })
            slow.apparatus = ground.enumerated().map { stage, ground in
                guard ground.observed > 0 else { return nil }
                let isWide = stage == 0 && share >= 75
                return isWide && !ground.hasFailed
                    && Fixed.mean(of: ground.system, ground.observed, reaches: Fixed(70))
            }
            #expect(
                ready.verdict(of: cells, ground: ground).text(rule, in: "en")
                    == (try slow.text()), "seed \(random.seed)")
        }
        #expect(seen.count > 20)
    }

    @Test func `a stage that is met on one that is not attained is in transition`() {
        let rule = OecdStages.rule()
        let columns = [
            Array(repeating: "30", count: 8), Array(repeating: "90", count: 8),
            Array(repeating: "90", count: 8),
        ]
        let verdict = VerdictRule<Fixed>(rule).verdict(of: OecdStages.cells(columns) { $0 })

        #expect(
            verdict.standings == [
                .presence(.none), .presence(.transition), .presence(.transition),
            ])
        #expect(
            verdict.text(rule, in: "en")
                == "pre-professional with elements of strategic, with elements of innovative")
    }
}
