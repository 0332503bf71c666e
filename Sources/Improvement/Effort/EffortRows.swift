internal import Arithmetic
internal import Domain
internal import Evidence
internal import Methodology
internal import Scoring

/// A plan beside what came of it; `nil` for what is not known.
struct EffortRow {
    let record: Int?
    let key: [String]
    let plan: Fixed?
    let actual: Fixed?
    let isHigherBetter: Bool?
    let revised: Day?

    /// Whether the plan was reached, exactly or by more.
    var isReached: Bool? {
        guard let plan, let actual, let isHigherBetter else { return nil }
        return isHigherBetter ? plan <= actual : actual <= plan
    }
}

/// The rows that a check of effort looks at.
struct EffortRows: Sendable {
    let assessment: Assessment
    /// The position of the check in the plan.
    let position: Int
    /// The tables above the check's own, the nearest first, with the parent of each record.
    private let above: [(table: Int, parents: [Int32])]

    var check: Plan.EffortCheck { assessment.plan.effort[position] }

    init(_ assessment: Assessment, _ position: Int) {
        (self.assessment, self.position) = (assessment, position)
        var above: [(table: Int, parents: [Int32])] = []
        let schema = assessment.plan.schema
        var table = assessment.plan.effort[position].table
        while let child = table, let parent = schema.tables[child].parent {
            above.append((parent, Self.parents(of: assessment.evidence.tables[child])))
            table = parent
        }
        self.above = above
    }

    /// The parent of each record.
    private static func parents(of table: RecordTable) -> [Int32] {
        table.parentOffsets.indices.dropLast().flatMap { parent in
            let count = table.parentOffsets[parent + 1] - table.parentOffsets[parent]
            return repeatElement(Int32(parent), count: count)
        }
    }

    /// Those of a body and period: its records in their order, or its inputs as one.
    func rows(at unit: Int) -> [EffortRow] {
        guard let table = check.table else { return [row(unit, record: nil, key: [])] }
        let offsets = assessment.evidence.tables[table].unitOffsets
        return (offsets[unit]..<offsets[unit + 1]).map {
            row($0, record: $0, key: key(of: $0, in: table))
        }
    }

    private func key(of record: Int, in table: Int) -> [String] {
        var key = assessment.evidence.tables[table].keys[record]
        var record = record
        for (table, parents) in above {
            record = Int(parents[record])
            key = assessment.evidence.tables[table].keys[record] + key
        }
        return key
    }

    /// What stands in a row of the columns.
    private func row(_ at: Int, record: Int?, key: [String]) -> EffortRow {
        let check = check
        var isHigherBetter: Bool?
        switch check.better {
        case .higher: isHigherBetter = true
        case .lower: isHigherBetter = false
        case .field(let field, let higher, let lower):
            let code = code(field, at: at)
            isHigherBetter = code == higher ? true : code == lower ? false : nil
        }
        return EffortRow(
            record: record, key: key, plan: column(check.plan).number(at: at),
            actual: column(check.actual).number(at: at), isHigherBetter: isHigherBetter,
            revised: check.revision.flatMap { day($0.field, at: at) })
    }

    /// A field of the check's table, or an input.
    private func column(_ position: Int) -> Column {
        let evidence = assessment.evidence
        return check.table.map { evidence.tables[$0].columns[position] }
            ?? evidence.inputs[position].column
    }

    private func code(_ field: Int, at row: Int) -> Int32? {
        let column = column(field)
        guard column.presence(at: row) == .known, case .codes(let codes) = column.values else {
            return nil
        }
        return codes[row]
    }

    private func day(_ field: Int, at row: Int) -> Day? {
        let column = column(field)
        guard column.presence(at: row) == .known, case .dates(let days) = column.values else {
            return nil
        }
        return Day(number: days[row])
    }
}
