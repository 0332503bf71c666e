internal import Diagnostics
internal import Domain

/// How a record is found: by its unit and the parts of its key, those of its parents first.
private struct Address: Hashable {
    let unit: Int
    let path: [String]
}

/// Puts the records of a table in order and finds their parents.
struct RecordAssembly {
    /// A table in order, and where its records are.
    struct Ordered {
        let table: RecordTable
        fileprivate let positions: [Address: Int]
    }

    let schema: EvidenceSchema
    let units: Units
    let bodies: [Body]
    var share = EvidenceShare.whole

    /// The table of those rows, which come with the numbers of their provenances among all.
    ///
    /// The parent is `nil` for a body's own records, and where the parent's table could not be
    /// read, which is told elsewhere.
    func table(
        _ number: Int, _ parts: [(rows: RecordRows, numbers: [UInt32])], file: String?,
        parent: Ordered?, _ log: inout DiagnosticLog
    ) -> Ordered {
        let path = RecordPath(number, schema)
        var found: [Found] = []
        var firstRows: [Address: Int32] = [:]
        for (part, (rows, _)) in parts.enumerated() {
            for index in 0..<rows.count {
                let unit = units.unit(body: rows.bodies[index], period: rows.periods[index])
                let address = Address(unit: unit, path: rows.paths[index])
                let place = Place(
                    file: file ?? "", row: Int(rows.rows[index]), field: path.headings.last)
                if let first = firstRows[address] {
                    tellRepetition(address, path, first, place, &log)
                    continue
                }
                firstRows[address] = rows.rows[index]
                var position = 0
                if let parent {
                    let above = Address(
                        unit: unit, path: Array(address.path.prefix(path.parentCount)))
                    guard let known = parent.positions[above] else {
                        tellNoParent(above, number, path, place, &log)
                        continue
                    }
                    position = known
                }
                found.append(Found(address: address, parent: position, part: part, index: index))
            }
        }
        found.sort()
        return ordered(found, number, parts, file: file, parents: parent?.table.count)
    }

    /// A row that has its place among the others.
    private struct Found: Comparable {
        let address: Address
        let parent: Int
        let part: Int
        let index: Int

        static func == (left: Self, right: Self) -> Bool { left.address == right.address }

        static func < (left: Self, right: Self) -> Bool {
            if left.address.unit != right.address.unit {
                return left.address.unit < right.address.unit
            }
            if left.parent != right.parent { return left.parent < right.parent }
            return left.address.path.precedes(right.address.path)
        }
    }

    private func ordered(
        _ found: [Found], _ number: Int, _ parts: [(rows: RecordRows, numbers: [UInt32])],
        file: String?, parents: Int?
    ) -> Ordered {
        let schema = schema.tables[number]
        var columns = schema.fields.map { ColumnBuilder($0.type) }
        var positions: [Address: Int] = [:]
        for (position, record) in found.enumerated() {
            positions[record.address] = position
            for field in columns.indices {
                columns[field].append(parts[record.part].rows.columns[field][record.index])
            }
        }
        let table = RecordTable(
            count: found.count,
            unitOffsets: offsets(found.map(\.address.unit), count: units.count),
            parentOffsets: parents.map { offsets(found.map(\.parent), count: $0) } ?? [],
            columns: columns.map(\.column),
            keys: found.map { Array($0.address.path.suffix(schema.key.count)) }, file: file,
            rows: found.map { parts[$0.part].rows.rows[$0.index] },
            provenance: found.map {
                parts[$0.part].numbers[Int(parts[$0.part].rows.provenance[$0.index])]
            })
        return Ordered(table: table, positions: positions)
    }

    /// Where the records of each group begin; the groups stand in order.
    private func offsets(_ groups: [Int], count: Int) -> [Int] {
        var offsets = [Int](repeating: 0, count: count + 1)
        for group in groups { offsets[group + 1] += 1 }
        for group in 0..<count { offsets[group + 1] += offsets[group] }
        return offsets
    }

    private func isJudged(_ unit: Int) -> Bool {
        share.judges(bodies[unit % units.bodies].kind, units.periods[unit / units.bodies])
    }

    private func words(_ address: Address) -> String {
        let body = bodies[address.unit % units.bodies].id
        return "of \(body) for \(units.periods[address.unit / units.bodies])"
    }

    private func tellRepetition(
        _ address: Address, _ path: RecordPath, _ first: Int32, _ place: Place,
        _ log: inout DiagnosticLog
    ) {
        guard isJudged(address.unit) else { return }
        let key = address.path.joined(separator: " / ")
        log.error(
            "records.repeated", at: place,
            "the key \(seen(key)) \(words(address)) stands twice; first in row \(first)",
            help: "Keep one of the two rows, or give them keys of their own")
    }

    private func tellNoParent(
        _ address: Address, _ number: Int, _ path: RecordPath, _ place: Place,
        _ log: inout DiagnosticLog
    ) {
        guard isJudged(address.unit) else { return }
        let parent = schema.tables[number].parent.map { schema.tables[$0].id } ?? ""
        let key = address.path.joined(separator: " / ")
        log.error(
            "records.no-parent",
            at: Place(
                file: place.file, row: place.line ?? 0,
                field: path.headings.prefix(path.parentCount).last),
            "there is no record \(seen(key)) \(words(address)) in \(parent)",
            help: "Add it to \(parent), or correct the key, the body or the period")
    }
}

extension [String] {
    /// Whether these parts come before others, part by part by the bytes of their UTF-8.
    func precedes(_ other: [String]) -> Bool {
        for (left, right) in zip(self, other) {
            if left.utf8.lexicographicallyPrecedes(right.utf8) { return true }
            if right.utf8.lexicographicallyPrecedes(left.utf8) { return false }
        }
        return count < other.count
    }
}
