internal import Arithmetic
internal import Domain
internal import Locales
internal import Methodology

/// What holds for the edition as a whole.
extension RuleWording {
    /// Its standing, for when and whom it holds, how figures are made and shown, which stages there are, how
    /// scores become ranks and bands, what is assumed, and who may object.
    public func edition() -> [Paragraph] {
        var paragraphs = [
            Paragraph(.standing, phrases.editionTitleStanding, lines: standing),
            Paragraph(.force, phrases.editionTitleForce, lines: [force]),
            Paragraph(.scope, phrases.editionTitleScope, lines: scope),
            Paragraph(.figures, phrases.editionTitleFigures, lines: figures),
            Paragraph(
                .figures, phrases.editionTitleBlanks,
                lines: [Phrase(phrases.editionBlanks), Phrase(phrases.editionBlanksSkipped)]),
        ]
        if let grades = plan.grades {
            let words = grades.order.map { Phrase.code($0) }.joined(separator: separator)
            let lines = [phrase(grades.title), phrases.ruleScaleGrades(grades: words)]
            paragraphs.append(
                Paragraph(
                    .grades, phrases.editionTitleGrades, lines: lines.compactMap { $0 }))
        }
        paragraphs += stages
        if let ranking = plan.ranking {
            let nodes = phrases.editionRanked(nodes: names(ranking.nodes))
            paragraphs.append(
                Paragraph(
                    .ranking, phrases.ruleTitleRanking, lines: [nodes] + lines(of: ranking)))
        }
        if let bands = plan.bands {
            let nodes = phrases.editionBanded(nodes: names(bands.nodes))
            let lines = [nodes, figures(bands.figures), basis(of: "bands")].compactMap { $0 }
            paragraphs.append(
                Paragraph(
                    .bands, phrases.ruleTitleBands,
                    lines.map { .line($0, depth: 0) } + [.table(table(of: bands))]))
        }
        paragraphs.append(
            Paragraph(.assumptions, phrases.editionTitleAssumptions, lines: assumptions))
        if let objections = plan.notice?.objections {
            paragraphs.append(
                Paragraph(
                    .objections, phrases.editionTitleObjections, lines: lines(of: objections)))
        }
        return paragraphs
    }

    /// Who may object to a result, to whom and by when, and on what that rests; `nil` where the
    /// edition says nothing.
    public var objections: Paragraph? {
        plan.notice.map {
            Paragraph(
                .objections, phrases.editionTitleObjections, lines: lines(of: $0.objections))
        }
    }

    private func lines(of rule: Plan.Notice.Objections) -> [Phrase] {
        let (by, to) = (phrase(rule.by) ?? Phrase([]), phrase(rule.to) ?? Phrase([]))
        let line =
            switch rule.days {
            case .working: phrases.editionObjectionsWorking(by: by, to: to, days: rule.within)
            case .calendar: phrases.editionObjectionsCalendar(by: by, to: to, days: rule.within)
            }
        return [line] + [restsOn(rule.basis)].compactMap { $0 }
    }

    private var standing: [Phrase] {
        let status =
            switch plan.identity.status {
            case .adopted: phrases.editionAdopted
            case .proposed: phrases.editionProposed
            case .restated: phrases.editionRestated
            case .incomplete: phrases.editionIncomplete
            }
        let owner = phrase(plan.identity.owner).map { phrases.editionOwner(owner: $0) }
        let lines = [
            phrases.editionId(name: .code(plan.identity.name)), Phrase(status), owner,
            restsOn(plan.identity.basis),
        ]
        return lines.compactMap { $0 }
    }

    private var force: Phrase {
        switch (plan.identity.from, plan.identity.to) {
        case (let first?, let last?):
            phrases.editionForceBetween(first: day(first), last: day(last))
        case (let first?, nil): phrases.editionForceFrom(first: day(first))
        case (nil, let last?): phrases.editionForceTo(last: day(last))
        case (nil, nil): Phrase(phrases.editionForceAlways)
        }
    }

    private var scope: [Phrase] {
        let kinds = plan.identity.kinds.map { Phrase.code($0) }.joined(separator: separator)
        let peers =
            switch plan.peers {
            case .kind: Phrase(phrases.editionPeersKind)
            case .group: Phrase(phrases.editionPeersGroup)
            case nil: nil as Phrase?
            }
        return [phrases.editionKinds(kinds: kinds), period] + [peers].compactMap { $0 }
    }

    private var period: Phrase {
        let form = plan.schema.periodForm
        switch form.unit {
        case .year: return Phrase(phrases.editionPeriodYear)
        case .half: return Phrase(phrases.editionPeriodHalf)
        case .quarter: return Phrase(phrases.editionPeriodQuarter)
        case .month: return Phrase(phrases.editionPeriodMonth)
        case .fiscalYear:
            func digits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
            let begins = "\(digits(form.beginsInMonth))-\(digits(form.beginsOnDay))"
            return phrases.editionPeriodFiscalYear(begins: .code(begins))
        }
    }

    // MARK: Figures

    private var figures: [Phrase] {
        let arithmetic =
            plan.arithmetic == .decimal
            ? phrases.editionArithmeticDecimal : phrases.editionArithmeticDouble
        let display = phrases.editionDisplay(
            digits: plan.display.digits, mode: mode(plan.display.mode))
        return [Phrase(arithmetic)] + scales + roundings + [display]
    }

    /// Between what the scores of the nodes on top lie.
    private var scales: [Phrase] {
        let roots = plan.roots.map { plan.nodes[$0] }.filter { !$0.isHeading && !$0.isGraded }
        let scales = Set(roots.map(\.scale))
        guard scales.count == 1, let scale = scales.first else { return [] }
        return [
            phrases.ruleScale(least: figure(scale.least), greatest: figure(scale.greatest))
        ]
    }

    /// How scores are rounded at each level.
    private var roundings: [Phrase] {
        let scored = plan.nodes.filter { !$0.isHeading && !$0.isGraded }
        let levels: [([Node], (Phrase) -> Phrase)] = [
            (
                scored.filter { $0.children.isEmpty && $0.parent != nil },
                { phrases.editionRoundingIndicators(how: $0) }
            ),
            (
                scored.filter { !$0.children.isEmpty && $0.parent != nil },
                { phrases.editionRoundingInner(how: $0) }
            ),
            (scored.filter { $0.parent == nil }, { phrases.editionRoundingTotal(how: $0) }),
        ]
        return levels.compactMap { nodes, said in
            guard let first = nodes.first else { return nil }
            let isAlike = nodes.allSatisfy { $0.rounding == first.rounding }
            return said(isAlike ? short(first.rounding) : Phrase(phrases.editionRoundingEach))
        }
    }

    private func short(_ rounded: Plan.Rounded?) -> Phrase {
        rounded.map { phrases.editionRounded(digits: $0.digits, mode: mode($0.mode)) }
            ?? Phrase(phrases.editionNotRounded)
    }

    // MARK: Assumptions

    /// What was chosen without a source, and what is not known.
    private var assumptions: [Phrase] {
        let rules = plan.nodes.indices.filter { plan.nodes[$0].isAssumed }
        let assumed = plan.parameters.indices.filter { plan.parameters[$0].isAssumed }
        let unknown = plan.parameters.indices.filter { position in
            plan.parameters[position].values.contains { $0.value == nil }
        }
        var lines: [Phrase] = []
        if !rules.isEmpty { lines.append(phrases.editionAssumedRules(nodes: names(rules))) }
        if !assumed.isEmpty {
            lines.append(phrases.editionAssumedParameters(parameters: parameters(assumed)))
        }
        if !unknown.isEmpty {
            lines.append(phrases.editionUnknownParameters(parameters: parameters(unknown)))
        }
        return lines.isEmpty
            ? [Phrase(phrases.editionAssumedNothing)]
            : lines + [Phrase(phrases.editionNotOfficial)]
    }

    private func names(_ nodes: [Int]) -> Phrase {
        nodes.map(nodeName).joined(separator: separator)
    }

    private func parameters(_ positions: [Int]) -> Phrase {
        positions.map(parameterName).joined(separator: separator)
    }
}
