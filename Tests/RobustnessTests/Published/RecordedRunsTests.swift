import AssessmentSupport
import Domain
import Evidence
import Foundation
import Methodology
import Scoring
import TestSupport
import Testing

@testable import Robustness

/// The runs that COINr 1.1.14 recorded for the ASEM index, done again from their parameters.
///
/// - Source: ASEM sustainable connectivity, European Commission, Joint Research Centre; computed
///   with the R package COINr, its function get_sensitivity.
@Suite(.enabled(if: Folders.hasSharedData, Folders.needsSharedData))
struct RecordedRunsTests {
    private let model: Model
    private let plan: Plan
    private let codes: [String]
    /// For each set, by which number the weight of each node is multiplied.
    private let weights: [[Double]]

    init() throws {
        let assessment = try Examples.assess("asem", by: "asem/2018")
        let alternatives = try #require(assessment.plan.alternatives)
        let model = try Model(assessment, alternatives, period: 0)
        let plan = assessment.plan
        codes = model.bodies.map { assessment.evidence.bodies[$0].id.description }
        var weights = [[Double]](
            repeating: [Double](repeating: 1, count: plan.nodes.count), count: 100)
        let positions = Dictionary(
            uniqueKeysWithValues: plan.nodes.enumerated().map { ($1.id, $0) })
        for row in try Self.rows("noisy_weight_sets") {
            guard let set = row["set"].flatMap({ Int($0) }),
                let node = row["iCode"].flatMap({ positions[$0.lowercased()] }),
                let weight = row["Weight"].flatMap({ Double($0) })
            else { continue }
            // Every weight of the edition is 1.
            weights[set - 1][node] = weight
        }
        (self.model, self.plan, self.weights) = (model, plan, weights)
    }

    @Test(arguments: ["UA", "SA"])
    func `every recorded run gives the recorded scores`(analysis: String) throws {
        let parameters = try Self.rows("\(analysis)_N100_parameters")
        let scores = try Self.rows("\(analysis)_N100_scores")
        let recorded = Dictionary(uniqueKeysWithValues: scores.map { ($0["uCode"] ?? "", $0) })
        var scratch = model.scratch()
        var worst = 0.0

        #expect(parameters.count == (analysis == "UA" ? 100 : 600))
        for row in parameters {
            model.run(try settings(row), in: &scratch)
            for (code, score) in zip(codes, scratch.scores[0]) {
                let cell = recorded[code]?["r_\(row["rep"] ?? "")"]
                let published = try #require(cell.flatMap { Double($0) })
                worst = max(worst, abs(score - published) / max(1, abs(published)))
            }
        }

        #expect(codes.count == 51)
        #expect(worst <= 1e-12)
    }

    @Test func `the run without changes gives the recorded index`() throws {
        var scratch = model.scratch()
        model.run(Settings(), in: &scratch)
        let scores = try Self.rows("UA_N100_scores")
        let nominal = Dictionary(
            uniqueKeysWithValues: scores.map { ($0["uCode"] ?? "", $0["Nominal"] ?? "") })

        for (code, score) in zip(codes, scratch.scores[0]) {
            let published = try #require(nominal[code].flatMap { Double($0) })
            #expect(abs(score - published) <= 1e-12 * max(1, abs(published)), "\(code)")
        }
    }

    /// What a run chose.
    private func settings(_ row: [String: String]) throws -> Settings {
        var settings = Settings()
        settings.points = row["winmax"].flatMap { Int($0) }
        settings.scoring = row["normalisation"] == "n_minmax" ? 0 : 1
        settings.aggregation = row["aggregation"] == "a_gmean" ? .geometric : .arithmetic
        let set = try #require(row["weight_set"].flatMap { Int($0) })
        settings.weights = weights[set - 1]
        return settings
    }

    private static func rows(_ name: String) throws -> [[String: String]] {
        Examples.rows(try Folders.sharedData("coinr-asem/uncertainty/\(name).csv"))
    }
}
