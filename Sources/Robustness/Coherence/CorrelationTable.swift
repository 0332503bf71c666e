internal import Arithmetic

/// How far the scores of some nodes go together, two by two.
public struct CorrelationTable: Sendable {
    /// The positions of the nodes, in the order of the edition.
    public let nodes: [Int]
    private let places: [Int: Int]
    /// For each kind, row after row of what stands above the diagonal; NaN for none.
    private let rows: [Correlation: [[Double]]]

    /// Compares columns.
    ///
    /// - Parameters:
    ///   - nodes: Each once.
    ///   - columns: The scores of each, by body; NaN where there is none.
    ///   - threads: At most so many; `nil` uses all cores. The result does not depend on it.
    package init(_ nodes: [Int], _ columns: [[Double]], threads: Int? = nil) {
        self.nodes = nodes
        places = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($1, $0) })
        let kinds = Correlation.allCases
        let ranked = Parallel.map(columns.count, chunk: 1, threads: threads) { range in
            RankedColumn(columns[range.lowerBound])
        }
        let made = Parallel.map(nodes.count, chunk: 1, threads: threads) { range in
            let row = range.lowerBound
            return kinds.map { kind in
                ((row + 1)..<ranked.count).map { kind(ranked[row], ranked[$0]) ?? .nan }
            }
        }
        rows = Dictionary(
            uniqueKeysWithValues: kinds.enumerated().map { index, kind in
                (kind, made.map { $0[index] })
            })
    }

    /// How far two nodes go together; 1 of a node and itself.
    ///
    /// - Parameters:
    ///   - kind: In what sense.
    ///   - node: One of ``nodes``.
    ///   - other: One of ``nodes``.
    /// - Returns: `nil` where fewer than two bodies have both scores, or all of them have the same,
    ///   and for other nodes.
    public func of(_ kind: Correlation, _ node: Int, _ other: Int) -> Double? {
        guard let one = places[node], let second = places[other], let rows = rows[kind] else {
            return nil
        }
        if one == second { return 1 }
        let value = rows[min(one, second)][max(one, second) - min(one, second) - 1]
        return value.isNaN ? nil : value
    }
}
