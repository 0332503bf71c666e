internal import Arithmetic
internal import Expressions
internal import Locales
internal import Methodology
internal import Scoring

/// What became of a value beside those of other bodies, in words.
extension TraceWriter {
    /// The series and its limits, what was done with it, and what the value became.
    func treated(
        _ rule: Node.Treatment, _ step: TreatmentStep, _ value: Fixed
    ) -> [Phrase] {
        var lines = [series(rule, step)]
        if let drawnIn = step.drawnIn {
            lines.append(
                phrases.treatedDrawnIn(
                    points: step.points, least: exactly(step.least),
                    greatest: exactly(step.greatest), shape: shape(drawnIn)))
        }
        if let transform = step.transform {
            lines.append(
                phrases.treatedLogarithm(
                    formula: .code(transform.formula), shape: shape(step.after)))
        }
        lines.append(
            step.value == value
                ? phrases.treatedStays(value: exactly(value))
                : phrases.treatedBecomes(value: exactly(value), treated: exactly(step.value)))
        return lines
    }

    private func series(_ rule: Node.Treatment, _ step: TreatmentStep) -> Phrase {
        let shape = shape(step.before)
        let series =
            rule.reach == .peers
            ? phrases.treatedPeers(shape: shape, bodies: step.bodies)
            : phrases.treatedBodies(shape: shape, bodies: step.bodies)
        guard step.before.skewness != nil, step.before.kurtosis != nil else { return series }
        let (skewness, kurtosis) = (wording.figure(rule.skewness), wording.figure(rule.kurtosis))
        let isBeyond = step.points > 0 || step.transform != nil
        return isBeyond
            ? phrases.treatedBeyond(series: series, skewness: skewness, kurtosis: kurtosis)
            : phrases.treatedWithin(series: series, skewness: skewness, kurtosis: kurtosis)
    }

    private func shape(_ shape: TreatmentStep.Shape) -> Phrase {
        guard let skewness = shape.skewness, let kurtosis = shape.kurtosis else {
            return Phrase(phrases.treatedNoShape)
        }
        return phrases.treatedShape(skewness: rounded(skewness), kurtosis: rounded(kurtosis))
    }

    /// With three digits, which is enough to see on which side of a limit it lies.
    private func rounded(_ number: Fixed) -> Phrase {
        let shown = (try? number.rounded(to: 3, .halfEven)) ?? number
        return wording.figure(number, shown: shown.description)
    }
}
