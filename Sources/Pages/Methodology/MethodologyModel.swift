internal import Arithmetic
internal import Domain
internal import Evidence
internal import Explanation
internal import Locales
internal import Methodology
internal import Scoring

/// What the page about the methodology says, made from the plan alone.
struct MethodologyModel {
    let context: PageContext
    /// The rules in words.
    let rules: RuleWording

    init(_ context: PageContext) {
        self.context = context
        rules = RuleWording(context.assessment.plan, language: context.tag)
    }

    var plan: Plan { context.assessment.plan }
    var texts: Phrases { context.phrases }
    var wording: Wording { context.wording }

    /// What the methodology is called.
    var title: Phrase {
        wording.phrase(plan.identity.title) ?? Phrase(plan.identity.name)
    }

    // MARK: General provisions

    var general: [Fact] {
        let identity = plan.identity
        var facts = [
            Fact(name: texts.methodName, value: title),
            Fact(name: texts.methodEdition, value: .code(identity.name)),
            Fact(name: texts.methodStatus, value: Phrase(status)),
        ]
        if let owner = wording.phrase(identity.owner) {
            facts.append(Fact(name: texts.methodOwner, value: owner))
        }
        if !identity.basis.isEmpty {
            facts.append(Fact(name: texts.methodBasis, value: citations(identity.basis)))
        }
        facts += [
            Fact(name: texts.methodInForce, value: inForce),
            Fact(name: texts.methodAppliesTo, value: codes(identity.kinds)),
            Fact(name: texts.methodPeriod, value: period),
            Fact(
                name: texts.methodNumbers,
                value: Phrase(
                    plan.arithmetic == .decimal ? texts.methodExact : texts.methodDoubles)),
        ]
        if !identity.languages.isEmpty {
            let names = identity.languages.map { Locale(tag: $0)?.ownName ?? $0 }
            facts.append(
                Fact(name: texts.methodLanguages, value: Phrase(names.joined(separator: ", "))))
        }
        facts.append(Fact(name: texts.methodHash, value: .code(identity.hash)))
        return facts
    }

    private var status: String {
        switch plan.identity.status {
        case .adopted: texts.methodAdopted
        case .proposed: texts.methodProposed
        case .restated: texts.methodRestated
        case .incomplete: texts.methodIncomplete
        }
    }

    private var inForce: Phrase {
        let (from, to) = (plan.identity.from.map(date), plan.identity.to.map(date))
        return switch (from, to) {
        case (let from?, let to?): texts.methodFromTo(from: from, to: to)
        case (let from?, nil): texts.methodFrom(from: from)
        case (nil, let to?): texts.methodTo(to: to)
        case (nil, nil): Phrase(texts.methodAlways)
        }
    }

    private var period: Phrase {
        let form = plan.schema.periodForm
        switch form.unit {
        case .year: return Phrase(texts.methodPeriodYear)
        case .fiscalYear:
            let day = [form.beginsOnDay, form.beginsInMonth].map { $0 < 10 ? "0\($0)" : "\($0)" }
            return texts.methodPeriodFiscal(day: Phrase(day.joined(separator: ".")))
        case .half: return Phrase(texts.methodPeriodHalf)
        case .quarter: return Phrase(texts.methodPeriodQuarter)
        case .month: return Phrase(texts.methodPeriodMonth)
        }
    }

    /// What is said of an element besides its rule.
    func facts(of element: Element) -> [Fact] {
        let node = plan.nodes[element.node]
        let facts: [(String, [Phrase])] = [
            (texts.methodId, [.code(node.id)]),
            (texts.methodDefinition, [wording.phrase(node.texts.definition)].compactMap { $0 }),
            (texts.methodNote, [wording.phrase(node.texts.note)].compactMap { $0 }),
            (texts.methodAssessors, node.texts.assessors.compactMap(wording.phrase)),
            (texts.methodSourceOf, node.texts.source.compactMap(wording.phrase)),
            (texts.methodRestsOn, node.texts.basis.isEmpty ? [] : [element.basis]),
        ]
        return facts.filter { !$0.1.isEmpty }.map { name, values in
            Fact(name: name, value: values.joined(separator: "; "))
        }
    }

    // MARK: Assumptions

    /// What was chosen without a source, rules before parameters.
    var assumptions: [Phrase] {
        let nodes = plan.nodes.indices.filter { plan.nodes[$0].isAssumed }
            .map { texts.methodAssumedRule(node: wording.nodeName($0)) }
        let parameters = plan.parameters.indices.filter { plan.parameters[$0].isAssumed }
            .map { texts.methodAssumedParameter(parameter: name(ofParameter: $0)) }
        return nodes + parameters
    }

    /// The parameter's id, which leads to it.
    private func name(ofParameter position: Int) -> Phrase {
        Phrase([.reference(.parameter(position), plan.parameters[position].id)])
    }

    // MARK: Words

    /// A day as the language writes it.
    func date(_ day: Day) -> Phrase { Phrase(context.locale.date(day)) }

    /// Ids side by side.
    func codes(_ ids: [String]) -> Phrase { ids.map { .code($0) }.joined(separator: ", ") }

    /// What something rests on, each leading to its source.
    func citations(_ citations: [Plan.Citation]) -> Phrase {
        citations.map(wording.citationPhrase).joined(separator: "; ")
    }

    /// Names of nodes side by side, each leading to its rule.
    func names(_ nodes: [Int]) -> Phrase {
        nodes.map { "«\(wording.nodeName($0))»" }.joined(separator: ", ")
    }
}
