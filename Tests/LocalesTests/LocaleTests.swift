internal import Locales
internal import Testing

@Suite struct LocaleTests {
    @Test(arguments: [
        ("en", Locale.english), ("en-GB", .english), ("FR", .french), ("kk-Cyrl-KZ", .kazakh),
        ("ru", .russian),
    ])
    func `a tag is read whatever its region`(tag: String, locale: Locale) {
        #expect(Locale(tag: tag) == locale)
    }

    @Test(arguments: ["", "-", "de", "kk-Latn", "ru-latn-KZ", "english", "e"])
    func `a language that is not spoken has no locale`(tag: String) {
        #expect(Locale(tag: tag) == nil)
    }

    @Test func `every language has a tag that is read back`() {
        for locale in Locale.allCases { #expect(Locale(tag: locale.tag) == locale) }
    }
}
