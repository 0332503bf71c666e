internal import Arithmetic
internal import Diagnostics
internal import Expressions

/// What can never happen, or always does, as far as the declarations tell.
///
/// Where they cannot decide, nothing is said.
extension EditionReader {
    mutating func checkRanges(_ nodes: [Node], _ order: [Int]) {
        let reach = Reach(nodes, order: order, divisors)
        for (position, node) in nodes.enumerated() {
            reader.node = node.id
            checkApplies(node, reach)
            checkSum(node, nodes, reach)
            checkItems(node, reach)
            checkRows(node, reach.values[position])
            checkLadder(node, reach)
            for (correction, before) in zip(node.corrections, reach.beforeCorrections[position]) {
                check(correction, before, node, reach)
            }
        }
        reader.node = nil
        checkConditions(reach)
        checkBandsReached(reach)
    }

    /// Conditions of checks; of an edition with mistakes they say little.
    private mutating func checkConditions(_ reach: Reach) {
        guard !reader.log.hasErrors else { return }
        for check in checks {
            for (name, formula) in [("when", check.when), ("expect", check.expect)] {
                guard let formula,
                    let holds = reach.knownDivisors.truth(formula.expression, Facts())
                else { continue }
                warnOfCondition(formula, "\(name) of the check \(check.id)", holds: holds)
            }
        }
    }

    private mutating func checkApplies(_ node: Node, _ reach: Reach) {
        guard let formula = node.appliesWhen else { return }
        switch reach.knownDivisors.truth(formula.expression, Facts()) {
        case true?: warnOfCondition(formula, "applies-when", holds: true)
        case false?:
            reader.fail(
                "applies.never", formula.source.place,
                "applies-when never holds: the node applies to no body",
                help: "Correct the condition, or delete the node")
        case nil: break
        }
    }

    /// A sum whose maxima are more than the scale has room for.
    ///
    /// Children of which some do not apply may be meant for one another; then it is not decided.
    private mutating func checkSum(_ node: Node, _ nodes: [Node], _ reach: Reach) {
        guard case .aggregate(let aggregate) = node.content, aggregate.kind == .sum,
            case .asIs(_, nil) = node.score, node.corrections.isEmpty, !node.mayExceed,
            let maximum = reach.maximum(of: node), Fraction(node.scale.greatest) < maximum,
            aggregate.notApplicable != .zero
                || node.children.allSatisfy({ nodes[$0].appliesWhen == nil })
        else { return }
        reader.fail(
            "aggregate.scale", node.place,
            "the children can reach \(maximum) points, and the scale ends at "
                + "\(node.scale.greatest)",
            help: "Declare max: \(maximum) here, or lower the max: of children")
    }

    private mutating func check(
        _ correction: Node.Correction, _ before: Interval, _ node: Node, _ reach: Reach
    ) {
        let name = correction.kind.rawValue
        if let when = correction.when,
            let holds = reach.knownDivisors.truth(when.expression, reach.facts(node))
        {
            warnOfCondition(when, correction.kind == .gate ? "the gate" : "when", holds: holds)
            if !holds { return }
        }
        let amount = reach.amount(of: correction, node)
        if correction.kind == .bonus || correction.kind == .penalty, !amount.isAtLeastZero,
            !amount.isEmpty
        {
            return complainOfNegative(correction, amount, node)
        }
        let isIdle =
            switch correction.kind {
            case .bonus, .penalty: amount.isAtMostZero
            case .cap, .gate: amount.isNeverBelow(before)
            case .floor: before.isNeverBelow(amount)
            }
        guard isIdle else { return }
        reader.log.warning(
            "corrections.idle", at: correction.amount.source.place, node: node.id,
            "the \(name) changes nothing: "
                + (correction.kind == .bonus || correction.kind == .penalty
                    ? "it comes to no points" : Self.told(before, of: node)),
            help: "Correct it, or leave it out")
    }

    /// Points below 0 stop an assessment; where there are no others the rule cannot be meant.
    private mutating func complainOfNegative(
        _ correction: Node.Correction, _ amount: Interval, _ node: Node
    ) {
        let name = correction.kind.rawValue
        let formula = correction.amount.source
        guard amount.isAtMostZero else {
            reader.log.warning(
                "corrections.negative", at: formula.place, node: node.id,
                "the \(name) can come to less than 0, which would stop the assessment",
                help: "Write MAX(…, 0), or declare min: and max: of what it is made of")
            return
        }
        reader.fail(
            "corrections.negative", formula.place,
            "the \(name) is never above 0, and can be below it",
            help: "Write points of 0 or more: a penalty takes them away, a bonus adds them")
    }

    private static func told(_ before: Interval, of node: Node) -> String {
        guard let grades = node.grades, let least = before.least, let greatest = before.greatest,
            let worst = try? least.stepResult(), let best = try? greatest.stepResult()
        else { return "the score before it is \(before.text)" }
        return "the grade before it is \(grades.word(worst)) … \(grades.word(best))"
    }

    /// Requirements that always hold, or never.
    private mutating func checkLadder(_ node: Node, _ reach: Reach) {
        guard case .ladder(let ladder) = node.content else { return }
        let facts = reach.facts(node)
        // A row is looked at where none above it holds.
        var below = facts
        for rung in ladder.rungs {
            let name = "the requirement of \(node.text(rung.score))"
            if reach.knownDivisors.truth(rung.when.expression, below) == false {
                warnOfCondition(rung.when, name, holds: false)
            } else if reach.knownDivisors.truth(rung.when.expression, facts) == true {
                warnOfCondition(rung.when, name, holds: true)
            }
            below.add(rung.when.expression, false)
        }
    }

    private mutating func checkItems(_ node: Node, _ reach: Reach) {
        guard case .checklist(let list) = node.content else { return }
        for (index, item) in list.items.enumerated() {
            let facts = reach.facts(node)
            guard let holds = reach.knownDivisors.truth(item.when.expression, facts) else {
                continue
            }
            warnOfCondition(item.when, "condition \(index + 1) of the checklist", holds: holds)
        }
    }

    /// Rows of points or grades into which no value falls.
    private mutating func checkRows(_ node: Node, _ value: Interval) {
        guard case .points(let rows) = node.score else { return }
        for row in rows where !value.meets(from: row.from, below: row.below) {
            reader.log.warning(
                "points.unreachable", at: row.place, node: node.id,
                "no value falls into the row of \(node.text(row.points)): the value is "
                    + value.text,
                help: "As the ranges are declared it earns nothing; correct it or leave it out")
        }
    }

    /// A condition without which everything would be the same.
    mutating func warnOfCondition(_ formula: Formula, _ name: String, holds: Bool) {
        reader.log.warning(
            holds ? "condition.always" : "condition.never", at: formula.source.place,
            node: reader.node, "\(name) \(holds ? "always" : "never") holds",
            help: holds
                ? "As the ranges are declared it decides nothing; correct it or leave it out"
                : "As the ranges are declared it cannot be met; correct it or leave it out")
    }

    /// Bands that no score of the nodes reaches, though the scale does.
    private mutating func checkBandsReached(_ reach: Reach) {
        guard let bands = readBandRanges else { return }
        var reached: [Interval] = []
        for node in bands.nodes {
            var range = reach.scores[node]
            if let figures = bands.figures {
                range = range.rounded(to: figures.digits, figures.mode)
            }
            reached.append(range)
        }
        for band in bands.ranges {
            guard !reached.isEmpty,
                !reached.contains(where: { $0.meets(from: band.from, below: band.below) })
            else { continue }
            let ranges = zip(bands.nodes, reached).map { "\(drafts[$0].id) is \($1.text)" }
            reader.fail(
                "bands.unreachable", band.place,
                "no score reaches \(band.name) (\(band.text)): \(ranges.joined(separator: ", "))",
                help: "Delete the band or correct its edges")
        }
    }
}

extension Interval {
    /// Whether every number here is at least every number there.
    func isNeverBelow(_ other: Interval) -> Bool {
        guard let least, let greatest = other.greatest else { return false }
        return greatest <= least
    }
}
