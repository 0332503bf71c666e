import Arithmetic
import Diagnostics
import Domain
import Evidence
import Methodology
import Scoring

@testable import Robustness

/// Runs beside official results.
enum Bench {
    static let place = Place(file: "edition.yaml", line: 1, column: 1)

    /// Every alternative that can act on the scores of an example; all its nodes with scores.
    static func everything(in assessment: Assessment, _ period: Int) throws -> Alternatives {
        let plan = assessment.plan
        let hasMean = plan.nodes.contains { node in
            guard case .aggregate(let aggregate) = node.content else { return false }
            return aggregate.kind.isWeightedMean && node.children.count > 1
        }
        let units = assessment.evidence.bodies.indices.map {
            assessment.unit(body: $0, period: period)
        }
        let isOpen = plan.nodes.indices.contains { node in
            plan.nodes[node].children.isEmpty
                && units.contains { unit in
                    assessment.columns[node]?.bounds(at: unit).map { !$0.isClosed } ?? false
                }
        }
        let noise = Alternatives.WeightNoise(
            each: Fraction(numerator: 1, denominator: 4), shape: .uniform, beneath: nil)
        return Alternatives(
            nodes: plan.nodes.indices.filter { !plan.nodes[$0].isHeading },
            weights: hasMean ? [noise] : [], aggregates: hasMean ? [.arithmetic, .geometric] : [],
            leavesOneOut: hasMean, rangesOverBounds: isOpen, place: place)
    }

    /// How far the scores of the run without changes lie from the official ones, at most.
    static func largestDifference(_ model: Model, _ assessment: Assessment) throws -> Double {
        var scratch = model.scratch()
        model.run(Settings(), in: &scratch)
        var largest = 0.0
        for (node, scores) in zip(model.nodes, scratch.scores) {
            for (body, score) in zip(model.bodies, scores) {
                let unit = assessment.unit(body: body, period: model.period)
                guard let official = assessment.columns[node]?.score(at: unit) else {
                    if !score.isNaN { largest = .infinity }
                    continue
                }
                let difference = (score - Double(official)).magnitude
                largest = max(largest, difference.isNaN ? .infinity : difference)
            }
        }
        return largest
    }

    /// The scores of a run, by the order of the model's bodies.
    static func scores(
        _ model: Model, _ node: Int, _ change: (inout Settings) -> Void = { _ in }
    ) -> [Double] {
        var scratch = model.scratch()
        var settings = Settings()
        change(&settings)
        model.run(settings, in: &scratch)
        return model.nodes.firstIndex(of: node).map { scratch.scores[$0] } ?? []
    }

    /// Whether a run gives what another edition gives officially, for every node looked at.
    ///
    /// - Returns: As in `total of b: 40, officially 41`; empty when all are the same.
    static func faults(
        _ model: Model, beside other: Assessment, _ change: (inout Settings) -> Void
    ) -> [String] {
        var faults: [String] = []
        for node in model.nodes {
            let scores = scores(model, node, change)
            for (body, score) in zip(model.bodies, scores) {
                let unit = other.unit(body: body, period: model.period)
                let official = other.columns[node]?.score(at: unit)
                let isSame =
                    official.map {
                        (Double($0) - score).magnitude <= 1e-12 * max(1, Double($0).magnitude)
                    } ?? score.isNaN
                if !isSame {
                    let (name, id) = (other.evidence.bodies[body].id, other.plan.nodes[node].id)
                    faults.append("\(id) of \(name): \(score), officially \(official as Any)")
                }
            }
        }
        return faults
    }
}
