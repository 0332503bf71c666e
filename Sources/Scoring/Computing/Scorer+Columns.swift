internal import Arithmetic
internal import Diagnostics
internal import Evidence
internal import Methodology

extension Scorer {
    /// A node's column and what went wrong.
    typealias Made = (column: NodeColumn, log: DiagnosticLog)

    /// What a node yields for every unit.
    ///
    /// - Parameters:
    ///   - position: The node.
    ///   - unverified: For each unit, whether what it rests on is unchecked; empty when nothing
    ///     is.
    ///   - threads: At most so many; `nil` uses all cores.
    /// - Returns: The column, and what stops the assessment.
    func column(_ position: Int, _ unverified: [Bool], threads: Int?) -> Made {
        let plain = PlainNode(position, self)
        if let made = held(position, plain, unverified) { return made }
        let count = ground.evidence.unitCount
        let pieces = Parallel.map(count, chunk: Ground.chunk, threads: threads) { units in
            piece(position, plain, units, unverified)
        }
        var made = empty(position, count)
        for piece in pieces {
            made.column.append(piece.column)
            made.log.add(piece.log)
        }
        made.column.join()
        return made
    }

    /// What many nodes yield that are one input each; every node is one piece of work.
    func columns(
        _ nodes: [(position: Int, plain: PlainNode)], threads: Int?,
        _ unverified: @Sendable (Int) -> [Bool]
    ) -> [Made] {
        Parallel.map(nodes.count, chunk: 1, threads: threads) { range in
            let (position, plain) = nodes[range.lowerBound]
            let (units, unverified) = (0..<ground.evidence.unitCount, unverified(position))
            if let made = held(position, plain, unverified) { return made }
            var made = piece(position, plain, units, unverified)
            made.column.join()
            return made
        }
    }

    private func empty(_ position: Int, _ count: Int) -> Made {
        var column = NodeColumn(hasBounds: !ground.plan.relative.contains(position))
        column.reserve(count)
        return (column, DiagnosticLog())
    }

    private func piece(
        _ position: Int, _ plain: PlainNode?, _ units: Range<Int>, _ unverified: [Bool]
    ) -> Made {
        var made = empty(position, units.count)
        for start in stride(from: units.lowerBound, to: units.upperBound, by: Ground.chunk) {
            let part = start..<min(start + Ground.chunk, units.upperBound)
            let entries = plain?.entries(part)
            for (index, unit) in part.enumerated() {
                let isUnverified = !unverified.isEmpty && unverified[unit]
                made.column.append(
                    entries?[index] ?? computed(position, unit, &made.log),
                    usesUnverified: isUnverified)
            }
        }
        return made
    }

    /// The column of a leaf whose values are its scores; `nil` for any other node.
    private func held(_ position: Int, _ plain: PlainNode?, _ unverified: [Bool]) -> Made? {
        guard let (column, rest) = plain?.held() else { return nil }
        var made = (column: column, log: DiagnosticLog())
        for unit in rest { made.column.set(computed(position, unit, &made.log), at: unit) }
        made.column.mark(unverified: unverified)
        return made
    }

    private func computed(
        _ position: Int, _ unit: Int, _ log: inout DiagnosticLog
    ) -> NodeColumn.Entry {
        // Nobody reads what stands for a period that the edition does not hold for.
        guard ground.isScored[ground.period(of: unit)] else { return .outside }
        do throws(Failure) { return NodeColumn.Entry(try computation(position, unit)) } catch {
            log.add(error.diagnostic)
            return .outside
        }
    }
}
