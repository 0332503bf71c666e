internal import Arithmetic
internal import AssessmentSupport
internal import Evidence
internal import Methodology
internal import Testing

@testable internal import Scoring

@Suite struct SupposingTests {
    /// A workspace with the edition it is assessed by.
    static let workspaces = [
        ("teaching", "teaching/2025"), ("state", "kz-954/2025"), ("incise", "incise/2019"),
        ("ca-service-maf", "ca-service-maf/2023-24"),
    ]

    @Test(arguments: workspaces)
    func `what one body comes to is what the whole run says, where bodies are not compared`(
        workspace: String, edition: String
    ) throws {
        let assessment = try Examples.assess(workspace, by: edition)
        let seed: UInt64 = 954
        var random = Stepping(seed: seed)
        var moved = 0
        for round in 0..<12 {
            let values = Self.values(of: assessment, &random, atMost: [1, 3, 10, 40][round % 4])
            let full = assessment.supposing(values).assessment
            guard let full else { continue }
            let nodes = assessment.plan.nodes.indices.filter { full.columns[$0] != nil }
            let found = assessment.outcomes(of: nodes, supposing: values)
            for node in nodes where !found.isHeld(node) {
                for unit in 0..<assessment.evidence.unitCount
                where assessment.scoredPeriods.contains(assessment.period(of: unit)) {
                    guard assessment.dependencies[node].periodsBack == 0 else { continue }
                    #expect(
                        found.outcome(of: node, at: unit)
                            == full.computation(of: node, at: unit).outcome,
                        "seed \(seed), round \(round), node \(assessment.plan.nodes[node].id)")
                    #expect(
                        found.score(of: node, at: unit) == full.columns[node]?.score(at: unit))
                    let before = assessment.columns[node]?.score(at: unit)
                    if found.score(of: node, at: unit) != before { moved += 1 }
                }
            }
        }
        #expect(moved > 0 || workspace == "incise", "seed \(seed)")
    }

    @Test(arguments: workspaces)
    func `threads change nothing`(workspace: String, edition: String) throws {
        let assessment = try Examples.assess(workspace, by: edition)
        var random = Stepping(seed: 7)
        let values = Self.values(of: assessment, &random, atMost: 60)
        let nodes = Array(assessment.plan.nodes.indices)

        let one = assessment.outcomes(of: nodes, supposing: values, threads: 1)
        let all = assessment.outcomes(of: nodes, supposing: values)

        for node in nodes {
            for unit in 0..<assessment.evidence.unitCount {
                #expect(one.score(of: node, at: unit) == all.score(of: node, at: unit))
            }
        }
    }

    @Test func `inputs move whatever reads them, leaves only what is above them`() throws {
        let assessment = try Workbench.assess(Self.two, inputs: "x=50", "y=20")
        let (input, leaf) = (0, try assessment.position("a"))

        let byInput = assessment.supposing([
            SupposedValue(.input(input), at: 0, .number(Fixed(60)))
        ]).assessment
        let byLeaf = assessment.supposing([
            SupposedValue(.leaf(leaf), at: 0, .number(Fixed(60)))
        ]).assessment

        #expect(try byInput?.result("a") == "60")
        #expect(try byInput?.result("b") == "80")
        #expect(try byInput?.result("top") == "70")
        #expect(try byLeaf?.result("a") == "60")
        #expect(try byLeaf?.result("b") == "70")
        #expect(try byLeaf?.result("top") == "65")
    }

    @Test func `a supposed value says what it stands for, and nothing is official`() throws {
        let assessment = try Workbench.assess(Self.two, inputs: "x=50", "y=20")
        let (top, leaf) = (try assessment.position("top"), try assessment.position("a"))
        let made = assessment.supposing([
            SupposedValue(.input(1), at: 0, .number(Fixed(30))),
            SupposedValue(.leaf(leaf), at: 0, .number(Fixed(60))),
        ]).assessment
        let after = try #require(made)

        #expect(!assessment.isSupposed)
        #expect(after.isSupposed)
        #expect(after.official(top, at: 0).objections.contains(.supposed))
        #expect(after.known(1, beforeSupposingAt: 0)?.number(at: 0) == Fixed(20))
        #expect(after.known(0, beforeSupposingAt: 0) == nil)
        #expect(after.computation(of: leaf, at: 0).supposedFor == Fixed(50))
        #expect(after.computation(of: leaf, at: 0).value == Fixed(60))
    }

    @Test func `what has no value stays without one`() throws {
        let assessment = try Workbench.assess(Self.two, inputs: "x=", "y=20")
        let values = [
            SupposedValue(.input(0), at: 0, .number(Fixed(60))),
            SupposedValue(.leaf(try assessment.position("a")), at: 0, .number(Fixed(60))),
        ]

        let after = assessment.supposing(values).assessment

        for node in ["a", "b", "top"] { #expect(try after?.result(node) == "missing") }
    }

    @Test func `what conditions earn can be supposed as well, and is corrected after`() throws {
        let assessment = try Workbench.assess(
            Workbench.edition(
                """
                inputs: {x: {type: percent}}
                scorecard:
                  id: top
                  aggregate: none
                  nodes:
                    - {id: n, score: {checklist: {all-of: [x >= 50], score: 100, otherwise: 20}}}
                    - id: l
                      score: {ladder: [{when: x >= 50, score: 80}, {otherwise: 5}]}
                      corrections: [{penalty: 1}]
                """), inputs: "x=40")
        let values = try ["n", "l"].map {
            SupposedValue(.leaf(try assessment.position($0)), at: 0, .number(Fixed(70)))
        }
        let nodes = try ["n", "l"].map { try assessment.position($0) }

        let after = assessment.supposing(values).assessment
        let alone = assessment.outcomes(of: nodes, supposing: values)

        #expect(try after?.result("n") == "70")
        #expect(try after?.result("l") == "69")
        #expect(nodes.map { alone.score(of: $0, at: 0) } == [Fixed(70), Fixed(69)])
        #expect(after?.computation(of: nodes[1], at: 0).supposedFor == Fixed(5))
    }

    @Test func `a second supposition stands on the first`() throws {
        let assessment = try Workbench.assess(Self.two, inputs: "x=50", "y=20")
        let first = assessment.supposing([SupposedValue(.input(0), at: 0, .number(Fixed(60)))])
            .assessment

        let second = first?.supposing([
            SupposedValue(.input(0), at: 0, .number(Fixed(70))),
            SupposedValue(.input(1), at: 0, .number(Fixed(30))),
        ]).assessment

        #expect(try second?.result("b") == "100")
        #expect(second?.known(0, beforeSupposingAt: 0)?.number(at: 0) == Fixed(50))
    }

    /// `a` reads one input, `b` two.
    private static let two = Workbench.edition(
        """
        inputs:
          x: {type: percent, optional: true}
          y: {type: percent, optional: true}
        scorecard:
          id: top
          aggregate: {weighted-mean: {not-applicable: redistribute, missing: refuse, excluded: redistribute}}
          nodes:
            - {id: a, weight: 1, value: x, score: as-is}
            - {id: b, weight: 1, value: x + y, score: as-is}
        """)

    /// Other numbers and flags for some inputs and leaves of units that are scored, drawn at random.
    private static func values(
        of assessment: Assessment, _ random: inout Stepping, atMost count: Int
    ) -> [SupposedValue] {
        var values: [SupposedValue.Subject: [Int: SupposedValue]] = [:]
        let leaves = assessment.plan.nodes.indices.filter {
            if case .formula = assessment.plan.nodes[$0].content { true } else { false }
        }
        let inputs = assessment.evidence.inputs
        for _ in 0..<count {
            let periods = assessment.scoredPeriods
            let unit = assessment.unit(
                body: random.next(below: assessment.evidence.bodies.count),
                period: periods[random.next(below: periods.count)])
            if random.next(below: 2) == 0 || inputs.isEmpty {
                let leaf = leaves[random.next(below: leaves.count)]
                guard let value = assessment.columns[leaf]?.value(at: unit) else { continue }
                let other = Self.beside(value, &random)
                values[.leaf(leaf), default: [:]][unit] = SupposedValue(
                    .leaf(leaf), at: unit, .number(other))
            } else {
                let input = random.next(below: inputs.count)
                let level: SupposedValue.Level
                switch inputs[input].column.values {
                case .numbers(let numbers): level = .number(Self.beside(numbers[unit], &random))
                case .flags(let flags): level = .flag(!flags[unit])
                default: continue
                }
                values[.input(input), default: [:]][unit] = SupposedValue(
                    .input(input), at: unit, level)
            }
        }
        return values.values.flatMap(\.values)
    }

    /// A number a little above another, or below it where that is more than 50.
    private static func beside(_ value: Fixed, _ random: inout Stepping) -> Fixed {
        let step = Fixed(random.next(below: 5))
        return (try? Fixed(50) < value ? value.subtracting(step) : value.adding(step)) ?? value
    }
}

/// A plain generator of test data: the same numbers from the same seed.
private struct Stepping {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 2_862_933_555_777_941_757 &+ 1 }

    mutating func next(below bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }
}
