package import Explanation
package import Locales
package import Robustness
internal import Scoring

/// Says in words what drives the uncertainty.
package struct SensitivityWording: Sendable {
    let sensitivity: Sensitivity
    let factors: FactorWording
    private let locale: Locale
    private let texts: Phrases

    /// The wording of a study's sensitivity; `nil` where nobody asked for it.
    package init?(_ results: StudyResults, _ wording: Wording) {
        guard let sensitivity = results.sensitivity else { return nil }
        self.sensitivity = sensitivity
        factors = FactorWording(sensitivity.factors, results.alternatives, wording)
        locale = wording.locale
        texts = Phrases(wording.locale)
    }

    /// What came of a node; `nil` where it is not looked at.
    package subscript(node: Int) -> NodeSensitivity? {
        sensitivity.nodes.first { $0.node == node }
    }

    /// What moves ranks most, and by how many places they move.
    package func finding(at node: Int) -> Phrase? {
        guard let found = self[node] else { return nil }
        guard let indices = found.indices, let order = order(indices), let first = order.first
        else {
            return Phrase(texts.drivesNothing)
        }
        var told = texts.drivesMost(
            factor: factors.name(first), alone: .share(indices[first].first, locale),
            together: .share(indices[first].total, locale))
        if order.count > 1, isClose(indices[first], indices[order[1]]) {
            told += texts.drivesClose(factor: factors.name(order[1]))
        }
        return told
    }

    /// By how many places a body's rank shifts on average.
    package func shift(at node: Int) -> Phrase? {
        self[node].map { texts.drivesShift(places: figure($0.meanShift)) }
    }

    /// What moves a body's rank most; `nil` where it never changes.
    package func finding(of body: Int, at node: Int) -> Phrase? {
        guard let indices = self[node]?.bodies[body], let first = order(indices)?.first else {
            return nil
        }
        return texts.drivesBody(
            factor: factors.name(first), together: .share(indices[first].total, locale))
    }

    /// By how much the indices changed from half of the points to all of them; `nil` where that is
    /// not known.
    package func settling(at node: Int) -> Phrase? {
        guard let steps = self[node]?.convergence, steps.count > 1 else { return nil }
        let (half, all) = (steps[steps.count - 2], steps[steps.count - 1])
        let changes = zip(half.indices, all.indices).flatMap { half, all in
            [abs(half.first - all.first), abs(half.total - all.total)]
        }
        guard let change = changes.max() else { return nil }
        return texts.drivesSettled(
            change: figure(change), from: half.points, to: all.points)
    }

    /// With two digits after the point.
    private func figure(_ number: Double) -> Phrase {
        .figure(exact: number.plainDigits, shown: locale.decimal(number.rounded(digits: 2)))
    }

    /// Positions of factors, the one with the greatest total index first; `nil` for none.
    private func order(_ indices: [SensitivityIndex]) -> [Int]? {
        guard indices.count == sensitivity.factors.count, !indices.isEmpty else { return nil }
        return indices.indices.sorted {
            (-indices[$0].total, $0) < (-indices[$1].total, $1)
        }
    }

    /// Whether either of two could be the greater one.
    private func isClose(_ one: SensitivityIndex, _ other: SensitivityIndex) -> Bool {
        guard let one = one.totalRange, let other = other.totalRange else { return false }
        return one.overlaps(other)
    }
}
