internal import Arithmetic
internal import Evidence
internal import Expressions
internal import Methodology

/// A record, or a body's inputs, that does not keep what a check expects.
public struct Finding: Hashable, Sendable {
    /// The position of the check in the plan.
    public let check: Int
    /// The body and period.
    public let unit: Int
    /// The record's position in the check's table; `nil` for a check of inputs.
    public let record: Int?
}

extension Assessment {
    /// Everything that fails a check, by check, then in the order of the records.
    ///
    /// A check whose expectation cannot be told, for want of a value, finds nothing.
    ///
    /// - Parameter threads: At most so many; `nil` uses all cores.
    /// - Returns: A finding for every record, or body and period, that fails.
    public func findings(threads: Int? = nil) -> [Finding] {
        let units = scoredPeriods.flatMap { period in
            evidence.bodies.indices.map { unit(body: $0, period: period) }
        }
        return plan.checks.indices.flatMap { check in
            Parallel.map(units.count, chunk: 256, threads: threads) { range in
                units[range].flatMap { findings(of: check, at: $0) }
            }.flatMap { $0 }
        }
    }

    private func findings(of position: Int, at unit: Int) -> [Finding] {
        let check = plan.checks[position]
        guard let table = check.table else {
            return fails(check, Row(unit: unit))
                ? [Finding(check: position, unit: unit, record: nil)] : []
        }
        let offsets = evidence.tables[table].unitOffsets
        let range = offsets[unit]..<offsets[unit + 1]
        let records =
            failing(check, unit: unit, table, range)
            ?? range.filter { fails(check, Row(unit: unit, table: table, record: $0)) }
        return records.map { Finding(check: position, unit: unit, record: $0) }
    }

    /// The records that fail a check; `nil` where they have to be taken one by one.
    private func failing(
        _ check: Plan.Check, unit: Int, _ table: Int, _ range: Range<Int>
    ) -> [Int]? {
        let engine = engine
        func verdicts(_ formula: Formula) -> Verdicts? {
            engine.verdicts(formula.expression, unit: unit, table: table, range)
        }
        guard let kept = verdicts(check.expect) else { return nil }
        guard let when = check.when else {
            return range.filter { kept.codes[$0 - range.lowerBound] == 0 }
        }
        guard let looked = verdicts(when) else { return nil }
        return range.filter {
            looked.codes[$0 - range.lowerBound] == 1 && kept.codes[$0 - range.lowerBound] == 0
        }
    }

    private func fails(_ check: Plan.Check, _ row: Row) -> Bool {
        let engine = engine
        func verdict(_ formula: Formula) -> Bool? {
            // A division by zero within a check leaves it undecided.
            guard case .flag(let holds)? = try? engine.step(formula.expression, row) else {
                return nil
            }
            return holds
        }
        if let when = check.when, verdict(when) != true { return false }
        return verdict(check.expect) == false
    }
}
