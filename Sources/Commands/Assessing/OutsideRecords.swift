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
            let all = entries(of: period, assessment)
            let identity = assessment.plan.identity
            let verb = all.count == 1 ? "lies" : "lie"
            let are = all.count == 1 ? "is" : "are"
            let head =
                "\(Words.counted(all.count, "record")) of \(evidence.periods[period]) \(verb) "
                + "outside the edition (\(Methodologies.inForce(identity))) and \(are) not scored:"
            let more = all.count - named
            return [head] + all.prefix(named).map { "  " + $0 }
                + (more > 0 ? ["  and \(more) more"] : [])
        }
    }

    /// As in `services 1234 of body 295: services.csv row 1686`.
    private static func entries(of period: Int, _ assessment: Assessment) -> [String] {
        let evidence = assessment.evidence
        let schema = assessment.plan.schema
        return evidence.bodies.indices.flatMap { body -> [String] in
            let unit = assessment.unit(body: body, period: period)
            let id = evidence.bodies[body].id
            let inputs = schema.inputs.indices.compactMap { input -> String? in
                let column = evidence.inputs[input]
                guard column.rows[unit] > 0 else { return nil }
                let file = column.file(at: unit).map { ": \($0) row \(column.rows[unit])" } ?? ""
                return "\(schema.inputs[input].id) of body \(id)\(file)"
            }
            let records = schema.tables.indices.flatMap { table -> [String] in
                let records = evidence.tables[table]
                return (records.unitOffsets[unit]..<records.unitOffsets[unit + 1]).map {
                    let key = records.keys[$0].joined(separator: " ")
                    let file = records.file.map { ": \($0)" } ?? ""
                    return "\(schema.tables[table].id) \(key) of body \(id)\(file) "
                        + "row \(records.rows[$0])"
                }
            }
            return inputs + records
        }
    }
}
