internal import Diagnosis
internal import Explanation
package import Locales
internal import Methodology
internal import Scoring

/// Whether verdicts are official.
extension DiagnosisWording {
    /// What speaks against the verdicts of the period being official, or that on one body.
    ///
    /// - Returns: Reasons, with assumed criteria and parameters counted; empty where nothing does.
    func objections(of body: Int? = nil) -> [Phrase] {
        var objections: [Official.Objection] = []
        for objection in found(body) where !objections.contains(objection) {
            objections.append(objection)
        }
        var (told, criteria, parameters): ([Phrase], Int, Int) = ([], 0, 0)
        for objection in objections {
            switch objection {
            case .assumedNode: criteria += 1
            case .assumedParameter: parameters += 1
            default: told.append(wording.objectionPhrase(objection))
            }
        }
        if criteria > 0 { told.append(texts.criteriaAssumed(criteria: criteria)) }
        if parameters > 0 { told.append(texts.parametersAssumed(parameters: parameters)) }
        return told
    }

    /// The same in a sentence without a capital letter and a full stop.
    package func official(of body: Int? = nil) -> Phrase {
        let objections = objections(of: body)
        guard !objections.isEmpty else { return Phrase(texts.verdictsOfficial) }
        return texts.verdictsNotOfficial(objections: objections.joined(separator: texts.semicolon))
    }

    private func found(_ body: Int?) -> [Official.Objection] {
        let assessment = wording.assessment
        let cells = rule.dimensions.flatMap(\.cells)
        if let body {
            let unit = assessment.unit(body: body, period: diagnosis.period)
            return cells.flatMap { assessment.official($0, at: unit).objections }
        }
        let units = diagnosis.bodies.map {
            assessment.unit(body: $0.body, period: diagnosis.period)
        }
        return cells.flatMap { cell in
            let usesUnverified = units.contains {
                assessment.columns[cell]?.usesUnverified(at: $0) ?? false
            }
            return assessment.standing(cell) + (usesUnverified ? [.unverified] : [])
        }
    }
}
