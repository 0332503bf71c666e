internal import Arithmetic
internal import Domain
internal import Evidence
internal import Expressions
internal import Methodology
public import Scoring

extension Wording {
    /// Why a node has no score, or a filled one, in a sentence without a full stop; `nil` for a
    /// score of its own.
    public func reason(of node: Int, at unit: Int) -> String? {
        reason(assessment.computation(of: node, at: unit).outcome, of: node, at: unit, depth: 0)
    }

    /// Why an outcome is as it is.
    func reason(_ outcome: Outcome, of node: Int, at unit: Int, depth: Int = 0) -> String? {
        guard let reason = outcome.reason else { return nil }
        let cause = sentence(reason, outcome.state, node, unit, depth)
        guard outcome.isFilled else { return cause }
        let (score, value) = (
            assessment.plan.nodes[node].missing, assessment.plan.nodes[node].substitute
        )
        return "filled (\(score?.word ?? value?.word ?? "")): "
            + (text(score?.reason ?? value?.reason) ?? cause)
    }

    private func sentence(
        _ reason: Reason, _ state: State, _ node: Int, _ unit: Int, _ depth: Int
    ) -> String {
        let rule = assessment.plan.nodes[node]
        switch reason {
        case .didNotExist(let day): return "the body did not exist on \(day)"
        case .otherKind:
            let kind = assessment.evidence.bodies[assessment.body(of: unit)].kind
            return "its kind is \"\(kind)\" and the edition applies to "
                + assessment.plan.identity.kinds.joined(separator: ", ")
        case .doesNotApply:
            return "it applies only when \(rule.appliesWhen?.source.text ?? "")"
        case .applicabilityUnknown(let origin):
            return "cannot tell whether it applies: \(self.origin(origin)) has no value"
        case .blank(let origin): return blank(origin, state, unit, depth)
        case .emptyDenominator(let range):
            guard case .formula(let formula, _) = rule.content else { return "" }
            return "\(formula.source.slice(range)) is zero"
        case .emptyElsewhere(let other, let range):
            guard case .formula(let formula, _) = rule.content else { return "" }
            return "\(formula.source.slice(range)) is zero for \(unitName(other))"
        case .emptyField(let table, let field, let range):
            let formula = assessment.plan.computed[table][field].formula
            return "\(formula.source.slice(range)) is zero in "
                + origin(.computed(table: table, field))
        case .outsideDomain(let fault): return sentence(fault, rule, unit)
        case .target(let trap):
            guard case .achievement(let achievement) = rule.score,
                case .noScore(_, let reason) = achievement.traps[trap]
            else { return trap.sentence }
            return text(reason) ?? trap.sentence
        case .child(let child): return because(child, unit, depth)
        case .constant(let bodies):
            return bodies == 1
                ? "there is no other body to compare it with"
                : "all \(bodies) bodies that are compared have the same value"
        case .noChildApplies: return "nothing beneath it is applicable"
        case .noChildScored: return "nothing beneath it has a score"
        case .noWeight: return "what has a score beneath it has no weight"
        case .emptyWeights(let part): return emptyWeights(rule, part)
        case .weight(let child, let origin):
            return
                "cannot tell the weight of \(self.node(child)): \(self.origin(origin)) has no value"
        case .zero(let child):
            return
                "the score of \(self.node(child)) is 0, for which the \(aggregate(of: rule)) has "
                + "no room"
        case .noRow: return "the table has no row for the grades beneath it"
        case .tooFew(let count):
            return "only \(count) count where the \(aggregate(of: rule)) is taken"
        case .coverage(let share, let least):
            return "\(share) of the weight has a score of its own, at least \(least) must"
        case .siblingWithoutScore(let child, let sibling):
            if child == sibling { return "\(self.node(child)), whose weight stays, has no score" }
            return "the weight of \(self.node(child)) goes to \(self.node(sibling)), "
                + "which has no score"
        case .requirement(let index, let origin):
            let requirement =
                switch rule.content {
                case .ladder(let ladder):
                    "the requirement of \(rule.text(ladder.rungs[index].score))"
                case .checklist(let list):
                    text(list.items[index].title)
                        ?? "whether \(list.items[index].when.source.text) holds"
                case .heading, .formula, .aggregate: ""
                }
            return "cannot tell \(requirement): \(self.origin(origin)) has no value"
        case .correction(let index, let origin):
            let kind = rule.corrections[index].kind.rawValue
            return "cannot tell the \(kind): \(self.origin(origin)) has no value"
        case .heading: return "a heading has no score"
        case .given: return "given by the test case"
        case .decision(let number):
            let decision = assessment.evidence.decisions[number]
            return state == .score
                ? "set by a \(told(decision))" : "a \(told(decision)) says so"
        }
    }

    /// As in `the weights have nothing to be in proportion to: users + online sums to 0`.
    private func emptyWeights(_ rule: Node, _ part: Int) -> String {
        guard case .aggregate(let aggregate) = rule.content,
            case .computed(let parts) = aggregate.weights, let formulas = parts[part].formulas
        else { return "what has a score beneath it has no weight" }
        var written: [String] = []
        for text in formulas.map(\.source.text) where !written.contains(text) {
            written.append(text)
        }
        let shown = written.prefix(3).joined(separator: ", ") + (written.count > 3 ? " …" : "")
        let which = parts.count > 1 ? "part \(part + 1) of the weights has" : "the weights have"
        return "\(which) nothing to be in proportion to: \(shown) "
            + (written.count == 1 ? "is 0 for all" : "sum to 0")
    }

    private func aggregate(of node: Node) -> String {
        guard case .aggregate(let aggregate) = node.content else { return "" }
        return Self.name(of: aggregate.kind)
    }

    private func sentence(_ fault: DomainFault, _ rule: Node, _ unit: Int) -> String {
        var formula: Formula?
        var place = ""
        if case .formula(let own, _) = rule.content { formula = own }
        if case .computed(let table, let field)? = fault.field {
            formula = assessment.plan.computed[table][field].formula
            place = " in " + origin(.computed(table: table, field))
        }
        if fault.unit != unit { place += " for \(unitName(fault.unit))" }
        let number = fault.number?.description ?? "-10^20 or less"
        return "\(formula?.source.slice(fault.range) ?? "") is \(number)\(place), and "
            + "\(fault.function.rawValue) takes \(fault.function.domain)"
    }

    private func blank(_ origin: Origin, _ state: State, _ unit: Int, _ depth: Int) -> String {
        var (origin, unit, place) = (origin, unit, "")
        if case .earlier(let own, let earlier) = origin {
            (origin, unit, place) = (own, earlier, " in \(period(of: earlier))")
        }
        if case .nothing(let function) = origin {
            return function == Aggregate.sampleDeviation.rawValue
                ? "\(function) has fewer than two values to work on\(place)"
                : "\(function) has no value to work on\(place)"
        }
        if case .score(let node) = origin { return because(node, unit, depth, place) }
        if case .period(let index) = origin { return "nothing was handed in for \(period(index))" }
        if case .unscored(let index) = origin {
            return "the edition does not score \(period(index))"
        }
        let word =
            switch state {
            case .notApplicable: "not applicable"
            case .excluded: "withheld"
            case .missing, .score: "not known"
            }
        guard case .input(let input) = origin,
            let number = assessment.evidence.decision(aboutInput: input, at: unit),
            assessment.evidence.decisions[number].kind != .accept
        else { return "\(self.origin(origin)) is \(word)\(place)" }
        let decision = assessment.evidence.decisions[number]
        let decided = decision.kind == .exclude ? "excluded" : word
        return "\(self.origin(origin)) is \(decided)\(place) by a \(told(decision))"
    }

    /// As in `decision of Commission, 2025-02-01 (Two leavers were counted twice)`.
    private func told(_ decision: Decision) -> String { "\(decision.name) (\(decision.reason))" }

    /// As in `Ministry of Justice in 2024`.
    private func unitName(_ unit: Int) -> String {
        let period = assessment.evidence.periods[assessment.period(of: unit)]
        return "\(body(assessment.body(of: unit))) in \(period)"
    }

    /// Another node's state and, a few levels deep, its own reason.
    private func because(
        _ node: Int, _ unit: Int, _ depth: Int, _ place: String = ""
    ) -> String {
        let outcome = assessment.computation(of: node, at: unit).outcome
        let head = "\(self.node(node)) is \(Self.word(outcome.state))\(place)"
        guard depth < 4, let own = reason(outcome, of: node, at: unit, depth: depth + 1) else {
            return head
        }
        return "\(head) (\(own))"
    }

    /// The state for people, as in `not applicable`.
    public static func word(_ state: State) -> String {
        switch state {
        case .score: "scored"
        case .notApplicable: "not applicable"
        case .missing: "missing"
        case .excluded: "excluded"
        }
    }
}
