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

/// How many records a function looked at.
public struct Tally: Hashable, Sendable {
    /// The positions of the records that meet the condition.
    public let records: [Int]
    /// How many of them have no value and were skipped.
    public let skipped: Int
}

extension Assessment {
    /// What a part of a body's formula comes to.
    public func figure(of expression: Expression, at unit: Int) -> Figure {
        figure(of: expression, in: Row(unit: unit))
    }

    /// What a part of a record's formula comes to.
    public func figure(
        of expression: Expression, at unit: Int, table: Int, record: Int
    ) -> Figure {
        figure(of: expression, in: Row(unit: unit, table: table, record: record))
    }

    private func figure(of expression: Expression, in row: Row) -> Figure {
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

    /// Which records a function over records looked at; `nil` for any other expression.
    public func tally(of expression: Expression, at unit: Int) -> Tally? {
        guard case .records(_, let table, let value, let condition) = expression.kind else {
            return nil
        }
        let row = Row(unit: unit)
        let engine = engine
        // What cannot be computed for a record stopped the assessment before.
        let records = engine.ground.records(of: table, in: row).filter { record in
            guard let condition else { return true }
            let inner = Row(unit: unit, table: table, record: record)
            if case .flag(true)? = try? engine.step(condition, inner) { return true }
            return false
        }
        let skipped = value.flatMap { try? engine.known(table, $0, condition, row).skipped } ?? 0
        return Tally(records: records, skipped: skipped)
    }
}
