internal import Arithmetic

/// What names records: the parts of their keys, those of the parent records first.
struct RecordPaths: Sendable {
    /// One column for each part.
    let parts: [KeyColumn]

    /// Below 0, 0 or above 0, like one path less another, of which only so many parts count.
    func order(_ row: Int, _ other: RecordPaths, _ otherRow: Int, parts count: Int) -> Int {
        for part in 0..<count {
            let order = parts[part].order(row, other.parts[part], otherRow)
            if order != 0 { return order }
        }
        return 0
    }

    /// The parts of a path.
    func texts(at row: Int) -> [String] { parts.map { $0.text(at: row) } }

    /// The paths of these rows, in this order.
    func taking(_ order: [UInt32]) -> RecordPaths {
        RecordPaths(parts: parts.map { $0.taking(order) })
    }
}

/// Where rows stand when they are in order: by unit, then by path.
///
/// Rows are numbered from 0 over all parts of the file. Nothing here depends on the number of
/// threads, nor on more than the rows of one unit at a time.
struct RecordOrder: Sendable {
    /// A row that is left out.
    enum Fault: Sendable {
        /// Its path stood in an earlier row of its unit.
        case repeated(row: Int, first: Int)
        /// There is no record above it.
        case alone(row: Int)

        var row: Int {
            switch self {
            case .repeated(let row, _), .alone(let row): row
            }
        }
    }

    /// Records that rows are found among: those of the table above.
    struct Above: Sendable {
        let paths: RecordPaths
        /// Where those of each unit begin.
        let unitOffsets: [Int]
        /// How many parts of a row's path name the record.
        let parts: Int
    }

    /// The rows in order; `nil` where they came in order and none is left out.
    let rows: [UInt32]?
    /// Where those of each unit begin.
    let unitOffsets: [Int]
    /// For each row in order the record above it; empty without records above.
    let above: [UInt32]
    /// In the order of the rows.
    let faults: [Fault]

    /// - Parameters:
    ///   - units: The unit of each row.
    ///   - paths: The path of each row.
    ///   - count: How many units there are.
    ///   - above: The records that rows must belong to; `nil` for those that belong to none.
    ///   - threads: At most so many; `nil` uses all cores.
    init(
        units: [UInt32], _ paths: RecordPaths, units count: Int, among above: Above?, threads: Int?
    ) {
        let sorted = SortedUnits(units, count: count)
        let chunk = max(1, min(512, count / 64))
        let pieces = Parallel.map(count, chunk: chunk, threads: threads) { range in
            var piece = Piece(paths, above)
            for unit in range { piece.take(unit, sorted) }
            return piece
        }
        let isInOrder = pieces.allSatisfy(\.isInOrder)
        let sizes = pieces.flatMap(\.sizes)
        rows = isInOrder ? nil : Array.joining(pieces.map(\.rows))
        self.above = Array.joining(pieces.map(\.positions))
        faults = pieces.flatMap(\.faults).sorted { $0.row < $1.row }
        unitOffsets = Self.offsets(sizes)
    }

    /// Where groups of these sizes begin, and where the last one ends.
    private static func offsets(_ sizes: [Int]) -> [Int] {
        var offsets = [0]
        offsets.reserveCapacity(sizes.count + 1)
        var end = 0
        for size in sizes {
            end += size
            offsets.append(end)
        }
        return offsets
    }
}

/// Rows by unit, those of a unit as they came.
private struct SortedUnits: Sendable {
    /// Where the rows of each unit begin.
    let offsets: [Int]
    /// `nil` where they came so.
    private let rows: [UInt32]?

    init(_ units: [UInt32], count: Int) {
        var offsets = [Int](repeating: 0, count: count + 1)
        var isSorted = true
        var last: UInt32 = 0
        for unit in units {
            offsets[Int(unit) + 1] += 1
            if unit < last { isSorted = false }
            last = unit
        }
        for unit in 0..<count { offsets[unit + 1] += offsets[unit] }
        self.offsets = offsets
        rows = isSorted ? nil : Self.scattered(units, offsets)
    }

    private static func scattered(_ units: [UInt32], _ offsets: [Int]) -> [UInt32] {
        var rows = [UInt32](repeating: 0, count: units.count)
        var next = offsets
        for row in units.indices {
            let unit = Int(units[row])
            rows[next[unit]] = UInt32(truncatingIfNeeded: row)
            next[unit] += 1
        }
        return rows
    }

    func row(at place: Int) -> Int { rows.map { Int($0[place]) } ?? place }
}

/// Some units' rows in order.
private struct Piece: Sendable {
    private let paths: RecordPaths
    private let among: RecordOrder.Above?
    private var entries: [Entry] = []
    private(set) var rows: [UInt32] = []
    private(set) var positions: [UInt32] = []
    /// How many rows of each unit are kept.
    private(set) var sizes: [Int] = []
    private(set) var faults: [RecordOrder.Fault] = []
    /// Whether every row stands where it came.
    private(set) var isInOrder = true

    /// A row with the beginning of its path, which nearly always decides.
    private struct Entry {
        let head: UInt64
        let row: UInt32
    }

    init(_ paths: RecordPaths, _ among: RecordOrder.Above?) {
        self.paths = paths
        self.among = among
    }

    mutating func take(_ unit: Int, _ sorted: SortedUnits) {
        let places = sorted.offsets[unit]..<sorted.offsets[unit + 1]
        let first = rows.count
        sort(places, sorted)
        var place = among?.unitOffsets[unit] ?? 0
        var last: Entry?
        for (entry, came) in zip(entries, places) {
            let row = Int(entry.row)
            if row != came { isInOrder = false }
            if let last, isSame(last, entry) {
                faults.append(.repeated(row: row, first: Int(last.row)))
                isInOrder = false
                continue
            }
            last = entry
            if let among {
                guard isFound(row, among, unit, &place) else {
                    faults.append(.alone(row: row))
                    isInOrder = false
                    continue
                }
                positions.append(UInt32(truncatingIfNeeded: place))
            }
            rows.append(entry.row)
        }
        sizes.append(rows.count - first)
    }

    private func isSame(_ one: Entry, _ other: Entry) -> Bool {
        one.head == other.head
            && paths.order(
                Int(one.row), paths, Int(other.row), parts: paths.parts.count) == 0
    }

    private mutating func sort(_ places: Range<Int>, _ sorted: SortedUnits) {
        entries.removeAll(keepingCapacity: true)
        let first = paths.parts.first
        for place in places {
            let row = sorted.row(at: place)
            let head = first?.head(at: row) ?? 0
            entries.append(Entry(head: head, row: UInt32(truncatingIfNeeded: row)))
        }
        let paths = paths
        func precedes(_ one: Entry, _ other: Entry) -> Bool {
            if one.head != other.head { return one.head < other.head }
            let order = paths.order(
                Int(one.row), paths, Int(other.row), parts: paths.parts.count)
            return order == 0 ? one.row < other.row : order < 0
        }
        let isSorted = zip(entries, entries.dropFirst()).allSatisfy { precedes($0, $1) }
        if !isSorted { entries.sort(by: precedes) }
    }

    /// Steps on to the record above the row; both stand in order.
    private func isFound(
        _ row: Int, _ among: RecordOrder.Above, _ unit: Int, _ place: inout Int
    ) -> Bool {
        while place < among.unitOffsets[unit + 1] {
            let order = paths.order(row, among.paths, place, parts: among.parts)
            if order <= 0 { return order == 0 }
            place += 1
        }
        return false
    }
}
