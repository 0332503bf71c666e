internal import Arithmetic
internal import Diagnosis
internal import Evidence
internal import Explanation
package import Locales
internal import Methodology
internal import Scoring

/// What holds back, criterion by criterion: each with what it has, as in `Entry by open competition
/// (B1-P1): on average 52.0, 18.0 short of the pass mark; 14 of 20 bodies are below it`.
extension DiagnosisWording {
    /// The first of the criteria that keep a body from its next stage.
    package func blocking(of body: Int, atMost count: Int = 3) -> [Phrase] {
        let found = diagnosis.bodies.first { $0.body == body }
        let unit = wording.assessment.unit(body: body, period: diagnosis.period)
        return (found?.next?.blocking ?? []).prefix(count).map { short($0, at: unit) }
    }

    /// The first of the criteria that keep the apparatus from its next stage.
    ///
    /// Of a criterion that bodies have, the mean over them is told, by their weight; where they
    /// reach the pass mark, and of one of the whole apparatus, the apparatus' own score.
    package func blockingApparatus(atMost count: Int = 3) -> [Phrase] {
        guard let apparatus = diagnosis.apparatus, let next = apparatus.next else { return [] }
        let system = apparatus.system.map {
            wording.assessment.unit(body: $0, period: diagnosis.period)
        }
        return next.blocking.prefix(count).map { node in
            ofBodies(node) ?? texts.criterionOfSystem(criterion: short(node, at: system))
        }
    }

    private func ofBodies(_ node: Int) -> Phrase? {
        guard wording.assessment.plan.nodes[node].criterion?.level != .system else { return nil }
        let pass = rule.established
        // Where nobody's weight is known, each counts as much.
        let isWeighed = diagnosis.bodies.contains { $0.weight != nil }
        var (sum, whole, below, all) = (0.0, 0.0, 0, 0)
        for body in diagnosis.bodies {
            let unit = wording.assessment.unit(body: body.body, period: diagnosis.period)
            guard let score = wording.assessment.columns[node]?.score(at: unit) else { continue }
            all += 1
            if score < pass { below += 1 }
            let weight = isWeighed ? body.weight.map { Double($0) } ?? 0 : 1
            sum += weight * Double(score)
            whole += weight
        }
        guard whole > 0, below > 0 else { return nil }
        let (mean, name) = (sum / whole, criterion(node))
        let lack = Double(pass) - mean
        guard lack > 0 else {
            return texts.criterionBelowPassIn(
                name: name, score: figure(mean), below: below, bodies: all)
        }
        return texts.criterionOfBodies(
            name: name, score: figure(mean), lacking: lacking(lack), below: below, bodies: all)
    }

    /// A criterion and how far it is from its pass mark; its name alone where it has no score.
    private func short(_ node: Int, at unit: Int?) -> Phrase {
        let score = unit.flatMap { wording.assessment.columns[node]?.score(at: $0) }
        guard let score = score.map({ Double($0) }) else { return criterion(node) }
        let lack = Double(rule.established) - score
        guard lack > 0 else {
            return texts.nameThen(name: criterion(node), rest: figure(score))
        }
        return texts.criterionShort(
            name: criterion(node), score: figure(score), lacking: lacking(lack))
    }
}
