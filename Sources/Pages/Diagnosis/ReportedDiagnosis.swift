internal import Arithmetic
package import Diagnosis
internal import Domain
internal import Evidence
internal import Locales
package import Methodology
internal import Scoring

/// What a report tells of stages: the diagnosis of its period, how firm that is, and those before.
package struct ReportedDiagnosis: Sendable {
    /// The reported period.
    package let diagnosis: Diagnosis
    /// In how many of many runs verdicts come out the same; `nil` where nobody wanted to know.
    package let firmness: Firmness?
    /// What was drawn from in those runs; `nil` where there are none.
    let alternatives: Alternatives?
    /// Those of earlier periods, the earliest first.
    package let earlier: [Diagnosis]
    /// Where bodies stand in ``Diagnosis/bodies``, by their position in the evidence.
    private let places: [Int: Int]

    /// What a report tells of a diagnosis.
    package init(
        _ diagnosis: Diagnosis, firmness: Firmness? = nil, alternatives: Alternatives? = nil,
        earlier: [Diagnosis] = []
    ) {
        self.diagnosis = diagnosis
        self.firmness = firmness
        self.alternatives = firmness == nil ? nil : alternatives
        self.earlier = earlier
        places = Self.places(diagnosis)
    }

    private static func places(_ diagnosis: Diagnosis) -> [Int: Int] {
        let places = diagnosis.bodies.enumerated().map { ($1.body, $0) }
        return Dictionary(places) { first, _ in first }
    }

    var rule: Stages { diagnosis.rule }
    var apparatus: ApparatusDiagnosis? { diagnosis.apparatus }
    private var plan: Plan { diagnosis.assessment.plan }

    /// The diagnosis of a body; `nil` where it has none.
    func of(_ body: Int) -> BodyDiagnosis? { places[body].map { diagnosis.bodies[$0] } }

    /// What many runs say of a body; `nil` where there are none.
    func runs(of body: Int) -> Firmness.Result? {
        guard let firmness, let place = places[body], place < firmness.bodies.count else {
            return nil
        }
        return firmness.bodies[place]
    }

    /// Whether a body stands for the whole apparatus.
    func isSystem(_ body: Int) -> Bool {
        rule.apparatus?.kind == diagnosis.assessment.evidence.bodies[body].kind
    }

    /// The node of the dimension that a node is or belongs to; `nil` for nodes of none.
    func dimension(of node: Int) -> Int? {
        let nodes = Set(rule.dimensions.map(\.node))
        var at: Int? = node
        while let here = at, !nodes.contains(here) { at = plan.nodes[here].parent }
        return at
    }

    /// The criteria of a cell, in the order of the file.
    func criteria(of cell: Int) -> [Int] {
        var found: [Int] = []
        for child in plan.nodes[cell].children {
            if plan.nodes[child].criterion != nil { found.append(child) }
            found += criteria(of: child)
        }
        return found
    }

    /// All criteria, in the order of the file.
    var criteria: [Int] {
        rule.dimensions.flatMap(\.cells).flatMap(criteria)
    }
}

extension Address {
    /// Whether nodes lead to the pages of their dimensions from here.
    var isOfStages: Bool {
        switch self {
        case .overview, .dimension, .reforms: true
        default: false
        }
    }
}
