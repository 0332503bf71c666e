/// All records of one table, those of a unit (and of a parent record) side by side.
///
/// Records stand by unit, then by the position of the parent record, then by key.
public struct RecordTable: Sendable {
    /// The number of records.
    public let count: Int
    /// The records of unit `u` are `unitOffsets[u] ..< unitOffsets[u + 1]`; one more than units.
    public let unitOffsets: [Int]
    /// The records that belong to parent record `p` are `parentOffsets[p] ..< parentOffsets[p + 1]`;
    /// empty for a table without a parent.
    public let parentOffsets: [Int]
    /// One column for each field of the schema, in its order.
    public let columns: [Column]
    /// The key of each record.
    public let keys: RecordKeys
    /// The file the records were read from; `nil` when there is none.
    public let file: String?
    /// The row of each record in that file, the heading being row 1.
    public let rows: [Int32]
    /// Positions in ``Evidence/provenances``, one per record.
    public let provenance: RecordProvenance
}

/// The keys of a table's records; texts are made only of those that are asked for.
public struct RecordKeys: RandomAccessCollection, Sendable {
    /// One for each part of the key, in the order of the schema's.
    let parts: [KeyColumn]
    /// How many records there are.
    public let endIndex: Int
    /// The first record.
    public var startIndex: Int { 0 }

    init(parts: [KeyColumn], count: Int) {
        self.parts = parts
        endIndex = count
    }

    /// The key of a record, its parts as written, in the order of the schema's key.
    public subscript(record: Int) -> [String] { parts.map { $0.text(at: record) } }
}

/// Where records come from: positions in ``Evidence/provenances``.
public struct RecordProvenance: Sendable {
    /// The one of all records where ``each`` is empty.
    private let all: UInt32
    /// One per record; empty where all come from one.
    private let each: [UInt32]
    /// How many records there are.
    public let count: Int

    /// One per record; `nil` where there is no record to take it from.
    init(_ each: [UInt32]) {
        let first = each.first ?? 0
        self.init(all: first, each.allSatisfy { $0 == first } ? [] : each, count: each.count)
    }

    /// The same for so many records.
    init(all: UInt32, count: Int) { self.init(all: all, [], count: count) }

    private init(all: UInt32, _ each: [UInt32], count: Int) {
        self.all = all
        self.each = each
        self.count = count
    }

    /// That of a record.
    public subscript(record: Int) -> UInt32 { each.isEmpty ? all : each[record] }

    /// Each that some record has, once.
    public var distinct: Set<UInt32> {
        if count == 0 { return [] }
        return each.isEmpty ? [all] : Set(each)
    }

    /// Those of these records, in this order.
    func taking(_ order: [UInt32]) -> RecordProvenance {
        each.isEmpty
            ? RecordProvenance(all: all, count: order.count) : RecordProvenance(each.taking(order))
    }
}
