internal import Arithmetic
internal import Domain
internal import Evidence
internal import Expressions
public import JSON
internal import Methodology
internal import Scoring

extension Trace {
    /// The trace for programs: numbers unrounded, in plain digits.
    public func document(_ wording: Wording) -> JSON {
        let assessment = wording.assessment
        let body = assessment.body(of: unit)
        let period = assessment.evidence.periods[assessment.period(of: unit)]
        return .object([
            JSON.Member("edition", ResultJSON.edition(wording)),
            JSON.Member("evidence-hash", .text(assessment.evidence.hash)),
            JSON.Member("body", .text(assessment.evidence.bodies[body].id)),
            JSON.Member("body-title", .text(wording.body(body))),
            JSON.Member("period", .text(period.description)),
            JSON.Member("node", .text(assessment.plan.nodes[node].id)),
            JSON.Member("node-title", .text(wording.node(node))),
            JSON.Member("basis", .list(basis.map { .text(wording.citation($0)) })),
            JSON.Member("steps", .list(steps.map { $0.document(wording) })),
            JSON.Member("parameters", .list(parameters.map { $0.document(wording) })),
            JSON.Member("used", .list(evidence.map { $0.document })),
            JSON.Member("state", .text(outcome.state.rawValue)),
            JSON.Member("score", ResultJSON.number(outcome.score)),
            JSON.Member("filled", .flag(outcome.isFilled)),
            JSON.Member("reason", ResultJSON.text(wording.reason(outcome, of: node, at: unit))),
            JSON.Member("lower", ResultJSON.number(bounds?.lower)),
            JSON.Member("upper", ResultJSON.number(bounds?.upper)),
            JSON.Member("band", ResultJSON.text(assessment.band(of: node, at: unit)?.id)),
            JSON.Member(
                "rank", assessment.rank(of: node, at: unit).map { .number(String($0)) } ?? .null),
            JSON.Member("official", .flag(assessment.official(node, at: unit).isOfficial)),
            JSON.Member(
                "objections",
                .list(
                    assessment.official(node, at: unit).objections.map {
                        .text(wording.objection($0))
                    })),
            JSON.Member("points-lost", lost.map { $0.document(wording, node) } ?? .null),
        ])
    }
}

extension Trace.ParameterLine {
    fileprivate func document(_ wording: Wording) -> JSON {
        let parameter = wording.assessment.plan.parameters[self.parameter]
        return .object([
            JSON.Member("id", .text(parameter.id)),
            JSON.Member("value", ResultJSON.text(value?.description)),
            JSON.Member("assumed", .flag(parameter.isAssumed)),
            JSON.Member("basis", .list(parameter.basis.map { .text(wording.citation($0)) })),
        ])
    }
}

extension Trace.EvidenceLine {
    fileprivate var document: JSON {
        .object([
            JSON.Member("name", .text(name)),
            JSON.Member("figure", figure.map { $0.document } ?? .null),
            JSON.Member("file", ResultJSON.text(file)),
            JSON.Member("rows", .list(rows.map { .number(String($0)) })),
            JSON.Member("statuses", .list(provenances.map { .text($0.status.rawValue) })),
            JSON.Member("sources", .list(provenances.compactMap(\.source).map { .text($0) })),
            JSON.Member("proofs", .list(provenances.compactMap(\.proof).map { .text($0) })),
        ])
    }
}

extension Figure {
    fileprivate var document: JSON {
        switch self {
        case .number(let number): .number(number.description)
        case .flag(let flag): .flag(flag)
        case .day(let day): .text(day.description)
        case .period(let period): .text(period.description)
        case .text(let text): .text(text)
        case .blank, .none: .null
        }
    }
}

extension Substitution {
    fileprivate var document: JSON {
        .object([JSON.Member("rule", .text(rule)), JSON.Member("substituted", .text(text))])
    }
}

extension Trace.Step {
    /// A step with its key under `step`.
    fileprivate func document(_ wording: Wording) -> JSON {
        switch self {
        case .appliesWhen(let condition):
            return Self.step("applies-when", [JSON.Member("condition", condition.document)])
        case .value(let substitution, let value):
            return Self.step(
                "value",
                [
                    JSON.Member("formula", substitution.document),
                    JSON.Member("value", ResultJSON.number(value)),
                ])
        case .mean(let mean, let value, let least):
            return Self.step(
                "weighted-mean",
                [
                    JSON.Member("children", .list(mean.children.map { child($0, mean, wording) })),
                    JSON.Member("coverage", ResultJSON.text(mean.coverage?.description)),
                    JSON.Member("coverage-at-least", ResultJSON.text(least?.description)),
                    JSON.Member("value", ResultJSON.number(value)),
                ])
        case .filled(let rule, let score, let reason):
            return Self.step(
                "filled",
                [
                    JSON.Member("rule", .text(rule)),
                    JSON.Member("score", ResultJSON.number(score)),
                    JSON.Member("reason", ResultJSON.text(wording.text(reason))),
                ])
        case .scored(_, let value, let score):
            return Self.step("score", Self.change(value, score))
        case .correction(let correction, let step, let when, let amount):
            return Self.step(
                correction.kind.rawValue,
                [
                    JSON.Member("applied", .flag(step.isApplied)),
                    JSON.Member("when", when.map { $0.document } ?? .null),
                    JSON.Member("amount-formula", amount.document),
                    JSON.Member("amount", ResultJSON.number(step.amount)),
                ] + Self.change(step.before, step.after))
        case .rounded(let from, let to, let rounding):
            return Self.step(
                "rounded",
                Self.change(from, to) + [
                    JSON.Member("mode", .text(rounding.mode.rawValue)),
                    JSON.Member("digits", .number(String(rounding.digits))),
                ])
        case .shareBounds(let unknown, let all):
            return Self.step(
                "open-units",
                [JSON.Member("unknown", unknown.document), JSON.Member("of", all.document)])
        }
    }

    private static func step(_ key: String, _ members: [JSON.Member]) -> JSON {
        .object([JSON.Member("step", .text(key))] + members)
    }

    private static func change(_ from: Fixed, _ to: Fixed) -> [JSON.Member] {
        [
            JSON.Member("from", ResultJSON.number(from)), JSON.Member("to", ResultJSON.number(to)),
        ]
    }

    private func child(
        _ child: MeanComputation.Child, _ mean: MeanComputation, _ wording: Wording
    ) -> JSON {
        let total = Int128(max(mean.effectiveTotal, 1))
        let nominal = Fraction(
            numerator: Int128(child.nominal), denominator: Int128(max(mean.nominalTotal, 1)))
        let effective = Fraction(numerator: Int128(child.effective), denominator: total)
        let fate =
            switch child.treatment {
            case .counted: "counted"
            case .leftOut: "left-out"
            case .countedAs: "counted-as"
            case .movedTo(let sibling): "moved-to \(wording.assessment.plan.nodes[sibling].id)"
            case .refused: "refused"
            }
        return .object([
            JSON.Member("node", .text(wording.assessment.plan.nodes[child.node].id)),
            JSON.Member("state", .text(child.state.rawValue)),
            JSON.Member("score", ResultJSON.number(child.score)),
            JSON.Member("weight", .text(nominal.reduced.description)),
            JSON.Member("effective-weight", .text(effective.reduced.description)),
            JSON.Member("treatment", .text(fate)),
        ])
    }
}

extension PointsLost {
    fileprivate func document(_ wording: Wording, _ node: Int) -> JSON {
        let (word, inner): (String, Int) =
            switch cause {
            case .node(let child): (wording.assessment.plan.nodes[child].id, child)
            case .correction(let index):
                (wording.assessment.plan.nodes[node].corrections[index].kind.rawValue, node)
            case .scoreRule: ("score-rule", node)
            case .scale: ("scale", node)
            case .rounding: ("rounding", node)
            }
        return .object([
            JSON.Member("cause", .text(word)),
            JSON.Member("points", .text(points.description)),
            JSON.Member("effective-weight", ResultJSON.text(effective?.description)),
            JSON.Member("lines", .list(lines.map { $0.document(wording, inner) })),
        ])
    }
}
