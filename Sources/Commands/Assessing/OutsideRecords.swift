internal import Domain
internal import Evidence
internal import Methodology
internal import Scoring

/// Evidence of periods that the edition does not hold for: it is named, because it is not scored.
enum OutsideRecords {
    /// How many records of a period are named one by one.
    static let named = 5

    /// A line for each such period and one for each record, then how many more there are.
    static func lines(_ assessment: Assessment) -> [String] {
        let evidence = assessment.evidence
        let outside = evidence.periods.indices.filter { !assessment.scoredPeriods.contains($0) }
        return outside.flatMap { period -> [String] in
            let units = evidence.bodies.indices.map { assessment.unit(body: $0, period: period) }
            let count = units.reduce(0) { $0 + Self.count(at: $1, evidence) }
            // A folder may hold many years: only the few that are named are put into words.
            let names = units.lazy.filter { Self.count(at: $0, evidence) > 0 }.prefix(named)
                .flatMap { entries(at: $0, assessment) }.prefix(named)
            let verbs = count == 1 ? ("lies", "is") : ("lie", "are")
            let head =
                "\(Words.counted(count, "record")) of \(evidence.periods[period]) \(verbs.0) outside "
                + "the edition (\(Methodologies.inForce(assessment.plan.identity))) and \(verbs.1) "
                + "not scored:"
            let more = count - names.count
            return [head] + names.map { "  " + $0 } + (more > 0 ? ["  and \(more) more"] : [])
        }
    }

    /// Rows of inputs that were handed in for the unit, and its records.
    private static func count(at unit: Int, _ evidence: Evidence) -> Int {
        inputRows(at: unit, evidence).count
            + evidence.tables.reduce(0) { $0 + $1.unitOffsets[unit + 1] - $1.unitOffsets[unit] }
    }

    /// As in `inputs.csv row 7`, each once.
    private static func inputRows(at unit: Int, _ evidence: Evidence) -> [String] {
        var rows: [String] = []
        for column in evidence.inputs where column.rows[unit] > 0 {
            let row = "\(column.file(at: unit) ?? "") row \(column.rows[unit])"
            if !rows.contains(row) { rows.append(row) }
        }
        return rows
    }

    /// As in `services 1234 of body 295: services.csv row 1686`.
    private static func entries(at unit: Int, _ assessment: Assessment) -> [String] {
        let evidence = assessment.evidence
        let schema = assessment.plan.schema
        let id = evidence.bodies[assessment.body(of: unit)].id
        let inputs = inputRows(at: unit, evidence).map { "inputs of body \(id): \($0)" }
        let records = schema.tables.indices.flatMap { table -> [String] in
            let records = evidence.tables[table]
            let own = records.unitOffsets[unit]..<records.unitOffsets[unit + 1]
            return own.prefix(named).map { record in
                let key = records.keys[record].joined(separator: " ")
                let file = records.file.map { ": \($0) row \(records.rows[record])" } ?? ""
                return "\(schema.tables[table].id) \(key) of body \(id)\(file)"
            }
        }
        return inputs + records
    }
}
