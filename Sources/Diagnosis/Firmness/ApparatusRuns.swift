internal import Arithmetic
internal import Methodology
internal import Robustness
internal import Scoring

/// What the verdict on the apparatus rests on in a run.
struct ApparatusRuns: Sendable {
    /// What weighs the bodies, in their order; NaN where that is not known.
    let weights: [Double]
    /// The position of the system's body in ``Model/bodies``; `nil` where there is none.
    private let system: Int?
    /// The criteria of the system by stage.
    private let criteria: [[Place]]
    private let edge: Double

    /// A criterion of the system.
    struct Place: Sendable {
        /// The position of the node.
        let node: Int
        /// Where the scores of a run stand.
        let result: Int
        let isDecisive: Bool
        /// Whether it has a score in the edition's own way.
        let isObserved: Bool
    }

    /// The criteria of the system, with the position of their stage, in the order of the edition.
    static func criteria(of diagnosis: Diagnosis) -> [(node: Int, stage: Int)] {
        let nodes = diagnosis.assessment.plan.nodes
        return diagnosis.rule.dimensions.flatMap(\.cells).flatMap { nodes[$0].children }
            .compactMap { node in
                guard let criterion = nodes[node].criterion, criterion.level != .body else {
                    return nil
                }
                return (node, criterion.stage)
            }
    }

    /// Fails where the edition looks at bodies alone; `places` tells where bodies stand in
    /// ``Model/bodies``, by their positions.
    init?(_ diagnosis: Diagnosis, _ places: [Int: Int]) {
        guard let apparatus = diagnosis.apparatus else { return nil }
        let rule = diagnosis.rule
        let first = rule.dimensions.count * rule.list.count
        weights = diagnosis.bodies.map { body in body.weight.map { Double($0) } ?? .nan }
        system = apparatus.system.flatMap { places[$0] }
        let unit = apparatus.system.map {
            diagnosis.assessment.unit(body: $0, period: diagnosis.period)
        }
        var criteria: [[Place]] = rule.list.map { _ in [] }
        for (index, (node, stage)) in Self.criteria(of: diagnosis).enumerated() {
            let criterion = diagnosis.assessment.plan.nodes[node].criterion
            let column = diagnosis.assessment.columns[node]
            criteria[stage].append(
                Place(
                    node: node, result: first + index,
                    isDecisive: criterion?.isDecisive ?? false,
                    isObserved: unit.flatMap { column?.score(at: $0) } != nil))
        }
        self.criteria = criteria
        edge =
            rule.decisive.map {
                Double(numerator: $0.edge.numerator, denominator: $0.edge.denominator)
            } ?? -.infinity
    }

    /// For each of the criteria of the system, the position of the system's body, if any.
    var read: [[Int]] { criteria.joined().map { _ in system.map { [$0] } ?? [] } }

    /// What bodies and the system bring to a stage in a run.
    ///
    /// What a run puts in the place of missing criteria counts in their mean, and makes no stage
    /// assessed: as in a cell.
    func ground(
        _ stage: Int, _ sums: Sums, _ scratch: Scratch, leftOut: Int?
    ) -> ApparatusStage<Double> {
        var ground = ApparatusStage<Double>()
        (ground.attained, ground.weight) = (sums.attained[stage], sums.weight)
        guard let system, criteria[stage].contains(where: { $0.isObserved && $0.node != leftOut })
        else { return ground }
        for place in criteria[stage] where place.node != leftOut {
            guard scratch.marks[place.result][system].hasScore else { continue }
            let score = scratch.scores[place.result][system]
            ground.system += score
            ground.observed += 1
            if place.isDecisive, !score.reaches(edge) { ground.hasFailed = true }
        }
        return ground
    }

    /// What bodies add up to, one after the other in their order.
    struct Sums: Sendable {
        /// The weight of all bodies whose weight is known.
        private(set) var weight = 0.0
        /// By stage, the weight of those that attained it.
        private(set) var attained: [Double]
        /// By cell, the weighted scores, and the weight of the bodies that have one.
        private var scores: [Double]
        private var weights: [Double]
        /// By cell, whether it is applicable to some body.
        private var isApplicable: [Bool]

        init(cells: Int, stages: Int) {
            attained = Array(repeating: 0, count: stages)
            scores = Array(repeating: 0, count: cells)
            weights = scores
            isApplicable = Array(repeating: false, count: cells)
        }

        mutating func clear() {
            weight = 0
            for stage in attained.indices { attained[stage] = 0 }
            for cell in scores.indices {
                (scores[cell], weights[cell], isApplicable[cell]) = (0, 0, false)
            }
        }

        mutating func add(
            _ cells: [StageCell<Double>], _ code: VerdictCode, weight: Double
        ) {
            for cell in cells.indices {
                if case .notApplicable = cells[cell] { continue }
                isApplicable[cell] = true
            }
            guard !weight.isNaN else { return }
            self.weight += weight
            for stage in attained.indices where code[stage] == .attained {
                attained[stage] += weight
            }
            for cell in cells.indices {
                guard case .score(let score) = cells[cell] else { continue }
                scores[cell] += weight * score
                weights[cell] += weight
            }
        }

        /// The weighted mean of a cell over the bodies that have a score there.
        func mean(_ cell: Int) -> StageCell<Double> {
            guard weights[cell] > 0 else {
                return isApplicable[cell] ? .notAssessed : .notApplicable
            }
            return .score(scores[cell] / weights[cell])
        }
    }
}
