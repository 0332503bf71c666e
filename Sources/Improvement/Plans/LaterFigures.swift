internal import Arithmetic
internal import Domain
internal import Evidence
internal import Methodology
internal import Scoring

/// What is known now of values and scores of the assessment that a plan was made from.
///
/// Bodies, nodes and inputs are found by their ids, since the edition that holds now may be another.
struct LaterFigures {
    private let then: Assessment
    private let now: (assessment: Assessment, period: Int)?
    private let bodies: [String: Int]

    init(_ then: Assessment, _ now: (assessment: Assessment, period: Int)?) {
        self.then = then
        self.now = now
        bodies = Dictionary(
            (now?.assessment.evidence.bodies ?? []).enumerated().map { ($1.id, $0) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The edition that holds now, where it is the one that held then.
    var sameEdition: Assessment? {
        guard let now, now.assessment.plan.identity.name == then.plan.identity.name,
            now.assessment.plan.identity.hash == then.plan.identity.hash
        else { return nil }
        return now.assessment
    }

    /// Whether there is a later period.
    var isKnown: Bool { now != nil }

    /// The unit of a body now; why there is none otherwise.
    func unit(of body: Int) -> ImprovementPlan.Known<Int> {
        guard let now else { return .unknown(.noPeriod) }
        guard let position = bodies[then.evidence.bodies[body].id] else {
            return .unknown(.bodyGone)
        }
        let evidence = now.assessment.evidence
        guard evidence.bodies[position].existed(on: evidence.periods[now.period].lastDay) else {
            return .unknown(.bodyEnded)
        }
        return .known(now.assessment.unit(body: position, period: now.period))
    }

    /// The score of a node now.
    func score(_ node: Int, of body: Int) -> ImprovementPlan.Known<Fixed> {
        found(node, of: body) { place in
            let (column, unit) = (place.column, place.unit)
            guard let score = column.score(at: unit) else {
                return .unknown(.none(column.states[unit]))
            }
            return column.isFilled(at: unit) && isLeaf(node) ? .unknown(.filled) : .known(score)
        }
    }

    /// What has a value now.
    func value(
        _ subject: SupposedValue.Subject, of body: Int
    ) -> ImprovementPlan.Known<SupposedValue.Level> {
        switch subject {
        case .leaf(let node):
            return found(node, of: body) { place in
                if place.column.isFilled(at: place.unit) { return .unknown(.filled) }
                return place.assessment.scoredValue(of: place.node, at: place.unit)
                    .map { .known(.number($0)) } ?? .unknown(.none(place.column.states[place.unit]))
            }
        case .input(let input): return self.input(input, of: body)
        }
    }

    private func isLeaf(_ node: Int) -> Bool { then.plan.nodes[node].children.isEmpty }

    /// Where a node of a body is found now.
    private struct Place {
        let assessment: Assessment
        let node: Int
        let column: NodeColumn
        let unit: Int
    }

    private func found<Figure>(
        _ node: Int, of body: Int, _ read: (Place) -> ImprovementPlan.Known<Figure>
    ) -> ImprovementPlan.Known<Figure> {
        switch unit(of: body) {
        case .unknown(let gap): return .unknown(gap)
        case .known(let unit):
            guard let assessment = now?.assessment,
                let position = assessment.plan.node(then.plan.nodes[node].id),
                let column = assessment.columns[position]
            else { return .unknown(.gone) }
            let (own, other) = (then.plan.nodes[node], assessment.plan.nodes[position])
            guard own.children.isEmpty == other.children.isEmpty, !other.isHeading else {
                return .unknown(.gone)
            }
            guard own.scale == other.scale, own.isGraded == other.isGraded else {
                return .unknown(.otherScale)
            }
            return read(
                Place(assessment: assessment, node: position, column: column, unit: unit))
        }
    }

    private func input(
        _ input: Int, of body: Int
    ) -> ImprovementPlan.Known<SupposedValue.Level> {
        switch unit(of: body) {
        case .unknown(let gap): return .unknown(gap)
        case .known(let unit):
            let field = then.plan.schema.inputs[input]
            guard let assessment = now?.assessment,
                let position = assessment.plan.schema.inputs.firstIndex(where: {
                    $0.id == field.id
                })
            else { return .unknown(.gone) }
            guard assessment.plan.schema.inputs[position].type == field.type else {
                return .unknown(.otherScale)
            }
            let column = assessment.evidence.inputs[position].column
            return column.level(at: unit).map { .known($0) }
                ?? .unknown(.none(column.state(at: unit)))
        }
    }
}

extension Column {
    /// A number or a flag that is known.
    func level(at row: Int) -> SupposedValue.Level? {
        guard presence(at: row) == .known else { return nil }
        switch values {
        case .numbers(let numbers): return .number(numbers[row])
        case .flags(let flags): return .flag(flags[row])
        case .codes, .periods, .dates, .texts: return nil
        }
    }

    /// What a blank makes of what reads it.
    func state(at row: Int) -> State {
        switch presence(at: row) {
        case .known: .score
        case .unknown: .missing
        case .withheld: .excluded
        case .notApplicable: .notApplicable
        }
    }
}
