internal import Arithmetic
internal import Expressions
internal import Methodology

/// What a node's values are like among one another, and what is done with those far off.
struct TreatedSeries: Sendable {
    private let treated: Treated
    private let before: TreatmentStep.Shape
    private let drawnIn: TreatmentStep.Shape?
    private let after: TreatmentStep.Shape
    /// Between what values are held, digit for digit.
    private let least: Fixed
    private let greatest: Fixed

    /// Fails without a value.
    init?(_ values: [Fixed], _ treatment: Node.Treatment) {
        let treated = treatment.treated(values.map { Double($0) })
        let kept = values.filter {
            (treated.hold.least...treated.hold.greatest).contains(Double($0))
        }
        guard let least = kept.min(), let greatest = kept.max() else { return nil }
        (self.treated, self.least, self.greatest) = (treated, least, greatest)
        before = Self.shape(treated.before)
        drawnIn = treated.drawnIn.map(Self.shape)
        after = Self.shape(treated.after)
    }

    /// What becomes of a value; one outside of the series counts as its nearest end.
    func step(_ value: Fixed) throws(ArithmeticError) -> TreatmentStep {
        var made = min(max(value, least), greatest)
        if let transform = treated.transform {
            made = try Node.Treatment.logarithm(of: Double(value), treated.ends, transform)
                .stepResult()
        }
        return TreatmentStep(
            value: made, bodies: treated.values.count, points: treated.points, least: least,
            greatest: greatest, transform: treated.transform, before: before, drawnIn: drawnIn,
            after: after)
    }

    private static func shape(_ moments: Moments?) -> TreatmentStep.Shape {
        TreatmentStep.Shape(
            skewness: moments?.skewness.flatMap { try? $0.stepResult() },
            kurtosis: moments?.kurtosis.flatMap { try? $0.stepResult() })
    }
}

extension Scorer {
    /// Treats the value where it lies far from the others.
    func treat(_ walk: inout Walk) throws(Failure) {
        // The series itself is made of what comes before.
        guard let treatment = walk.node.treatment, walk.computation.outcome.state == .score,
            let value = walk.computation.value,
            let groups = populations.treatments[walk.position]
        else { return }
        guard let group = ground.group(of: walk.unit, treatment.reach) else {
            walk.computation.outcome = .none(.missing, .blank(.group))
            walk.isWithoutPeers = true
            return
        }
        // Where a score is asked for that might be, the body may be the first one with a value.
        guard let series = groups[group] ?? TreatedSeries([value], treatment) else { return }
        do {
            let step = try series.step(value)
            walk.computation.treated = step
            let outcome = walk.computation.outcome
            walk.computation.outcome = Outcome(
                state: .score, score: step.value, isFilled: outcome.isFilled,
                reason: outcome.reason)
        } catch {
            throw tooLarge(walk)
        }
        // What it becomes depends on other bodies.
        walk.interval = nil
    }
}

extension Scorer {
    /// The value that a node treats; `nil` where there is none.
    fileprivate func valueToTreat(_ position: Int, _ unit: Int) -> Fixed? {
        // Whatever cannot be computed stops the assessment where the node is computed.
        guard case .walk(let walk)? = try? beginning(position, unit, forValue: true) else {
            return nil
        }
        return walk.computation.value
    }
}

extension Populations {
    /// Notes what becomes of a node's values far from the others, before any is scored.
    mutating func takeTreatments(
        of position: Int, _ scorer: Scorer, _ isScored: [Bool], threads: Int?
    ) {
        guard let treatment = scorer.ground.plan.nodes[position].treatment else { return }
        let groups = scorer.values(by: treatment.reach, isScored, threads: threads) {
            scorer.valueToTreat(position, $0)
        }
        treatments[position] = groups.map { TreatedSeries($0, treatment) }
    }
}
