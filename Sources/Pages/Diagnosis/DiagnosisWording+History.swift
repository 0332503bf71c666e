package import Diagnosis
internal import Domain
internal import Evidence
internal import Explanation
package import Locales
package import Methodology
internal import Scoring

/// Where bodies came from and what became of them; what is said beside verdicts.
extension DiagnosisWording {
    /// When a body began and ended, whose tasks it took over, and who took over its own; empty where
    /// it was there all the time.
    package func history(of body: Int) -> [Phrase] {
        let bodies = wording.assessment.evidence.bodies
        let own = bodies[body]
        let before = bodies.indices.filter { own.predecessors.contains(bodies[$0].id) }
        let after = bodies.indices.filter { bodies[$0].predecessors.contains(own.id) }
        var told: [Phrase] = []
        if let from = own.from { told.append(texts.bodyBegan(day: date(from))) }
        if !before.isEmpty {
            told.append(texts.tookOver(names: names(before.map(wording.bodyName))))
        }
        if let to = own.to { told.append(texts.bodyEnded(day: date(to))) }
        if !after.isEmpty {
            told.append(texts.passedOn(names: names(after.map(wording.bodyName))))
        }
        return told
    }

    private func date(_ day: Day) -> Phrase {
        .figure(exact: day.description, shown: locale.date(day))
    }

    /// A verdict of another period, as in `2024: professional`; of a predecessor with its name.
    package func verdict(
        _ verdict: Verdict, in period: String, of predecessor: Int? = nil
    ) -> Phrase {
        let period = Phrase(period)
        guard let predecessor else {
            return texts.verdictIn(period: period, verdict: self.verdict(verdict))
        }
        return texts.verdictInOf(
            period: period, body: wording.bodyName(predecessor), verdict: self.verdict(verdict))
    }

    /// The body in the middle of the order, with its verdict; `nil` without any.
    package var medianBody: Phrase? {
        diagnosis.apparatus?.median.flatMap { median in
            diagnosis.bodies.first { $0.body == median }.map { body in
                texts.medianBody(
                    body: wording.bodyName(body.body), verdict: verdict(body.verdict))
            }
        }
    }

    /// The weakest tenth of the bodies, by name; `nil` without any.
    package var weakestTenth: Phrase? {
        guard let weakest = diagnosis.apparatus?.weakest, !weakest.isEmpty else { return nil }
        return texts.weakestTenth(
            bodies: weakest.count, names: names(weakest.map(wording.bodyName)))
    }

    // MARK: What a verdict rests on

    /// How many criteria have thresholds of each origin, in the order of ``Criterion/Origin``; the
    /// last are those of which the edition does not say.
    package var origins: [(origin: Criterion.Origin?, count: Int)] {
        let criteria = wording.assessment.plan.nodes.compactMap(\.criterion)
        let all: [Criterion.Origin?] = Criterion.Origin.allCases + [nil]
        return all.map { origin in (origin, criteria.count { $0.origin == origin }) }
            .filter { $0.1 > 0 }
    }

    /// On which thresholds the verdict rests, as in `of 69 criteria, 12 rest on published
    /// thresholds, 57 on thresholds that the edition proposes`.
    package var basis: Phrase {
        let list = origins.map { origin, count in
            switch origin {
            case .published: texts.originPublished(number: count)
            case .remembered: texts.originRemembered(number: count)
            case .quantile: texts.originQuantile(number: count)
            case .proposed: texts.originProposed(number: count)
            case nil: texts.originUnsaid(number: count)
            }
        }
        return texts.origins(
            criteria: origins.reduce(0) { $0 + $1.count }, list: locale.list(list))
    }

    /// What the edition has said beside every verdict; `nil` where it has nothing.
    package var note: Phrase? { wording.phrase(rule.note) }
}
