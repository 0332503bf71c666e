import Arithmetic
import Diagnostics
import Domain
import Evidence
import TestSupport
import Testing

@Suite struct GivenReaderTests {
    private let body = Body(id: "b", title: LanguageMap([]), kind: "ministry")
    private let period = Example.schema.periodForm.period("2023-24")

    private func value(_ id: String, _ text: String, line: Int = 5) -> GivenValue {
        GivenValue(id: id, text: text, place: Place(file: "x.test.yaml", line: line, column: 9))
    }

    private func record(
        _ table: Int, _ values: [GivenValue], _ children: [GivenRecord] = [], line: Int = 7
    ) -> GivenRecord {
        GivenRecord(
            table: table, values: values, children: children,
            place: Place(file: "x.test.yaml", line: line, column: 3))
    }

    private func read(
        _ inputs: [GivenValue], _ records: [GivenRecord] = []
    ) throws -> (evidence: Evidence?, log: DiagnosticLog) {
        let given = GivenPeriod(
            period: try #require(period), inputs: inputs, records: records)
        return Evidence.given([GivenBody(body: body, periods: [given])], schema: Example.schema)
    }

    @Test func `inputs are read like cells and those not given are unknown`() throws {
        let evidence = try #require(
            try read([
                value("staff", "12", line: 4), value("answered", "withheld"),
                value("opinion", "not-applicable"),
            ]).evidence)

        #expect(evidence.unitCount == 1)
        #expect(numbers(evidence.inputs[0].column) == [Fixed(12)])
        #expect(evidence.inputs[0].rows == [4])
        #expect(
            evidence.inputs.map { $0.column.presence(at: 0) }
                == [.known, .unknown, .withheld, .notApplicable])
        #expect(evidence.tables.map(\.count) == [0, 0])
        #expect(evidence.tables[0].unitOffsets == [0, 0])
    }

    @Test(arguments: ["", "unknown"])
    func `a required input may be said to be unknown`(text: String) throws {
        let evidence = try #require(try read([value("staff", text)]).evidence)

        #expect(evidence.inputs[0].column.presence == [.unknown])
    }

    @Test(arguments: [nil, "", "unknown"])
    func `a required field of a record may be unknown`(text: String?) throws {
        let values = text.map { [value("online", $0)] } ?? []

        let evidence = try #require(try read([], [record(0, values)]).evidence)

        #expect(evidence.tables[0].columns[0].presence == [.unknown])
    }

    @Test func `records without keys are numbered within their parent`() throws {
        let standard = record(1, [value("performance", "0.5")])
        let evidence = try #require(
            try read(
                [],
                [
                    record(0, [value("online", "Y")], [standard, standard]),
                    record(0, [value("online", "N")]),
                    record(0, [value("online", "NA"), value("service_id", "a")], [standard]),
                ]
            ).evidence)

        #expect(Array(evidence.tables[0].keys) == [["1"], ["2"], ["a"]])
        #expect(Array(evidence.tables[1].keys) == [["1"], ["2"], ["1"]])
        #expect(evidence.tables[1].parentOffsets == [0, 2, 2, 3])
        #expect(evidence.tables[0].file == "x.test.yaml")
        #expect(evidence.tables[0].rows == [7, 7, 7])
    }

    @Test func `bodies and periods are put in order, and keys are those of one of each`() throws {
        let now = try #require(period)
        let before = Period(now.form, index: now.index - 1)
        let own = GivenPeriod(
            period: now, inputs: [value("staff", "12", line: 2)],
            records: [record(0, [value("online", "Y")], [record(1, [])])])
        let earlier = GivenPeriod(
            period: before, inputs: [value("staff", "11", line: 3)],
            records: [record(0, [value("online", "N")])])
        let other = GivenPeriod(
            period: now, inputs: [value("staff", "unknown", line: 4)],
            records: [record(0, [value("online", "NA")], [record(1, []), record(1, [])])])
        let second = Body(id: "c", title: LanguageMap([]), kind: "agency")

        let (read, log) = Evidence.given(
            [
                GivenBody(body: body, periods: [own, earlier]),
                GivenBody(body: second, periods: [other]),
            ], schema: Example.schema)

        let evidence = try #require(read)
        #expect(log.entries.isEmpty)
        #expect(evidence.bodies.map(\.id) == ["b", "c"])
        #expect(evidence.periods == [before, now])
        // By period, then by body: 0 is where nothing was handed in.
        #expect(evidence.inputs[0].rows == [3, 0, 2, 4])
        #expect(
            evidence.inputs[0].column.presence == [.known, .unknown, .known, .unknown])
        #expect(evidence.tables[0].unitOffsets == [0, 1, 1, 2, 3])
        #expect(Array(evidence.tables[0].keys) == [["1"], ["1"], ["1"]])
        #expect(evidence.tables[1].unitOffsets == [0, 0, 0, 1, 3])
        #expect(evidence.tables[1].parentOffsets == [0, 0, 1, 3])
    }

    @Test func `what is wrong is told at the places given`() throws {
        let wrong = try read(
            [
                value("staf", "1"), value("staff", "1.5"), value("staff", "2"),
                value("opinion", "clear"),
            ],
            [
                record(0, [value("onlin", "Y")]),
                record(1, [value("performance", "1")]),
                record(9, []),
                record(
                    0, [value("online", "unknown"), value("service_id", "k")],
                    [record(1, []), record(0, [value("online", "Y")])]),
                record(0, [value("online", "Y"), value("service_id", "k")], line: 20),
            ])

        #expect(wrong.evidence == nil)
        expectGolden(lines(wrong.log), "refused-given.txt")
    }
}
