public import Locales
public import Methodology
internal import Scoring

/// What took points.
extension Wording {
    /// What took points of a node, as in `penalty` or the name of a child.
    public func cause(_ line: PointsLost, of owner: Int) -> Phrase {
        let node = assessment.plan.nodes[owner]
        return switch line.cause {
        case .node(let child): nodeName(child)
        case .correction(let index): Phrase(name(of: node.corrections[index].kind))
        case .value: Phrase(valueName(of: node))
        case .scoreRule: Phrase(phrases.causeScoreRule)
        case .scale: Phrase(phrases.causeMaximumBeneath)
        case .rounding: Phrase(phrases.causeRounding)
        }
    }

    /// What a correction is called, as in `penalty`.
    public func name(of kind: Node.Correction.Kind) -> String {
        switch kind {
        case .bonus: phrases.causeBonus
        case .penalty: phrases.causePenalty
        case .cap: phrases.causeCap
        case .floor: phrases.causeFloor
        case .gate: phrases.causeGate
        }
    }

    /// What a value that is no sum is called.
    private func valueName(of node: Node) -> String {
        switch node.content {
        case .aggregate(let aggregate): kindName(of: aggregate.kind)
        case .formula where !node.children.isEmpty: phrases.causeFormula
        case .formula, .ladder, .checklist, .heading: phrases.causeValue
        }
    }
}
