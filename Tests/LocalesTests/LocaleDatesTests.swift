internal import Domain
internal import Locales
internal import Testing

@Suite struct LocaleDatesTests {
    @Test func `a date in a sentence is that of CLDR, but for 1er and the Kazakh order`() throws {
        let rows = try Fixture.rows("dates.tsv")
        #expect(rows.count == 192)
        for (locale, cells) in rows {
            let day = try #require(Day(cells[0]))
            #expect(locale.date(day) == house(cells[1], locale), "\(locale) \(day)")
        }
    }

    /// The first of a month is *1er* in French typography; Kazakh legal acts write *жылғы* after
    /// the year in full (Law on Legal Acts of 6 April 2016, as all acts are cited).
    private func house(_ date: String, _ locale: Locale) -> String {
        switch locale {
        case .french where date.hasPrefix("1 "): "1er" + date.dropFirst()
        case .kazakh: date.replacing("\u{202F}ж.", with: " жылғы")
        default: date
        }
    }

    @Test func `a short date is that of CLDR, with the whole year, but for English`() throws {
        for (locale, cells) in try Fixture.rows("dates.tsv") where locale != .english {
            let day = try #require(Day(cells[0]))
            let expected = locale == .kazakh ? cells[2].dropLast(2) + "2026" : cells[2][...]
            #expect(locale.shortDate(day) == expected, "\(locale) \(day)")
        }
    }

    @Test func `a short English date names the month`() throws {
        #expect(Locale.english.shortDate(try #require(Day("2026-03-02"))) == "2 Mar 2026")
        #expect(Locale.english.shortDate(try #require(Day("2026-09-12"))) == "12 Sep 2026")
    }

    @Test func `a day beyond the years of four digits is written as it is`() {
        for locale in Locale.allCases {
            for day in [Day(number: .max), Day(number: .min)] {
                #expect(locale.date(day) == day.description)
                #expect(locale.shortDate(day) == day.description)
            }
        }
    }
}
