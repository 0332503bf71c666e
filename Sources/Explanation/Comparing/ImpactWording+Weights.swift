internal import Arithmetic
internal import Domain
internal import Locales
internal import Methodology

/// Steps that weigh the children of a node otherwise.
extension ImpactWording {
    /// As in `weights in Total: goals 40 % → 50 %, appeals 60 % → 50 %`; `nil` for other steps.
    func weights(of step: Int) -> String? {
        guard let parent = difference.difference.reweighs(steps.all[step]) else { return nil }
        let weights = changes(of: step).map { change in
            let parts = change.parts.map { part in
                let kinds = part.path.isEmpty ? "" : " (" + part.path.joined(separator: ", ") + ")"
                return "\(part.old ?? "–") → \(part.new ?? "–")" + kinds
            }
            return change.subject.id + " " + parts.joined(separator: ", ")
        }
        return phrases.impactWeightsIn(
            path: Phrase(title(ofNode: parent)), weights: Phrase(weights.joined(separator: ", "))
        ).plain
    }

    /// What a body has in the children that are weighed otherwise, for each step that does so at
    /// the node: who is better in what weighs more gains.
    func scoresThere(_ mover: Impact.Mover) -> [String] {
        steps.all.indices.compactMap { step in
            guard mover.alone[step].map({ $0 != .zero }) ?? false,
                difference.difference.reweighs(steps.all[step]) == mover.node,
                let start = impact.start
            else { return nil }
            let scores = changes(of: step).map { change -> String in
                let id = change.subject.id
                return id + " " + figure(start.figure(id, mover.period, mover.body))
            }
            return phrases.impactScoresThere(scores: Phrase(scores.joined(separator: ", "))).plain
        }
    }

    /// How the bodies of each kind fare, where there are several.
    func ofKinds(_ node: String, _ period: Period) -> [Phrase] {
        let kinds = impact.kinds.filter { $0.node == node && $0.period == period }
        guard kinds.count > 1 else { return [] }
        return kinds.map { of in
            phrases.impactOfKind(
                kind: Phrase(of.kind), up: of.gain, bodies: of.bodies, down: of.lose,
                mean: Phrase(signed(of.mean)))
        }
    }

    private func changes(of step: Int) -> [Change] {
        steps.all[step].changes.map { difference.difference.changes[$0] }
    }
}
