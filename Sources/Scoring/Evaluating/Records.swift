internal import Arithmetic
internal import Domain
internal import Evidence
internal import Expressions
internal import Methodology

/// Computes conditions and values for neighbouring records of one unit at once, column by
/// column, as ``Evaluator`` computes them for one record after the other.
///
/// It knows comparisons, connectives, tests for blanks, differences and counts of nested
/// records, which is nearly all that conditions are made of, and only what can neither fail nor
/// round. For anything else it yields `nil`, and so does a part that fails: whoever asks then
/// takes the records one by one, which also tells what went wrong and where.
struct Records<N: Number> {
    let evaluator: Evaluator<N>
    let unit: Int
    let table: Int
    let range: Range<Int>

    /// Below so many records columns are not worth their making.
    static var least: Int { 4 }

    /// `nil` where the records are better taken one by one.
    init?(_ evaluator: Evaluator<N>, unit: Int, table: Int, _ range: Range<Int>) {
        guard range.count >= Self.least, !evaluator.ground.isByRecord else { return nil }
        self.init(evaluator, unit, table, range)
    }

    private init(_ evaluator: Evaluator<N>, _ unit: Int, _ table: Int, _ range: Range<Int>) {
        self.evaluator = evaluator
        self.unit = unit
        self.table = table
        self.range = range
    }

    var ground: Ground { evaluator.ground }

    /// Records of a nested table that belong to these.
    func nested(_ table: Int) -> Records? {
        guard ground.plan.schema.tables[table].parent == self.table else { return nil }
        let offsets = ground.evidence.tables[table].parentOffsets
        return Records(
            evaluator, unit, table, offsets[range.lowerBound]..<offsets[range.upperBound])
    }

    // MARK: Values

    /// Values of the records; record `range.lowerBound + i` has the one at `base + i`.
    struct Cells<Value> {
        let values: [Value]
        /// One per value; empty where all are known.
        let presence: [Presence]
        let base: Int

        /// Which blank it is, as in ``Verdicts``; 0 for a value.
        func blank(_ index: Int) -> UInt8 {
            presence.isEmpty ? 0 : Verdicts.code(presence[base + index])
        }
    }

    /// What an expression comes to.
    enum Values {
        case numbers(Cells<Fixed>)
        case ordinals(Cells<Int32>)
        case texts(Cells<String>)
        case verdicts(Verdicts)
        /// The same for every record.
        case single(Value<N>)
    }

    /// What an expression comes to; `nil` where that cannot be told for all records at once.
    func values(_ expression: Expression) -> Values? {
        if isSame(expression) {
            let row = Row(unit: unit, table: table, record: range.lowerBound)
            return (try? evaluator.value(expression, row)).map { .single($0) }
        }
        switch expression.kind {
        case .field(let table, let field):
            return cells(ground.evidence.tables[table].columns[field], of: table)
        case .computed(let table, let field):
            let computed = evaluator.computed[table][field]
            return computed.failures.isEmpty ? cells(computed.column, of: table) : nil
        case .difference(let left, let right): return difference(left, right)
        case .records(.count, let table, _, let condition): return counts(table, condition)
        case .compare, .between, .all, .any, .not, .presence, .quantified:
            return verdicts(expression).map { .verdicts($0) }
        default: return nil
        }
    }

    /// The numbers that are known where a condition is true, and how many are not known there.
    ///
    /// Only for what stands in a column digit for digit.
    func known(
        _ expression: Expression, _ condition: Expression?
    ) -> (values: [Fixed], skipped: Int)? {
        switch expression.kind {
        case .field, .computed: break
        default: return nil
        }
        guard case .numbers(let cells) = values(expression) else { return nil }
        var chosen: Verdicts?
        if let condition {
            guard let verdicts = verdicts(condition) else { return nil }
            chosen = verdicts
        }
        var found: [Fixed] = []
        found.reserveCapacity(chosen?.count ?? range.count)
        var skipped = 0
        for index in 0..<range.count where chosen.map({ $0.codes[index] == 1 }) ?? true {
            if cells.blank(index) == 0 {
                found.append(cells.values[cells.base + index])
            } else {
                skipped += 1
            }
        }
        return (found, skipped)
    }

    /// Whether an expression is about the unit, not about its records.
    func isSame(_ expression: Expression) -> Bool {
        switch expression.kind {
        case .field, .computed: return false
        // Records of another table are those of the unit.
        case .records(_, let table, _, _), .quantified(_, let table, _, _):
            return ground.plan.schema.tables[table].parent != self.table
        default: return expression.parts.allSatisfy { isSame($0) }
        }
    }

    private func cells(_ column: Column, of table: Int) -> Values {
        guard table != self.table else { return cells(column, base: range.lowerBound) }
        let records = range.map {
            ground.record(of: table, in: Row(unit: unit, table: self.table, record: $0))
        }
        return cells(column.taking(records), base: 0)
    }

    private func cells(_ column: Column, base: Int) -> Values {
        let presence = column.presence
        switch column.values {
        case .numbers(let values):
            return .numbers(Cells(values: values, presence: presence, base: base))
        case .codes(let values), .periods(let values), .dates(let values):
            return .ordinals(Cells(values: values, presence: presence, base: base))
        case .texts(let values):
            return .texts(Cells(values: values, presence: presence, base: base))
        case .flags(let values):
            let flags = Cells(values: values, presence: presence, base: base)
            return .verdicts(
                Verdicts(
                    codes: (0..<range.count).map { index in
                        let blank = flags.blank(index)
                        return blank > 0 ? blank : Verdicts.code(values[base + index])
                    }))
        }
    }

    private func difference(_ left: Expression, _ right: Expression) -> Values? {
        guard let left = values(left), let right = values(right),
            let one = ordinals(left), let other = ordinals(right)
        else { return nil }
        var numbers: [Fixed] = []
        var presence: [Presence] = []
        for index in 0..<range.count {
            let blank = max(one.blank(index), other.blank(index))
            presence.append(Verdicts.presence(blank))
            numbers.append(
                Fixed(Int(one.values[one.base + index]) - Int(other.values[other.base + index])))
        }
        return .numbers(Cells(values: numbers, presence: presence, base: 0))
    }

    /// Ordinals, also those that are the same for every record.
    private func ordinals(_ values: Values) -> Cells<Int32>? {
        switch values {
        case .ordinals(let cells): return cells
        case .single(.ordinal(let ordinal)):
            guard let ordinal = Int32(exactly: ordinal) else { return nil }
            return Cells(
                values: Array(repeating: ordinal, count: range.count), presence: [], base: 0)
        case .single(.blank(let absence)):
            return Cells(
                values: Array(repeating: 0, count: range.count),
                presence: Array(repeating: absence.presence, count: range.count), base: 0)
        default: return nil
        }
    }

    /// How many records of a nested table each has that meet a condition.
    private func counts(_ table: Int, _ condition: Expression?) -> Values? {
        guard let nested = nested(table) else { return nil }
        var chosen: Verdicts?
        if let condition {
            guard let verdicts = nested.verdicts(condition) else { return nil }
            chosen = verdicts
        }
        let offsets = ground.evidence.tables[table].parentOffsets
        let counts = range.map { record in
            guard let chosen else { return Fixed(offsets[record + 1] - offsets[record]) }
            let first = nested.range.lowerBound
            let codes = chosen.codes[offsets[record] - first..<offsets[record + 1] - first]
            return Fixed(codes.reduce(0) { $0 + ($1 == 1 ? 1 : 0) })
        }
        return .numbers(Cells(values: counts, presence: [], base: 0))
    }
}

extension Column {
    /// The rows at these positions, in this order.
    fileprivate func taking(_ rows: [Int]) -> Column {
        let values: Values =
            switch self.values {
            case .numbers(let all): .numbers(rows.map { all[$0] })
            case .codes(let all): .codes(rows.map { all[$0] })
            case .periods(let all): .periods(rows.map { all[$0] })
            case .dates(let all): .dates(rows.map { all[$0] })
            case .texts(let all): .texts(rows.map { all[$0] })
            case .flags(let all): .flags(rows.map { all[$0] })
            }
        return Column(values: values, presence: presence.isEmpty ? [] : rows.map { presence[$0] })
    }
}
