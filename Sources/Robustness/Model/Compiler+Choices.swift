internal import Arithmetic
internal import Methodology

extension Compiler {
    /// How many bytes columns of choices may take.
    private static let room = 64 << 20

    /// Computes in advance what discrete choices make of leaves, as far as there is room.
    mutating func fillChoices() {
        var room = Self.room
        var chosen: [Int] = []
        for (index, leaf) in leaves.enumerated() {
            guard let values = leaf.values, values.errors.isEmpty else { continue }
            let (size, isOver) = values.choiceCount.multipliedReportingOverflow(
                by: bodies.count * MemoryLayout<Double>.stride + bodies.count)
            guard !isOver, size <= room else { continue }
            room -= size
            chosen.append(index)
        }
        let (leaves, filled, count) = (leaves, chosen, bodies.count)
        let scores = alternatives.scores.count
        let made = Parallel.map(filled.count, chunk: 1, threads: nil) { range in
            Self.choices(leaves[filled[range.lowerBound]], scores, bodies: count)
        }
        for (index, columns) in zip(filled, made) {
            self.leaves[index] = leaves[index].filled(with: columns)
        }
    }

    private static func choices(
        _ leaf: Leaf, _ scores: Int, bodies: Int
    ) -> [Column] {
        guard let values = leaf.values else { return [] }
        var columns = [Column](repeating: Column(count: bodies), count: values.choiceCount)
        var work = Work(children: 0, bodies: bodies)
        var settings = Settings()
        for scoring in [nil] + (values.scorings.isEmpty ? [] : (0..<scores).map { $0 }) {
            for points in [nil] + values.points.map({ $0 }) {
                for missing in [nil] + values.missing.map({ $0 }) {
                    (settings.scoring, settings.points) = (scoring, points)
                    settings.missing = missing
                    guard let choice = values.choice(settings) else { continue }
                    values.run(settings, into: &columns[choice], &work)
                }
            }
        }
        return columns
    }
}
