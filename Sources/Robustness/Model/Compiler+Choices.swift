internal import Arithmetic
internal import Methodology

extension Compiler {
    /// How many bytes columns of choices may take.
    private static let room = 64 << 20

    /// Computes in advance what discrete choices make of leaves, as far as there is room.
    mutating func fillChoices(_ drawing: Drawing) {
        var room = Self.room
        var chosen: [Int] = []
        for (index, leaf) in leaves.enumerated() where leaf.values?.isDiscrete ?? false {
            let (size, isOver) = leaf.strides.count.multipliedReportingOverflow(
                by: bodies.count * MemoryLayout<Double>.stride + bodies.count)
            guard !isOver, size <= room else { continue }
            room -= size
            chosen.append(index)
        }
        let (leaves, filled, alternatives) = (leaves, chosen, alternatives)
        let made = Parallel.map(filled.count, chunk: 1, threads: nil) { range in
            Self.choices(leaves[filled[range.lowerBound]], alternatives, drawing)
        }
        for (index, columns) in zip(filled, made) {
            self.leaves[index] = leaves[index].filled(with: columns)
        }
    }

    private static func choices(
        _ leaf: Leaf, _ alternatives: Alternatives, _ drawing: Drawing
    ) -> [Column] {
        var columns = [Column](repeating: leaf.official, count: leaf.strides.count)
        var work = Work(children: 0, bodies: leaf.official.scores.count)
        // The official column is there already.
        var isMade = columns.indices.map { $0 == 0 }
        var settings = Settings()
        for scoring in [nil] + alternatives.scores.indices.map({ $0 }) {
            for points in [nil] + alternatives.winsorised.map({ $0 }) {
                for missing in [nil] + alternatives.missing.map({ $0 }) {
                    (settings.scoring, settings.points) = (scoring, points)
                    settings.missing = missing
                    let place = leaf.strides.position(of: Choice(settings, drawing))
                    guard let place, !isMade[place] else { continue }
                    isMade[place] = true
                    leaf.values?.run(settings, into: &columns[place], &work)
                }
            }
        }
        return columns
    }
}
