internal import Arithmetic
internal import Domain
internal import Evidence
internal import Methodology

/// The values of the body by which a node's score rule measures the others.
struct ReferenceValues: Sendable {
    /// The position of the body; `nil` where the evidence does not have it.
    private let body: Int?
    /// By period.
    private let values: [Fixed?]

    init(of id: String, _ position: Int, _ scorer: Scorer, _ isScored: [Bool]) {
        let bodies = scorer.ground.evidence.bodies
        let body = bodies.firstIndex { $0.id == id }
        self.body = body
        values = isScored.enumerated().map { period, isScored in
            guard let body, isScored else { return nil }
            return scorer.comparedValue(position, period * bodies.count + body)
        }
    }

    /// The value in the period of a unit; `nil` where there is none.
    func value(at unit: Int, _ ground: Ground) -> Fixed? { values[ground.period(of: unit)] }

    /// The body in the period of a unit; `nil` where the evidence does not have it.
    func unit(at unit: Int, _ ground: Ground) -> Int? {
        body.map { ground.period(of: unit) * ground.evidence.bodies.count + $0 }
    }
}
