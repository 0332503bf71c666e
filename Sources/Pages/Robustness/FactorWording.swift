internal import Arithmetic
package import Explanation
package import Locales
package import Methodology
package import Robustness
internal import Scoring

/// Says in words what is drawn in every run.
package struct FactorWording: Sendable {
    private let factors: [Factor]
    private let alternatives: Alternatives
    private let wording: Wording
    private let texts: Phrases

    /// The wording of what was drawn in a language.
    package init(_ factors: [Factor], _ alternatives: Alternatives, _ wording: Wording) {
        self.factors = factors
        self.alternatives = alternatives
        self.wording = wording
        texts = Phrases(wording.locale)
    }

    /// What a factor is called, as in `weights`.
    package func name(_ position: Int) -> Phrase { Phrase(word(factors[position].kind)) }

    /// What is drawn, as in `each weight up to 25 % smaller or larger, drawn evenly`.
    package func told(_ position: Int) -> Phrase {
        let factor = factors[position]
        switch factor.kind {
        case .weights: return weights
        case .aggregation:
            return texts.factorAggregation(ways: either(alternatives.aggregates.map(word)))
        case .scoring: return texts.factorScoring(ways: either(scorings))
        case .treatment:
            let counts = alternatives.winsorised.map(figure)
            return texts.factorTreatment(counts: wording.locale.alternatives(counts))
        case .missing:
            return texts.factorMissing(ways: either(alternatives.missing.map(word)))
        case .leaveOneOut:
            return factor.options.map { texts.factorLeaveOneOut(elements: $0) }
                ?? Phrase(texts.factorLeaveOneOutEach)
        case .bounds: return Phrase(texts.factorBounds)
        case .passMarks: return passMarks
        case .sampling:
            let names = alternatives.samplingErrors.map { wording.nodeName($0.node) }
            return texts.factorSampling(names: wording.locale.list(names))
        }
    }

    // MARK: Weights

    private var weights: Phrase {
        let noise = alternatives.weights.map(noise).joined(separator: "; ")
        guard alternatives.hasEqualWeights else { return noise }
        return noise.isEmpty ? Phrase(texts.factorEqual) : texts.factorOrEqual(told: noise)
    }

    private func noise(_ noise: Alternatives.WeightNoise) -> Phrase {
        let share = share(noise.each)
        let told =
            switch noise.shape {
            case .uniform: texts.factorUniform(share: share)
            case .dirichlet: texts.factorDirichlet(share: share)
            }
        return beneath(noise, told)
    }

    private func beneath(_ noise: Alternatives.WeightNoise, _ told: Phrase) -> Phrase {
        guard let nodes = noise.beneath else { return told }
        let names = nodes.map(wording.nodeName)
        return texts.factorBeneath(told: told, names: wording.locale.list(names))
    }

    private func share(_ part: Fraction) -> Phrase {
        let number = Double(numerator: part.numerator, denominator: part.denominator)
        return .figure(exact: part.description, shown: wording.locale.percent(number))
    }

    private var passMarks: Phrase {
        alternatives.passMarks.map { texts.factorPassMarks(share: share($0)) }
            ?? Phrase(texts.factorPassMarksName)
    }

    // MARK: Words

    private func either(_ words: [String]) -> Phrase {
        Phrase(wording.locale.alternatives(words))
    }

    private func either(_ words: [Phrase]) -> Phrase { wording.locale.alternatives(words) }

    private func figure(_ number: Int) -> Phrase {
        .figure(exact: String(number), shown: wording.locale.count(number))
    }

    /// Rules of one word are told once, with how many they are.
    private var scorings: [Phrase] {
        var counts: [(word: String, count: Int)] = []
        for scoring in alternatives.scores {
            if let place = counts.firstIndex(where: { $0.word == scoring.word }) {
                counts[place].count += 1
            } else {
                counts.append((scoring.word, 1))
            }
        }
        return counts.map { word, count in
            count == 1
                ? rule(word) : texts.factorSoMany(rule: rule(word), number: count)
        }
    }

    private func rule(_ word: String) -> Phrase {
        switch word {
        case "min-max": Phrase(texts.scoringMinMax)
        case "z-score": Phrase(texts.scoringZScore)
        case "rank": Phrase(texts.scoringRank)
        case "borda": Phrase(texts.scoringBorda)
        case "percentile-rank": Phrase(texts.scoringPercentileRank)
        default: .code(word)
        }
    }

    private func word(_ way: Alternatives.Aggregation) -> String {
        switch way {
        case .arithmetic: texts.wayArithmetic
        case .geometric: texts.wayGeometric
        case .harmonic: texts.wayHarmonic
        case .median: texts.wayMedian
        }
    }

    private func word(_ way: Alternatives.Missing) -> String {
        switch way {
        case .redistribute: texts.wayRedistribute
        case .zero: texts.wayZero
        case .worst: texts.wayWorst
        case .groupMean: texts.wayGroupMean
        case .groupMedian: texts.wayGroupMedian
        }
    }

    private func word(_ kind: Factor.Kind) -> String {
        switch kind {
        case .weights: texts.factorWeights
        case .aggregation: texts.factorAggregationName
        case .scoring: texts.factorScoringName
        case .treatment: texts.factorTreatmentName
        case .missing: texts.factorMissingName
        case .leaveOneOut: texts.factorLeaveOneOutName
        case .bounds: texts.factorBoundsName
        case .passMarks: texts.factorPassMarksName
        case .sampling: texts.factorSamplingName
        }
    }
}
