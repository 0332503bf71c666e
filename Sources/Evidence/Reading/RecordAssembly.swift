internal import Arithmetic
internal import Diagnostics
internal import Domain

/// Puts the records of a table in order and finds their parents.
struct RecordAssembly {
    /// A table in order, and what its records are called.
    struct Ordered: Sendable {
        let table: RecordTable
        fileprivate let paths: RecordPaths
    }

    let schema: EvidenceSchema
    let units: Units
    let bodies: [Body]
    var share = EvidenceShare.whole
    var threads: Int?

    /// The table of those rows, which come with the numbers of their provenances among all.
    ///
    /// The parent is `nil` for a body's own records, and where the parent's table could not be
    /// read, which is told elsewhere.
    func table(
        _ number: Int, _ parts: [(rows: RecordRows, numbers: [UInt32])], file: String?,
        parent: Ordered?, _ log: inout DiagnosticLog
    ) -> Ordered {
        let path = RecordPath(number, schema)
        let rows = JoinedRows(parts, units, pathCount: path.headings.count, threads: threads)
        let above = parent.map {
            RecordOrder.Above(
                paths: $0.paths, unitOffsets: $0.table.unitOffsets, parts: path.parentCount)
        }
        let order = RecordOrder(
            units: rows.units, rows.paths, units: units.count, among: above, threads: threads)
        for fault in order.faults { tell(fault, rows, number, path, file, &log) }
        return ordered(
            rows, order, path, columns: parts.map(\.rows.columns), number, file: file,
            parents: parent?.table.count)
    }

    private func ordered(
        _ rows: JoinedRows, _ order: RecordOrder, _ path: RecordPath,
        columns parts: [[ColumnBuilder]], _ number: Int, file: String?, parents: Int?
    ) -> Ordered {
        let taken = order.rows
        // The columns are independent of each other, and so are the parts of the path.
        let pathCount = path.headings.count
        let pieces = Parallel.map(
            1 + pathCount + schema.tables[number].fields.count, chunk: 1, threads: threads
        ) { range -> Gathered in
            switch range.lowerBound {
            case 0: return .rows(taken.map { rows.rows.taking($0) } ?? rows.rows)
            case let part where part <= pathCount:
                let path = rows.paths.parts[part - 1]
                return .path(taken.map { path.taking($0) } ?? path)
            case let field:
                return .column(
                    Column(
                        joining: parts.map { $0[field - 1 - pathCount].column }, taking: taken))
            }
        }
        let paths = RecordPaths(parts: pieces.compactMap(\.path))
        let count = order.unitOffsets.last ?? 0
        let table = RecordTable(
            count: count,
            unitOffsets: order.unitOffsets,
            parentOffsets: parents.map { Self.offsets(order.above, count: $0) } ?? [],
            columns: pieces.compactMap(\.column),
            keys: RecordKeys(parts: Array(paths.parts[path.parentCount...]), count: count),
            file: file,
            rows: pieces.first?.rows ?? [],
            provenance: taken.map { rows.provenance.taking($0) } ?? rows.provenance)
        return Ordered(table: table, paths: paths)
    }

    /// A part of a table in order.
    private enum Gathered: Sendable {
        case rows([Int32])
        case path(KeyColumn)
        case column(Column)

        var rows: [Int32]? { if case .rows(let rows) = self { rows } else { nil } }
        var path: KeyColumn? { if case .path(let path) = self { path } else { nil } }
        var column: Column? { if case .column(let column) = self { column } else { nil } }
    }

    /// Where the records of each group begin; the groups stand in order.
    private static func offsets(_ groups: [UInt32], count: Int) -> [Int] {
        var offsets = [Int](repeating: 0, count: count + 1)
        for group in groups { offsets[Int(group) + 1] += 1 }
        for group in 0..<count { offsets[group + 1] += offsets[group] }
        return offsets
    }

    // MARK: What is wrong

    private func tell(
        _ fault: RecordOrder.Fault, _ rows: JoinedRows, _ number: Int, _ path: RecordPath,
        _ file: String?, _ log: inout DiagnosticLog
    ) {
        let unit = Int(rows.units[fault.row])
        let body = bodies[unit % units.bodies]
        let period = units.periods[unit / units.bodies]
        guard share.judges(body.kind, period) else { return }
        let key = rows.paths.texts(at: fault.row)
        let subject = "of \(body.id) for \(period)"
        func place(_ field: String?) -> Place {
            Place(file: file ?? "", row: Int(rows.rows[fault.row]), field: field)
        }
        switch fault {
        case .repeated(_, let first):
            log.error(
                "records.repeated", at: place(path.headings.last),
                "the key \(seen(key.joined(separator: " / "))) \(subject) stands twice; first in "
                    + "row \(rows.rows[first])",
                help: "Keep one of the two rows, or give them keys of their own")
        case .alone:
            let above = key.prefix(path.parentCount).joined(separator: " / ")
            let parent = schema.tables[number].parent.map { schema.tables[$0].id } ?? ""
            log.error(
                "records.no-parent", at: place(path.headings.prefix(path.parentCount).last),
                "there is no record \(seen(above)) \(subject) in \(parent)",
                help: "Add it to \(parent), or correct the key, the body or the period")
        }
    }
}

/// The rows of all parts of a table, numbered from 0 over all of them.
private struct JoinedRows: Sendable {
    let units: [UInt32]
    let paths: RecordPaths
    let rows: [Int32]
    let provenance: RecordProvenance

    init(
        _ parts: [(rows: RecordRows, numbers: [UInt32])], _ units: Units, pathCount: Int,
        threads: Int?
    ) {
        let all = parts.map(\.rows)
        rows = Array.joining(all.map(\.rows))
        let pieces = Parallel.map(1 + pathCount, chunk: 1, threads: threads) { range in
            range.lowerBound == 0
                ? (units: Array.joining(all.map { units.units(of: $0) }), path: KeyColumn())
                : (
                    units: [],
                    path: KeyColumn(joining: all.map { $0.paths[range.lowerBound - 1] })
                )
        }
        self.units = pieces.flatMap(\.units)
        paths = RecordPaths(parts: pieces.dropFirst().map(\.path))
        provenance = Self.provenance(parts)
    }

    private static func provenance(
        _ parts: [(rows: RecordRows, numbers: [UInt32])]
    ) -> RecordProvenance {
        let count = parts.reduce(0) { $0 + $1.rows.count }
        let standards = parts.filter { $0.rows.count > 0 }.map { $0.numbers.first ?? 0 }
        let first = standards.first ?? 0
        if parts.allSatisfy({ $0.rows.provenance.isEmpty }), standards.allSatisfy({ $0 == first }) {
            return RecordProvenance(all: first, count: count)
        }
        return RecordProvenance(
            parts.flatMap { rows, numbers in
                rows.provenance.isEmpty
                    ? Array(repeating: numbers.first ?? 0, count: rows.count)
                    : rows.provenance.map { numbers[Int($0)] }
            })
    }
}
