internal import Arithmetic
internal import Locales

extension RankedDots {
    /// Who has the highest and who the lowest score of those that are drawn.
    func finding(_ phrases: Phrases) -> Phrase {
        let scored = rows.compactMap { row in row.score.map { (name: row.name, score: $0) } }
        guard let first = scored.max(by: { $0.score.number < $1.score.number }),
            let last = scored.last(where: { row in
                scored.allSatisfy { row.score.number <= $0.score.number }
            })
        else { return Phrase(phrases.findingUnscored) }
        if scored.count == 1 {
            return phrases.findingSingle(name: first.name, score: first.score.phrase)
        }
        if first.score.number == last.score.number {
            return phrases.findingEqual(bodies: scored.count, score: first.score.phrase)
        }
        return phrases.findingRanked(
            first: first.name, highest: first.score.phrase, last: last.name,
            lowest: last.score.phrase)
    }
}

extension Waterfall {
    /// What took the most points of all that were lost.
    ///
    /// - Parameters:
    ///   - lost: All points lost, above 0.
    ///   - phrases: Our own texts.
    /// - Returns: A sentence; that no point is lost where no step takes any.
    func finding(lost: Plotted, _ phrases: Phrases) -> Phrase {
        guard let greatest = steps.min(by: { $0.change.number < $1.change.number }),
            greatest.change.number < .zero
        else { return Phrase(phrases.findingNothingLost) }
        return phrases.findingLost(
            node: greatest.name, points: greatest.change.size, lost: lost.phrase)
    }
}

extension DistributionChart {
    /// From where to where scores reach, and their median where it is shown.
    func finding(_ phrases: Phrases) -> Phrase {
        guard let lowest = scores.min(by: { $0.number < $1.number }),
            let highest = scores.max(by: { $0.number < $1.number })
        else { return Phrase(phrases.chartNoScores) }
        if scores.count == 1 { return phrases.findingOne(score: lowest.phrase) }
        if lowest.number == highest.number {
            return phrases.findingEqual(bodies: scores.count, score: lowest.phrase)
        }
        guard let median else {
            return phrases.findingRange(lowest: lowest.phrase, highest: highest.phrase)
        }
        return phrases.findingSpread(
            lowest: lowest.phrase, highest: highest.phrase, median: median.score.phrase)
    }
}

extension HeatTable {
    /// How many cells have a score.
    func finding(_ phrases: Phrases) -> Phrase {
        let cells = rows.flatMap(\.cells)
        let scored = cells.count { $0.score != nil }
        return phrases.findingCells(scored: scored, cells: cells.count)
    }
}

extension Trend {
    /// How the first line goes from its first to its last score.
    func finding(_ phrases: Phrases) -> Phrase {
        let scored = zip(periods, lines.first?.points ?? []).compactMap { period, point in
            point.map { (period: period, score: $0) }
        }
        guard let first = scored.first, let last = scored.last else {
            return Phrase(phrases.findingUnscored)
        }
        if scored.count == 1 {
            return phrases.findingOnly(period: last.period, score: last.score.phrase)
        }
        if first.score.number == last.score.number {
            return phrases.findingStayed(
                from: first.period, to: last.period, score: last.score.phrase)
        }
        let isRise = first.score.number < last.score.number
        let told = isRise ? phrases.findingRose : phrases.findingFell
        return told(first.period, first.score.phrase, last.period, last.score.phrase)
    }
}

extension TargetActual {
    /// How many targets are met, of those that can be compared.
    func finding(_ phrases: Phrases) -> Phrase {
        let compared = rows.filter { $0.verdict != .open }
        let met = compared.count { $0.verdict == .met }
        return phrases.findingTargets(met: met, targets: compared.count)
    }
}
