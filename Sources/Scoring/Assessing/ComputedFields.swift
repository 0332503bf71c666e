internal import Arithmetic
internal import Domain
internal import Evidence
internal import Expressions
internal import Methodology

/// A computed field of all records of its table.
struct ComputedColumn: Sendable {
    let column: Column
    /// Records for which it cannot be computed, as after a division by zero; whoever asks for
    /// one of them is told.
    let failures: [Int: EvaluationError]
}

/// Computes the fields of records that have a formula, column by column.
enum ComputedFields {
    /// Records in a piece of work.
    private static let chunk = 4096

    /// For each table of the schema, its computed fields in order.
    static func columns(of ground: Ground, threads: Int?) -> [[ComputedColumn]] {
        var computed: [[ComputedColumn]] = ground.plan.schema.tables.map { _ in [] }
        // A parent's records count their children's, so the children's fields come first.
        for table in ground.plan.computed.indices.reversed() {
            for field in ground.plan.computed[table].indices {
                let position = EvaluationError.FieldPosition(table: table, field: field)
                computed[table].append(column(position, ground, computed, threads))
            }
        }
        return computed
    }

    private struct Piece: Sendable {
        var numbers: [Fixed] = []
        var flags: [Bool] = []
        var ordinals: [Int32] = []
        var texts: [String] = []
        var presence: [Presence] = []
        var failures: [Int: EvaluationError] = [:]

        /// Adds a record; a blank, or what cannot be computed, holds a neutral value of the type.
        mutating func append(_ value: StepValue, _ type: ValueType) {
            if case .blank(let absence) = value {
                presence.append(absence.presence)
            } else {
                presence.append(.known)
            }
            switch type {
            case .number, .share, .percent, .count, .money, .days: numbers.append(value.number)
            case .flag: flags.append(value.flag)
            case .code, .date, .period: ordinals.append(value.ordinal)
            case .text: texts.append(value.text)
            }
        }

        /// Adds what a condition came to.
        mutating func append(_ verdicts: Verdicts) {
            for code in verdicts.codes {
                presence.append(Verdicts.presence(code))
                flags.append(code == 1)
            }
        }
    }

    private static func column(
        _ position: EvaluationError.FieldPosition, _ ground: Ground,
        _ computed: [[ComputedColumn]], _ threads: Int?
    ) -> ComputedColumn {
        let units = unitsOfRecords(position.table, ground)
        let pieces = Parallel.map(units.count, chunk: chunk, threads: threads) { range in
            piece(range, position, units, ground, computed)
        }
        var joined = Piece()
        for piece in pieces {
            joined.numbers += piece.numbers
            joined.flags += piece.flags
            joined.ordinals += piece.ordinals
            joined.texts += piece.texts
            joined.presence += piece.presence
            joined.failures.merge(piece.failures) { first, _ in first }
        }
        let type = ground.plan.computed[position.table][position.field].formula.expression.type
        return ComputedColumn(
            column: Column(values: values(joined, type), presence: joined.presence),
            failures: joined.failures)
    }

    private static func values(_ piece: Piece, _ type: ValueType) -> Column.Values {
        switch type {
        case .number, .share, .percent, .count, .money, .days: .numbers(piece.numbers)
        case .flag: .flags(piece.flags)
        case .code: .codes(piece.ordinals)
        case .date: .dates(piece.ordinals)
        case .period: .periods(piece.ordinals)
        case .text: .texts(piece.texts)
        }
    }

    private static func unitsOfRecords(_ table: Int, _ ground: Ground) -> [Int] {
        let offsets = ground.evidence.tables[table].unitOffsets
        var units = [Int](repeating: 0, count: ground.evidence.tables[table].count)
        for unit in 0..<ground.evidence.unitCount {
            for record in offsets[unit]..<offsets[unit + 1] { units[record] = unit }
        }
        return units
    }

    private static func piece(
        _ range: Range<Int>, _ position: EvaluationError.FieldPosition, _ units: [Int],
        _ ground: Ground, _ computed: [[ComputedColumn]]
    ) -> Piece {
        let expression = ground.plan.computed[position.table][position.field].formula.expression
        let engine = Engine(ground: ground, computed: computed)
        var piece = Piece()
        var next = range.lowerBound
        while next < range.upperBound {
            let unit = units[next]
            let end = ground.evidence.tables[position.table].unitOffsets[unit + 1]
            let records = next..<min(end, range.upperBound)
            next = records.upperBound
            if expression.type == .flag,
                let verdicts = engine.verdicts(
                    expression, unit: unit, table: position.table, records)
            {
                piece.append(verdicts)
                continue
            }
            for record in records {
                let row = Row(unit: unit, table: position.table, record: record)
                let value = value(row, expression, position, engine, &piece)
                piece.append(value, expression.type)
            }
        }
        return piece
    }

    private static func value(
        _ row: Row, _ expression: Expression, _ position: EvaluationError.FieldPosition,
        _ engine: Engine, _ piece: inout Piece
    ) -> StepValue {
        do throws(EvaluationError) {
            return try engine.step(expression, row)
        } catch {
            // A field that it rests on may have failed first.
            var failure = error
            failure.field = error.field ?? position
            piece.failures[row.record] = failure
            return .flag(false)
        }
    }
}

extension StepValue {
    fileprivate var number: Fixed { if case .number(let number) = self { number } else { .zero } }
    fileprivate var flag: Bool { if case .flag(let flag) = self { flag } else { false } }
    fileprivate var text: String { if case .text(let text) = self { text } else { "" } }
    // Words, days and periods are counted in 32 bits wherever they stand.
    fileprivate var ordinal: Int32 {
        if case .ordinal(let ordinal) = self { Int32(clamping: ordinal) } else { 0 }
    }
}
