import Domain
import TestSupport
import Testing

@testable import Evidence

@Suite struct WrittenPatternTests {
    private func day(_ text: String, _ pattern: String) throws -> String? {
        let pattern = try WrittenPattern(ofDates: pattern)
        return CellNotations(dates: pattern).day(text)?.description
    }

    private func period(
        _ text: String, _ pattern: String, _ unit: PeriodForm.Unit
    ) throws -> String? {
        let form = try #require(PeriodForm(unit, beginsInMonth: unit == .fiscalYear ? 4 : 1))
        let pattern = try WrittenPattern(ofPeriods: pattern)
        return CellNotations(periods: pattern).period(text, form)?.description
    }

    @Test func `a day is read as the pattern says, and nothing else`() throws {
        #expect(try day("29.02.2024", "DD.MM.YYYY") == "2024-02-29")
        #expect(try day("3/1/2024", "M/D/YYYY") == "2024-03-01")
        #expect(try day("12/31/2024", "M/D/YYYY") == "2024-12-31")
        for text in [
            "29.02.2023", "1.02.2024", "29.2.2024", "29-02-2024", "29.02.24", "29.02.2024 ",
            "2024-02-29", "",
        ] {
            #expect(try day(text, "DD.MM.YYYY") == nil, "\(text)")
        }
    }

    @Test func `a period is read as the pattern says, and nothing else`() throws {
        #expect(try period("2023/2024", "YYYY/YYYY", .fiscalYear) == "2023-24")
        #expect(try period("FY1999-00", "'FY'YYYY-YY", .fiscalYear) == "1999-00")
        #expect(try period("2023/2025", "YYYY/YYYY", .fiscalYear) == nil)
        #expect(try period("2023/22", "YYYY/YY", .fiscalYear) == nil)
        #expect(try period("2 кв. 2024 г.", "Q 'кв.' YYYY 'г.'", .quarter) == "2024-Q2")
        #expect(try period("5 кв. 2024 г.", "Q 'кв.' YYYY 'г.'", .quarter) == nil)
        #expect(try period("7.2024", "M.YYYY", .month) == "2024-07")
        #expect(try period("13.2024", "MM.YYYY", .month) == nil)
        #expect(try period("2024", "YYYY", .year) == "2024")
        #expect(try period("2024", "YYYY", .quarter) == nil)
    }

    @Test func `apostrophes hold letters, and two of them are one`() throws {
        #expect(try period("o'clock 2024", "'o''clock' YYYY", .year) == "2024")
        #expect(try period("24 2024", "'''24' YYYY", .year) == nil)
        #expect(try period("'24 2024", "'''24' YYYY", .year) == "2024")
        #expect(try period("24'2024", "'24'''YYYY", .year) == "2024")
        #expect(try period("'2024", "''YYYY", .year) == "2024")
        #expect(try period("y'2024", "'y'''YYYY", .year) == "2024")
    }

    @Test(arguments: [
        "DD.MM.YY", "DD.MM", "YYYY", "DD.DD.YYYY", "DD.MM.YYYY YYYY", "DD.MM.YYYY Q", "",
        "dd.mm.yyyy",
        "DD/MMM/YYYY", "'DD.MM.YYYY", "20YY-MM-DD",
    ])
    func `what tells no day is no pattern of dates`(text: String) {
        #expect(throws: WrittenPattern.Problem.self) { try WrittenPattern(ofDates: text) }
    }

    @Test(arguments: ["YY", "MM", "YYYY YYYY YYYY", "YYYY-MM-DD", "Q", "YYYY-Q-H", "FY YYYY"])
    func `what tells no period is no pattern of periods`(text: String) {
        #expect(throws: WrittenPattern.Problem.self) { try WrittenPattern(ofPeriods: text) }
    }

    @Test func `days in a random pattern are read as those of the program`() throws {
        var random = SeededGenerator.fresh(52)
        let marks = [".", "/", "-", " ", "', '", ""]
        for _ in 0..<500 {
            let day = Day(number: Int32.random(in: -100_000...100_000, using: &random))
            let (year, month, date) = day.civil
            func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
            let mark = marks.randomElement(using: &random) ?? ""
            let parts = [("YYYY", "\(year)"), ("MM", two(month)), ("DD", two(date))]
                .shuffled(using: &random)
            let pattern = parts.map(\.0).joined(separator: mark)
            let text = parts.map(\.1).joined(separator: mark == "', '" ? ", " : mark)

            #expect(
                try self.day(text, pattern) == "\(day)", "seed \(random.seed): \(text), \(pattern)")
        }
    }
}
