internal import Arithmetic
internal import Expressions
internal import Methodology

extension Scorer {
    /// The first requirement that holds decides; one that cannot be told leaves the node missing
    /// unless one above it holds.
    func takeLadder(_ ladder: Node.Ladder, _ walk: inout Walk) throws(Failure) {
        var isDecided = false
        // What it can still become, from the best down to what it cannot fall below.
        var possible: [Fixed] = []
        for (index, rung) in ladder.rungs.enumerated() {
            let verdict = try verdict(on: rung.when, walk)
            if !isDecided {
                walk.computation.requirements.append(
                    RequirementStep(index: index, verdict: verdict))
                isDecided = decide(rung, index, verdict, &walk)
            }
            let isFirm = !restsOnOpen(rung.when, walk.unit)
            if verdict == .unmet, isFirm { continue }
            possible.append(rung.score)
            if verdict == .met, isFirm {
                walk.interval = Self.hull(possible)
                return
            }
        }
        if !isDecided { settle(ladder.otherwise, &walk) }
        walk.interval = Self.hull(possible + [ladder.otherwise])
    }

    func verdict(
        on condition: Formula, _ walk: Walk
    ) throws(Failure) -> RequirementStep.Verdict {
        switch try step(condition, walk) {
        case .flag(let holds): return holds ? .met : .unmet
        case .blank(let absence): return .unknown(absence.origin)
        case .number, .ordinal, .text:
            preconditionFailure("the checker lets only conditions be requirements")
        }
    }

    /// Whether the rungs below are not looked at for the outcome.
    private func decide(
        _ rung: Node.Ladder.Rung, _ index: Int, _ verdict: RequirementStep.Verdict,
        _ walk: inout Walk
    ) -> Bool {
        switch verdict {
        case .met: settle(rung.score, &walk)
        case .unmet: return false
        case .unknown(let origin):
            walk.computation.outcome = .none(.missing, .requirement(index, origin))
        }
        return true
    }

    func settle(_ score: Fixed, _ walk: inout Walk) {
        walk.computation.value = score
        walk.computation.outcome = .score(score)
    }

    /// From the least to the greatest of some scores; `nil` of none.
    private static func hull(_ scores: [Fixed]) -> Bounds? {
        guard let first = scores.first else { return nil }
        return Bounds(scores.reduce(first, min), scores.reduce(first, max))
    }
}
