internal import Arithmetic
internal import Diagnostics
internal import Domain
internal import Evidence
internal import Explanation
internal import Methodology
internal import Scoring

/// Holds what was planned against what came of it.
struct PlanReading {
    typealias Spot = PlannedItems.Spot
    typealias Points = ImprovementPlan.Points
    typealias Share = ImprovementPlan.Share

    let then: Assessment
    let since: Int
    let later: LaterFigures
    let items: PlannedItems
    /// With all measures of the plan, and with those that are due.
    let whole: WhatIf
    let due: WhatIf
    /// The rows that act on each leaf or were found to move it, by leaf.
    let actors: [Spot: [Int]]
    let steps: [Spot: [BigFraction]]

    init(
        _ then: Assessment, since: Int, _ later: LaterFigures, _ items: PlannedItems,
        whole: WhatIf, due: WhatIf, threads: Int?
    ) throws(ArithmeticError) {
        (self.then, self.since, self.later, self.items) = (then, since, later, items)
        (self.whole, self.due) = (whole, due)
        var actors: [Spot: Set<Int>] = [:]
        for row in items.rows.indices {
            for spot in items.spots(row) { actors[spot, default: []].insert(row) }
        }
        // What a leaf reads may itself be the score of a leaf that is changed.
        for unit in Set(actors.keys.map(\.unit)) {
            for node in Self.leaves(then) where Self.moves(whole, node, unit) {
                actors[Spot(unit: unit, node: node), default: []].formUnion([])
            }
        }
        var scores: [Spot: Fixed] = [:]
        for spot in actors.keys {
            scores[spot] = then.columns[spot.node]?.score(at: spot.unit)
        }
        let steps = try items.steps(scores, threads: threads)
        for (spot, parts) in steps {
            actors[spot, default: []].formUnion(parts.indices.filter { parts[$0].sign != 0 })
        }
        self.actors = actors.mapValues { $0.sorted() }
        self.steps = steps
    }

    /// The bodies that the plan acts on, by position.
    var bodies: [Int] { Set(actors.keys.map { then.body(of: $0.unit) }).sorted() }

    /// The leaves that the plan moves or acts on, by body, then in the order of the plan.
    var spots: [Spot] {
        actors.keys.sorted { ($0.unit, $0.node) < ($1.unit, $1.node) }
    }

    /// The nodes with values of their own that were computed.
    static func leaves(_ assessment: Assessment) -> [Int] {
        let plan = assessment.plan
        return plan.nodes.indices.filter {
            plan.schema.nodes[$0].value != nil && assessment.columns[$0] != nil
        }
    }

    private static func moves(_ whatIf: WhatIf, _ node: Int, _ unit: Int) -> Bool {
        whatIf.before.columns[node]?.score(at: unit) != whatIf.after.columns[node]?.score(at: unit)
    }

    // MARK: Leaves

    func leaf(_ spot: Spot) throws(ArithmeticError) -> ImprovementPlan.Leaf {
        let body = then.body(of: spot.unit)
        func score(_ assessment: Assessment) -> Fixed? {
            assessment.columns[spot.node]?.score(at: spot.unit)
        }
        let (before, expected, so) = (score(then), score(whole.after), score(due.after))
        let now = later.score(spot.node, of: body)
        guard let before, let expected, let so, let steps = steps[spot] else {
            return ImprovementPlan.Leaf(
                body: body, node: spot.node, before: before, expected: expected, due: so, now: now,
                points: nil, shares: [], unshared: nil)
        }
        let from = BigFraction(before)
        let all = try BigFraction(expected).subtracting(from)
        let far = try BigFraction(so).subtracting(from)
        let gained = try now.figure.map { (now) throws(ArithmeticError) in
            try BigFraction(now).subtracting(from)
        }
        let shared = try shares(spot, steps, whole: all, due: far, gained: gained)
        return ImprovementPlan.Leaf(
            body: body, node: spot.node, before: before, expected: expected, due: so, now: now,
            points: Points(
                expected: all, due: far, gained: gained, unknown: gained == nil ? 1 : 0),
            shares: shared.shares, unshared: shared.unshared)
    }

    private func shares(
        _ spot: Spot, _ steps: [BigFraction], whole: BigFraction, due: BigFraction,
        gained: BigFraction?
    ) throws(ArithmeticError) -> (shares: [Share], unshared: BigFraction?) {
        let isDue = items.rows.map { $0.standing == .due }
        let stepsDue = zip(steps, isDue).map { $1 ? $0 : .nothing }
        let none = steps.map { _ in BigFraction.nothing }
        let expected = try Sharing.shares(of: whole, expected: steps) ?? none
        let so = try Sharing.shares(of: due, expected: stepsDue) ?? none
        var (own, unshared): ([BigFraction]?, BigFraction?) = (nil, nil)
        if let gained {
            own = try Sharing.shares(of: gained, expected: so)
            if own == nil, gained.sign != 0 { unshared = gained }
            own = own ?? none
        }
        let shares = (actors[spot] ?? []).map { row in
            // Of what is not due nothing is expected so far, and nothing is credited to it.
            let credited = isDue[row] ? own?[row] : .nothing
            return Share(
                item: row,
                points: Points(
                    expected: expected[row], due: so[row], gained: credited,
                    unknown: credited == nil ? 1 : 0))
        }
        return (shares, unshared)
    }

    // MARK: Values

    func values() -> [ImprovementPlan.Value] {
        struct Key: Hashable {
            let unit: Int
            let subject: SupposedValue.Subject
        }
        func levels(_ whatIf: WhatIf) -> [Key: SupposedValue.Level] {
            Dictionary(
                whatIf.values.map { (Key(unit: $0.unit, subject: $0.subject), $0.level) },
                uniquingKeysWith: { first, _ in first })
        }
        let (all, far) = (levels(whole), levels(due))
        let keys = Set(
            items.rows.indices.flatMap { row in
                items.actions(row).map { Key(unit: $0.unit, subject: $0.subject) }
            })
        return keys.sorted { ($0.unit, $0.subject.order) < ($1.unit, $1.subject.order) }
            .compactMap { key in
                guard let before = level(key.subject, at: key.unit) else { return nil }
                let body = then.body(of: key.unit)
                return ImprovementPlan.Value(
                    body: body, subject: key.subject, before: before,
                    expected: all[key] ?? before, due: far[key] ?? before,
                    now: later.value(key.subject, of: body))
            }
    }

    private func level(
        _ subject: SupposedValue.Subject, at unit: Int
    ) -> SupposedValue.Level? {
        switch subject {
        case .input(let input): then.evidence.inputs[input].column.level(at: unit)
        case .leaf(let node): then.scoredValue(of: node, at: unit).map { .number($0) }
        }
    }

    // MARK: Leaves without a measure

    func beside() -> [ImprovementPlan.Beside] {
        guard later.isKnown else { return [] }
        let leaves = Self.leaves(then)
        return bodies.flatMap { body in
            leaves.compactMap { node in
                let unit = then.unit(body: body, period: since)
                guard actors[Spot(unit: unit, node: node)] == nil else { return nil }
                let before = then.columns[node]?.score(at: unit)
                let now = later.score(node, of: body)
                guard before != now.figure else { return nil }
                return ImprovementPlan.Beside(body: body, node: node, before: before, now: now)
            }
        }
    }
}

extension SupposedValue.Subject {
    /// Inputs first, then by position.
    fileprivate var order: Int {
        switch self {
        case .input(let input): input
        case .leaf(let node): 1 << 32 + node
        }
    }
}
