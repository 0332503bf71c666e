internal import Domain
internal import Evidence
internal import Expressions
internal import Locales
internal import Methodology
internal import Scoring

/// What a blank goes back to.
extension Wording {
    /// As in `headcount` or `the score of Answers in time`.
    func origin(_ origin: Origin) -> Phrase {
        let schema = assessment.plan.schema
        switch origin {
        case .input(let input):
            let field = schema.inputs[input]
            return usesTitles ? rules.name(of: field) : .code(field.id)
        case .field(let table, let field):
            return .code("\(schema.tables[table].id).\(schema.tables[table].fields[field].id)")
        case .computed(let table, let field):
            return .code(
                "\(schema.tables[table].id).\(assessment.plan.computed[table][field].id)")
        case .parameter(let parameter):
            return phrases.originParameter(parameter: parameterName(parameter))
        case .score(let node):
            return assessment.plan.nodes[node].isGraded
                ? phrases.originGrade(node: nodeName(node))
                : phrases.originScore(node: nodeName(node))
        case .nothing(let function): return phrases.originNothing(function: .code(function))
        case .group: return Phrase(phrases.originGroup)
        case .period(let index): return phrases.originPeriod(period: periodName(index))
        case .unscored(let index): return phrases.originUnscored(period: periodName(index))
        case .earlier(let origin, let unit):
            return phrases.originEarlier(
                origin: self.origin(origin), period: periodName(of: unit))
        }
    }

    /// Why something has no value, as in `headcount is not known`.
    func blank(_ origin: Origin, _ state: State, _ unit: Int, _ depth: Int) -> Phrase {
        var (origin, unit, place) = (origin, unit, Phrase([]))
        if case .earlier(let own, let earlier) = origin {
            (origin, unit) = (own, earlier)
            place = " \(phrases.inPeriod(period: periodName(of: earlier)))"
        }
        switch origin {
        case .nothing(let function):
            let name = Phrase.code(function)
            return function == Aggregate.sampleDeviation.rawValue
                ? phrases.fewerThanTwoValues(function: name, place: place)
                : phrases.nothingToWorkOn(function: name, place: place)
        case .score(let node): return because(node, unit, depth, place)
        case .period(let index): return phrases.nothingHandedInFor(period: periodName(index))
        case .unscored(let index): return phrases.editionDoesNotScore(period: periodName(index))
        case .input(let input): return blank(input, state, unit, place)
        case .field, .computed, .parameter, .group, .earlier:
            return phrases.isInState(
                subject: self.origin(origin), state: word(forBlank: state), place: place)
        }
    }

    private func blank(_ input: Int, _ state: State, _ unit: Int, _ place: Phrase) -> Phrase {
        let (subject, evidence) = (self.origin(.input(input)), assessment.evidence)
        guard let number = evidence.decision(aboutInput: input, at: unit),
            evidence.decisions[number].kind != .accept
        else {
            return phrases.isInState(subject: subject, state: word(forBlank: state), place: place)
        }
        let decision = evidence.decisions[number]
        let isExcluded = decision.kind == .exclude
        return phrases.isInStateByDecision(
            subject: subject,
            state: isExcluded ? Phrase(phrases.stateExcluded) : word(forBlank: state),
            place: place, decision: told(decision))
    }

    private func word(forBlank state: State) -> Phrase {
        switch state {
        case .notApplicable: Phrase(phrases.stateNotApplicable)
        case .excluded: Phrase(phrases.wordWithheld)
        case .missing, .score: Phrase(phrases.wordNotKnown)
        }
    }

    /// As in `decision of Commission, 2025-02-01 (Two leavers were counted twice)`.
    func told(_ decision: Decision) -> Phrase {
        phrases.decisionOf(
            who: given(decision.who), day: day(decision.date), reason: given(decision.reason))
    }
}
