internal import Glibc

/// The pass over a node whose children have scores throughout: child by child, each from end to
/// end.
extension Inner {
    /// - Returns: Whether this kind is computed so.
    func combineFull(
        _ combining: Combining, _ settings: Settings, _ columns: [Column],
        into column: inout Column, _ work: inout Work
    ) -> Bool {
        var (total, nominal) = (0.0, 0.0)
        for index in children.indices {
            total += work.effective[index]
            nominal += work.weights[index]
        }
        guard total > 0 else { return false }
        for body in column.scores.indices { column.scores[body] = 0 }
        let least = combining.least
        switch combining {
        case .mean, .weightedSum:
            for (index, child) in children.enumerated() where work.effective[index] > 0 {
                Self.add(columns[child.slot].scores, work.effective[index], to: &column.scores)
            }
            var divisor = total
            if case .weightedSum(let denominator) = combining {
                divisor = denominator * total / nominal
            }
            for body in column.scores.indices { column.scores[body] /= divisor }
        case .geometric:
            for (index, child) in children.enumerated() where work.effective[index] > 0 {
                Self.addLogarithms(
                    columns[child.slot].scores, least, work.effective[index], to: &column.scores)
            }
            for body in column.scores.indices {
                column.scores[body] = exp(column.scores[body] / total)
            }
        case .harmonic:
            for (index, child) in children.enumerated() where work.effective[index] > 0 {
                Self.addInverses(
                    columns[child.slot].scores, least, work.effective[index], to: &column.scores)
            }
            for body in column.scores.indices {
                column.scores[body] = total / column.scores[body]
            }
        case .sum, .power, .median, .least, .greatest, .kthBest, .copeland: return false
        }
        column.fill()
        if combining.zeros != nil { settleZeros(combining, settings, columns, &column, work) }
        return true
    }

    private static func add(_ scores: [Double], _ weight: Double, to sums: inout [Double]) {
        for body in sums.indices { sums[body] += weight * scores[body] }
    }

    private static func addLogarithms(
        _ scores: [Double], _ least: Double, _ weight: Double, to sums: inout [Double]
    ) {
        for body in sums.indices { sums[body] += weight * log(max(scores[body], least)) }
    }

    private static func addInverses(
        _ scores: [Double], _ least: Double, _ weight: Double, to sums: inout [Double]
    ) {
        for body in sums.indices { sums[body] += weight / max(scores[body], least) }
    }

    /// Says what means without room for zeros come to where there are some.
    private func settleZeros(
        _ combining: Combining, _ settings: Settings, _ columns: [Column],
        _ column: inout Column, _ work: Work
    ) {
        var isWhole = true
        for body in column.scores.indices {
            var least = Double.infinity
            for (index, child) in children.enumerated() where work.effective[index] > 0 {
                least = min(least, columns[child.slot].scores[body])
            }
            guard least <= 0, let score = combining.atZero(isBelow: least < 0) else { continue }
            column.scores[body] = score
            guard score.isNaN else { continue }
            column.marks[body] = .missing
            isWhole = false
        }
        if !isWhole { column.settle() }
    }
}
