internal import Arithmetic
internal import Domain
internal import Evidence
internal import Methodology
public import Scoring

extension Assessment {
    /// Everything that the edition's checks of effort find, by check, period, body, record and kind.
    ///
    /// Periods are those that the edition scores; what was reached before may lie in an earlier
    /// one. A blank makes no finding: it is never read as zero.
    ///
    /// - Parameter threads: At most so many; `nil` uses all cores. The result does not depend on it.
    /// - Returns: One for each kind of finding, so that a record may have several.
    public func effortFindings(threads: Int? = nil) -> [EffortFinding] {
        plan.effort.indices.flatMap { position in
            let rows = EffortRows(self, position)
            let found = Parallel.map(evidence.bodies.count, chunk: 16, threads: threads) { bodies in
                bodies.flatMap { EffortHistory(of: $0, rows).findings }
            }
            return found.flatMap { $0 }.enumerated().sorted {
                ($0.element.unit, $0.offset) < ($1.element.unit, $1.offset)
            }.map(\.element)
        }
    }
}

/// What a body's plans came to from period to period.
private struct EffortHistory {
    /// How a record stood in a period.
    private struct Standing {
        let actual: Fixed?
        /// In how many periods in a row the plan was reached.
        let periods: Int
    }

    private let rows: EffortRows
    private(set) var findings: [EffortFinding] = []

    init(of body: Int, _ rows: EffortRows) {
        self.rows = rows
        let assessment = rows.assessment
        let scored = Set(assessment.scoredPeriods)
        var before: [[String]: Standing] = [:]
        let periods = assessment.evidence.periods
        for period in periods.indices {
            let unit = assessment.unit(body: body, period: period)
            // Without the period right before there is nothing to compare with.
            if period > 0, periods[period - 1].index + 1 < periods[period].index { before = [:] }
            var now: [[String]: Standing] = [:]
            for row in rows.rows(at: unit) {
                let earlier = before[row.key]
                let reached = row.isReached == true ? (earlier?.periods ?? 0) + 1 : 0
                now[row.key] = Standing(actual: row.actual, periods: reached)
                guard scored.contains(period) else { continue }
                add(row, unit, previous: earlier?.actual, reached)
            }
            before = now
        }
    }

    private mutating func add(_ row: EffortRow, _ unit: Int, previous: Fixed?, _ periods: Int) {
        for kind in EffortFinding.Kind.allCases
        where isFound(kind, row, unit, previous: previous, periods) {
            findings.append(
                EffortFinding(
                    check: rows.position, kind: kind, unit: unit, record: row.record, key: row.key,
                    plan: row.plan, actual: row.actual, previous: previous, revised: row.revised,
                    periods: periods))
        }
    }

    private func isFound(
        _ kind: EffortFinding.Kind, _ row: EffortRow, _ unit: Int, previous: Fixed?, _ periods: Int
    ) -> Bool {
        switch kind {
        case .below:
            guard let plan = row.plan, let previous, let higher = row.isHigherBetter else {
                return false
            }
            return higher ? plan < previous : previous < plan
        case .equal: return row.plan != nil && row.plan == previous
        case .late:
            guard let day = row.revised, let revision = rows.check.revision else { return false }
            let period = rows.assessment.evidence.periods[rows.assessment.period(of: unit)]
            return period.lastDay.advanced(by: -revision.days) <= day
        case .full: return rows.check.periods.map { $0 <= periods } ?? false
        }
    }
}
