internal import Arithmetic
internal import Diagnostics
internal import Expressions
internal import Methodology

extension Scorer {
    /// Whether the value of the node comes of a formula, not of children or conditions.
    private func hasFormula(_ walk: Walk) -> Bool {
        if case .formula = walk.node.content { true } else { false }
    }

    /// Puts a score in the place of a missing one where a missing rule says so.
    func fill(_ walk: inout Walk) {
        guard walk.computation.outcome.state == .missing, !walk.isWithoutPeers,
            let rule = walk.node.missing
        else { return }
        walk.computation.outcome = Outcome(
            state: .score, score: rule.score, isFilled: true,
            reason: walk.computation.outcome.reason)
        walk.computation.scored = rule.score
        if !rule.isOpen { walk.interval = Bounds(rule.score, rule.score) }
    }

    /// Makes a score of the value; a filled score stays as it is.
    func score(_ walk: inout Walk) throws(Failure) {
        if case .comparison(let comparison) = walk.node.score {
            return try compare(comparison, &walk)
        }
        let outcome = walk.computation.outcome
        do {
            if outcome.state == .score, walk.computation.scored == nil,
                let value = walk.computation.scoredValue, let rule = walk.rule
            {
                let score = try rule.score(value, ground.numbers)
                walk.computation.rule = rule
                walk.computation.scored = score
                walk.computation.outcome = Outcome(
                    state: .score, score: score, isFilled: outcome.isFilled, reason: outcome.reason)
            }
            let isOpen = walk.node.missing?.isOpen ?? false
            let isSet =
                walk.computation.substituted == nil
                ? outcome.isFilled && !isOpen : walk.node.substitute?.isOpen ?? false
            guard let interval = walk.interval, !isSet, hasInterval(walk), let rule = walk.rule
            else { return }
            walk.interval = walk.isRuleOpen ? nil : try rule.bounds(interval, ground.numbers)
        } catch {
            throw tooLarge(walk)
        }
    }

    /// Whether the interval is one of values that further steps change: a formula without a
    /// value has the bounds of its score already.
    private func hasInterval(_ walk: Walk) -> Bool {
        walk.computation.value != nil || !hasFormula(walk)
    }

    /// Applies the corrections in the order of the file.
    func correct(_ walk: inout Walk) throws(Failure) {
        guard !walk.node.corrections.isEmpty,
            walk.computation.outcome.state == .score || !hasFormula(walk)
        else { return }
        // Whatever the value may be, its score lies on the scale.
        if walk.interval == nil, walk.computation.outcome.state != .notApplicable {
            walk.interval = walk.scale
        }
        for (index, correction) in walk.node.corrections.enumerated() {
            try correct(index, correction, &walk)
        }
    }

    private func correct(
        _ index: Int, _ correction: Node.Correction, _ walk: inout Walk
    ) throws(Failure) {
        let effect = try effect(correction, walk)
        if let interval = walk.interval {
            let isOpen = correction.formulas.contains { restsOnOpen($0, walk.unit) }
            let effect = isOpen ? .open(reach: openReach(of: correction, walk)) : effect
            walk.interval = try moved(interval, correction, effect, walk)
        }
        guard let before = walk.computation.outcome.score else { return }
        let isFilled = walk.computation.outcome.isFilled
        let reason = walk.computation.outcome.reason
        var after = before
        var unknown: Origin?
        switch effect {
        case .none, .open: break
        case .unknown(let origin, _):
            unknown = origin
            if !correction.isNoneWhenUnknown {
                walk.computation.outcome = .none(.missing, .correction(index, origin))
            }
        case .amount(let amount):
            after = try apply(correction.kind, amount, before, walk)
            walk.computation.outcome = Outcome(
                state: .score, score: after, isFilled: isFilled, reason: reason)
        }
        walk.computation.corrections.append(
            CorrectionStep(
                index: index, isApplied: effect.amount != nil, unknown: unknown,
                amount: effect.amount, before: before, after: after))
    }

    /// What a correction comes to for a unit.
    enum Effect {
        case none
        /// Points, held to the most there may be; or the edge.
        case amount(Fixed)
        /// What is blank, and the most points or the edge it can come to; `nil` for any.
        case unknown(Origin, reach: Fixed?)
        /// It rests on a score that can still change, with the most points or the edge that it can
        /// come to, `nil` for any; for bounds only.
        case open(reach: Fixed?)

        var amount: Fixed? { if case .amount(let amount) = self { amount } else { nil } }
    }

    func effect(_ correction: Node.Correction, _ walk: Walk) throws(Failure) -> Effect {
        var undecided: Origin?
        if let condition = correction.when {
            switch try step(condition, walk) {
            case .flag(true): break
            case .blank(let absence): undecided = absence.origin
            default: return .none
            }
        }
        var atMost: Fixed?
        if let formula = correction.atMost {
            switch try step(formula, walk) {
            case .number(let number):
                if number < .zero { throw negative(formula, correction, number, walk) }
                atMost = number
            case .blank(let absence): return .unknown(undecided ?? absence.origin, reach: nil)
            default: break
            }
        }
        if let undecided {
            return .unknown(undecided, reach: reach(of: correction, atMost, walk))
        }
        switch try step(correction.amount, walk) {
        case .number(let amount):
            let isPoints = correction.kind == .bonus || correction.kind == .penalty
            if isPoints, amount < .zero {
                throw negative(correction.amount, correction, amount, walk)
            }
            return .amount(isPoints ? atMost.map { min($0, amount) } ?? amount : amount)
        case .blank(let absence): return .unknown(absence.origin, reach: atMost)
        case .flag, .ordinal, .text:
            preconditionFailure("the checker lets only numbers be the amount of a correction")
        }
    }

    /// What a correction comes to should its unknown condition hold.
    private func reach(
        of correction: Node.Correction, _ atMost: Fixed?, _ walk: Walk
    ) -> Fixed? {
        let isPoints = correction.kind == .bonus || correction.kind == .penalty
        // An amount that cannot be computed may be any, as one that is not known.
        guard case .number(let amount)? = try? step(correction.amount, walk) else {
            return isPoints ? atMost : nil
        }
        guard isPoints else { return amount }
        return amount < .zero ? atMost : atMost.map { min($0, amount) } ?? amount
    }

    /// What a correction comes to should its open condition hold; `nil` where that is open too.
    private func openReach(of correction: Node.Correction, _ walk: Walk) -> Fixed? {
        let amounts = [correction.amount, correction.atMost].compactMap { $0 }
        guard !amounts.contains(where: { restsOnOpen($0, walk.unit) }) else { return nil }
        guard let atMost = correction.atMost else { return reach(of: correction, nil, walk) }
        guard case .number(let most)? = try? step(atMost, walk), .zero <= most else { return nil }
        return reach(of: correction, most, walk)
    }

    private func negative(
        _ formula: Formula, _ correction: Node.Correction, _ amount: Fixed, _ walk: Walk
    ) -> Failure {
        Failure(
            diagnostic: Diagnostic(
                .error, "correction.negative", at: formula.source.place,
                node: walk.node.id,
                "the \(correction.kind.rawValue) is \(amount) points for "
                    + ground.name(of: walk.unit),
                help: "Points are 0 or more; for the other direction write "
                    + (correction.kind == .bonus ? "penalty" : "bonus")))
    }

    func apply(
        _ kind: Node.Correction.Kind, _ amount: Fixed, _ score: Fixed, _ walk: Walk
    ) throws(Failure) -> Fixed {
        do {
            switch kind {
            case .bonus: return try score.adding(amount)
            case .penalty: return try score.subtracting(amount)
            case .cap, .gate: return min(score, amount)
            case .floor: return max(score, amount)
            }
        } catch {
            throw tooLarge(walk)
        }
    }

    /// Rounds the score where the edition says so.
    func round(_ walk: inout Walk) throws(Failure) {
        guard let rounding = walk.node.rounding else { return }
        do {
            let outcome = walk.computation.outcome
            if let score = outcome.score {
                walk.computation.unrounded = score
                walk.computation.outcome = Outcome(
                    state: .score, score: try score.rounded(to: rounding.digits, rounding.mode),
                    isFilled: outcome.isFilled, reason: outcome.reason)
            }
            guard let interval = walk.interval else { return }
            walk.interval = Bounds(
                try interval.lower.rounded(to: rounding.digits, rounding.mode),
                try interval.upper.rounded(to: rounding.digits, rounding.mode))
        } catch {
            throw tooLarge(walk)
        }
    }

    /// Refuses a score outside the scale and settles the bounds.
    func finish(_ walk: inout Walk) throws(Failure) {
        let outcome = walk.computation.outcome
        guard outcome.state != .notApplicable else {
            walk.computation.bounds = nil
            return
        }
        let scale = walk.scale
        if let score = outcome.score,
            score < scale.lower || score > scale.upper && !walk.node.mayExceed
        {
            throw Failure(
                diagnostic: Diagnostic(
                    .error, "score.outside-scale", at: walk.node.place, node: walk.node.id,
                    "the score is \(score) for \(ground.name(of: walk.unit)), "
                        + "outside the scale \(scale.lower) … \(scale.upper)",
                    help: walk.node.isRanked
                        ? "Declare a max of the node that has room for as many bodies"
                        : "Hold it with floor and cap, or mend the figure behind it"))
        }
        // A score that may exceed the scale is itself something it can be.
        let open = walk.interval ?? Bounds(scale.lower, max(scale.upper, outcome.score ?? .zero))
        let greatest = walk.node.mayExceed ? max(scale.upper, open.upper) : scale.upper
        walk.computation.bounds = Bounds(
            min(max(open.lower, scale.lower), greatest), max(min(open.upper, greatest), scale.lower)
        )
    }
}

extension Node {
    /// Whether its score grows with the number of bodies.
    fileprivate var isRanked: Bool {
        guard case .comparison(let comparison) = score, case .rank = comparison.kind else {
            return false
        }
        return true
    }
}
