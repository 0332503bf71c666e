internal import Expressions
internal import Locales
internal import Methodology

/// What is done with values far from those of other bodies.
extension RuleWording {
    func treated(_ treatment: Node.Treatment, of rule: Node) -> Paragraph {
        let (skewness, kurtosis) = (figure(treatment.skewness), figure(treatment.kurtosis))
        var lines = [
            treatment.reach == .peers
                ? phrases.ruleTreatPeers(skewness: skewness, kurtosis: kurtosis)
                : phrases.ruleTreatBodies(skewness: skewness, kurtosis: kurtosis)
        ]
        if let points = treatment.atMost {
            lines.append(phrases.ruleTreatWinsorise(points: points))
        }
        if let formula = treatment.otherwise?.formula {
            lines.append(
                treatment.atMost == nil
                    ? phrases.ruleTreatLogAlone(formula: .code(formula))
                    : phrases.ruleTreatLog(formula: .code(formula)))
        }
        if let basis = basis(of: "treat", in: rule) { lines.append(basis) }
        return Paragraph(.treated, phrases.ruleTitleTreat, lines: lines)
    }
}

extension Node.Treatment.Transform {
    /// As mathematicians write it, of a value x.
    var formula: String {
        switch self {
        case .log: "ln(x − min + 0.01 · (max − min))"
        case .logPlusOne: "ln(x − min + 1)"
        }
    }
}
