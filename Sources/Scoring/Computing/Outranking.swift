package import Arithmetic

/// The bodies of one period, compared in pairs by the weight of the children in which each is
/// better.
///
/// - Source: A. H. Copeland, A reasonable social welfare function (1951); OECD/JRC, Handbook on
///   Constructing Composite Indicators (2008), step 6, non-compensatory aggregation.
package struct Outranking: Sendable {
    /// For each child, the place of each body's score among all, rising; −1 where it has none.
    private let places: [[Int32]]
    /// For each child; 0 and above.
    private let weights: [Int64]
    private let bodies: Int

    /// Takes the scores that count.
    ///
    /// - Parameters:
    ///   - scores: For each body, one for each child; `nil` where it has none.
    ///   - weights: For each child, a whole number from 0; they sum to less than 2^62.
    package init(scores: [[Fixed?]], weights: [Int64]) {
        self.weights = weights
        bodies = scores.count
        places = weights.indices.map { child in
            let distinct = Set(scores.compactMap { $0[child] }).sorted()
            let places = Dictionary(
                uniqueKeysWithValues: zip(distinct, distinct.indices.map { Int32($0) }))
            return scores.map { body in body[child].flatMap { places[$0] } ?? -1 }
        }
    }

    /// The share of the weight that both have in which one body is better than another; children
    /// in which they are alike count half.
    ///
    ///     (Σ w [a > b] + ½ Σ w [a = b]) / Σ w
    ///
    /// - Returns: From 0 to 1; `nil` where they have no child with a weight in common.
    package func weight(of body: Int, over other: Int) -> Fraction? {
        var (halves, all) = (Int128(0), Int128(0))
        for (places, weight) in zip(places, weights)
        where places[body] >= 0 && places[other] >= 0 {
            all += Int128(weight)
            let (own, its) = (places[body], places[other])
            halves += Int128(weight) * (own > its ? 2 : own == its ? 1 : 0)
        }
        return all > 0 ? Fraction(numerator: halves, denominator: 2 * all).reduced : nil
    }

    /// How each body stands against all others, in the order of the bodies.
    ///
    /// Takes as many steps as there are children times bodies times bodies.
    package func standings(threads: Int?) -> [OutrankingStep] {
        Parallel.map(bodies, chunk: 64, threads: threads) { range in
            range.map { standing(of: $0) }
        }.flatMap { $0 }
    }

    private func standing(of body: Int) -> OutrankingStep {
        // The weight in which it is better, less that in which it is worse; and what both have.
        var lead = [Int64](repeating: 0, count: bodies)
        var common = [Int64](repeating: 0, count: bodies)
        for (places, weight) in zip(places, weights) where places[body] >= 0 {
            let own = places[body]
            for other in 0..<bodies {
                let its = places[other]
                let both = its < 0 ? 0 : weight
                common[other] &+= both
                lead[other] &+= own > its ? both : own < its ? -both : 0
            }
        }
        var step = OutrankingStep()
        for other in 0..<bodies where other != body {
            if common[other] == 0 {
                step.apart += 1
            } else if lead[other] > 0 {
                step.outranked += 1
            } else if lead[other] < 0 {
                step.outrankedBy += 1
            } else {
                step.ties += 1
            }
        }
        return step
    }
}

extension OutrankingStep {
    /// How many it outranks, less how many outrank it.
    var value: Fixed { Fixed(outranked - outrankedBy) }
}
