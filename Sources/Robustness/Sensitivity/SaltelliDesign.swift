internal import Arithmetic

/// Points of the unit cube from which the indices of each factor follow.
///
/// Two independent sets of points A and B, and for each factor i the set ABi: A, but with the
/// numbers of the factor from B.
///
/// - Source: A. Saltelli et al., Variance based sensitivity analysis of model output. Design and
///   estimator for the total sensitivity index (2010), section 2.
struct SaltelliDesign: Sendable {
    /// How many points each set has.
    let base: Int
    /// How many factors there are.
    let dimension: Int
    /// What the points follow from.
    let seed: UInt64

    /// The points of one row, in the order A, B, AB1…ABd.
    func points(row: Int) -> [[Double]] {
        var stream = RandomStream(seed: seed, number: UInt64(row), purpose: Purpose.design)
        let a = (0..<dimension).map { _ in stream.uniform() }
        let b = (0..<dimension).map { _ in stream.uniform() }
        let mixed = (0..<dimension).map { factor in
            var point = a
            point[factor] = b[factor]
            return point
        }
        return [a, b] + mixed
    }
}
