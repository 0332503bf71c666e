internal import Arithmetic

extension SaltelliTarget {
    private static let draws = 1000

    /// The indices with the ranges in which nine tenths of those of resampled points lie.
    ///
    /// 1,000 times, as many rows are drawn as there are, each as likely as any other. Draws in which
    /// the target is the same at all points have no indices; where none has any, there is no range.
    ///
    /// - Source: G. Archer, A. Saltelli, I. Sobol', Sensitivity measures, ANOVA-like techniques and
    ///   the use of bootstrap (1997).
    /// - Parameters:
    ///   - seed: What the draws follow from.
    ///   - stream: The number of the target, so that each has its own draws.
    ///   - threads: At most so many; `nil` uses all cores.
    /// - Returns: As ``indices()``.
    func indices(
        resampledBy seed: UInt64, stream: Int, threads: Int?
    ) -> [SensitivityIndex]? {
        guard let indices = indices() else { return nil }
        let terms = ResamplingTerms(self)
        let drawn = Parallel.map(Self.draws, chunk: 50, threads: threads) { draws in
            draws.compactMap { draw in
                terms.indices(
                    RandomStream(
                        seed: seed, number: UInt64(stream) &<< 32 | UInt64(draw),
                        purpose: Purpose.resampling))
            }
        }.flatMap(\.self)
        return indices.enumerated().map { factor, index in
            SensitivityIndex(
                first: index.first, total: index.total,
                firstRange: Self.range(drawn.map { $0.first[factor] }),
                totalRange: Self.range(drawn.map { $0.total[factor] }))
        }
    }

    private static func range(_ drawn: [Double]) -> ClosedRange<Double>? {
        guard !drawn.isEmpty else { return nil }
        let sorted = SortedFigures(drawn)
        let (lower, upper) = (sorted.quantile(0.05).value, sorted.quantile(0.95).value)
        return lower...max(lower, upper)
    }
}

/// What the rows of a design add to the sums of which indices are made.
private struct ResamplingTerms: Sendable {
    /// Of each row, yA + yB less twice the mean, and the sum of their squares.
    private var sums: [Double] = []
    private var squares: [Double] = []
    /// For each factor, of each row yB (yABi − yA) and (yA − yABi)².
    private var first: [[Double]] = []
    private var total: [[Double]] = []

    init(_ target: SaltelliTarget) {
        let mean = Moments(target.a + target.b)?.mean ?? 0
        for (a, b) in zip(target.a, target.b) {
            sums.append(a - mean + (b - mean))
            squares.append((a - mean) * (a - mean) + (b - mean) * (b - mean))
        }
        for mixed in target.mixed {
            let changes = zip(mixed, target.a).map { $0 - $1 }
            first.append(zip(target.b, changes).map { $0 * $1 })
            total.append(changes.map { $0 * $0 })
        }
    }

    /// The indices of as many rows as there are, drawn from a stream; `nil` without variance.
    func indices(_ stream: RandomStream) -> (first: [Double], total: [Double])? {
        let times = times(stream)
        let points = Double(times.count)
        let (sum, squares) = (Self.sum(sums, times), Self.sum(squares, times))
        let spread = squares - sum * sum / (2 * points)
        // What is left of rows that are all the same is rounding.
        guard spread > squares * 1e-12 else { return nil }
        let variance = spread / (2 * points - 1)
        return (
            first.map { Self.sum($0, times) / points / variance },
            total.map { Self.sum($0, times) / (2 * points) / variance }
        )
    }

    /// How often each row is drawn.
    private func times(_ stream: RandomStream) -> [Double] {
        var (stream, times) = (stream, Array(repeating: 0.0, count: sums.count))
        for _ in times.indices { times[stream.below(times.count)] += 1 }
        return times
    }

    private static func sum(_ terms: [Double], _ times: [Double]) -> Double {
        var sum = 0.0
        for row in terms.indices { sum += terms[row] * times[row] }
        return sum
    }
}
