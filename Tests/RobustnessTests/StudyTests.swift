internal import AssessmentSupport
internal import Diagnostics
internal import Evidence
internal import Methodology
internal import Scoring
internal import Testing

@testable internal import Robustness

@Suite struct StudyTests {
    /// The last scored period of a workspace, with every alternative that can act.
    private func study(_ workspace: String, _ edition: String) throws -> (Study, Assessment) {
        let assessment = try Examples.assess(workspace, by: edition)
        let period = try #require(assessment.scoredPeriods.last)
        let alternatives = try Bench.everything(in: assessment, period)
        return (try Study(assessment, alternatives, period: period), assessment)
    }

    @Test(arguments: [("ca-service-maf", "ca-service-maf-mean/2023-24"), ("incise", "incise/2019")])
    func `the same seed gives the same with 1, 2 and 8 threads`(
        workspace: String, edition: String
    ) throws {
        let study = try study(workspace, edition).0
        let one = study.uncertainty(runs: 300, seed: 7, threads: 1)
        let indices = study.sensitivity(base: 20, seed: 7, threads: 1)

        #expect(one.nodes.count == indices.nodes.count)
        #expect(one.factors == study.factors && indices.factors == study.factors)
        for threads in [2, 8, nil] {
            let other = study.uncertainty(runs: 300, seed: 7, threads: threads)
            #expect(other.nodes == one.nodes)
            let others = study.sensitivity(base: 20, seed: 7, threads: threads)
            for (node, same) in zip(indices.nodes, others.nodes) {
                #expect(node.meanShift == same.meanShift && node.indices == same.indices)
                #expect(node.bodies == same.bodies)
            }
        }
        #expect(study.uncertainty(runs: 300, seed: 8).nodes != one.nodes)
    }

    @Test(arguments: [
        ("kz-2022-goals", "kz-2022-goals/2022"), ("ca-service-maf", "ca-service-maf-mean/2023-24"),
        ("incise", "incise/2019"),
    ])
    func `what is official is told, and who is not ranked has no ranks`(
        workspace: String, edition: String
    ) throws {
        let (study, assessment) = try study(workspace, edition)
        let found = study.uncertainty(runs: 40, seed: 1, threads: 2)

        #expect(found.runs == 40 && found.seed == 1)
        for node in found.nodes {
            for body in node.bodies {
                let unit = assessment.unit(body: body.body, period: found.period)
                #expect(body.rank == assessment.rank(of: node.node, at: unit))
                #expect((body.ranks == nil) == (body.rank == nil || body.scored == 0))
                #expect((body.scores == nil) == (body.scored == 0))
                #expect(body.bands.reduce(0, +) < body.scored + 1e-12)
                if let ranks = body.ranks {
                    #expect(ranks.lower <= ranks.median && ranks.median <= ranks.upper)
                    #expect(ranks.medianRange.contains(ranks.median))
                }
            }
            let ranked = node.bodies.filter { $0.rank != nil }.map(\.body)
            #expect(node.groups.flatMap(\.self).sorted() == ranked)
        }
    }
}
