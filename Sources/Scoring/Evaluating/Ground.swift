internal import Arithmetic
internal import Domain
internal import Evidence
internal import Methodology

/// What formulas are computed over: a plan and evidence, joined once.
///
/// A class only so that thousands of formulas share it without copying; nothing in it changes.
final class Ground: Sendable {
    let plan: Plan
    let evidence: Evidence
    /// The record of the parent table that each record belongs to; empty without a parent.
    let parents: [[Int]]
    /// For each period of the evidence, the value of each parameter on its last day.
    let parameters: [[Fraction?]]
    /// For each body, the position of its kind in the plan; -1 for a kind it does not name.
    let kinds: [Int]

    init(plan: Plan, evidence: Evidence) {
        self.plan = plan
        self.evidence = evidence
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
