internal import Arithmetic
internal import Diagnostics
internal import Domain
internal import Evidence
internal import Expressions
internal import Methodology

/// Takes a node along its path for one body and period.
///
/// applies-when → value or aggregate → missing rule → treat → score → corrections → round
struct Scorer {
    let ground: Ground
    let engine: Engine
    /// The columns of the nodes that were computed before.
    let columns: [NodeColumn?]
    /// Outcomes that a test case or a decision gives instead of computing them, by node and unit.
    let given: [Int: [Int: Outcome]]
    /// What was found out about all bodies before.
    let populations: Populations

    init(
        ground: Ground, computed: [[ComputedColumn]], columns: [NodeColumn?],
        given: [Int: [Int: Outcome]], populations: Populations
    ) {
        self.ground = ground
        self.columns = columns
        self.given = given
        self.populations = populations
        engine = Engine(
            ground: ground, computed: computed, nodes: columns, populations: populations)
    }

    /// What a node is computed with, carried along its path.
    struct Walk {
        let position: Int
        let node: Node
        let unit: Int
        var computation: Computation
        /// The least and the greatest at the step at hand; `nil` where the scale is meant.
        var interval: Bounds?
        /// How the value becomes the score; `nil` where there is nothing to make one of.
        var rule: AppliedRule?
        /// Whether the rule rests on the score of a node that can still change.
        var isRuleOpen = false
        /// The target of a score rule that compares bodies.
        var target: Fixed?
        /// Whether the value is to be treated beside those of peers, and nothing says who they are.
        var isWithoutPeers = false
        /// Whether rules for what is missing or not known hold.
        var isFilling = true

        var row: Row { Row(unit: unit) }
        var scale: Bounds { Bounds(node.scale.least, node.scale.greatest) }
    }

    func computation(_ position: Int, _ unit: Int) throws(Failure) -> Computation {
        var computation = try path(position, unit)
        if ground.plan.relative.contains(position) { computation.bounds = nil }
        return computation
    }

    /// What the score can become when what it needs is handed in, whatever rules for what is
    /// missing put in its place; `nil` where it is not applicable, and where it cannot be told.
    func reach(_ position: Int, _ unit: Int) -> Bounds? {
        // What cannot be computed stops the assessment where the node is computed.
        (try? path(position, unit, isFilling: false))?.bounds
    }

    private func path(
        _ position: Int, _ unit: Int, isFilling: Bool = true
    ) throws(Failure) -> Computation {
        switch try beginning(position, unit, isFilling: isFilling) {
        case .ended(let computation): return computation
        case .walk(var walk):
            try score(&walk)
            try correct(&walk)
            try round(&walk)
            try finish(&walk)
            return walk.computation
        }
    }

    /// The path up to the score rule, or where it ended before.
    enum Beginning {
        case ended(Computation)
        case walk(Walk)
    }

    /// Takes the path up to the score rule.
    ///
    /// - Parameters:
    ///   - position: The node.
    ///   - unit: The body and period.
    ///   - isFilling: Whether missing rules are taken.
    ///   - forValue: Whether the value is asked for also where the score was decided.
    /// - Returns: How far it led.
    /// - Throws: ``Failure`` for a number that cannot be.
    func beginning(
        _ position: Int, _ unit: Int, isFilling: Bool = true, forValue: Bool = false
    ) throws(Failure) -> Beginning {
        let node = ground.plan.nodes[position]
        if let reason = exclusion(node, unit) {
            return .ended(Computation(.none(.notApplicable, reason)))
        }
        if let outcome = given[position]?[unit], !(forValue && outcome.isDecidedScore) {
            return .ended(given(outcome, node))
        }
        var walk = Walk(
            position: position, node: node, unit: unit,
            computation: Computation(.none(.missing, .heading)))
        walk.isFilling = isFilling
        if let open = try applicability(walk) { return .ended(open) }
        switch node.content {
        case .heading: break
        case .formula(let formula, let empty): try takeValue(formula, empty, &walk)
        case .aggregate(let aggregate): try takeAggregate(aggregate, &walk)
        case .ladder(let ladder): try takeLadder(ladder, &walk)
        case .checklist(let list): try takeChecklist(list, &walk)
        }
        suppose(&walk)
        if isFilling { try substitute(&walk) }
        try treat(&walk)
        try takeRule(&walk)
        if isFilling { fill(&walk) }
        return .walk(walk)
    }

    /// Why the node is not computed for the unit at all.
    func exclusion(_ node: Node, _ unit: Int) -> Reason? {
        if node.isHeading { return .heading }
        return exclusion(unit)
    }

    /// Why nothing is computed for the unit.
    private func exclusion(_ unit: Int) -> Reason? {
        let body = ground.evidence.bodies[ground.body(of: unit)]
        let lastDay = ground.evidence.periods[ground.period(of: unit)].lastDay
        guard body.existed(on: lastDay) else { return .didNotExist(lastDay) }
        return ground.kinds[ground.body(of: unit)] < 0 ? .otherKind : nil
    }

    /// Whether a function over bodies looks at the unit's; not where that cannot be told.
    func belongs(_ unit: Int, to population: Population) -> Bool {
        guard exclusion(unit) == nil, !isDecidedOut(population.node, unit) else { return false }
        guard let condition = population.node.flatMap({ ground.plan.nodes[$0].appliesWhen }) else {
            return true
        }
        // A condition that cannot be computed stops the assessment where its node is computed.
        if case .flag(true)? = try? engine.step(condition.expression, Row(unit: unit)) {
            return true
        }
        return false
    }

    private func given(_ outcome: Outcome, _ node: Node) -> Computation {
        let scale = Bounds(node.scale.least, node.scale.greatest)
        let bounds = outcome.score.map { Bounds($0, $0) }
        var open = scale
        if case .fixed(let own) = node.bounds { open = Bounds(own.least, own.greatest) }
        var computation = Computation(
            outcome, bounds: bounds ?? (outcome.state == .notApplicable ? nil : open))
        // A decision sets the score; no value stood before it.
        computation.value = outcome.isDecidedScore ? nil : outcome.score
        computation.scored = outcome.score
        return computation
    }

    /// What the node becomes when `applies-when` does not hold; `nil` when it holds.
    func applicability(_ walk: Walk) throws(Failure) -> Computation? {
        guard let condition = walk.node.appliesWhen else { return nil }
        switch try step(condition, walk) {
        case .flag(true): return nil
        case .blank(let absence):
            return Computation(
                .none(.missing, .applicabilityUnknown(absence.origin)), bounds: walk.scale)
        default: return Computation(.none(.notApplicable, .doesNotApply))
        }
    }

    func step(_ formula: Formula, _ walk: Walk) throws(Failure) -> StepValue {
        do { return try engine.step(formula.expression, walk.row) } catch {
            throw ground.failure(error, in: formula, node: walk.node.id)
        }
    }

    /// Something that leaves the range of numbers, with the node's place.
    func tooLarge(_ walk: Walk) -> Failure {
        Failure(
            diagnostic: Diagnostic(
                .error, "value.too-large", at: walk.node.place, node: walk.node.id,
                "a step of the node is 10^20 or more for \(ground.name(of: walk.unit))",
                help: "Use a larger unit, or mend the figure"))
    }
}
