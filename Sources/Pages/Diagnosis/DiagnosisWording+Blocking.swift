internal import Arithmetic
internal import Diagnosis
internal import Evidence
internal import Explanation
package import Locales
internal import Methodology
internal import Scoring

/// A criterion that holds somebody back, and how far it is from its pass mark.
package struct BlockingCriterion: Sendable {
    /// The position of the criterion.
    package let node: Int
    /// Its score, or the mean over bodies by their weight; `nil` where there is none.
    package let score: Double?
    /// How many bodies are below the pass mark, of those with a score; `nil` where one body, or the
    /// whole apparatus, is spoken of.
    package let below: (bodies: Int, all: Int)?
    /// As in `Entry by open competition (B1-P1): 52.0, 18.0 short of the pass mark; below it in 14
    /// of 20 bodies`.
    package let sentence: Phrase
}

/// What holds back, criterion by criterion.
extension DiagnosisWording {
    /// The first of the criteria that keep a body from its next stage.
    package func blocking(of body: Int, atMost count: Int = 3) -> [BlockingCriterion] {
        let found = diagnosis.bodies.first { $0.body == body }
        let unit = wording.assessment.unit(body: body, period: diagnosis.period)
        return (found?.next?.blocking ?? []).prefix(count).map { node in
            let score = score(node, at: unit)
            return BlockingCriterion(
                node: node, score: score, below: nil, sentence: short(node, score))
        }
    }

    /// The first of the criteria that keep the apparatus from its next stage.
    ///
    /// Of a criterion that bodies have, the mean over them is told, by their weight; where they
    /// reach the pass mark, and of one of the whole apparatus, the apparatus' own score.
    package func blockingApparatus(atMost count: Int = 3) -> [BlockingCriterion] {
        guard let apparatus = diagnosis.apparatus, let next = apparatus.next else { return [] }
        let system = apparatus.system.map {
            wording.assessment.unit(body: $0, period: diagnosis.period)
        }
        return next.blocking.prefix(count).map { node in
            if let own = ofBodies(node) { return own }
            let score = system.flatMap { self.score(node, at: $0) }
            return BlockingCriterion(
                node: node, score: score, below: nil,
                sentence: texts.criterionOfSystem(criterion: short(node, score)))
        }
    }

    private func ofBodies(_ node: Int) -> BlockingCriterion? {
        guard wording.assessment.plan.nodes[node].criterion?.level != .system else { return nil }
        let pass = rule.established
        // Where nobody's weight is known, each counts as much.
        let isWeighed = diagnosis.bodies.contains { $0.weight != nil }
        var (sum, whole, below, all) = (0.0, 0.0, 0, 0)
        for body in diagnosis.bodies {
            let unit = wording.assessment.unit(body: body.body, period: diagnosis.period)
            guard let exact = wording.assessment.columns[node]?.score(at: unit),
                let score = score(node, at: unit)
            else { continue }
            all += 1
            if exact < pass { below += 1 }
            let weight = isWeighed ? body.weight.map { Double($0) } ?? 0 : 1
            sum += weight * score
            whole += weight
        }
        guard whole > 0, below > 0 else { return nil }
        let told = short(node, sum / whole)
        return BlockingCriterion(
            node: node, score: sum / whole, below: (below, all),
            sentence: texts.criterionBelowIn(criterion: told, bodies: below, all: all))
    }

    private func score(_ node: Int, at unit: Int) -> Double? {
        wording.assessment.columns[node]?.score(at: unit).map { Double($0) }
    }

    /// A criterion and how far it is from its pass mark; its name alone where it has no score.
    private func short(_ node: Int, _ score: Double?) -> Phrase {
        guard let score else { return criterion(node) }
        let lack = Double(rule.established) - score
        guard lack > 0 else {
            return texts.nameThen(name: criterion(node), rest: figure(score))
        }
        return texts.criterionShort(
            name: criterion(node), score: figure(score), lacking: lacking(lack))
    }

    // MARK: Official

    /// Whether the verdicts of the period are official, and what speaks against it; assumed rules
    /// are counted.
    package var official: Phrase {
        let cells = rule.dimensions.flatMap(\.cells)
        var objections: [Official.Objection] = []
        var known: Set<Official.Objection> = []
        for cell in cells {
            let standing = wording.assessment.standing(cell)
            let units = diagnosis.bodies.map {
                wording.assessment.unit(body: $0.body, period: diagnosis.period)
            }
            let isUnverified = units.contains {
                wording.assessment.columns[cell]?.usesUnverified(at: $0) ?? false
            }
            for objection in standing + (isUnverified ? [.unverified] : [])
            where known.insert(objection).inserted {
                objections.append(objection)
            }
        }
        guard !objections.isEmpty else { return Phrase(texts.verdictsOfficial) }
        return texts.verdictsNotOfficial(objections: told(objections).joined(separator: "; "))
    }

    private func told(_ objections: [Official.Objection]) -> [Phrase] {
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
}
