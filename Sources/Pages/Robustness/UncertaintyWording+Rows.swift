internal import Domain
internal import Evidence
internal import Explanation
package import Locales
internal import Methodology
internal import Robustness
internal import Scoring

/// What many runs came to for one body of a node, as it stands in the row of a table.
package struct RunRow: Sendable {
    /// Both ends and the middle of an interval, as they are shown.
    package struct Interval: Sendable {
        /// 5 % of the runs lie below.
        package let lower: String
        /// Half of the runs lie below.
        package let median: String
        /// 95 % of the runs lie below.
        package let upper: String
    }

    /// The body's position in the evidence.
    package let body: Int
    /// Its official rank; `nil` where it has none.
    package let rank: Int?
    /// Of its ranks, rounded outwards; `nil` where it is not ranked, or nobody is ranked with it.
    package let ranks: Interval?
    /// Of its scores; `nil` where no run gives it one, and where scores of the runs lie on different
    /// scales.
    package let scores: Interval?
    /// Whether any run gives it a score.
    package let hasScore: Bool
    /// The letter of its group; `nil` where it is not ranked.
    package let group: String?
    /// In which share of the runs it had a score, in percent; `nil` for all of them.
    package let scored: String?
    /// Whether no run gives it another rank or score; ends alone are looked at.
    package let isSteady: Bool
}

/// What stands in tables, and around them.
extension UncertaintyWording {
    /// The ranked bodies of a node, population by population and the first rank first, then those
    /// that are not ranked as they stand in the evidence; empty where the node is not among those
    /// that are looked at.
    package func rows(at node: Int) -> [RunRow] {
        guard let found = results.nodes[node] else { return [] }
        let unranked = found.uncertainty.bodies.map(\.body).filter { found.group(of: $0) == nil }
        return (found.ranked + unranked).compactMap { row(of: $0, in: found) }
    }

    /// What a node's runs came to for one body; `nil` where the node is not among those that are
    /// looked at, or not computed for the body.
    package func row(of body: Int, at node: Int) -> RunRow? {
        results.nodes[node].flatMap { row(of: body, in: $0) }
    }

    private func row(of body: Int, in found: NodeResults) -> RunRow? {
        guard let own = found[body] else { return nil }
        let ranks = own.ranks.flatMap { ranks -> RunRow.Interval? in
            guard !found.isAlone(body) else { return nil }
            let ends = ranks.outward
            return RunRow.Interval(
                lower: String(ends.lower), median: ranks.median.short(digits: 2),
                upper: String(ends.upper))
        }
        let scores = own.scores.flatMap { scores -> RunRow.Interval? in
            guard results.hasOneScale else { return nil }
            return RunRow.Interval(
                lower: plain(scores.lower), median: plain(scores.median),
                upper: plain(scores.upper))
        }
        return RunRow(
            body: body, rank: own.rank, ranks: ranks, scores: scores,
            hasScore: own.scores != nil,
            group: found.group(of: body).map(GroupMark.letters),
            scored: own.scored < 1 ? locale.percent(own.scored) : nil, isSteady: own.isSteady)
    }

    /// With the digits of the edition and a decimal point, as tables of text have it.
    private func plain(_ score: Double) -> String {
        score.rounded(digits: wording.assessment.plan.display.digits)
    }

    /// Whether a node is among those that are looked at.
    package func looksAt(_ node: Int) -> Bool { results.nodes[node] != nil }

    /// How many runs there were.
    package var runCount: Int { uncertainty.runs }

    /// That an analyst assumed what was drawn; `nil` where the edition says it.
    package var assumption: Phrase? {
        uncertainty.isAnalysts ? Phrase(texts.runsAnalysts).asSentence : nil
    }

    /// How often everything was computed.
    package var drawing: Phrase { texts.runsDrawEach(runs: uncertainty.runs) }

    /// What is drawn in each run, one sentence for each factor.
    package var drawn: [Phrase] {
        let factors = FactorWording(uncertainty.factors, results.alternatives, wording)
        return uncertainty.factors.indices.map { factors.told($0).asSentence }
    }

    /// What each factor is called.
    package var names: [Phrase] {
        let factors = FactorWording(uncertainty.factors, results.alternatives, wording)
        return uncertainty.factors.indices.map(factors.name)
    }

    /// That scores of the runs lie on different scales; `nil` where they do not.
    package var scales: Phrase? {
        results.hasOneScale ? nil : Phrase(texts.runsScales).asSentence
    }

    /// On what the alternatives rest; `nil` where the edition does not say.
    package var basis: Phrase? {
        guard !results.alternatives.basis.isEmpty else { return nil }
        let sources = results.alternatives.basis.map(wording.citationPhrase)
        return texts.alternativesRestOn(sources: sources.joined(separator: "; "))
    }

    /// How the runs were made, and how exact the figures are; one sentence each.
    package var method: [Phrase] { RunMethod(results, locale).lines }
}

extension BodyUncertainty {
    /// Whether both ends of its ranks and of its scores are the same.
    fileprivate var isSteady: Bool {
        [ranks, scores].allSatisfy { $0.map { $0.lower == $0.upper } ?? true }
            && (scored == 0 || scored == 1) && (ranks.map { $0.median } ?? 0) == Double(rank ?? 0)
    }
}
