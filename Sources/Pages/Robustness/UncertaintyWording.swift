internal import Arithmetic
internal import Domain
internal import Evidence
package import Explanation
package import Locales
internal import Methodology
internal import Robustness
internal import Scoring

/// Says in words what many runs came to.
///
/// Sentences begin with a small letter and have no full stop, so that they can stand anywhere.
package struct UncertaintyWording: Sendable {
    let results: StudyResults
    let wording: Wording
    let display: Display
    let texts: Phrases

    /// The wording of a study in a language.
    package init(_ results: StudyResults, _ wording: Wording, _ display: Display) {
        self.results = results
        self.wording = wording
        self.display = display
        texts = Phrases(wording.locale)
    }

    var locale: Locale { wording.locale }
    var uncertainty: Uncertainty { results.uncertainty }

    // MARK: Ranks

    /// The rank and where it lies in nine tenths of the runs, as in
    /// `4th; between 3rd and 7th in 90 % of 1,000 runs`.
    ///
    /// The ends are rounded outwards, so that at least so many runs lie between them. What an
    /// analyst assumed is said to be that.
    ///
    /// - Returns: For a body that is not ranked, that it has no interval; `nil` where the node is
    ///   not among those that are looked at.
    package func rank(of body: Int, at node: Int) -> Phrase? {
        guard let found = results.nodes[node] else { return nil }
        guard let own = found[body], let rank = own.rank, let ranks = own.ranks else {
            return Phrase(texts.runsNotRanked)
        }
        let place = place(rank, sharedBy: found.sharing(body))
        if found.isAlone(body) { return texts.runsAlone(place: place) }
        return labelled(inPart(interval(place, rank, ranks), own))
    }

    /// With the share of the runs that give it a score, where that is not all of them.
    private func inPart(_ told: Phrase, _ own: BodyUncertainty) -> Phrase {
        guard own.scored < 1 else { return told }
        return texts.runsScoreInPart(told: told, share: .share(own.scored, locale))
    }

    private func interval(_ place: Phrase, _ rank: Int, _ ranks: Quantiles) -> Phrase {
        let ends = ranks.outward
        if ends.lower < ends.upper {
            return texts.runsBetween(
                place: place, least: ordinal(ends.lower, exact: ranks.lower),
                greatest: ordinal(ends.upper, exact: ranks.upper), runs: uncertainty.runs)
        }
        return ends.lower == rank
            ? texts.runsSteady(place: place, runs: uncertainty.runs)
            : texts.runsElsewhere(
                place: place, other: ordinal(ends.lower, exact: ranks.lower),
                runs: uncertainty.runs)
    }

    private func place(_ rank: Int, sharedBy others: Int) -> Phrase {
        let place = texts.runsPlace(rank: ordinal(rank, exact: Double(rank)))
        return others == 0 ? place : texts.runsShared(place: place, others: others)
    }

    /// A rank as a place in an order.
    func ordinal(_ rank: Int, exact: Double) -> Phrase {
        .figure(exact: exact.plainDigits, shown: locale.ordinal(rank))
    }

    /// With the label of an assumption where it is one.
    func labelled(_ sentence: Phrase) -> Phrase {
        uncertainty.isAnalysts ? texts.runsAssumed(sentence: sentence) : sentence
    }

    // MARK: Scores

    /// Where the score lies in nine tenths of the runs; that it never had one, or that scores of the
    /// runs lie on different scales; `nil` where the node is not computed for the body.
    package func score(of body: Int, at node: Int) -> Phrase? {
        guard let own = results.nodes[node]?[body] else { return nil }
        guard let scores = own.scores else { return Phrase(texts.runsNoScore) }
        guard results.hasOneScale else { return Phrase(texts.runsScales) }
        let (lower, upper) = (score(scores.lower), score(scores.upper))
        let told =
            lower == upper
            ? texts.runsScoreSteady(score: lower)
            : texts.runsScore(least: lower, greatest: upper, median: score(scores.median))
        return inPart(told, own)
    }

    /// A score with the digits of the edition.
    func score(_ score: Double) -> Phrase {
        .figure(exact: score.plainDigits, shown: shown(score))
    }

    func shown(_ score: Double) -> String {
        locale.decimal(score.rounded(digits: wording.assessment.plan.display.digits))
    }

    /// Whether what is open was drawn between its bounds; `nil` where nothing is open.
    package func bounds(of body: Int, at node: Int) -> Phrase? {
        let assessment = wording.assessment
        let unit = assessment.unit(body: body, period: uncertainty.period)
        guard let column = assessment.columns[node], let bounds = column.bounds(at: unit),
            !bounds.isClosed || bounds.lower != column.score(at: unit)
        else { return nil }
        let lower = end(bounds.lower.description, display.figure(bounds.lower, of: node))
        let upper = end(bounds.upper.description, display.figure(bounds.upper, of: node))
        return uncertainty.factors.contains { $0.kind == .bounds }
            ? texts.runsBoundsDrawn(lower: lower, upper: upper)
            : texts.runsBoundsKept(lower: lower, upper: upper)
    }

    private func end(_ exact: String, _ shown: String) -> Phrase {
        .figure(exact: exact, shown: locale.decimal(shown))
    }
}

extension Quantiles {
    /// Both ends as whole ranks, rounded outwards.
    var outward: (lower: Int, upper: Int) {
        let held = [lower.rounded(.down), upper.rounded(.up)].map { end in
            end.isNaN ? 0 : Int(min(max(end, 0), 1e15))
        }
        return (held[0], held[1])
    }
}
