internal import Arithmetic
internal import Diagnostics
internal import Expressions
internal import Methodology
internal import Scoring

extension Compiler {
    /// What follows the value of a node; `nil` where something of it is refused.
    mutating func path(_ position: Int) -> Path? {
        let node = plan.nodes[position]
        guard let rule = rule(position), let corrections = corrections(position) else { return nil }
        let treating = node.treatment.map { treatment in
            let (groups, alone) = groups(treatment.reach)
            return Treating(treatment: treatment, groups: groups, alone: alone)
        }
        return Path(
            treating: treating, rule: rule, passMark: passMark(position),
            missing: node.missing.map { Double($0.score) },
            corrections: corrections,
            rounding: node.rounding.map { SnappedRounding($0) }, overrides: overrides(position))
    }

    private func overrides(_ position: Int) -> [Path.Override] {
        let condition = plan.nodes[position].appliesWhen
        return units.enumerated().compactMap { body, unit in
            if let outcome = assessment.setOutcome(of: position, at: unit) {
                return Path.Override(
                    body: body, score: outcome.score.map { Double($0) } ?? .nan,
                    mark: Mark(outcome.state, isFilled: outcome.isFilled))
            }
            guard let condition else { return nil }
            switch assessment.yield(condition.expression, at: unit) {
            case .flag(true): return nil
            case .blank: return Path.Override(body: body, score: .nan, mark: .missing)
            default: return Path.Override(body: body, score: .nan, mark: .notApplicable)
            }
        }
    }

    private mutating func corrections(_ position: Int) -> [Path.Correction]? {
        let node = plan.nodes[position]
        guard !node.corrections.isEmpty, cells[position] == nil else { return [] }
        var effects: [[Assessment.Effect]] = []
        for unit in units {
            do {
                effects.append(try assessment.corrections(of: position, at: unit))
            } catch {
                problems.append(error.diagnostic)
                return nil
            }
        }
        return node.corrections.enumerated().map { index, correction in
            Path.Correction(
                kind: correction.kind,
                amounts: effects.map {
                    if case .amount(let amount) = $0[index] { Double(amount) } else { .nan }
                },
                isUnknown: effects.map { $0[index] == .unknown && !correction.isNoneWhenUnknown })
        }
    }

    /// How values become scores; `nil` where it is refused.
    mutating func rule(_ position: Int) -> Rule? {
        let node = plan.nodes[position]
        switch node.score {
        case .asIs(let floor, let cap):
            return .held(
                from: floor.map { Double($0) } ?? -.infinity,
                to: cap.map { Double($0) } ?? .infinity)
        case .knots(let knots): return .knots(knots.map { Rule.Knot($0) })
        case .points(let rows):
            return .points(
                rows.map {
                    Rule.PointsRow(
                        from: $0.from.map { Double($0) } ?? -.infinity, points: Double($0.points))
                })
        case .line(let line): return lines(line)
        case .achievement(let rule): return .achievement(achievement(rule))
        case .comparison(let comparison):
            return compared(comparison, comparison.kind, at: position).map { .compared($0) }
        }
    }

    /// The edges of every body, and what it has where one of them is blank.
    func edges(_ edges: [Node.Edge], at unit: Int) -> (values: [Fixed]?, blank: Mark) {
        var values: [Fixed] = []
        var blank: State?
        for edge in edges {
            switch edge {
            case .number(let number): values.append(number)
            case .formula(let formula):
                switch assessment.yield(formula.expression, at: unit) {
                case .number(let number): values.append(number)
                case .blank(let state): blank = blank.map { Self.graver($0, state) } ?? state
                default: blank = .missing
                }
            }
        }
        guard let blank else { return (values, .missing) }
        return (nil, Mark(blank, isFilled: false))
    }

    /// Of two states the one that decides.
    private static func graver(_ first: State, _ second: State) -> State {
        let order: [State] = [.missing, .excluded, .notApplicable]
        return order.first { $0 == first || $0 == second } ?? first
    }

    private func lines(_ line: Node.Line) -> Rule {
        var knots: [Rule.Knot] = []
        var ranges: [Range<Int>] = []
        var blanks: [Mark] = []
        for unit in units {
            let (values, blank) = edges(line.edges.map(\.edge), at: unit)
            // Edges out of order stop an assessment wherever there is a value.
            let own = values.flatMap { (try? line.knots($0)) ?? nil } ?? []
            ranges.append(knots.count..<(knots.count + own.count))
            knots += own.map { Rule.Knot($0) }
            blanks.append(blank)
        }
        return .lines(knots, ranges, blank: blanks)
    }

    private func achievement(_ rule: Node.TargetAchievement) -> Achievement {
        var (targets, baselines, blanks): ([Double], [Double], [Mark]) = ([], [], [])
        var credits: [Double] = []
        for unit in units {
            let (values, blank) = edges(
                [rule.target] + (rule.baseline.map { [$0] } ?? []), at: unit)
            targets.append(values.map { Double($0[0]) } ?? .nan)
            baselines.append(values.map { $0.count > 1 ? Double($0[1]) : 0 } ?? .nan)
            blanks.append(blank)
            guard let credit = rule.credit else { continue }
            let (score, _) = edges([.formula(credit)], at: unit)
            credits.append(score.map { Double($0[0]) } ?? .nan)
        }
        return Achievement(
            targets: targets, baselines: baselines, blank: blanks, credits: credits,
            isLowerBetter: rule.isLowerBetter, hasBaseline: rule.baseline != nil,
            full: Double(rule.full), least: Double(rule.least),
            floor: rule.floor.map { Double($0) } ?? -.infinity,
            cap: rule.cap.map { Double($0) } ?? .infinity,
            zeroTarget: Self.trap(rule, .zeroTarget), zeroActual: Self.trap(rule, .zeroActual),
            flatTarget: Self.trap(rule, .flatTarget))
    }

    private static func trap(
        _ rule: Node.TargetAchievement, _ trap: Node.TargetAchievement.Trap
    ) -> Achievement.Trap? {
        switch rule.traps[trap] {
        case .score(let score, _): .score(Double(score))
        case .allOrNothing: .allOrNothing
        case .noScore(.notApplicable, _): Achievement.Trap.noScore(.notApplicable)
        case .noScore(.missing, _): Achievement.Trap.noScore(.missing)
        case .noScore(.excluded, _): Achievement.Trap.noScore(.excluded)
        case nil: nil
        }
    }
}

extension Rule.Knot {
    init(_ knot: Node.Knot) {
        self.init(value: Double(knot.value), score: Double(knot.score))
    }
}
