import Arithmetic
import AssessmentSupport
import Diagnostics
import Methodology
import Scoring
import Testing

@testable import Robustness

@Suite struct CompilerTests {
    private static func problems(
        _ total: String, left: String = "", nodes: String = ""
    ) throws -> [String] {
        let edition = Workbench.edition(
            """
            inputs: {a: {type: percent}, b: {type: percent}, c: {type: percent}}
            scorecard:
              id: total
              aggregate: {weighted-mean: {not-applicable: redistribute, missing: refuse, excluded: refuse}}
            \(total)
              nodes:
                - id: left
                  weight: 1
                  aggregate: {weighted-mean: {not-applicable: redistribute, missing: refuse, excluded: refuse}}
                  nodes:
                    - {id: na, value: a, score: as-is, weight: 1}
                    - {id: nb, value: b, score: as-is, weight: 2}
                - {id: right, value: c, score: as-is, weight: 1\(left)}
            \(nodes)
            """)
        let assessment = try Workbench.assess(edition, inputs: "a=10", "b=60", "c=70")
        let noise = Alternatives.WeightNoise(
            each: Fraction(numerator: 1, denominator: 4), shape: .uniform, beneath: nil)
        do {
            _ = try Model(
                assessment, Alternatives(nodes: [0], weights: [noise], place: Bench.place),
                period: 0)
            return []
        } catch {
            return error.all.map { "\($0.code) \($0.place?.line ?? 0) \($0.node ?? "")" }
        }
    }

    @Test(arguments: [
        (
            "  corrections: [{cap: 50, when: score(left) < 70}]", "",
            ["robustness.unsupported 15 total"]
        ),
        ("", ", applies-when: score(left) > 0", ["robustness.unsupported 23 right"]),
        ("", ", corrections: [{bonus: score(left) / 100}]", ["robustness.unsupported 23 right"]),
        ("  corrections: [{cap: 50, when: c > 0}]", "", []),
    ])
    func `a rule that reads a score that changes is refused with its place`(
        total: String, left: String, expected: [String]
    ) throws {
        #expect(try Self.problems(total, left: left) == expected)
    }

    @Test func `a node without scores is refused`() throws {
        let edition = Workbench.edition(
            """
            inputs: {a: {type: percent}}
            scorecard:
              id: all
              aggregate: none
              nodes:
                - {id: na, value: a, score: as-is}
            """)
        let assessment = try Workbench.assess(edition, inputs: "a=10")

        let error = #expect(throws: Study.Diagnostics.self) {
            try Model(
                assessment,
                Alternatives(nodes: [0], rangesOverBounds: true, place: Bench.place), period: 0)
        }

        #expect(error?.all.map(\.code) == ["robustness.node"])
    }
}
