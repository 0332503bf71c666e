public import Diagnostics
public import Domain

extension Evidence {
    /// The evidence of some bodies and periods, as a test case of an edition gives it.
    ///
    /// Values are read like cells of a table. `unknown`, or nothing, is no data; `not-applicable`
    /// and `withheld` are the other two blanks; a code's own words come first. Inputs that are
    /// not given are unknown, and so are fields of records. Records without a key are numbered
    /// from 1 within their table and parent.
    ///
    /// - Returns: The evidence, with the bodies in their order and every period that one of them
    ///   has, whose rows are lines of the test case, `nil` when there are errors; and everything
    ///   that is wrong, at the places given.
    public static func given(
        _ bodies: [GivenBody], schema: EvidenceSchema
    ) -> (evidence: Evidence?, log: DiagnosticLog) {
        let indices = bodies.flatMap { $0.periods.map { Int32(clamping: $0.period.index) } }
        let units = Units(Set(indices), form: schema.periodForm, bodies: bodies.count)
        var reader = GivenReader(schema, units)
        for (number, body) in bodies.enumerated() {
            for given in body.periods { reader.take(given, of: Int32(clamping: number)) }
        }
        guard !reader.log.hasErrors else { return (nil, reader.log) }
        let bodies = bodies.map(\.body)
        let evidence = Evidence(
            bodies: bodies, periods: units.periods, inputs: reader.columns,
            tables: reader.tables(bodies), provenances: [GivenReader.provenance],
            files: [], schema: schema)
        return (evidence, reader.log)
    }
}
