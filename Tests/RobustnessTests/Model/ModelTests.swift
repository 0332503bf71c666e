import Arithmetic
import AssessmentSupport
import Diagnostics
import Evidence
import Methodology
import Scoring
import Testing

@testable import Robustness

@Suite struct ModelTests {
    /// Workspaces, editions and the nodes whose results are looked at.
    static let examples: [(workspace: String, edition: String)] = [
        ("teaching", "teaching/2025"), ("teaching", "teaching/2026"),
        ("teaching-decided", "teaching/2025"), ("teaching-decided", "teaching/2026"),
        ("ca-service-maf", "ca-service-maf/2023-24"),
        ("ca-service-maf", "ca-service-maf-mean/2023-24"), ("ca-results", "ca-results/2016-17"),
        ("asem", "asem/2018"), ("incise", "incise/2019"), ("kz-2022-goals", "kz-2022-goals/2022"),
        ("state", "oecd-stages/2026"), ("state", "kz-954/2025"),
    ]

    @Test(arguments: examples)
    func `a run without changes gives the official scores`(
        workspace: String, edition: String
    ) throws {
        let assessment = try Examples.assess(workspace, by: edition)
        for period in assessment.scoredPeriods {
            let model = try Model(
                assessment, Bench.everything(in: assessment, period), period: period)

            #expect(model.nodes.count > 0)
            #expect(try Bench.largestDifference(model, assessment) <= 1e-12)
        }
    }

    @Test(arguments: examples)
    func `the values of leaves give their official scores`(
        workspace: String, edition: String
    ) throws {
        let assessment = try Examples.assess(workspace, by: edition)
        let plan = assessment.plan
        for period in assessment.scoredPeriods {
            let alternatives = Alternatives(
                nodes: plan.nodes.indices.filter {
                    !plan.nodes[$0].isHeading && !plan.nodes[$0].isGraded
                }, scores: [Alternatives.Scoring(word: "rank", kind: nil)], winsorised: [1, 2],
                missing: [.redistribute, .zero], place: Bench.place)
            var compiler = Compiler(assessment, alternatives, period: period)
            compiler.compile()
            let bodies = compiler.bodies.count
            var work = Work(children: bodies, bodies: bodies)
            for leaf in compiler.leaves {
                var column = Column(count: bodies)

                leaf.values?.run(Settings(), into: &column, &work)

                #expect(column.marks == leaf.official.marks, "\(plan.nodes[leaf.node].id)")
                for (own, official) in zip(column.scores, leaf.official.scores) {
                    #expect(
                        own.isNaN && official.isNaN
                            || (own - official).magnitude <= 1e-12 * max(1, official.magnitude),
                        "\(plan.nodes[leaf.node].id)")
                }
            }
        }
    }

    @Test func `the alternatives of the connectivity index are four factors`() throws {
        let assessment = try Examples.assess("asem", by: "asem/2018")
        let alternatives = try #require(assessment.plan.alternatives)

        let model = try Model(assessment, alternatives, period: assessment.scoredPeriods[0])

        #expect(model.factors.map(\.kind) == [.weights, .aggregation, .scoring, .treatment])
        #expect(model.factors.map(\.options) == [nil, 2, 2, 5])
        #expect(model.leaves.allSatisfy { $0.choices.count == 18 })
    }
}
