import Domain
import TestSupport
import Testing

@Suite struct DayTests {
    @Test(arguments: [
        ("1970-01-01", 0), ("2000-02-29", 11_016), ("2024-12-31", 20_088), ("1969-12-31", -1),
        ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
    ])
    func `a day is numbered from 1970-01-01`(text: String, number: Int32) throws {
        let day = try #require(Day(text))

        #expect(day.number == number)
        #expect(day.description == text)
    }

    @Test(arguments: [
        "2023-02-29", "1900-02-29", "2024-13-01", "2024-00-10", "2024-04-31", "0000-01-01",
        "24-01-01", "2024-1-01", "2024-01-1", "2024/01/01", " 2024-01-01", "2024-01-01T00",
        "-024-01-01", "２０２４-01-01", "",
    ])
    func `what is no day of the calendar is not read`(text: String) {
        #expect(Day(text) == nil)
    }

    @Test func `every day of four centuries follows the one before`() throws {
        var day = try #require(Day("1800-01-01"))
        let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        for year in 1800..<2200 {
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            for month in 1...12 {
                let length = lengths[month - 1] + (month == 2 && isLeap ? 1 : 0)
                for date in 1...length {
                    let civil = day.civil
                    #expect(civil == (year, month, date))
                    #expect(Day(year: year, month: month, day: date) == day)
                    day = day.advanced(by: 1)
                }
            }
        }
    }

    @Test(arguments: [
        ("2026-11-26", "2025-11-26"), ("2028-02-29", "2027-02-28"), ("2024-03-01", "2023-03-01"),
        ("0001-12-31", nil),
    ])
    func `a year earlier is the same day of the year before`(day: String, earlier: String?) throws {
        #expect(try #require(Day(day)).aYearEarlier?.description == earlier)
    }
}
