public import Arithmetic
public import Domain
public import Evidence
public import Expressions
internal import Methodology

/// What a part of a formula comes to, for people.
public enum Figure: Hashable, Sendable {
    case number(Fixed)
    case flag(Bool)
    case day(Day)
    case period(Period)
    /// A code's word, or a text.
    case text(String)
    /// No value, and what that goes back to.
    case blank(Presence, Origin)
    /// It cannot be computed, as after a division by zero.
    case none
}

/// What a function over many values looked at.
public struct Tally: Hashable, Sendable {
    /// The table of the records; `nil` for values side by side.
    public let table: Int?
    /// The positions of the records that meet the condition, rising.
    public let records: [Int]
    /// How many values are blank and were skipped.
    public let skipped: Int
    /// How many bodies were looked at; `nil` for anything but a function over bodies.
    public let bodies: Int?

    init(table: Int?, records: [Int], skipped: Int, bodies: Int? = nil) {
        self.table = table
        self.records = records
        self.skipped = skipped
        self.bodies = bodies
    }
}

extension Assessment {
    /// What a part of a body's formula comes to.
    public func figure(of expression: Expression, at unit: Int) -> Figure {
        figure(of: expression, in: Row(unit: unit))
    }

    /// A cell of an input, as a figure.
    ///
    /// - Parameters:
    ///   - cell: A column of one row.
    ///   - input: The position of the input whose type it has.
    /// - Returns: Its value, or which blank it is.
    public func figure(of cell: Column, _ input: Int) -> Figure {
        let presence = cell.presence(at: 0)
        guard presence == .known else { return .blank(presence, .input(input)) }
        switch (cell.values, plan.schema.inputs[input].type) {
        case (.numbers(let numbers), _): return .number(numbers[0])
        case (.flags(let flags), _): return .flag(flags[0])
        case (.texts(let texts), _): return .text(texts[0])
        case (.codes(let codes), .code(let words)): return .text(words[Int(codes[0])])
        case (.dates(let days), _): return .day(Day(number: days[0]))
        case (.periods(let periods), _):
            return .period(Period(plan.schema.periodForm, index: Int(periods[0])))
        case (.codes, _): return .none
        }
    }

    /// What a part of a record's formula comes to.
    public func figure(
        of expression: Expression, at unit: Int, table: Int, record: Int
    ) -> Figure {
        figure(of: expression, in: Row(unit: unit, table: table, record: record))
    }

    private func figure(of expression: Expression, in row: Row) -> Figure {
        if let number = handedIn(expression, row) { return .number(number) }
        // Why it cannot be computed was told when the whole formula was.
        guard let value = try? engine.step(expression, row) else { return .none }
        switch (value, expression.type) {
        case (.number(let number), _): return .number(number)
        case (.flag(let flag), _): return .flag(flag)
        case (.text(let text), _): return .text(text)
        case (.blank(let absence), _): return .blank(absence.presence, absence.origin)
        case (.ordinal(let ordinal), .code(let words)):
            return words.indices.contains(ordinal) ? .text(words[ordinal]) : .none
        case (.ordinal(let ordinal), .date): return .day(Day(number: Int32(clamping: ordinal)))
        case (.ordinal(let ordinal), _):
            return .period(Period(plan.schema.periodForm, index: ordinal))
        }
    }

    /// A number as it was handed in, which doubles would not show; `nil` for anything else.
    private func handedIn(_ expression: Expression, _ row: Row) -> Fixed? {
        switch expression.kind {
        case .input(let input): evidence.inputs[input].column.number(at: row.unit)
        case .field(let table, let field):
            evidence.tables[table].columns[field]
                .number(at: engine.ground.record(of: table, in: row))
        default: nil
        }
    }

    /// What a function over many values looked at; `nil` for any other expression.
    public func tally(of expression: Expression, at unit: Int) -> Tally? {
        tally(of: expression, in: Row(unit: unit))
    }

    private func tally(of expression: Expression, in row: Row) -> Tally? {
        let unit = row.unit
        switch expression.kind {
        case .records(_, let table, let value, let condition):
            return tally(table, value, condition, row)
        case .over(_, let parts):
            return tally(of: parts, in: row)
        case .across(let periods, let part):
            return tally(of: part, in: Row(unit: unit, periods: periods))
        case .population(_, let population, _, _):
            guard let group = engine.ground.group(of: unit, population.reach),
                let census = populations[expression]?.groups[group]
            else { return nil }
            return Tally(table: nil, records: [], skipped: census.skipped, bodies: census.bodies)
        default: return nil
        }
    }

    private func tally(
        _ table: Int, _ value: Expression?, _ condition: Expression?, _ row: Row
    ) -> Tally {
        let engine = engine
        // What cannot be computed for a record stopped the assessment before, or the node is empty.
        let records = engine.ground.rows(row).flatMap { row in
            engine.ground.records(of: table, in: row).filter { record in
                guard let condition else { return true }
                let inner = Row(unit: row.unit, table: table, record: record)
                if case .flag(true)? = try? engine.step(condition, inner) { return true }
                return false
            }
        }.sorted()
        let skipped = value.flatMap { try? engine.known(table, $0, condition, row).skipped } ?? 0
        return Tally(table: table, records: records, skipped: skipped)
    }

    /// Values side by side, or a function over records that was written out over a list.
    private func tally(of parts: [Expression], in row: Row) -> Tally {
        let tallies = parts.compactMap { part -> Tally? in
            if case .records = part.kind { return tally(of: part, in: row) }
            return nil
        }
        guard tallies.count < parts.count || tallies.isEmpty else {
            return Tally(
                table: tallies[0].table, records: Set(tallies.flatMap(\.records)).sorted(),
                skipped: tallies.reduce(0) { $0 + $1.skipped })
        }
        let blanks = parts.count { part in
            if case .blank = figure(of: part, in: row) { return true }
            return false
        }
        return Tally(table: nil, records: [], skipped: blanks)
    }
}
