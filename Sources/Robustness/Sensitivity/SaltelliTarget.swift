internal import Arithmetic

/// What a target came to at the points of a design.
struct SaltelliTarget: Sendable {
    /// At the points of A.
    let a: [Double]
    /// At the points of B; as many.
    let b: [Double]
    /// For each factor, at the points of ABi; as many.
    let mixed: [[Double]]

    /// The shares of the variance, one for each factor, without ranges; `nil` where the target is
    /// the same at all points of A and B.
    ///
    ///     Si = Σ yB (yABi − yA) / (N V),   STi = Σ (yA − yABi)² / (2 N V)
    ///
    /// with V the variance of yA and yB together, over one less than their number.
    ///
    /// - Source: A. Saltelli et al. (2010), table 2 (b) and (f), the latter after M. Jansen,
    ///   Analysis of variance designs for model output (1999).
    func indices() -> [SensitivityIndex]? {
        guard isMoved, let variance = Moments(a + b)?.variance, variance > 0 else { return nil }
        let points = Double(a.count)
        return mixed.map { mixed in
            var (first, total) = (0.0, 0.0)
            for row in a.indices {
                let change = mixed[row] - a[row]
                first += b[row] * change
                total += change * change
            }
            return SensitivityIndex(
                first: first / points / variance, total: total / (2 * points) / variance,
                firstRange: nil, totalRange: nil)
        }
    }

    /// Whether it is not the same everywhere: sums of equal numbers are rounded, and would show a
    /// variance.
    private var isMoved: Bool {
        guard let first = a.first else { return false }
        return !(a.allSatisfy { $0 == first } && b.allSatisfy { $0 == first })
    }

    /// What it came to at the first points only.
    func prefix(_ points: Int) -> SaltelliTarget {
        SaltelliTarget(
            a: Array(a.prefix(points)), b: Array(b.prefix(points)),
            mixed: mixed.map { Array($0.prefix(points)) })
    }

    /// The indices from a quarter, half and all of the points, where there are any.
    func convergence() -> [(points: Int, indices: [SensitivityIndex])] {
        var found: [(points: Int, indices: [SensitivityIndex])] = []
        for points in [a.count / 4, a.count / 2, a.count] where points > (found.last?.points ?? 1) {
            guard let indices = prefix(points).indices() else { continue }
            found.append((points, indices))
        }
        return found
    }
}
