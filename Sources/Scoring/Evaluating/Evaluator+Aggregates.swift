internal import Arithmetic
internal import Evidence
internal import Expressions

/// Functions over many values: of records, or side by side in one row. Blanks are skipped.
extension Evaluator {
    func aggregate(_ expression: Expression, _ row: Row) throws(EvaluationError) -> Value<N> {
        switch expression.kind {
        case .countTrue(let conditions):
            var count = 0
            for condition in conditions where try holds(condition, row) { count += 1 }
            return Self.whole(count)
        case .over(let function, let parts): return try over(function, parts, expression, row)
        case .records(.count, let table, _, let condition):
            return Self.whole(try count(table, condition, row))
        case .records(let function, let table, let value?, let condition):
            return try overRecords(function, table, value, condition, expression, row)
        default: preconditionFailure("this expression is not a function over many values")
        }
    }

    private static func whole(_ count: Int) -> Value<N> {
        .number(N(numerator: Int128(count), denominator: 1))
    }

    private static func nothing(_ function: Aggregate) -> Value<N> {
        .blank(Absence(presence: .unknown, origin: .nothing(function.rawValue)))
    }

    private func count(
        _ table: Int, _ condition: Expression?, _ row: Row
    ) throws(EvaluationError) -> Int {
        var count = 0
        for row in ground.rows(row) {
            let records = ground.records(of: table, in: row)
            guard let condition else {
                count += records.count
                continue
            }
            if let chosen = Records(self, unit: row.unit, table: table, records)?
                .verdicts(condition)
            {
                count += chosen.count
                continue
            }
            for record in records
            where try holds(condition, Row(unit: row.unit, table: table, record: record)) {
                count += 1
            }
        }
        return count
    }

    /// Each record's value as the result of a step, the chosen ones that are known.
    func known(
        _ table: Int, _ value: Expression, _ condition: Expression?, _ row: Row
    ) throws(EvaluationError) -> (values: [Fixed], skipped: Int) {
        var values: [Fixed] = []
        var skipped = 0
        for row in ground.rows(row) {
            let range = ground.records(of: table, in: row)
            if let records = Records(self, unit: row.unit, table: table, range),
                let found = records.known(value, condition)
            {
                values += found.values
                skipped += found.skipped
                continue
            }
            for record in range {
                let inner = Row(unit: row.unit, table: table, record: record)
                guard try holds(condition, inner) else { continue }
                if let kept = kept(value, inner) {
                    values.append(kept)
                    continue
                }
                guard case .number(let number) = try self.value(value, inner) else {
                    skipped += 1
                    continue
                }
                do { values.append(try number.stepResult()) } catch { throw overflow(value, inner) }
            }
        }
        return (values, skipped)
    }

    private func overRecords(
        _ function: Aggregate, _ table: Int, _ value: Expression, _ condition: Expression?,
        _ expression: Expression, _ row: Row
    ) throws(EvaluationError) -> Value<N> {
        var values = try known(table, value, condition, row).values
        guard let least = values.min(), let greatest = values.max() else {
            return Self.nothing(function)
        }
        do {
            switch function {
            case .least: return .number(N(least))
            case .greatest: return .number(N(greatest))
            case .median:
                guard let (sum, count) = OrderStatistics.median(&values) else {
                    return Self.nothing(function)
                }
                return .number(try N(sum, dividedBy: count))
            case .sampleDeviation, .populationDeviation: return Self.deviation(function, values)
            case .sum, .average, .count:
                var sum = WideSum()
                for value in values { sum.add(value) }
                return .number(
                    try N(sum, dividedBy: function == .average ? Int128(values.count) : 1))
            }
        } catch {
            throw overflow(expression, row)
        }
    }

    private func over(
        _ function: Aggregate, _ parts: [Expression], _ expression: Expression, _ row: Row
    ) throws(EvaluationError) -> Value<N> {
        var values: [N] = []
        for part in parts {
            if case .number(let number) = try value(part, row) { values.append(number) }
        }
        guard let first = values.first else { return Self.nothing(function) }
        do {
            switch function {
            case .least:
                return .number(values.reduce(first) { $1.isLess(than: $0) ? $1 : $0 })
            case .greatest:
                return .number(values.reduce(first) { $0.isLess(than: $1) ? $1 : $0 })
            case .sum, .count: return .number(try Self.mean(values[...], of: 1))
            case .average: return .number(try Self.mean(values[...], of: values.count))
            case .median:
                values.sort { $0.isLess(than: $1) }
                let middle = (values.count - 1) / 2
                let middles = values[middle...(values.count / 2)]
                return .number(try Self.mean(middles, of: middles.count))
            case .sampleDeviation, .populationDeviation:
                var results: [Fixed] = []
                for value in values { results.append(try value.stepResult()) }
                return Self.deviation(function, results)
            }
        } catch {
            throw overflow(expression, row)
        }
    }

    private static func deviation(_ function: Aggregate, _ values: [Fixed]) -> Value<N> {
        Deviation.variance(of: values, isSample: function == .sampleDeviation)
            .map { .number(N(rootOf: $0)) } ?? nothing(function)
    }

    /// The sum over a whole number above 0.
    private static func mean(_ values: ArraySlice<N>, of count: Int) throws(ArithmeticError) -> N {
        var sum = N(numerator: 0, denominator: 1)
        for value in values { sum = try sum.adding(value) }
        return count == 1 ? sum : try sum.divided(by: N(numerator: Int128(count), denominator: 1))
    }
}
