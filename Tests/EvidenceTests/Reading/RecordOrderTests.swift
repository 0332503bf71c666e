import TestSupport
import Testing

@testable import Evidence

/// Random rows against an order that is made with texts and dictionaries.
@Suite struct RecordOrderTests {
    private struct Row {
        let unit: UInt32
        let path: [String]
    }

    private struct Key: Hashable {
        let unit: UInt32
        let path: [[UInt8]]
    }

    private func key(_ row: Row, parts: Int) -> Key {
        Key(unit: row.unit, path: row.path.prefix(parts).map { Array($0.utf8) })
    }

    private func paths(_ rows: [Row], parts: Int) -> RecordPaths {
        RecordPaths(
            parts: (0..<parts).map { part in
                var column = KeyColumn()
                for row in rows { column.append(row.path[part].utf8.span) }
                return column
            })
    }

    private func rows(_ random: inout SeededGenerator, parts: Int, count: Int) -> [Row] {
        (0..<count).map { _ in
            Row(
                unit: UInt32.random(in: 0..<7, using: &random),
                path: (0..<parts).map { _ in
                    let length = [1, 2, 8, 9].randomElement(using: &random) ?? 1
                    return String(
                        (0..<length).map { _ in "ab12".randomElement(using: &random) ?? "a" })
                })
        }
    }

    private func precedes(_ one: Row, _ other: Row) -> Bool {
        if one.unit != other.unit { return one.unit < other.unit }
        for (left, right) in zip(one.path, other.path) where left != right {
            return left.utf8.lexicographicallyPrecedes(right.utf8)
        }
        return false
    }

    /// The rows that are kept in order, the repeated ones with their firsts, and those alone.
    private func expected(
        _ rows: [Row], parts: Int, among: [Row]?, above: Int
    ) -> (kept: [Int], repeated: [[Int]], alone: [Int]) {
        var firsts: [Key: Int] = [:]
        let known = among.map { Set($0.map { key($0, parts: above) }) }
        var (kept, repeated, alone): ([Int], [[Int]], [Int]) = ([], [], [])
        for (position, row) in rows.enumerated() {
            if let first = firsts[key(row, parts: parts)] {
                repeated.append([position, first])
                continue
            }
            firsts[key(row, parts: parts)] = position
            if let known, !known.contains(key(row, parts: above)) {
                alone.append(position)
            } else {
                kept.append(position)
            }
        }
        return (kept.sorted { precedes(rows[$0], rows[$1]) }, repeated, alone)
    }

    @Test func `rows stand by unit and path, and what is left out is told, on any threads`() {
        var random = SeededGenerator.fresh(11)
        for _ in 0..<60 {
            let count = Int.random(in: 0...200, using: &random)
            let outer = rows(&random, parts: 1, count: count)
            let outerOrder = RecordOrder(
                units: outer.map(\.unit), paths(outer, parts: 1), units: 7, among: nil, threads: 1)
            let outerRows = outerOrder.rows ?? outer.indices.map { UInt32($0) }
            let above = RecordOrder.Above(
                paths: paths(outer, parts: 1).taking(outerRows),
                unitOffsets: outerOrder.unitOffsets, parts: 1)
            let inner = rows(&random, parts: 2, count: count)
            let reference = expected(inner, parts: 2, among: outer, above: 1)

            for threads in [1, 2, 8] {
                let order = RecordOrder(
                    units: inner.map(\.unit), paths(inner, parts: 2), units: 7, among: above,
                    threads: threads)
                let kept = (order.rows ?? inner.indices.map { UInt32($0) }).map { Int($0) }

                #expect(kept == reference.kept, "seed \(random.seed)")
                #expect(order.unitOffsets.last == kept.count)
                for (row, place) in zip(kept, order.above) {
                    let found = outer[Int(outerRows[Int(place)])]
                    #expect(key(found, parts: 1) == key(inner[row], parts: 1))
                }
                let repeated = order.faults.compactMap { fault -> [Int]? in
                    if case .repeated(let row, let first) = fault { [row, first] } else { nil }
                }
                let alone = order.faults.compactMap { fault -> Int? in
                    if case .alone(let row) = fault { row } else { nil }
                }
                #expect(repeated == reference.repeated)
                #expect(alone == reference.alone)
                #expect(order.faults.map(\.row) == order.faults.map(\.row).sorted())
            }
        }
    }

    @Test func `rows in order are not moved`() {
        let inOrder = [
            Row(unit: 0, path: ["a"]), Row(unit: 0, path: ["b"]), Row(unit: 3, path: ["a"]),
        ]
        let order = RecordOrder(
            units: inOrder.map(\.unit), paths(inOrder, parts: 1), units: 4, among: nil, threads: 2)

        #expect(order.rows == nil)
        #expect(order.unitOffsets == [0, 2, 2, 2, 3])
    }
}
