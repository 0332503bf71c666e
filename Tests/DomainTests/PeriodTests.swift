import Domain
import Testing

@Suite struct PeriodTests {
    private func form(_ unit: PeriodForm.Unit) throws -> PeriodForm {
        try #require(
            unit == .fiscalYear
                ? PeriodForm(unit, beginsInMonth: 4, beginsOnDay: 1) : PeriodForm(unit))
    }

    @Test(arguments: [
        (PeriodForm.Unit.year, "2024", "2024-01-01", "2024-12-31"),
        (.fiscalYear, "2023-24", "2023-04-01", "2024-03-31"),
        (.fiscalYear, "1999-00", "1999-04-01", "2000-03-31"),
        (.half, "2024-H1", "2024-01-01", "2024-06-30"),
        (.half, "2024-H2", "2024-07-01", "2024-12-31"),
        (.quarter, "2024-Q1", "2024-01-01", "2024-03-31"),
        (.quarter, "2024-Q4", "2024-10-01", "2024-12-31"),
        (.month, "2024-02", "2024-02-01", "2024-02-29"),
        (.month, "2023-12", "2023-12-01", "2023-12-31"),
    ])
    func `a period has a first and a last day, and is printed as it was read`(
        unit: PeriodForm.Unit, text: String, first: String, last: String
    ) throws {
        let period = try #require(try form(unit).period(text))

        #expect(period.firstDay.description == first)
        #expect(period.lastDay.description == last)
        #expect(period.description == text)
    }

    @Test(arguments: ["2023-24", "2023-2024", "2023/24", "2023/2024"])
    func `a fiscal year is read in the ways that are written`(text: String) throws {
        #expect(try form(.fiscalYear).period(text)?.description == "2023-24")
    }

    @Test(arguments: [
        (PeriodForm.Unit.fiscalYear, "2023-25"), (.fiscalYear, "2023"), (.fiscalYear, "2023-23"),
        (.year, "2023-24"), (.year, "23"), (.half, "2024-H3"), (.half, "2024/H1"),
        (.quarter, "2024-Q0"), (.quarter, "2024-H1"), (.month, "2024-13"), (.month, "2024-1"),
        (.month, "2024"), (.year, "0000"), (.year, " 2024"),
    ])
    func `a period of another form, or none, is not read`(unit: PeriodForm.Unit, text: String)
        throws
    {
        #expect(try form(unit).period(text) == nil)
    }

    @Test func `periods of one form are numbered without gaps`() throws {
        let quarters = try form(.quarter)
        let last = try #require(quarters.period("2023-Q4"))
        let next = try #require(quarters.period("2024-Q1"))

        #expect(next.index - last.index == 1)
        #expect(last < next)
    }

    @Test(arguments: [
        (PeriodForm.Unit.year, "2022-01-01", "2022"), (.year, "2022-01-02", "2023"),
        (.fiscalYear, "2022-04-01", "2022-23"), (.fiscalYear, "2022-04-02", "2023-24"),
        (.month, "2024-01-31", "2024-02"), (.half, "2024-07-01", "2024-H2"),
    ])
    func `the first period on or after a day begins then or later`(
        unit: PeriodForm.Unit, day: String, expected: String
    ) throws {
        let first = try form(unit).first(onOrAfter: try #require(Day(day)))

        #expect(first.description == expected)
    }

    @Test func `the last year that can be written ends like any other`() throws {
        let spring = try #require(PeriodForm(.fiscalYear, beginsInMonth: 3))

        #expect(try form(.year).period("9999")?.lastDay.description == "9999-12-31")
        #expect(try form(.quarter).period("9999-Q4")?.lastDay.description == "9999-12-31")
        // 10000 is a leap year.
        #expect(spring.period("9999-00")?.lastDay.description == "10000-02-29")
    }

    @Test(.timeLimit(.minutes(1)))
    func `after the last year that can be written there is another`() throws {
        let first = try form(.year).first(onOrAfter: try #require(Day("9999-06-01")))

        #expect(first.firstDay.description == "10000-01-01")
    }

    @Test func `only a fiscal year begins elsewhere, on a day that every year has`() {
        #expect(PeriodForm(.year, beginsInMonth: 4) == nil)
        #expect(PeriodForm(.fiscalYear, beginsInMonth: 2, beginsOnDay: 29) == nil)
        #expect(PeriodForm(.fiscalYear, beginsInMonth: 13) == nil)
        #expect(PeriodForm(.fiscalYear, beginsInMonth: 10) != nil)
    }
}
