internal import Locales
internal import Testing

@Suite struct LocaleNumbersTests {
    /// CLDR groups Russian and Kazakh digits by U+00A0 and has a hyphen as minus; ours are the
    /// narrow U+202F that French has there, and U+2212.
    private func house(_ shown: String) -> String {
        shown.replacing("\u{A0}", with: "\u{202F}").replacing("-", with: "\u{2212}")
    }

    @Test func `decimals are written as in CLDR but for the space and the minus sign`() throws {
        let rows = try Fixture.rows("numbers.tsv")
        #expect(rows.count == 48)
        for (locale, cells) in rows {
            #expect(locale.decimal(cells[0]) == house(cells[1]), "\(locale) \(cells[0])")
        }
    }

    @Test func `percentages are written as in CLDR but for the space and the minus sign`() throws {
        let rows = try Fixture.rows("percents.tsv")
        #expect(rows.count == 20)
        for (locale, cells) in rows {
            let sign = cells[1].hasSuffix("\u{A0}%") ? "\u{A0}%" : "%"
            let expected = house(String(cells[1].dropLast(sign.count))) + sign
            #expect(locale.percent(cells[0]) == expected, "\(locale) \(cells[0])")
        }
    }

    @Test func `zeros at the end are kept`() {
        #expect(Locale.english.decimal("1234.50") == "1,234.50")
        #expect(Locale.russian.decimal("0.00") == "0,00")
        #expect(Locale.french.percent("80.0") == "80,0\u{A0}%")
    }

    @Test(arguments: ["", "-", ".", "1.", ".5", "1.2.3", "1e5", "+1", "1/3", "--1", "n/a", "١"])
    func `a text that is no plain decimal stays as it is`(text: String) {
        for locale in Locale.allCases { #expect(locale.decimal(text) == text) }
    }

    @Test func `a percentage that is no number gets no sign`() {
        for text in ["", "n/a", "–"] { #expect(Locale.french.percent(text) == text) }
    }

    @Test func `the greatest and the least count are written`() {
        #expect(Locale.english.count(Int.max) == "9,223,372,036,854,775,807")
        #expect(
            Locale.kazakh.count(Int.min)
                == "\u{2212}9\u{202F}223\u{202F}372\u{202F}036\u{202F}854\u{202F}775\u{202F}808")
    }
}
