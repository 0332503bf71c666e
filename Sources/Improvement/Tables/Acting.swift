internal import Domain
internal import Scoring

/// Which measures act on what a node rests on.
struct Acting: Sendable {
    typealias Subject = SupposedValue.Subject

    let catalogue: Catalogue
    /// By unit and subject, the positions of measures in order.
    private let measures: [Int: [Subject: [Int]]]

    /// - Parameter catalogue: Its actions are of the period that is improved on.
    init(_ catalogue: Catalogue) {
        self.catalogue = catalogue
        var measures: [Int: [Subject: [Int]]] = [:]
        for (position, choice) in catalogue.measures.enumerated() {
            for action in choice.actions {
                let known = measures[action.unit]?[action.subject]
                guard known?.last != position else { continue }
                measures[action.unit, default: [:]][action.subject, default: []].append(position)
            }
        }
        self.measures = measures
    }

    /// What measures change of what some nodes rest on.
    func subjects(of nodes: [Int], at unit: Int) -> Set<Subject> {
        guard let own = measures[unit] else { return [] }
        let assessment = catalogue.assessment
        return Set(
            own.keys.filter { subject in nodes.contains { assessment.rests($0, on: subject) } })
    }

    /// Whether a measure changes anything that a node rests on.
    func isMoved(_ node: Int, at unit: Int) -> Bool {
        measures[unit]?.keys.contains { catalogue.assessment.rests(node, on: $0) } ?? false
    }

    /// Whether a measure changes an input of any unit.
    func isMoved(input: Int) -> Bool {
        measures.values.contains { $0[.input(input)] != nil }
    }

    /// The measures that act on subjects of a unit, in order.
    func measures(on subjects: Set<Subject>, at unit: Int) -> [Int] {
        guard let own = measures[unit] else { return [] }
        return Set(subjects.flatMap { own[$0] ?? [] }).sorted()
    }

    /// Those of some measures that one needs, itself with them, in order.
    func closure(of measure: Int, within measures: [Int]) -> [Int] {
        let needs = catalogue.measures[measure].needs
        return measures.filter { $0 == measure || needs.contains($0) }
    }
}
