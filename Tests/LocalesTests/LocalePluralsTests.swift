internal import Locales
internal import Testing

@Suite struct LocalePluralsTests {
    @Test func `the category of a number is that of CLDR`() throws {
        let rows = try Fixture.rows("plurals.tsv")
        #expect(rows.count == 848)
        for (locale, cells) in rows {
            let number = try #require(Int(cells[0]))
            #expect("\(locale.pluralCategory(number))" == cells[1], "\(locale) \(number)")
        }
    }

    @Test func `a negative number has the category of its magnitude`() {
        #expect(Locale.russian.pluralCategory(-21) == .one)
        #expect(Locale.russian.pluralCategory(Int.min) == .many)
        #expect(Locale.english.pluralCategory(-1) == .one)
    }

    @Test(arguments: [
        (Locale.russian, 1, "орган"), (.russian, 3, "органа"), (.russian, 11, "органов"),
        (.russian, 121, "орган"),
    ])
    func `the form is that of the category`(locale: Locale, number: Int, form: String) {
        #expect(locale.form(of: number, "орган", "органа", "органов") == form)
    }

    @Test func `the last form stands for those that are not given`() {
        #expect(Locale.russian.form(of: 5, "a", "b") == "b")
        #expect(Locale.english.form(of: 5, "a") == "a")
        #expect(Locale.english.form(of: 5) == "")
    }

    @Test func `every category of whole numbers has a form`() {
        for locale in Locale.allCases {
            let categories = Set((-30...130).map(locale.pluralCategory))
            #expect(categories == Set(locale.pluralCategories))
        }
    }
}
