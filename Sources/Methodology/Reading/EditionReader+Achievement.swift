internal import Arithmetic
internal import Diagnostics
internal import Expressions

/// How far a target is achieved, with everything that can go wrong with a ratio said.
extension EditionReader {
    mutating func achievement(
        _ yaml: YAML, _ content: Node.Content, _ scale: Node.Scale
    ) -> Node.ScoreRule? {
        guard let object = reader.object(yaml, .achievement) else { return nil }
        let target = reader.need(
            object, "target", in: "target-achievement", help: "Say what is to be achieved"
        ).flatMap { lineEdge($0, "the target", content) }
        let better = reader.need(
            object, "better", in: "target-achievement", help: "Write higher or lower"
        ).flatMap { reader.word($0, "better", among: ["higher", "lower"]) }
        let baseline = object["baseline"].flatMap { lineEdge($0, "the baseline", content) }
        let full = scoreOnScale(object, "full", scale) ?? scale.greatest
        let limits = (scoreOnScale(object, "floor", scale), scoreOnScale(object, "cap", scale))
        checkLimits(limits.0, limits.1, at: yaml.place)
        let traps = readTraps(object, full, scale)
        guard let target, let better, (baseline == nil) != object.has("baseline"), let traps
        else { return nil }
        let draft = AchievementDraft(
            object: object, value: valueRange(content), target: range(of: target),
            baseline: baseline.map { range(of: $0) }, isLowerBetter: better == "lower",
            full: full, least: scale.least)
        let credit = object["credit"].flatMap { self.credit($0, draft, target, content) }
        guard (credit == nil) != object.has("credit") else { return nil }
        // What is wrong with the value has been said; nothing is known of its range.
        if case .heading = content { return nil }
        checkTraps(draft)
        if checkSigns(draft) { checkLimits(draft, credit, target, content, scale) }
        return .achievement(
            Node.TargetAchievement(
                target: target, isLowerBetter: draft.isLowerBetter, baseline: baseline,
                credit: credit, full: full, least: scale.least, floor: limits.0, cap: limits.1,
                traps: traps, place: yaml.place))
    }

    /// What is known before the traps are looked at.
    fileprivate struct AchievementDraft {
        let object: Object
        let value: Interval
        let target: Interval
        let baseline: Interval?
        let isLowerBetter: Bool
        let full: Fixed
        let least: Fixed

        var hasCredit: Bool { object.has("credit") }

        /// Between what the score lies before it is held.
        var score: Interval {
            let from = baseline ?? Interval(Interval.zero, Interval.zero)
            let way = value.adding(from.negated)
            let whole = target.adding(from.negated)
            // A trap covers a way that is zero; one in the wrong direction it covers as well.
            let side = Interval(
                isLowerBetter && baseline != nil ? nil : Interval.zero,
                isLowerBetter && baseline != nil ? Interval.zero : nil, excludesZero: true)
            let part =
                isLowerBetter && baseline == nil
                ? whole.divided(by: way.intersection(side))
                : way.divided(by: whole.intersection(side))
            let points = Fraction(full), start = Fraction(least)
            let height = try? points.subtracting(start)
            return part.multiplied(by: Interval(height, height))
                .adding(Interval(start, start))
        }
    }

    private mutating func scoreOnScale(
        _ object: Object, _ key: String, _ scale: Node.Scale
    ) -> Fixed? {
        guard let yaml = object[key], let score = reader.plain(yaml, "the score under \(key)"),
            isWithin(scale, score, "score.scale", at: yaml.place)
        else { return nil }
        return score
    }

    /// `nil` when one of them cannot be read.
    private mutating func readTraps(
        _ object: Object, _ full: Fixed, _ scale: Node.Scale
    ) -> [Node.TargetAchievement.Trap: Node.TargetAchievement.Outcome]? {
        var traps: [Node.TargetAchievement.Trap: Node.TargetAchievement.Outcome] = [:]
        var isSound = true
        for trap in Node.TargetAchievement.Trap.allCases {
            guard let yaml = object[trap.rawValue] else { continue }
            traps[trap] = outcome(yaml, trap, full, scale)
            isSound = isSound && traps[trap] != nil
        }
        return isSound ? traps : nil
    }

    private mutating func outcome(
        _ yaml: YAML, _ trap: Node.TargetAchievement.Trap, _ full: Fixed, _ scale: Node.Scale
    ) -> Node.TargetAchievement.Outcome? {
        let states = Node.EmptyRule.allCases.map(\.rawValue)
        if let entries = yaml.entries, entries.count == 1 {
            let (key, value) = (entries[0].key, entries[0].value)
            if let state = Node.EmptyRule(rawValue: key) {
                return reader.languageMap(value, "the reason").map { .noScore(state, reason: $0) }
            }
            if key == "score" {
                guard let score = reader.plain(value, "the score"),
                    isWithin(scale, score, "score.scale", at: value.place)
                else { return nil }
                return .score(score, word: "score: \(score)")
            }
        }
        let words = ["full", "worst", "all-or-nothing"] + states
        if yaml.scalar == nil {
            reader.fail(
                "target.outcome", yaml.place, "the outcome of \(trap.rawValue) is \(yaml.shape)",
                help: "Write one of " + words.joined(separator: ", ")
                    + ", {score: 50}, or a state with its reason, as in "
                    + "{excluded: {en: No target was set}}")
            return nil
        }
        switch reader.word(yaml, "the outcome of \(trap.rawValue)", among: words) {
        case "full": return .score(full, word: "full")
        case "worst": return .score(scale.least, word: "worst")
        case "all-or-nothing": return .allOrNothing
        case let word?: return Node.EmptyRule(rawValue: word).map { .noScore($0, reason: nil) }
        case nil: return nil
        }
    }

    /// The formula for the score; it is looked at only where no trap is.
    private mutating func credit(
        _ yaml: YAML, _ draft: AchievementDraft, _ target: Node.Edge, _ content: Node.Content
    ) -> Formula? {
        if draft.baseline != nil {
            reader.fail(
                "target.unused", yaml.place, "credit and baseline both say how much is earned",
                help: "Keep one of the two")
        }
        guard let formula = formula(yaml, expecting: .number) else { return nil }
        let facts = facts(draft, target, content)
        if let divisor = divisors.first(in: formula.expression, facts, formula.source) {
            reader.fail(
                "formula.zero", formula.source.place,
                divisor.fault,
                help: "Say zero-target or zero-actual where it is one of them, or ask before it "
                    + "divides, as in IF(\(divisor.condition), …, 0)")
        }
        return formula
    }

    /// What holds where no trap is.
    private func facts(
        _ draft: AchievementDraft, _ target: Node.Edge, _ content: Node.Content
    ) -> Facts {
        var facts = Facts(where: applies)
        let other = Interval(nil, nil, excludesZero: true)
        if draft.object.has("zero-target"), let formula = target.formula {
            facts.put(formula.expression, other)
        }
        if draft.object.has("zero-actual"), case .formula(let formula, _) = content {
            facts.put(formula.expression, other)
        }
        return facts
    }

    private func valueRange(_ content: Node.Content) -> Interval {
        guard case .formula(let formula, _) = content else { return .all }
        return divisors.range(formula.expression, Facts(where: applies))
    }

    /// Whether a ratio is taken of numbers that are never below 0.
    private mutating func checkSigns(_ draft: AchievementDraft) -> Bool {
        guard draft.baseline == nil, !draft.hasCredit else { return true }
        var isSound = true
        for (name, range) in [("target", draft.target), ("value", draft.value)]
        where !range.isAtLeastZero {
            reader.fail(
                "target.negative", draft.object.place,
                "the \(name) can be below 0, where a ratio turns round",
                help: "Declare min: 0 for what it is made of, or give a baseline: then the way "
                    + "from there counts")
            isSound = false
        }
        return isSound
    }

    /// Whether every trap is said that can be, and none that cannot.
    private mutating func checkTraps(_ draft: AchievementDraft) {
        for trap in Node.TargetAchievement.Trap.allCases {
            let written = draft.object[trap.rawValue]
            let never = draft.never(trap)
            if let written, let never {
                reader.fail(
                    "target.unused", written.place, "\(trap.rawValue) has no effect: \(never)",
                    help: "Leave it out")
            }
            let isCovered = draft.hasCredit && trap != .flatTarget
            guard never == nil, written == nil, !isCovered else { continue }
            reader.fail(
                "target.zero", draft.object.place,
                "\(trap.danger), and nothing says what that earns",
                help: "Add \(trap.rawValue): full, worst, all-or-nothing, {score: 50}, or a state "
                    + "as in {excluded: {en: No target was set}}")
        }
    }

    /// A score that can leave the scale has to be held.
    private mutating func checkLimits(
        _ draft: AchievementDraft, _ credit: Formula?, _ target: Node.Edge,
        _ content: Node.Content, _ scale: Node.Scale
    ) {
        let range =
            credit.map { divisors.range($0.expression, facts(draft, target, content)) }
            ?? draft.score
        let isHigh = range.greatest.map { Fraction(scale.greatest).isLess(than: $0) } ?? true
        let isLow = range.least.map { $0.isLess(than: Fraction(scale.least)) } ?? true
        for (key, isOver) in [("cap", isHigh), ("floor", isLow)]
        where isOver && !draft.object.has(key) {
            reader.fail(
                "target.limit", draft.object.place,
                key == "cap"
                    ? "the score can rise above \(scale.greatest), the end of the scale"
                    : "the score can fall below \(scale.least), the beginning of the scale",
                help: "Add \(key): with the \(key == "cap" ? "greatest" : "least") score")
        }
    }
}

extension EditionReader.AchievementDraft {
    /// Why a trap cannot be; `nil` when it can.
    fileprivate func never(_ trap: Node.TargetAchievement.Trap) -> String? {
        switch (trap, baseline) {
        case (.zeroTarget, nil):
            return target.excludesZero ? "as it is declared, the target is never 0" : nil
        case (.zeroActual, nil):
            guard isLowerBetter else { return "more is better, so a value of 0 earns the least" }
            return value.excludesZero ? "as it is declared, the value is never 0" : nil
        case (.zeroTarget, .some), (.zeroActual, .some):
            return "the way from the baseline counts, not a ratio"
        case (.flatTarget, nil): return "there is no baseline"
        case (.flatTarget, let baseline?):
            let way = target.adding(baseline.negated)
            let isForward = isLowerBetter ? way.isAtMostZero : way.isAtLeastZero
            return way.excludesZero && isForward
                ? "as they are declared, the target is always better than the baseline" : nil
        }
    }
}

extension Node.TargetAchievement.Trap {
    /// What can happen.
    fileprivate var danger: String {
        switch self {
        case .zeroTarget: "the target can be 0"
        case .zeroActual: "less is better and the value can be 0"
        case .flatTarget: "the target can be no better than the baseline"
        }
    }
}
