internal import Arithmetic
internal import Domain
internal import Expressions
internal import Locales
internal import Methodology
internal import Scoring

/// Why children come to nothing, and why a formula does.
extension Wording {
    /// A reason that lies with the children.
    func beneath(_ reason: Reason, _ rule: Node, _ unit: Int, _ depth: Int) -> Phrase {
        switch reason {
        case .child(let child): return because(child, unit, depth)
        case .noChildApplies: return Phrase(phrases.noChildApplies)
        case .noChildScored: return Phrase(phrases.noChildScored)
        case .emptyWeights(let part): return emptyWeights(rule, part)
        case .weight(let child, let origin):
            return phrases.weightUnknown(node: nodeName(child), origin: self.origin(origin))
        case .zero(let child):
            return phrases.noRoomForZero(node: nodeName(child), mean: aggregate(of: rule))
        case .noRow: return Phrase(phrases.noRowForGrades)
        case .tooFew(let count):
            return phrases.tooFewScores(scores: count, mean: aggregate(of: rule))
        case .coverage(let share, let least):
            return phrases.tooLittleCoverage(share: figure(share), least: figure(least))
        case .siblingWithoutScore(let child, let sibling):
            return child == sibling
                ? phrases.keptWithoutScore(node: nodeName(child))
                : phrases.heirWithoutScore(node: nodeName(child), sibling: nodeName(sibling))
        default: return Phrase(phrases.noWeightBeneath)
        }
    }

    private func aggregate(of node: Node) -> Phrase {
        guard case .aggregate(let aggregate) = node.content else { return Phrase([]) }
        return Phrase(kindName(of: aggregate.kind))
    }

    /// As in `the weights have nothing to be in proportion to: users + online sums to 0`.
    private func emptyWeights(_ rule: Node, _ part: Int) -> Phrase {
        guard case .aggregate(let aggregate) = rule.content,
            case .computed(let parts) = aggregate.weights, let formulas = parts[part].formulas
        else { return Phrase(phrases.noWeightBeneath) }
        var written: [String] = []
        for text in formulas.map(\.source.text) where !written.contains(text) {
            written.append(text)
        }
        let shown = Phrase.code(
            written.prefix(3).joined(separator: ", ") + (written.count > 3 ? " …" : ""))
        let sum =
            written.count == 1
            ? phrases.isZeroForAll(formula: shown) : phrases.sumsToZero(formulas: shown)
        return parts.count > 1
            ? phrases.weightPartInProportionToNothing(part: part + 1, sum: sum)
            : phrases.weightsInProportionToNothing(sum: sum)
    }

    /// A reason that lies with a formula.
    func impossible(_ reason: Reason, _ rule: Node, _ unit: Int) -> Phrase {
        var own: Formula?
        if case .formula(let formula, _) = rule.content { own = formula }
        func slice(_ range: Range<Int>) -> Phrase { own.map { told($0, range) } ?? .code("") }
        switch reason {
        case .emptyDenominator(let range): return phrases.formulaIsZero(formula: slice(range))
        case .emptyElsewhere(let other, let range):
            return phrases.formulaIsZeroFor(formula: slice(range), unit: unitName(other))
        case .emptyField(let table, let field, let range):
            let formula = assessment.plan.computed[table][field].formula
            return phrases.formulaIsZeroIn(
                formula: told(formula, range, table: table),
                field: origin(.computed(table: table, field)))
        case .outsideDomain(let fault): return sentence(fault, own, unit)
        default: return Phrase([])
        }
    }

    private func sentence(_ fault: DomainFault, _ own: Formula?, _ unit: Int) -> Phrase {
        var formula = own
        var place = Phrase([])
        if case .computed(let table, let field)? = fault.field {
            formula = assessment.plan.computed[table][field].formula
            place = " \(phrases.inField(field: origin(.computed(table: table, field))))"
        }
        if fault.unit != unit {
            place.append(" ")
            place.append(phrases.forUnit(unit: unitName(fault.unit)))
        }
        return phrases.outsideDomain(
            formula: .code(formula?.source.slice(fault.range) ?? ""),
            number: fault.number.map { figure($0) } ?? Phrase(phrases.beyondLeast), place: place,
            function: .code(fault.function.rawValue), domain: Phrase(domain(of: fault.function)))
    }

    private func domain(of function: RealFunction) -> String {
        switch function {
        case .squareRoot: phrases.domainOfSquareRoot
        case .naturalLogarithm: phrases.domainOfLogarithm
        case .exponential: phrases.domainOfExponential
        case .power: phrases.domainOfPower
        }
    }

    /// As in `Ministry of Justice in 2024`.
    private func unitName(_ unit: Int) -> Phrase {
        phrases.unitInPeriod(
            body: bodyName(assessment.body(of: unit)), period: periodName(of: unit))
    }
}
