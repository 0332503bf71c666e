internal import Arithmetic
internal import Diagnosis
internal import Evidence
internal import Methodology
internal import Scoring

/// What fails alone, with everything allowed.
extension PathFinder {
    /// What even the best state of each group does not meet.
    func conditions(_ goal: Goal, _ asked: Asked?) -> [Shortfall.Condition] {
        guard let asked else { return unreachable(goal) }
        let problem = asked.problem(nil)
        var found: [Shortfall.Condition] = []
        var (able, missing): (Int64, [Int]) = (0, [])
        for (draft, block) in zip(asked.table.drafts, problem.blocks) {
            let best = BestOfBlock(draft, block)
            if draft.isRequired {
                found += draft.faults + conditions(goal, best, asked.table.scale)
            } else if best.isAble {
                able += draft.weight
            } else if let body = draft.body {
                missing.append(body)
            }
        }
        if case .apparatus(let stage) = goal,
            case .staff(let whole, let needed) = asked.table.scale,
            able < needed, whole > 0, let rule = diagnosis?.rule.apparatus
        {
            let share = Fraction(numerator: Int128(able), denominator: Int128(whole)).reduced
            found.insert(
                .staff(stage: stage, atMost: share, needed: rule.attained, missing: missing), at: 0)
        }
        return found
    }

    /// Of a goal without a table, or with a score that nothing on the scale is.
    private func unreachable(_ goal: Goal) -> [Shortfall.Condition] {
        switch goal {
        case .band(let body, let node, _), .score(let body, let node, _):
            guard catalogue.assessment.plan.nodes.indices.contains(node),
                catalogue.assessment.evidence.bodies.indices.contains(body),
                let score = score(of: node, body: body, catalogue.assessment),
                let needed = needed(goal)
            else { return [] }
            return [.score(node: node, atMost: score, needed: needed)]
        case .stage(_, let stage), .apparatus(let stage), .bestStage(_, let stage),
            .mostStaff(let stage):
            return [.notAssessed(stage: stage)]
        case .best: return []
        }
    }

    private func conditions(
        _ goal: Goal, _ best: BestOfBlock, _ scale: Table.Scale
    ) -> [Shortfall.Condition] {
        var found: [Shortfall.Condition] = []
        for group in best.forbidden {
            guard let rule = diagnosis?.rule else { continue }
            if group.isOfSystem {
                found.append(
                    .decisive(
                        node: group.node, atMost: Fixed(raw: group.most), needed: rule.decisiveEdge)
                )
            } else {
                found.append(
                    .cell(
                        node: group.node, atMost: Fixed(raw: group.most),
                        needed: rule.attained.least))
            }
        }
        for row in best.rows where row.most < row.needed {
            if let condition = condition(goal, row, scale) { found.append(condition) }
        }
        return found
    }

    private func condition(
        _ goal: Goal, _ row: BestOfBlock.Row, _ scale: Table.Scale
    ) -> Shortfall.Condition? {
        func mean(_ rest: Int128, _ count: Int) -> Fraction {
            Table.Scale.mean(rest: rest, count: max(count, 1)).figure(of: row.most)
                ?? Fraction(.zero)
        }
        switch row.about {
        case .value:
            guard case .score(let scale) = scale, let needed = needed(goal) else { return nil }
            switch goal {
            case .band(_, let node, _), .score(_, let node, _):
                return .score(node: node, atMost: scale.score(of: row.most), needed: needed)
            default: return nil
            }
        case .mean(let stage, let count, let rest):
            return diagnosis.map {
                .mean(stage: stage, atMost: mean(rest, count), needed: $0.rule.attained.mean)
            }
        case .established(let stage, let rest):
            return .established(
                stage: stage, atMost: rest + Int(clamping: row.most),
                needed: rest + Int(clamping: row.needed))
        case .system(let stage, let count, let rest):
            return diagnosis?.rule.apparatus.map {
                .system(stage: stage, atMost: mean(rest, count), needed: $0.mean)
            }
        }
    }
}

/// What the best states of a block's groups come to, each row for itself.
struct BestOfBlock {
    /// A row with what it needs and what it comes to at most.
    struct Row {
        let needed: Int128
        let most: Int128
        let about: BlockDraft.Row
    }

    /// A group all of whose states are forbidden: its node, and its greatest score, raw.
    struct Forbidden {
        let node: Int
        let most: Int128
        let isOfSystem: Bool
    }

    private(set) var rows: [Row] = []
    private(set) var forbidden: [Forbidden] = []
    private let isImpossible: Bool
    private var isStuck = false

    init(_ draft: BlockDraft, _ block: Problem.Block) {
        isImpossible = block.isImpossible
        let isOfSystem = draft.body == nil
        var most = [Int128](repeating: 0, count: block.rows.count)
        for (draft, group) in zip(draft.groups, block.groups) {
            let allowed = group.states.filter { !$0.isForbidden }
            let states = allowed.isEmpty ? group.states : allowed
            for row in most.indices {
                let own =
                    states.lazy.compactMap { state in
                        state.contributions.indices.contains(row) ? state.contributions[row] : nil
                    }.max() ?? 0
                most[row] = most[row].addingReportingOverflow(own).partialValue
            }
            guard allowed.isEmpty else { continue }
            isStuck = true
            // A group of all cells tells of no single one.
            guard let most = group.states.lazy.flatMap(\.contributions).max() else { continue }
            forbidden.append(Forbidden(node: draft.node, most: most, isOfSystem: isOfSystem))
        }
        rows = block.rows.indices.map { row in
            Row(needed: block.rows[row], most: most[row], about: draft.rows[row].about)
        }
    }

    /// Whether each condition can be met for itself.
    var isAble: Bool {
        !isImpossible && !isStuck && rows.allSatisfy { $0.most >= $0.needed }
    }
}
