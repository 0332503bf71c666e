internal import Locales
internal import TestSupport
internal import Testing

@Suite struct LocaleOrderTests {
    @Test(arguments: Locale.allCases)
    func `names and random words are sorted as by ICU`(locale: Locale) throws {
        let expected = try Fixture.text("order-\(locale.tag).txt").split(separator: "\n")
            .map(String.init)
        #expect(expected.count > 600)
        var random = SeededGenerator.fresh(61)

        let sorted = locale.sorted(expected.shuffled(using: &random)) { $0 }

        for (ours, theirs) in zip(sorted, expected) where ours != theirs {
            Issue.record("\(locale): \(ours) stands where ICU has \(theirs)")
            break
        }
        #expect(sorted == expected)
    }

    @Test func `Kazakh letters follow the alphabet`() {
        let alphabet = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя".map(String.init)
        #expect(alphabet.count == 42)

        #expect(Locale.kazakh.sorted(alphabet.reversed()) { $0 } == alphabet)
        #expect(
            Locale.kazakh.sorted(alphabet.reversed().map { $0.uppercased() }) { $0 }
                == alphabet.map { $0.uppercased() })
    }

    @Test func `the language's own script comes first`() {
        let names = ["Zürich", "Яблоко", "Ω", "12"]

        #expect(Locale.english.sorted(names) { $0 } == ["12", "Zürich", "Ω", "Яблоко"])
        #expect(Locale.russian.sorted(names) { $0 } == ["12", "Яблоко", "Zürich", "Ω"])
    }

    @Test func `numbers are sorted by their size, whatever zeros begin them`() {
        let names = ["№ 2", "№ 10", "№ 010", "№ 11", "№ 100", "№ 99999999999999999999999"]
        #expect(
            Locale.kazakh.sorted(names.reversed()) { $0 } == ["№ 2", "№ 010", "№ 10"] + names[3...])

        let long = String(repeating: "9", count: 4000)
        #expect(Locale.kazakh.isBefore(long, "1" + long))
        #expect(Locale.kazakh.isBefore(long + "1", long + "2"))
    }

    @Test func `a letter is the same however its mark is encoded`() {
        let pairs = [
            ("й", "и\u{306}"), ("Ё", "Е\u{308}"), ("é", "e\u{301}"), ("Ǵ", "G\u{301}"),
            ("ế", "e\u{302}\u{301}"), ("ệ", "e\u{323}\u{302}"), ("ї", "і\u{308}"),
        ]
        for locale in Locale.allCases {
            for (whole, parts) in pairs {
                // Between the two there is only the order of their bytes.
                #expect(locale.isBefore(whole + "а", parts + "б"))
                #expect(locale.isBefore(parts + "а", whole + "б"))
            }
        }
    }

    @Test func `texts of different bytes always have an order`() {
        let names = [
            "й", "и\u{306}", "a", "a\u{200F}", "\u{200F}a", "", "\u{AD}", "A", "\u{0}", " ",
        ]
        for locale in Locale.allCases {
            for first in names {
                for second in names {
                    let isSame = Array(first.utf8) == Array(second.utf8)
                    let orders = [locale.isBefore(first, second), locale.isBefore(second, first)]
                    #expect(orders.count { $0 } == (isSame ? 0 : 1))
                }
            }
        }
    }

    @Test func `marks of writing direction do not move a name`() {
        #expect(Locale.english.isBefore("\u{200F}Audit", "Budget"))
        #expect(Locale.english.isBefore("\u{202E}Audit\u{202C}", "Budget"))
    }

    @Test func `items of one name stay as they were`() {
        let items = [(1, "б"), (2, "а"), (3, "б"), (4, "а")]

        #expect(Locale.russian.sorted(items) { $0.1 }.map(\.0) == [2, 4, 1, 3])
    }

    @Test func `the order is total and consistent for random scalars`() {
        var random = SeededGenerator.fresh(62)
        let texts = (0..<400).map { _ in
            String(
                String.UnicodeScalarView(
                    (0..<Int.random(in: 0...4, using: &random)).compactMap { _ in
                        Unicode.Scalar(
                            UInt32.random(in: 0...0x10FFFF, using: &random) >> [0, 4, 8, 12]
                                .randomElement(using: &random)!)
                    }))
        }
        for locale in Locale.allCases {
            let sorted = locale.sorted(texts) { $0 }
            for (first, second) in zip(sorted, sorted.dropFirst()) {
                #expect(!locale.isBefore(second, first), "seed \(random.seed)")
            }
            #expect(
                locale.sorted(texts.reversed()) { $0 }.map { Array($0.utf8) }
                    == sorted.map { Array($0.utf8) })
        }
    }
}
