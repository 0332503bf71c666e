internal import Arithmetic
internal import Expressions
internal import Methodology

extension Scorer {
    /// Requirements side by side; one that cannot be told leaves the node missing unless the
    /// others decide without it.
    func takeChecklist(_ list: Node.Checklist, _ walk: inout Walk) throws(Failure) {
        var verdicts: [RequirementStep.Verdict] = []
        var isOpen: [Bool] = []
        for (index, item) in list.items.enumerated() {
            let verdict = try verdict(on: item.when, walk)
            verdicts.append(verdict)
            isOpen.append(restsOnOpen(item.when, walk.unit))
            walk.computation.requirements.append(RequirementStep(index: index, verdict: verdict))
        }
        // What is met for good, and what may be met in the end.
        let sure = verdicts.indices.filter { verdicts[$0] == .met && !isOpen[$0] }
        let possible = verdicts.indices.filter { verdicts[$0] != .unmet || isOpen[$0] }
        switch list.form {
        case .count(let least, let score, let otherwise):
            let met = verdicts.count { $0 == .met }
            let unmet = verdicts.count { $0 == .unmet }
            if met >= least {
                settle(score, &walk)
            } else if verdicts.count - unmet < least {
                settle(otherwise, &walk)
            } else {
                leaveOpen(verdicts, &walk)
            }
            walk.interval = Bounds(
                sure.count >= least ? score : otherwise, possible.count >= least ? score : otherwise
            )
        case .points:
            try takePoints(list, verdicts, sure: Set(sure), possible: Set(possible), &walk)
        }
    }

    private func takePoints(
        _ list: Node.Checklist, _ verdicts: [RequirementStep.Verdict], sure: Set<Int>,
        possible: Set<Int>, _ walk: inout Walk
    ) throws(Failure) {
        var (score, lower, upper) = (Fixed.zero, Fixed.zero, Fixed.zero)
        do {
            for (index, item) in list.items.enumerated() {
                let isLoss = item.points < .zero
                if verdicts[index] == .met { score = try score.adding(item.points) }
                if (isLoss ? possible : sure).contains(index) {
                    lower = try lower.adding(item.points)
                }
                if (isLoss ? sure : possible).contains(index) {
                    upper = try upper.adding(item.points)
                }
            }
        } catch {
            throw tooLarge(walk)
        }
        if !leaveOpen(verdicts, &walk) { settle(score, &walk) }
        walk.interval = Bounds(lower, upper)
    }

    /// Leaves the node missing because of the first requirement that cannot be told.
    @discardableResult private func leaveOpen(
        _ verdicts: [RequirementStep.Verdict], _ walk: inout Walk
    ) -> Bool {
        for (index, verdict) in verdicts.enumerated() {
            guard case .unknown(let origin) = verdict else { continue }
            walk.computation.outcome = .none(.missing, .requirement(index, origin))
            return true
        }
        return false
    }
}
