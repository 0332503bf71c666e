internal import Domain
internal import Evidence
internal import Explanation
package import Locales
internal import Methodology
internal import Robustness
internal import Scoring

/// How the runs were made and how exact they are, in sentences.
package struct RunMethod: Sendable {
    private let results: StudyResults
    private let locale: Locale
    private let texts: Phrases

    /// The wording of how a study was made.
    package init(_ results: StudyResults, _ locale: Locale) {
        self.results = results
        self.locale = locale
        texts = Phrases(locale)
    }

    private var uncertainty: Uncertainty { results.uncertainty }

    /// One sentence each.
    package var lines: [Phrase] {
        var lines = [
            texts.methodSeed(seed: .code(String(uncertainty.seed))),
            Phrase(texts.methodTies), Phrase(texts.methodQuantiles),
        ]
        let bodies = uncertainty.nodes.flatMap(\.bodies)
        lines += errors(bodies.compactMap(\.ranks), bodies.compactMap(\.scores))
        if let sensitivity = results.sensitivity {
            let runs = sensitivity.base * (sensitivity.factors.count + 2)
            lines.append(
                texts.methodSensitivity(
                    points: sensitivity.base, runs: runs, seed: .code(String(sensitivity.seed))))
        }
        return lines
    }

    /// How far what is shown may lie from the exact, and from endlessly many runs.
    private func errors(_ ranks: [Quantiles], _ scores: [Quantiles]) -> [Phrase] {
        var lines: [Phrase] = []
        if let error = ranks.map(\.error).max() {
            lines.append(
                error == 0
                    ? Phrase(texts.methodRanksExact) : texts.methodRankError(places: figure(error)))
        }
        if results.hasOneScale, let error = scores.map(\.error).max(), error > 0 {
            lines.append(texts.methodScoreError(points: figure(error)))
        }
        if let distance = ranks.map(\.medianDistance).max() {
            lines.append(texts.methodMedian(places: figure(distance)))
        }
        return lines
    }

    /// With as many digits, up to six, as leave something of it.
    private func figure(_ number: Double) -> Phrase {
        var shown = number.short(digits: 2)
        for digits in 3...6 where shown == "0" && number != 0 {
            shown = number.short(digits: digits)
        }
        return .figure(exact: number.plainDigits, shown: locale.decimal(shown))
    }
}

extension Quantiles {
    /// How far the middle of endlessly many runs may lie from the middle of these.
    fileprivate var medianDistance: Double {
        max(median - medianRange.lowerBound, medianRange.upperBound - median)
    }
}
