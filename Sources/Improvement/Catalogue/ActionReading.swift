internal import Domain
internal import Evidence
internal import Methodology
internal import Scoring

/// Resolves what measures change to values of an assessment.
struct ActionReading {
    private let assessment: Assessment
    private let period: Int
    private let bodies: [String: Int]
    private let inputs: [String: Int]
    private let leaves: [String: Int]
    /// The units of the bodies that are assessed in the period.
    private let assessed: [Int]

    init(_ assessment: Assessment, period: Int) {
        self.assessment = assessment
        self.period = period
        let (plan, evidence) = (assessment.plan, assessment.evidence)
        bodies = Self.positions(evidence.bodies.map(\.id))
        inputs = Self.positions(plan.schema.inputs.map(\.id))
        leaves = Self.positions(plan.nodes.map { $0.children.isEmpty ? $0.id : "" })
        let lastDay = evidence.periods[period].lastDay
        assessed = evidence.bodies.indices.filter { evidence.bodies[$0].existed(on: lastDay) }
            .map { assessment.unit(body: $0, period: period) }
            .filter { assessment.kind(of: $0) != nil }
    }

    private static func positions(_ ids: [String]) -> [String: Int] {
        Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Sorted by unit and subject; and the units for which there is nothing to change.
    func actions(of measure: Measure) -> (actions: [Catalogue.Action], withoutValue: [Int]) {
        var actions: [Catalogue.Action] = []
        var without: Set<Int> = []
        for action in measure.actions {
            guard let subject = subject(action.target) else { continue }
            for unit in units(action.reach) {
                if hasValue(subject, unit, action.effect) {
                    actions.append(
                        Catalogue.Action(unit: unit, subject: subject, effect: action.effect))
                } else {
                    without.insert(unit)
                }
            }
        }
        actions.sort { $0.subject.order(at: $0.unit) < $1.subject.order(at: $1.unit) }
        return (actions, without.subtracting(actions.map(\.unit)).sorted())
    }

    /// Where an input and a leaf have one id, the input is meant.
    private func subject(_ target: String) -> SupposedValue.Subject? {
        inputs[target].map { .input($0) } ?? leaves[target].map { .leaf($0) }
    }

    private func units(_ reach: Measure.Reach) -> [Int] {
        switch reach {
        case .all: assessed
        case .body(let id):
            bodies[id].map { [assessment.unit(body: $0, period: period)] } ?? []
        }
    }

    /// Whether there is a value of the type of the effect.
    private func hasValue(
        _ subject: SupposedValue.Subject, _ unit: Int, _ effect: Measure.Effect
    ) -> Bool {
        switch subject {
        case .leaf(let leaf):
            return !effect.isFlag && assessment.scoredValue(of: leaf, at: unit) != nil
        case .input(let input):
            let column = assessment.evidence.inputs[input].column
            guard column.presence(at: unit) == .known else { return false }
            switch column.values {
            case .numbers: return !effect.isFlag
            case .flags: return effect.isFlag
            case .codes, .periods, .dates, .texts: return false
            }
        }
    }
}

extension Measure.Effect {
    fileprivate var isFlag: Bool { if case .reaches(.flag) = self { true } else { false } }
}

extension SupposedValue.Subject {
    var isInput: Bool { if case .input = self { true } else { false } }

    /// By unit, inputs before leaves, each by position.
    func order(at unit: Int) -> (Int, Int, Int) {
        switch self {
        case .input(let input): (unit, 0, input)
        case .leaf(let leaf): (unit, 1, leaf)
        }
    }
}
