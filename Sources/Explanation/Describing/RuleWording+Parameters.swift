internal import Domain
internal import Locales
internal import Methodology

/// The parameters that a rule uses.
extension RuleWording {
    func parameters(of rule: Node) -> [Paragraph] {
        guard !rule.parameters.isEmpty else { return [] }
        var table = PhraseTable([
            PhraseTable.Column(phrases.ruleParameterName),
            PhraseTable.Column(phrases.ruleParameterValue),
            PhraseTable.Column(phrases.ruleParameterBasis),
        ])
        for position in rule.parameters {
            let parameter = plan.parameters[position]
            var basis = parameter.basis
            for citation in parameter.values.flatMap(\.basis) where !basis.contains(citation) {
                basis.append(citation)
            }
            table.add([
                parameterName(position),
                parameter.values.map { dated($0, parameter.type) }.joined(separator: separator),
                citations(basis)
                    ?? (parameter.isAssumed ? Phrase(phrases.ruleTitleAssumed) : Phrase([])),
            ])
        }
        return [Paragraph(.parameters, phrases.ruleTitleParameters, [.table(table)])]
    }

    /// A value and the day from which it holds.
    func dated(_ dated: Plan.Parameter.Dated, _ type: ValueType) -> Phrase {
        let value =
            dated.value.map { amount($0, type) } ?? Phrase(phrases.formulaParameterUnknown)
        return dated.from.map { phrases.ruleParameterFrom(value: value, day: day($0)) } ?? value
    }
}
