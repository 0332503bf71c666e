import AssessmentSupport
import Diagnostics
import Domain
import Methodology
import Scoring
import Testing

@Suite struct CaseRunTests {
    @Test(arguments: [
        "ca-results/2016-17", "ca-service-maf/2023-24", "ca-service-maf-mean/2023-24",
        "incise/2019", "kz-2022-goals/2022", "teaching/2025", "teaching/2026",
    ])
    func `every case of a shipped edition holds`(edition: String) throws {
        let results = CaseRun.run(try Examples.plan(edition))

        #expect(!results.isEmpty)
        for result in results {
            let errors = result.log.entries.map(\.description)
            #expect(result.passed, "\(result.name): \(result.differences) \(errors)")
        }
    }

    private func run(_ cases: String) throws -> [CaseResult] {
        let edition = Workbench.edition(
            """
            inputs: {x: {type: percent, optional: true}}
            scorecard:
              id: total
              aggregate: {weighted-mean: {not-applicable: redistribute, excluded: redistribute, missing: refuse}}
              nodes:
                - {id: na, weight: 50 %, value: x / 100 * 100, score: as-is}
                - {id: nb, weight: 50 %, value: x, score: as-is, missing: {rule: zero}}
            """)
        let source = MemorySource(["edition.yaml": edition, "edition.test.yaml": cases])
        let (plan, log) = EditionReader.read(from: source)
        guard let plan else { throw Workbench.Refused(diagnostics: log.entries) }
        return CaseRun.run(plan)
    }

    @Test func `a case says what came out otherwise`() throws {
        let results = try run(
            """
            - {name: right, node: na, given: {x: 95}, then: {value: 95, score: (90 + 100) / 2}}
            - {name: wrong, node: na, given: {x: 95}, then: {value: 94, score: 95}}
            - {name: near, node: na, given: {x: 95}, then: {score: 94.6}, within: 0.5}
            - {name: filled, node: nb, given: {}, then: {score: 0, filled: yes}}
            - {name: state, node: na, given: {x: withheld}, then: missing}
            - {name: from above, node: total, scores: {na: 40, nb: not-applicable}, then: {score: 40}}
            """)

        #expect(results.map(\.passed) == [true, false, true, true, false, true])
        #expect(results[1].differences == ["value: expected 94, got 95"])
        #expect(results[4].differences == ["state: expected missing, got excluded"])
    }
}
