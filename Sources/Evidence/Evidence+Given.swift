public import Diagnostics
public import Domain

extension Evidence {
    /// The evidence of one body for one period, as a test case of an edition gives it.
    ///
    /// Values are read like cells of a table. `unknown`, or nothing, is no data; `not-applicable`
    /// and `withheld` are the other two blanks; a code's own words come first. Inputs that are
    /// not given are unknown, and so are fields of records. Records without a key are numbered
    /// from 1 within their table and parent.
    ///
    /// - Returns: The evidence, whose rows are lines of the test case, `nil` when there are
    ///   errors; and everything that is wrong, at the places given.
    public static func given(
        body: Body, period: Period, inputs: [GivenValue], records: [GivenRecord],
        schema: EvidenceSchema
    ) -> (evidence: Evidence?, log: DiagnosticLog) {
        var reader = GivenReader(schema, period)
        let columns = reader.columns(inputs)
        reader.add(records, above: nil)
        guard !reader.log.hasErrors else { return (nil, reader.log) }
        let units = Units([Int32(period.index)], form: period.form, bodies: 1)
        var evidence = Evidence(
            bodies: [body], periods: [period], inputs: columns,
            tables: reader.tables(units, [body]), provenances: [GivenReader.provenance],
            files: [], hash: "")
        evidence.hash = CanonicalForm.hash(evidence, schema)
        return (evidence, reader.log)
    }
}
