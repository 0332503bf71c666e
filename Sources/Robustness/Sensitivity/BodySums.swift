/// What the indices of each body are made of; whole numbers, so that no order of adding matters.
struct BodySums: Sendable {
    private let dimension: Int
    /// For each body: Σ y and Σ y² over A and B; then for each factor Σ yB (yABi − yA) and
    /// Σ (yA − yABi)².
    private var sums: [Int]

    init(bodies: Int, dimension: Int) {
        self.dimension = dimension
        sums = Array(repeating: 0, count: bodies * (2 + 2 * dimension))
    }

    /// Adds a row of the design.
    ///
    /// - Parameters:
    ///   - shifts: At its points, in the order A, B, AB1…ABd, by the order of the bodies.
    ///   - bodies: Those to add.
    mutating func add(_ shifts: [[Int32]], bodies: [Int]) {
        for body in bodies {
            let (a, b) = (Int(shifts[0][body]), Int(shifts[1][body]))
            var place = body * (2 + 2 * dimension)
            sums[place] += a + b
            sums[place + 1] += a * a + b * b
            for factor in 0..<dimension {
                let change = Int(shifts[2 + factor][body]) - a
                place += 2
                sums[place] += b * change
                sums[place + 1] += change * change
            }
        }
    }

    /// Adds the sums of other rows.
    mutating func add(_ others: BodySums) {
        for place in sums.indices { sums[place] += others.sums[place] }
    }

    /// The indices of a body as those of ``SaltelliTarget``, after so many rows; `nil` where it is
    /// the same at all points of A and B.
    func indices(of body: Int, points: Int) -> [SensitivityIndex]? {
        let start = body * (2 + 2 * dimension)
        let count = Int128(2 * points)
        let sum = Int128(sums[start])
        let spread = count * Int128(sums[start + 1]) - sum * sum
        guard spread > 0 else { return nil }
        let variance = Double(spread) / Double(count * (count - 1))
        return (0..<dimension).map { factor in
            let place = start + 2 + 2 * factor
            return SensitivityIndex(
                first: Double(sums[place]) / Double(points) / variance,
                total: Double(sums[place + 1]) / Double(2 * points) / variance,
                firstRange: nil, totalRange: nil)
        }
    }
}
