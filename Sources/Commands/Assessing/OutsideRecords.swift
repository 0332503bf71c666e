internal import Domain
internal import Evidence
internal import Methodology

/// Evidence of periods that the edition does not hold for: it is named, because it is not scored.
enum OutsideRecords {
    /// How many records of a period are named one by one.
    static let named = 5

    /// A line for each such period and one for each record, then how many more there are.
    ///
    /// What another edition holds for is not outside, and each edition names what it judges.
    static func lines(_ workspace: Workspace) -> [String] {
        let (evidence, identity) = (workspace.evidence, workspace.plan.identity)
        let outside = evidence.periods.indices.filter { !identity.holds(for: evidence.periods[$0]) }
        return outside.flatMap { period -> [String] in
            let units = evidence.bodies.indices
                .filter {
                    workspace.share.judges(evidence.bodies[$0].kind, evidence.periods[period])
                }
                .map { period * evidence.bodies.count + $0 }
            let count = units.reduce(0) { $0 + Self.count(at: $1, evidence) }
            guard count > 0 || !workspace.isOneOfSeveral else { return [] }
            // A folder may hold many years: only the few that are named are put into words.
            let names = units.lazy.filter { Self.count(at: $0, evidence) > 0 }.prefix(named)
                .flatMap { entries(at: $0, workspace) }.prefix(named)
            let verbs = count == 1 ? ("lies", "is") : ("lie", "are")
            let limits =
                workspace.isOneOfSeveral
                ? "every edition of \(identity.methodology)" : "the edition (\(identity.days))"
            let head =
                "\(Words.counted(count, "record")) of \(evidence.periods[period]) \(verbs.0) outside "
                + "\(limits) and \(verbs.1) not scored:"
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
    private static func entries(at unit: Int, _ workspace: Workspace) -> [String] {
        let evidence = workspace.evidence
        let schema = workspace.plan.schema
        let id = evidence.bodies[unit % evidence.bodies.count].id
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
