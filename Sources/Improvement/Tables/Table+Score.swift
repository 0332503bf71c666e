internal import Arithmetic
internal import Methodology
internal import Scoring

/// So many sets of measures are looked at, at most.
enum TableLimits {
    /// Of one group, where there is one body.
    static let ofGroup = 1 << 14
    /// Of one group, where there are many.
    static let ofGroupOfMany = 1 << 12
    /// Of all groups, which the search has room for.
    static let ofAll = 1 << 19
}

extension Table {
    /// The table of a node's score.
    ///
    /// - Parameters:
    ///   - node: The position of the node.
    ///   - unit: The body and period.
    ///   - sign: -1 where less is better.
    ///   - acting: Over the measures.
    ///   - threads: At most so many.
    /// - Returns: `nil` where the node has no score.
    static func score(
        of node: Int, at unit: Int, sign: Int128, _ acting: Acting, threads: Int?
    ) -> Table? {
        guard let score = acting.now(node, at: unit).score else { return nil }
        let terms = ScoreTerms(of: node, at: unit, acting)
        let computation = acting.catalogue.assessment.computation(of: node, at: unit)
        if terms.isSum,
            let made = ScoreMaker(acting, unit, terms.terms, sign: sign).table(
                of: node, now: computation.unrounded ?? score, sums: terms.sums, threads: threads)
        {
            return made
        }
        let whole = ScoreTerms.Term(node: node, factor: Fraction(numerator: 1, denominator: 1))
        return ScoreMaker(acting, unit, [whole], sign: sign).table(
            of: node, now: score, sums: 0, threads: threads)
    }
}

/// Makes the table of a score that is a sum.
private struct ScoreMaker {
    let acting: Acting
    let unit: Int
    let terms: [ScoreTerms.Term]
    let sign: Int128

    init(_ acting: Acting, _ unit: Int, _ terms: [ScoreTerms.Term], sign: Int128) {
        (self.acting, self.unit, self.terms, self.sign) = (acting, unit, terms, sign)
    }

    /// - Returns: `nil` where the score is not the sum after all, since a term can lose its score.
    func table(of node: Int, now: Fixed, sums: Int, threads: Int?) -> Table? {
        let wanted = terms.map { (unit: unit, nodes: [$0.node]) }
        let clusters = acting.clusters(wanted, limit: TableLimits.ofGroup, threads: threads)
        let found = clusters.compactMap(\.self)
        let results = acting.results(of: found, threads: threads)
        guard found.count == terms.count || terms.count == 1 else { return nil }
        guard sums == 0 || areSteady(results.results) else { return nil }
        let grain = grain(results.results)
        var draft = BlockDraft(body: acting.catalogue.assessment.body(of: unit))
        draft.rows = [(0, .value)]
        for (index, cluster) in found.enumerated() {
            let states = zip(cluster.sets, results.results[index]).map { set, result in
                state(set, result[0], results.results[index][0][0], terms[index], grain)
            }
            draft.groups.append(
                GroupDraft(cluster, node: terms[index].node, states: states, acting.catalogue))
        }
        let cut = found.first(where: \.isCut)?.nodes.first
        let plan = acting.catalogue.assessment.plan
        let scale = ScoreScale(
            now: now, grain: grain ?? 1, sign: sign, isExact: sums == 0,
            // Sums of doubles are off by less than 10⁻¹¹; what reaches an edge by that alone fails the
            // engine and is passed over.
            slack: Int128(sums + found.count) * (plan.arithmetic == .double ? 10_000_000 : 1),
            rounding: sums == 0 ? nil : plan.nodes[node].rounding)
        return Table(
            [draft], scale: .score(scale),
            doubt: results.doubt ?? cut.map { .manyMeasures($0) }, acting.catalogue)
    }

    /// Whether nothing but scores changes.
    private func areSteady(_ results: [[[NodeResult]]]) -> Bool {
        results.allSatisfy { sets in sets.allSatisfy { $0[0].isAlike(sets[0][0]) } }
    }

    private func state(
        _ set: UInt64, _ result: NodeResult, _ now: NodeResult, _ term: ScoreTerms.Term,
        _ grain: Int128?
    ) -> Problem.State {
        guard let score = result.score, let base = now.score,
            let gain = gain(Self.change(score, from: base), term.factor, grain)
        else {
            // A score that is lost, or has no room, is nothing to aim at.
            let isLost = result.score != now.score
            return Problem.State(members: set, contributions: [0], isForbidden: isLost)
        }
        return Problem.State(members: set, contributions: [sign * gain], value: sign * gain)
    }

    /// What a change of a term's raw score adds, in grains; rounded up where there are none.
    private func gain(_ change: Int128, _ factor: Fraction, _ grain: Int128?) -> Int128? {
        if let grain {
            let (times, isOver) = factor.numerator.multipliedReportingOverflow(
                by: grain / factor.denominator)
            let (gain, isOverAgain) = change.multipliedReportingOverflow(by: times)
            return isOver || isOverAgain ? nil : gain
        }
        let change = Fraction(Fixed(raw: change))
        return (try? change.multiplied(by: factor).rounded(to: Fixed.fractionDigits, .up))?.raw
    }

    private static func change(_ score: Fixed, from base: Fixed) -> Int128 {
        score.raw.subtractingReportingOverflow(base.raw).partialValue
    }

    /// The least common denominator of the factors; `nil` where sums could have too many bits.
    private func grain(_ results: [[[NodeResult]]]) -> Int128? {
        let sizes = results.joined().compactMap { $0.first?.score?.raw.magnitude }
        let room = Int128.max / Int128(clamping: max(sizes.max() ?? 1, 1)) / 1_000_000
        var grain: Int128 = 1
        for term in terms {
            let lower = term.factor.reduced.denominator
            let common = Fraction(numerator: grain, denominator: lower).reduced.denominator
            let (product, isOver) = grain.multipliedReportingOverflow(by: common)
            guard !isOver, product < room else { return nil }
            grain = product
        }
        return grain
    }
}
