import Diagnostics
import Domain
import TestSupport
import Testing

@testable import Evidence

/// Planned measures are read and refused.
@Suite struct PlanRowsTests {
    private typealias Example = MeasuresExample

    @Test func `rows are read in the order of the file`() throws {
        let read = Example.read(Example.files(plan: Example.soundPlan))
        let plan = try #require(read.evidence, "\(lines(read.log))").plannedMeasures

        let form = Example.schema.periodForm
        #expect(
            plan == [
                PlannedMeasure(
                    measure: "portal", since: Period(form, index: 2023), owner: "roads",
                    due: Day(year: 2025, month: 6, day: 30), row: 2, file: "plan.csv"),
                PlannedMeasure(
                    measure: "training", since: Period(form, index: 2023), row: 3,
                    file: "plan.csv"),
                PlannedMeasure(
                    measure: "rooms", since: Period(form, index: 2022),
                    due: Day(year: 2024, month: 4, day: 1), row: 4, file: "plan.csv"),
            ])
        #expect(lines(read.log) == "")
    }

    @Test func `columns that are written beside the plan for readers are not read`() throws {
        let names = PlanColumns.read + PlanColumns.told + ["title.en", "title.kk"]
        let row = ["rooms", "2023-24"] + Array(repeating: "", count: names.count - 2)
        let read = Example.read(
            Example.files(
                plan: row.joined(separator: ",") + "\n",
                planHead: names.joined(separator: ",") + "\n"))

        #expect(read.evidence?.plannedMeasures.map(\.measure) == ["rooms"])
        #expect(lines(read.log) == "")
        #expect(PlanColumns.read == PlanRows.required + PlanRows.optional)
    }

    @Test func `every refusal says what, where and how to mend`() {
        let cases: [(name: String, rows: String, head: String)] = [
            ("ids", ",2023-24,,\na b,2023-24,,\n", Example.planHead),
            ("measures", "porta,2023-24,,\nxyz,2023-24,,\n", Example.planHead),
            ("periods", "rooms,,,\nrooms,2023,,\n", Example.planHead),
            (
                "days", "rooms,2023-24,,2024-03-31\ntraining,2023-24,,soon\n", Example.planHead
            ),
            (
                "repeated", "rooms,2023-24,,\nrooms,2022-23,,\nrooms,2023/24,,\n",
                Example.planHead
            ),
            ("headings", "rooms,2023-24\n", "mesure,period\n"),
        ]
        var told = ""
        for (name, rows, head) in cases {
            let read = Example.read(Example.files(plan: rows, planHead: head))
            #expect(read.evidence == nil, "\(name) is refused")
            told += "# \(name)\n\(lines(read.log))\n"
        }
        let alone = Example.read(Example.files(measures: nil, plan: "rooms,2023-24,,\n"))
        #expect(alone.evidence == nil)
        expectGolden(told + "# no measures\n\(lines(alone.log))", "refused-plans.txt")
    }

    @Test func `what may be wrong with a plan is a warning`() {
        let read = Example.read(
            Example.files(
                plan: "portal,2023-24,,2024-06-30\npaper,2023-24,,\nrooms,2022-23,,\n"))

        #expect(read.evidence?.plannedMeasures.count == 3)
        expectGolden(lines(read.log), "warned-plan.txt")
    }

    @Test func `a measure that was refused is not said to be unknown`() {
        let measures = Example.sound.replacing("2024-04-01", with: "2024-04-31")
        let read = Example.read(Example.files(measures: measures, plan: Example.soundPlan))

        #expect(Set(read.log.entries.map(\.code)) == ["measure.finish"])
    }

    @Test func `a period of another edition's form is left to it`() throws {
        let source = MemorySource(Example.files(plan: "rooms,2023-24,,\nrooms,2023,,\n"))
        let package = try #require(DataPackage.read(from: source).package)
        let other = EvidenceSchema(
            periodForm: .year, periodColumn: "period", inputs: [], tables: [])
        let share = EvidenceShare(others: [other], kinds: nil, judged: nil)

        let read = EvidenceReader.read(
            package, from: source, schema: Example.schema, share: share)

        #expect(lines(read.log) == "")
        #expect(read.evidence?.plannedMeasures.map(\.row) == [2])
    }
}
