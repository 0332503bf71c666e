internal import Arithmetic
internal import Domain
internal import Evidence
internal import Expressions
internal import Methodology

/// A node whose value is a formula, or the weighted mean of its children, and whose path holds
/// nothing else that is computed for each body.
///
/// Most nodes of large scorecards are like that. They are computed by the column: to the same
/// outcomes as by the ``Scorer``, which stays the reference, says why and is asked for every unit
/// that is not plain.
struct PlainNode: Sendable {
    private let path: PlainPath
    private let source: Source
    private let wholeRange: Bounds
    private let ground: Ground
    /// The units whose outcome is given, or whose value is supposed.
    private let given: Set<Int>

    private enum Source: Sendable {
        case input(Column, [Fixed])
        case formula(Expression, coding: [Fixed], Engine)
        case mean(PlainMean)
    }

    /// Fails for a node that is not plain.
    init?(_ position: Int, _ scorer: Scorer) {
        ground = scorer.ground
        let node = ground.plan.nodes[position]
        guard let path = PlainPath(position, ground) else { return nil }
        switch node.content {
        case .formula(let formula, _):
            if case .share = node.bounds { return nil }
            source = Self.source(formula.expression, node, scorer)
            // What rests on scores can still change with them.
            guard !formula.expression.contains(where: \.isScore) else { return nil }
        case .aggregate(let aggregate):
            guard let mean = PlainMean(node, aggregate, scorer) else { return nil }
            source = .mean(mean)
        case .heading, .ladder, .checklist: return nil
        }
        self.path = path
        wholeRange = node.wholeRange
        given = Set((scorer.given[position] ?? [:]).keys)
            .union((ground.supposed.leaves[position] ?? [:]).keys)
    }

    private static func source(_ expression: Expression, _ node: Node, _ scorer: Scorer) -> Source {
        guard case .input(let input) = expression.kind, expression.type.isNumeric,
            case .numbers(let numbers) = scorer.ground.evidence.inputs[input].column.values
        else { return .formula(expression, coding: node.coding, scorer.engine) }
        return .input(scorer.ground.evidence.inputs[input].column, numbers)
    }

    /// Whether it rests on nothing but an input.
    var isInput: Bool { if case .input = source { true } else { false } }

    /// What comes out for some units.
    ///
    /// - Returns: One for each unit; `nil` for those that are left to the ``Scorer``.
    func entries(_ units: Range<Int>) -> [NodeColumn.Entry?] {
        switch source {
        case .input(let column, let numbers):
            units.map { unit in
                entry(unit) { () throws(ArithmeticError) in
                    let presence = column.presence(at: unit)
                    guard presence == .known else { return try blank(presence.state) }
                    return try known(numbers[unit])
                }
            }
        case .formula(let expression, let coding, let engine):
            units.map { unit in
                entry(unit) { () throws(ArithmeticError) in
                    // What cannot be computed is told by the Scorer, or empty there.
                    switch try? engine.step(expression, Row(unit: unit)) {
                    case .number(let value): try known(value)
                    case .ordinal(let word): try known(coding[word])
                    case .blank(let absence): try blank(absence.state)
                    case .flag, .text, nil: nil
                    }
                }
            }
        case .mean(let mean):
            zip(units, mean.tallies(units)).map { unit, tally in
                entry(unit) { () throws(ArithmeticError) in
                    let (state, value) = try mean.outcome(tally)
                    let bounds = state == .notApplicable ? nil : try tally.bounds(of: value)
                    var entry =
                        if let value { try path.entry(value: value, bounds) } else {
                            try path.entry(without: state, bounds)
                        }
                    entry?.coverage = tally.coverage
                    return entry
                }
            }
        }
    }

    /// The column of a leaf whose values are its scores, and the units in it that are left to the
    /// ``Scorer``; `nil` for any other node.
    ///
    /// Values and scores stay in the memory of the evidence.
    func held() -> (column: NodeColumn, rest: [Int])? {
        guard case .input(let column, let numbers) = source, given.isEmpty,
            let hold = path.hold
        else { return nil }
        var made = NodeColumn(values: numbers, hold, hasBounds: path.hasBounds)
        var rest: [Int] = []
        for unit in numbers.indices {
            let presence = column.presence(at: unit)
            guard ground.isAssessed[unit], presence == .known else {
                let entry = entry(unit) { () throws(ArithmeticError) in
                    try blank(presence.state)
                }
                if let entry { made.set(entry, at: unit) } else { rest.append(unit) }
                continue
            }
            if path.isOutside(numbers[unit].held(from: hold.floor, to: hold.cap)) {
                rest.append(unit)
            }
        }
        return (made, rest)
    }

    private func known(_ value: Fixed) throws(ArithmeticError) -> NodeColumn.Entry? {
        try path.entry(value: value, Bounds(value, value))
    }

    private func blank(_ state: State) throws(ArithmeticError) -> NodeColumn.Entry? {
        try path.entry(without: state, state == .notApplicable ? nil : wholeRange)
    }

    private func entry(
        _ unit: Int, _ compute: () throws(ArithmeticError) -> NodeColumn.Entry?
    ) -> NodeColumn.Entry? {
        guard ground.isAssessed[unit] else { return .outside }
        if given.contains(unit) { return nil }
        // What is too large is told by the Scorer, with its place.
        return (try? compute()) ?? nil
    }
}

extension Expression {
    /// Whether it is the score of a node.
    fileprivate var isScore: Bool { if case .score = kind { true } else { false } }
}
