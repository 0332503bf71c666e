internal import Arithmetic
internal import Domain
internal import Evidence
internal import Expressions
public import Locales
internal import Methodology
internal import Scoring

extension Wording {
    /// Why a node has no score, or a filled one, in a sentence without a full stop; `nil` for a
    /// score of its own.
    public func reason(of node: Int, at unit: Int) -> String? {
        reasonPhrase(of: node, at: unit)?.written(locale)
    }

    /// ``reason(of:at:)`` with its names and figures marked.
    public func reasonPhrase(of node: Int, at unit: Int) -> Phrase? {
        guard mayHaveReason(node, at: unit) else { return nil }
        let outcome = assessment.computation(of: node, at: unit).outcome
        return reason(outcome, of: node, at: unit, depth: 0)
    }

    /// Whether the outcome is anything but a score of its own, which need not be computed again.
    func mayHaveReason(_ node: Int, at unit: Int) -> Bool {
        assessment.columns[node]?.states[unit] != .score
            || assessment.columns[node]?.isFilled(at: unit) ?? true
            || assessment.decision(of: node, at: unit) != nil
    }

    /// Why an outcome is as it is.
    func reason(_ outcome: Outcome, of node: Int, at unit: Int, depth: Int = 0) -> Phrase? {
        guard let reason = outcome.reason else { return nil }
        let cause = sentence(reason, outcome.state, node, unit, depth)
        guard outcome.isFilled else { return cause }
        let (score, value) = (
            assessment.plan.nodes[node].missing, assessment.plan.nodes[node].substitute
        )
        return phrases.filledBy(
            rule: .code(score?.word ?? value?.word ?? ""),
            cause: phrase(score?.reason ?? value?.reason) ?? cause)
    }

    private func sentence(
        _ reason: Reason, _ state: State, _ node: Int, _ unit: Int, _ depth: Int
    ) -> Phrase {
        // A node is large; most reasons do not look at it.
        var rule: Node { assessment.plan.nodes[node] }
        switch reason {
        case .didNotExist(let day): return phrases.didNotExist(day: self.day(day))
        case .otherKind:
            let kind = assessment.evidence.bodies[assessment.body(of: unit)].kind
            let kinds = assessment.plan.identity.kinds.joined(separator: ", ")
            return phrases.otherKind(kind: .code(kind), kinds: .code(kinds))
        case .doesNotApply:
            return phrases.appliesOnlyWhen(
                condition: rule.appliesWhen.map { told($0) } ?? .code(""))
        case .applicabilityUnknown(let origin):
            return phrases.applicabilityUnknown(origin: self.origin(origin))
        case .blank(let origin): return blank(origin, state, unit, depth)
        case .emptyDenominator, .emptyElsewhere, .emptyField, .outsideDomain:
            return impossible(reason, rule, unit)
        case .target(let trap):
            guard case .achievement(let achievement) = rule.score,
                case .noScore(_, let reason) = achievement.traps[trap]
            else { return Phrase(sentence(trap)) }
            return phrase(reason) ?? Phrase(sentence(trap))
        case .constant(let bodies):
            return bodies == 1
                ? Phrase(phrases.noOtherBody) : phrases.allHaveTheSameValue(bodies: bodies)
        case .divisor: return Phrase(phrases.divisorIsZero)
        case .passed: return Phrase(phrases.markIsPassed)
        case .reference(let reference): return self.reference(reference, rule, node, depth)
        case .child, .noChildApplies, .noChildScored, .noWeight, .emptyWeights, .weight, .zero,
            .noRow, .tooFew, .coverage, .siblingWithoutScore:
            return beneath(reason, rule, unit, depth)
        case .requirement(let index, let origin): return unknown(rule, index, self.origin(origin))
        case .correction(let index, let origin):
            return phrases.correctionUnknown(
                correction: Phrase(name(of: rule.corrections[index].kind)),
                origin: self.origin(origin))
        case .unfitted(let why, let cause):
            return phrases.unfitted(
                cause: sentence(cause, state, node, unit, depth), why: self.why(why))
        case .heading: return Phrase(phrases.headingHasNoScore)
        case .given: return Phrase(phrases.givenByTestCase)
        case .decision(let number):
            let decision = told(assessment.evidence.decisions[number])
            return state == .score
                ? phrases.setByDecision(decision: decision)
                : phrases.decisionSaysSo(decision: decision)
        }
    }

    /// The body that others are measured by has no value, and why.
    private func reference(_ unit: Int?, _ rule: Node, _ node: Int, _ depth: Int) -> Phrase {
        guard let unit else {
            guard case .comparison(let comparison) = rule.score,
                case .distanceToReference(let body, _) = comparison.kind
            else { return Phrase([]) }
            return phrases.referenceBodyAbsent(body: .code(body))
        }
        let body = bodyName(assessment.body(of: unit))
        let text = phrases.referenceBodyWithoutValue(body: body)
        let outcome = assessment.computation(of: node, at: unit).outcome
        return reason(outcome, of: node, at: unit, depth: depth + 1).map { named(text, $0) } ?? text
    }

    /// A requirement of a ladder or checklist that is blank.
    private func unknown(_ rule: Node, _ index: Int, _ origin: Phrase) -> Phrase {
        switch rule.content {
        case .ladder(let ladder):
            return phrases.rungUnknown(
                score: score(ladder.rungs[index].score, of: rule), origin: origin)
        case .checklist(let list):
            let item = list.items[index]
            return phrase(item.title).map { phrases.itemUnknown(title: $0, origin: origin) }
                ?? phrases.conditionUnknown(
                    condition: .code(item.when.source.text), origin: origin)
        case .heading, .formula, .aggregate: return Phrase([])
        }
    }

    /// No part of the way to a target can be told, in a sentence without a full stop.
    func sentence(_ trap: Node.TargetAchievement.Trap) -> String {
        switch trap {
        case .zeroTarget: phrases.targetIsZero
        case .zeroActual: phrases.actualIsZero
        case .flatTarget: phrases.targetIsFlat
        }
    }

    /// Another node's state and, a few levels deep, its own reason.
    func because(
        _ node: Int, _ unit: Int, _ depth: Int, _ place: Phrase = Phrase([])
    ) -> Phrase {
        let outcome = assessment.computation(of: node, at: unit).outcome
        var text = phrases.nodeIsInState(
            node: nodeName(node), state: Phrase(stateWord(outcome.state)), place: place)
        guard depth < 4, let own = reason(outcome, of: node, at: unit, depth: depth + 1) else {
            return text
        }
        text.append(" (")
        text.append(own)
        text.append(")")
        return text
    }
}
