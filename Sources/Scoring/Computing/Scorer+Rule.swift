internal import Arithmetic
internal import Diagnostics
internal import Expressions
internal import Methodology

/// What a score rule is measured against, computed before the missing rule is looked at: what
/// is blank there counts like a blank in the value.
extension Scorer {
    func takeRule(_ walk: inout Walk) throws(Failure) {
        let hasValue = walk.computation.outcome.state == .score
        guard hasValue || walk.interval != nil else { return }
        switch walk.node.score {
        case .asIs, .knots, .points: walk.rule = .fixed(walk.node.score)
        case .comparison(let comparison):
            guard let target = comparison.target else { break }
            walk.target = try take([target], &walk)?.first
        case .line(let line): try take(line, &walk)
        case .achievement(let rule): try take(rule, &walk)
        }
        if walk.node.score.formulas.contains(where: { restsOnOpen($0, walk.unit) }) {
            walk.isRuleOpen = true
        }
    }

    private func take(_ line: Node.Line, _ walk: inout Walk) throws(Failure) {
        guard let values = try take(line.edges.map(\.edge), &walk) else { return }
        var knots: [Node.Knot]?
        do { knots = try line.knots(values) } catch { throw tooLarge(walk) }
        guard let knots else {
            let written = zip(line.edges, values).map { "\($0.name) \($1)" }
            throw Failure(
                diagnostic: Diagnostic(
                    .error, "score.edges", at: line.place, node: walk.node.id,
                    "the values of \(line.form.rawValue) are out of order for "
                        + "\(ground.name(of: walk.unit)): \(written.joined(separator: ", "))",
                    help: line.form.order))
        }
        walk.rule = .knots(knots)
    }

    private func take(_ rule: Node.TargetAchievement, _ walk: inout Walk) throws(Failure) {
        let edges = [rule.target] + (rule.baseline.map { [$0] } ?? [])
        guard let values = try take(edges, &walk) else { return }
        let target = values[0]
        let baseline = values.count > 1 ? values[1] : .zero
        let trap = Self.trap(rule, target, baseline, walk.computation.scoredValue)
        switch trap.flatMap({ rule.traps[$0] }) {
        case .score(let score, _): walk.rule = .settled(score, rule, trap)
        case .allOrNothing:
            walk.rule = .achievement(
                AppliedRule.Achievement(
                    rule: rule, target: target, baseline: baseline, trap: trap,
                    numbers: ground.numbers))
        case .noScore(let empty, _):
            if let trap { leave(empty.state, .target(trap), &walk) }
        case nil:
            if let credit = rule.credit {
                guard let score = try take([.formula(credit)], &walk)?[0] else { return }
                walk.rule = .settled(score.held(from: rule.floor, to: rule.cap), rule, nil)
            } else {
                walk.rule = .achievement(
                    AppliedRule.Achievement(
                        rule: rule, target: target, baseline: baseline, trap: nil,
                        numbers: ground.numbers))
            }
        }
    }

    /// Where no part of the way can be told.
    private static func trap(
        _ rule: Node.TargetAchievement, _ target: Fixed, _ baseline: Fixed, _ value: Fixed?
    ) -> Node.TargetAchievement.Trap? {
        guard rule.baseline == nil else {
            let isFlat = rule.isLowerBetter ? target >= baseline : target <= baseline
            return isFlat ? .flatTarget : nil
        }
        if target == .zero, rule.traps[.zeroTarget] != nil { return .zeroTarget }
        if value == .zero, rule.traps[.zeroActual] != nil { return .zeroActual }
        return nil
    }

    /// The numbers at edges; `nil` when any is blank, and then the node has no score because of
    /// the gravest.
    private func take(_ edges: [Node.Edge], _ walk: inout Walk) throws(Failure) -> [Fixed]? {
        var values: [Fixed] = []
        var blank: Absence?
        for edge in edges {
            switch edge {
            case .number(let number): values.append(number)
            case .formula(let formula):
                switch try step(formula, walk) {
                case .number(let number): values.append(number)
                case .blank(let absence):
                    blank = blank.map { Absence.graver($0, absence) } ?? absence
                case .flag, .ordinal, .text:
                    preconditionFailure("the checker lets only numbers be the edge of a score rule")
                }
            }
        }
        guard let blank else { return values }
        leave(blank.state, .blank(blank.origin), &walk)
        return nil
    }

    /// No score: nothing further along the path narrows what it can become.
    private func leave(_ state: State, _ reason: Reason, _ walk: inout Walk) {
        if walk.computation.outcome.state == .score {
            walk.computation.outcome = .none(state, reason)
        }
        let isOut = walk.computation.outcome.state == .notApplicable
        walk.interval = isOut ? nil : wholeRange(walk)
    }
}
