internal import Arithmetic
internal import Explanation
internal import Expressions
internal import Locales
internal import Methodology
internal import Scoring

/// Where the points went, down to the leaves.
extension Conclusion {
    /// What is said of the points that one of the nodes lost.
    struct Lost {
        let node: Int
        let name: Phrase
        /// What the lines say as a whole, or why there are none.
        let sentence: Phrase
        /// The node's own line first, then what took the points; empty where none are told.
        let rows: [LostRow]
        /// Why some values are no sum of parts, with what each part alone would bring.
        let gains: [Gains]
        /// The outcomes of the parts that a grade rests on; empty for scores.
        let parts: [Part]
    }

    /// What took points.
    struct LostRow {
        /// The position of the node that it is part of or is; what the data name.
        let node: Int
        /// What took them, as data name it: `node`, `value`, `penalty`, `rounding`.
        let cause: String
        let depth: Int
        let name: Phrase
        /// The weight it has here, with the edition's where that is another.
        let weight: Phrase?
        /// The edition's weight and the one it has here, as shares of its siblings' weights.
        let (nominal, effective): (Fraction?, Fraction?)
        let points: Phrase
        let printed: Fixed
        let exact: String
        let reasons: [Phrase]
    }

    /// A value that is no sum of its parts.
    struct Gains {
        let sentence: Phrase
        let rows: [(name: Phrase, points: Phrase)]
    }

    /// A node beneath one with a grade.
    struct Part {
        let name: Phrase
        let outcome: Phrase
        let reason: Phrase?
    }

    /// What took points of a node.
    func lostPoints(_ node: Int) -> Lost {
        let (rule, name) = (plan.nodes[node], wording.nodeName(node))
        func without(_ sentence: Phrase, parts: [Part] = []) -> Lost {
            Lost(node: node, name: name, sentence: sentence, rows: [], gains: [], parts: parts)
        }
        guard let score = assessment.columns[node]?.score(at: unit) else {
            return without(texts.paperNoScoreNoPoints(node: name))
        }
        guard !rule.isGraded else {
            let parts = rule.children.isEmpty ? [] : plan.beneath(rule.children).map(part)
            return without(texts.paperGradesLoseNothing(node: name), parts: parts)
        }
        if let sentence = context.whyNothingIsTold(node, at: unit, name) {
            return without(sentence)
        }
        let digits = context.pointDigits(of: node, at: unit)
        guard let tree = PointsLost.of(node, at: unit, in: assessment),
            let printed = PrintedPoints(tree, digits: digits)
        else { return without(texts.paperNoScoreNoPoints(node: name)) }
        guard tree.points.sign != 0 || !tree.lines.isEmpty else {
            return without(texts.paperLostNothing(node: name))
        }
        let shown = context.report.display.score(of: node, at: unit) ?? score.description
        var sentence = texts.paperLostSum(
            lost: context.points(printed, digits: digits),
            score: .figure(exact: score.description, shown: context.locale.decimal(shown)),
            greatest: context.plain(rule.scale.greatest))
        var (rows, gains): ([LostRow], [Gains]) = ([], [])
        add(printed, of: node, depth: 0, digits, &rows, &gains)
        if rows.count > 1 { sentence = "\(sentence) \(texts.paperLostAddsUp)" }
        return Lost(
            node: node, name: name, sentence: sentence, rows: rows, gains: gains, parts: [])
    }

    /// A line with those beneath it; `owner` is the node that lines without one belong to.
    private func add(
        _ printed: PrintedPoints, of owner: Int, depth: Int, _ digits: Int,
        _ rows: inout [LostRow], _ gains: inout [Gains]
    ) {
        let line = printed.line
        var own = owner
        if case .node(let node) = line.cause { own = node }
        rows.append(
            LostRow(
                node: own, cause: cause(line.cause, of: owner), depth: depth,
                name: wording.cause(line, of: owner), weight: weight(line),
                nominal: line.nominal, effective: line.effective,
                points: context.points(printed, digits: digits),
                printed: printed.points,
                exact: line.points.description, reasons: reasons(line, of: owner)))
        if let more = self.gains(line, of: owner, digits) { gains.append(more) }
        for beneath in printed.lines {
            add(beneath, of: own, depth: depth + 1, digits, &rows, &gains)
        }
        guard case .node(let node) = line.cause else { return }
        rows += uncounted(node, line, depth: depth + 1, digits)
    }

    /// The children that have no score where that gives their weight to the others.
    private func uncounted(
        _ node: Int, _ line: PointsLost, depth: Int, _ digits: Int
    ) -> [LostRow] {
        guard line.lines.contains(where: { $0.effective != $0.nominal }) else { return [] }
        return plan.nodes[node].children.compactMap { child in
            guard let state = assessment.columns[child]?.states[unit], state != .score else {
                return nil
            }
            let word = Phrase(wording.stateWord(state))
            let reason = wording.reasonPhrase(of: child, at: unit)
            return LostRow(
                node: child, cause: "node", depth: depth, name: wording.nodeName(child),
                weight: nil, nominal: nil, effective: nil,
                points: context.points(.zero, exact: "0", digits: digits), printed: .zero,
                exact: "0",
                reasons: ["\(word)\(texts.semicolon)\(texts.paperWeightWentOn)"]
                    + [reason].compactMap { $0 } + basis(clauses(child)))
        }
    }

    private func cause(_ cause: PointsLost.Cause, of owner: Int) -> String {
        switch cause {
        case .node: "node"
        case .value: "value"
        case .correction(let index): plan.nodes[owner].corrections[index].kind.rawValue
        case .scoreRule: "score-rule"
        case .scale: "scale"
        case .rounding: "rounding"
        }
    }

    private func weight(_ line: PointsLost) -> Phrase? {
        guard let effective = line.effective ?? line.nominal else { return nil }
        let own = context.percentage(effective)
        guard let nominal = line.nominal, nominal != effective else { return own }
        return "\(own) (\(texts.paperNominalWeight(weight: context.percentage(nominal))))"
    }

    // MARK: Why

    private func reasons(_ line: PointsLost, of owner: Int) -> [Phrase] {
        switch line.cause {
        case .node(let node): reasons(node)
        case .correction(let index): reasons(plan.nodes[owner].corrections[index])
        case .value, .scoreRule, .scale, .rounding: []
        }
    }

    /// How far the node came, why if there is a reason, and on what it rests.
    private func reasons(_ node: Int) -> [Phrase] {
        let (rule, column) = (plan.nodes[node], assessment.columns[node])
        var parts: [Phrase] = []
        if rule.children.isEmpty, let value = column?.value(at: unit), !rule.isValueGrade {
            let shown = context.figure(value)
            parts.append(
                rule.texts.unit.map { texts.paperValueIn(value: shown, unit: rules.unit($0)) }
                    ?? texts.paperValue(value: shown))
        }
        if let score = column?.score(at: unit), !rule.isGraded {
            let shown = context.report.display.score(of: node, at: unit) ?? score.description
            parts.append(
                texts.paperReached(
                    score: .figure(
                        exact: score.description, shown: context.locale.decimal(shown)),
                    greatest: context.plain(rule.scale.greatest)))
        } else if let state = column?.states[unit], state != .score {
            parts.append(Phrase(wording.stateWord(state)))
        }
        var reasons = parts.isEmpty ? [] : [parts.joined(separator: texts.semicolon)]
        if let reason = wording.reasonPhrase(of: node, at: unit) { reasons.append(reason) }
        return reasons + basis(clauses(node))
    }

    private func reasons(_ correction: Node.Correction) -> [Phrase] {
        if let words = RuleWording(plan, language: context.tag).inWords(correction) {
            return [words] + basis(correction.basis)
        }
        var parts = [Phrase.code(Substitution.oneLine(correction.amount.source.text))]
        if let when = correction.when {
            let condition = Phrase.code(Substitution.oneLine(when.source.text))
            parts.append(texts.paperWhen(condition: condition))
        }
        return [parts.joined(separator: ", ")] + basis(correction.basis)
    }

    /// What the node's rule rests on: its own clauses, those of the nearest node above that has
    /// some, or those of the edition.
    private func clauses(_ node: Int) -> [Plan.Citation] {
        var next: Int? = node
        while let at = next {
            let own = plan.nodes[at].texts.basis
            if !own.isEmpty { return own }
            next = plan.nodes[at].parent
        }
        return plan.identity.basis
    }

    private func basis(_ citations: [Plan.Citation]) -> [Phrase] {
        // What was published about rules that were written again stands at the head of the paper.
        let isTold = plan.identity.status == .restated && citations == plan.identity.basis
        guard !citations.isEmpty, !isTold else { return [] }
        return [citations.map(wording.citationPhrase).joined(separator: texts.semicolon)]
    }

    // MARK: What is no sum

    private func gains(_ line: PointsLost, of owner: Int, _ digits: Int) -> Gains? {
        let name = wording.nodeName(owner)
        if line.hasTooManyChildren {
            let children = plan.nodes[owner].children.count
            return Gains(
                sentence: texts.paperNoSumMany(node: name, children: children), rows: [])
        }
        guard !line.gains.isEmpty else { return nil }
        return Gains(
            sentence: texts.paperNoSum(node: name, kind: wording.cause(line, of: owner)),
            rows: context.gains(line, digits: digits))
    }

    private func part(_ node: Int) -> Part {
        let shown = context.report.display.score(of: node, at: unit)
        let state = assessment.columns[node]?.states[unit] ?? .missing
        return Part(
            name: wording.nodeName(node), outcome: Phrase(shown ?? wording.stateWord(state)),
            reason: wording.reasonPhrase(of: node, at: unit))
    }
}
