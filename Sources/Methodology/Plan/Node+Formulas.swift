public import Expressions

extension Node {
    /// Every formula of its rule.
    public var formulas: [Formula] {
        var formulas = [appliesWhen].compactMap { $0 }
        switch content {
        case .heading: break
        case .formula(let formula, _): formulas.append(formula)
        case .ladder(let ladder): formulas += ladder.rungs.map(\.when)
        case .checklist(let list): formulas += list.items.map(\.when)
        case .aggregate(let aggregate): formulas += aggregate.formulas
        }
        for correction in corrections { formulas += correction.formulas }
        if case .share(let unknown, let all) = bounds { formulas += [unknown, all] }
        return formulas + score.formulas
    }

    /// The formulas of a leaf that say whether it applies and what its value is.
    public var formulasOfValue: [Formula] {
        guard case .formula(let formula, _) = content else { return [] }
        return [appliesWhen].compactMap { $0 } + [formula]
    }
}

extension Node.Correction {
    /// Its condition, its amount and its limit.
    public var formulas: [Formula] { [when, amount, atMost].compactMap { $0 } }
}
