internal import Arithmetic
internal import Domain
internal import Expressions
public import Locales
internal import Methodology

/// The rule of one node.
extension RuleWording {
    /// Everything that the plan holds about how a node comes to its score, in the order in which
    /// it is applied, then on what it rests and what is said about it.
    ///
    /// Formulas stand in words, where those can be read, and beneath as they are written.
    public func rule(of node: Int) -> [Paragraph] {
        let rule = plan.nodes[node]
        let own =
            rule.isHeading
            ? [Paragraph(.value, phrases.ruleTitleValue, lines: [Phrase(phrases.ruleHeading)])]
            : path(of: rule, node)
        return own + about(node)
    }

    /// What is said about a node and does not decide on its score.
    public func about(_ node: Int) -> [Paragraph] {
        let texts = plan.nodes[node].texts
        let basis = texts.basis.map(citation)
        let told: [(Paragraph.Topic, String, [Phrase])] = [
            (.basis, phrases.ruleTitleBasis, basis),
            (.meaning, phrases.ruleTitleMeaning, [phrase(texts.definition)].compactMap { $0 }),
            (.note, phrases.ruleTitleNote, [phrase(texts.note)].compactMap { $0 }),
            (.assessors, phrases.ruleTitleAssessors, texts.assessors.compactMap(phrase)),
            (.confidence, phrases.ruleTitleConfidence, texts.confidence.compactMap(phrase)),
            (.source, phrases.ruleTitleSource, texts.source.compactMap(phrase)),
        ]
        return told.compactMap { topic, title, lines in
            lines.isEmpty ? nil : Paragraph(topic, title, lines: lines)
        }
    }

    private func path(of rule: Node, _ node: Int) -> [Paragraph] {
        var paragraphs = stage(of: node) + applies(rule)
        switch rule.content {
        case .heading: break
        case .formula(let formula, let empty): paragraphs += value(rule, formula, empty)
        case .aggregate(let aggregate): paragraphs += self.aggregate(aggregate, of: rule, node)
        case .ladder(let ladder): paragraphs.append(self.ladder(ladder, of: rule))
        case .checklist(let list): paragraphs.append(checklist(list, of: rule))
        }
        paragraphs.append(missing(rule))
        if let treatment = rule.treatment { paragraphs.append(treated(treatment, of: rule)) }
        if hasScoreRule(rule) { paragraphs.append(score(rule)) }
        paragraphs += corrections(rule, node)
        if !rule.isGraded { paragraphs.append(rounded(rule)) }
        paragraphs.append(bounds(rule, node))
        paragraphs += bands(of: node) + ranked(node) + parameters(of: rule)
        if rule.isAssumed {
            paragraphs.append(
                Paragraph(
                    .assumptions, phrases.ruleTitleAssumed, lines: [Phrase(phrases.ruleAssumed)]))
        }
        return paragraphs
    }

    /// Conditions earn their scores themselves, and grades that are put together are what they are.
    private func hasScoreRule(_ rule: Node) -> Bool {
        switch rule.content {
        case .ladder, .checklist, .heading: return false
        case .formula: return true
        case .aggregate:
            if case .asIs(nil, nil) = rule.score { return false }
            return true
        }
    }

    private func applies(_ rule: Node) -> [Paragraph] {
        guard let when = rule.appliesWhen else { return [] }
        let (words, code) = formula(when)
        let line = words.map { phrases.ruleApplies(condition: $0) }
        return [
            Paragraph(
                .applies, phrases.ruleTitleApplies,
                [
                    .line(line ?? Phrase(phrases.ruleAppliesByFormula), depth: 0),
                    .line(code, depth: 1),
                ])
        ]
    }

    private func value(
        _ rule: Node, _ formula: Formula, _ empty: Node.EmptyRule?
    ) -> [Paragraph] {
        let (words, code) = self.formula(formula)
        var contents: [Paragraph.Content] = [
            .line(words?.capitalised ?? Phrase(phrases.ruleByFormula), depth: 0),
            .line(code, depth: 1),
        ]
        if let unit = rule.texts.unit {
            contents.append(.line(phrases.ruleUnit(unit: self.unit(unit)), depth: 0))
        }
        if !rule.coding.isEmpty, !rule.isValueGrade, case .code(let words) = formula.expression.type
        {
            let pairs = zip(words, rule.coding).map {
                "\(Phrase.code($0)) = \(figure($1))" as Phrase
            }
            let line = phrases.ruleCoding(words: pairs.joined(separator: separator))
            contents.append(.line(line, depth: 0))
        }
        if let empty {
            let hasFunction = formula.expression.contains {
                if case .real = $0.kind { true } else { false }
            }
            contents.append(
                .line(
                    hasFunction
                        ? phrases.ruleEmptyResult(state: state(empty))
                        : phrases.ruleEmptyDenominator(state: state(empty)), depth: 0))
        }
        return [Paragraph(.value, phrases.ruleTitleValue, contents)]
    }

    /// The unit as an edition writes it; the types of the language in words.
    public func unit(_ text: String) -> Phrase {
        let types: [ValueType] = [.number, .share, .percent, .count, .days]
        return types.first { $0.description == text }.map(word) ?? .code(text)
    }

    private func rounded(_ rule: Node) -> Paragraph {
        Paragraph(.rounded, phrases.ruleTitleRounding, lines: [rounding(rule.rounding)])
    }

    /// How scores are rounded.
    func rounding(_ rounded: Plan.Rounded?) -> Phrase {
        rounded.map { phrases.ruleRounded(digits: $0.digits, mode: mode($0.mode)) }
            ?? Phrase(phrases.ruleNotRounded)
    }

    private func bounds(_ rule: Node, _ node: Int) -> Paragraph {
        var lines: [Phrase] = []
        if let grades = rule.grades {
            let words = grades.order.map { Phrase.code($0) }
            lines.append(phrases.ruleScaleGrades(grades: words.joined(separator: separator)))
        } else {
            lines.append(
                phrases.ruleScale(
                    least: figure(rule.scale.least), greatest: figure(rule.scale.greatest)))
        }
        switch rule.bounds {
        case .fixed(let scale):
            lines.append(
                phrases.ruleBoundsFixed(
                    least: figure(scale.least), greatest: figure(scale.greatest)))
        case .share(let unknown, let of):
            lines.append(phrases.ruleBoundsShare(unknown: said(unknown), of: said(of)))
        case nil: break
        }
        if plan.relative.contains(node) { lines.append(Phrase(phrases.ruleBoundsNone)) }
        return Paragraph(.bounds, phrases.ruleTitleBounds, lines: lines)
    }

    /// A formula in words, or as it is written where those are too many.
    func said(_ formula: Formula) -> Phrase {
        let (words, code) = self.formula(formula)
        return words ?? code
    }

    /// What an element of the node rests on by itself, as in its coverage.
    func basis(of kind: String, in node: Node) -> Phrase? {
        let rules = plan.citedRules.filter { $0.kind == kind && $0.owner == "node \(node.id)" }
        return restsOn(rules.map(\.citation))
    }
}
