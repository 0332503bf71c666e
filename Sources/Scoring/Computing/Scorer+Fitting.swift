internal import Arithmetic
internal import Evidence
internal import LinearAlgebra
internal import Methodology

/// Missing values that are expected beside those of other leaves.
extension Scorer {
    /// Tells why nothing takes the place of a missing value.
    func tellUnfitted(_ walk: inout Walk) {
        guard let fit = populations.fits[walk.position]?[ground.period(of: walk.unit)],
            let reason = walk.computation.outcome.reason
        else { return }
        walk.computation.outcome = .none(.missing, .unfitted(fit.obstacle, reason))
    }

    /// Known values of leaves, a row for each body of the period; NaN where there is none.
    fileprivate func values(_ subject: Fit.Subject) throws(Failure) -> Matrix {
        let bodies = ground.evidence.bodies.count
        var matrix = Matrix(rows: bodies, columns: subject.leaves.count, repeating: .nan)
        for (column, leaf) in subject.leaves.enumerated() {
            for body in 0..<bodies {
                let unit = subject.period * bodies + body
                guard let value = try ownValue(leaf, unit) else { continue }
                matrix[body, column] = Double(value)
            }
        }
        return matrix
    }

    /// Whether the node has no value in the period for a body, and a missing rule is asked for one.
    fileprivate func isAnyMissing(_ position: Int, in period: Int) throws(Failure) -> Bool {
        let bodies = ground.evidence.bodies.count
        for unit in period * bodies..<(period + 1) * bodies
        where try ownComputation(position, unit)?.outcome.state == .missing {
            return true
        }
        return false
    }
}

extension Populations {
    /// Notes what is expected of a node's missing values, before any of them is scored.
    mutating func takeFits(of position: Int, _ scorer: Scorer, _ isScored: [Bool]) {
        let ground = scorer.ground
        guard let leaves = ground.plan.nodes[position].substitute?.leaves, !leaves.isEmpty else {
            return
        }
        fits[position] = isScored.indices.map { period in
            guard isScored[period] else { return nil }
            let subject = Fit.Subject(leaves: (leaves + [position]).sorted(), period: period)
            return result(subject, of: position, scorer).map {
                Fit(
                    $0, of: position, in: subject,
                    firstUnit: period * ground.evidence.bodies.count)
            }
        }
    }

    private mutating func result(
        _ subject: Fit.Subject, of position: Int, _ scorer: Scorer
    ) -> Fit.Result? {
        do throws(Failure) {
            guard try scorer.isAnyMissing(position, in: subject.period) else { return nil }
            if let known = fitted[subject] { return known }
            let result = Fit.Result(try scorer.values(subject), of: subject)
            fitted[subject] = result
            return result
        } catch {
            return .failed(error)
        }
    }
}
