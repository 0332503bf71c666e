internal import Arithmetic
internal import Domain
internal import Evidence
internal import Expressions
internal import Methodology

/// What formulas are computed over: a plan and evidence, joined once.
///
/// A class only so that thousands of formulas share it without copying; nothing in it changes.
final class Ground: Sendable {
    let plan: Plan
    let evidence: Evidence
    /// What the numbers within a step are.
    let numbers: NumberKind
    /// The record of the parent table that each record belongs to; empty without a parent.
    let parents: [[Int]]
    /// For each period of the evidence, the value of each parameter on its last day.
    let parameters: [[Fraction?]]
    /// For each body, the position of its kind in the plan; -1 for a kind it does not name.
    let kinds: [Int]
    /// For each body, the group of its peers; `nil` where nothing says which.
    private let peers: [Int?]
    private let peerCount: Int

    init(plan: Plan, evidence: Evidence, numbers: NumberKind) {
        self.plan = plan
        self.evidence = evidence
        self.numbers = numbers
        parents = evidence.tables.map { table in
            guard !table.parentOffsets.isEmpty else { return [] }
            var parents = [Int](repeating: 0, count: table.count)
            for parent in 0..<(table.parentOffsets.count - 1) {
                for record in table.parentOffsets[parent]..<table.parentOffsets[parent + 1] {
                    parents[record] = parent
                }
            }
            return parents
        }
        parameters = evidence.periods.map { period in
            plan.parameters.map { $0.value(on: period.lastDay) }
        }
        kinds = evidence.bodies.map { plan.identity.kinds.firstIndex(of: $0.kind) ?? -1 }
        var groups: [String: Int] = [:]
        peers = evidence.bodies.map { body in
            let name: String? =
                switch plan.peers {
                case .kind: body.kind
                case .group: body.group
                case nil: nil
                }
            return name.map { name in
                let group = groups[name] ?? groups.count
                groups[name] = group
                return group
            }
        }
        peerCount = groups.count
    }

    /// How many groups of bodies functions range over, in all periods together.
    func groupCount(_ reach: Population.Reach) -> Int {
        evidence.periods.count * (reach == .bodies ? 1 : peerCount)
    }

    /// The group that the unit's body belongs to in its period; `nil` where nothing says which.
    func group(of unit: Int, _ reach: Population.Reach) -> Int? {
        switch reach {
        case .bodies: period(of: unit)
        case .peers: peers[body(of: unit)].map { period(of: unit) * peerCount + $0 }
        }
    }

    func period(of unit: Int) -> Int { unit / evidence.bodies.count }

    func body(of unit: Int) -> Int { unit % evidence.bodies.count }

    /// The records of a table that belong to a row.
    func records(of table: Int, in row: Row) -> Range<Int> {
        let records = evidence.tables[table]
        if row.table >= 0, plan.schema.tables[table].parent == row.table {
            return records.parentOffsets[row.record]..<records.parentOffsets[row.record + 1]
        }
        return records.unitOffsets[row.unit]..<records.unitOffsets[row.unit + 1]
    }

    /// The record of a table that the row is or belongs to.
    func record(of table: Int, in row: Row) -> Int {
        var (current, record) = (row.table, row.record)
        while current != table, let parent = plan.schema.tables[current].parent {
            record = parents[current][record]
            current = parent
        }
        return record
    }
}
