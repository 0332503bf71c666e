internal import Locales
internal import Testing

@Suite struct LocaleListsTests {
    @Test func `lists of English, French and Russian are those of CLDR`() throws {
        let rows = try Fixture.rows("lists.tsv").filter { $0.locale != .kazakh }
        #expect(rows.count == 12)
        for (locale, cells) in rows {
            let items = cells[0].split(separator: "|").map(String.init)
            #expect(locale.list(items) == cells[1])
            #expect(locale.alternatives(items) == cells[2])
        }
    }

    /// CLDR has no conjunction in a Kazakh list of three and more.
    @Test func `a Kazakh list has its conjunction before the last`() {
        #expect(Locale.kazakh.list(["а", "б"]) == "а және б")
        #expect(Locale.kazakh.list(["а", "б", "в"]) == "а, б және в")
        #expect(Locale.kazakh.alternatives(["а", "б", "в"]) == "а, б немесе в")
    }

    @Test func `nothing lists as nothing`() {
        #expect(Locale.french.list([String]()) == "")
        #expect(Locale.french.alternatives([Phrase]()).isEmpty)
    }

    @Test func `a list of phrases keeps their parts`() {
        let list = Locale.english.list([.code("a"), "b", .figure(exact: "1/3", shown: "0.33")])

        #expect(
            list.parts == [
                .code("a"), .text(", b and "), .figure(exact: "1/3", shown: "0.33"),
            ])
    }
}
