internal import Arithmetic
internal import Evidence
internal import Expressions

extension Scorer {
    /// The values that bodies have in the periods that are scored, by the group each belongs to.
    func values(
        by reach: Population.Reach, _ isScored: [Bool], threads: Int?,
        _ value: @Sendable (_ unit: Int) -> Fixed?
    ) -> [[Fixed]] {
        let ground = ground
        let pieces = Parallel.map(
            ground.evidence.unitCount, chunk: Ground.chunk, threads: threads
        ) { units in
            units.map { isScored[ground.period(of: $0)] ? value($0) : nil }
        }
        var groups = [[Fixed]](repeating: [], count: ground.groupCount(reach))
        for (unit, value) in pieces.joined().enumerated() {
            guard let value, let group = ground.group(of: unit, reach) else { continue }
            groups[group].append(value)
        }
        return groups
    }
}
