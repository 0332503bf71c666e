internal import Testing

@testable internal import Pages

@Suite struct LetteringTests {
    @Test(arguments: ChartSamples.names + ChartSamples.hostile)
    func `a fitted name takes no more room than there is`(name: String) {
        for width in [40.0, 100, 250, 600] {
            let fitted = Lettering.fitted(name, within: width, size: 14)
            #expect(Lettering.width(fitted, size: 14) <= width)
            let isWhole = fitted == Lettering.line(name)
            #expect(isWhole || fitted.hasSuffix("…"))
        }
    }

    @Test func `a name that fits stays as it is`() {
        let name = "Ministry of Health"

        #expect(Lettering.fitted(name, within: 300, size: 14) == name)
    }

    @Test func `spaces and line ends become one space`() {
        #expect(Lettering.line("  a\n\tb   c ") == "a b c ")
    }

    @Test func `a letter keeps at most three marks`() {
        let tower = "Z" + String(repeating: "\u{301}", count: 40) + "a\u{323}\u{301}"

        let scalars = Lettering.line(tower).unicodeScalars

        #expect(scalars.count { $0 == "\u{301}" } == 4)
        #expect(scalars.count { $0 == "\u{323}" } == 1)
    }

    @Test func `joined signs stay one sign`() {
        #expect(Lettering.line("👩‍👩‍👧") == "👩‍👩‍👧")
    }

    @Test func `a name is cut between letters, never within one`() {
        let name = String(repeating: "e\u{301}", count: 50)

        let cut = Lettering.beginning(of: name, within: 100, size: 14)

        #expect(cut.allSatisfy { $0 == "é" })
    }

    @Test func `words are wrapped in order and the last line says what is left out`() {
        let text = "Human resources management and planning"

        let all = Lettering.wrapped(text, within: 120, size: 13, lines: 9)
        let two = Lettering.wrapped(text, within: 120, size: 13, lines: 2)

        #expect(all.joined(separator: " ") == text)
        #expect(two.count == 2)
        #expect(two.last?.hasSuffix("…") == true)
        #expect((all + two).allSatisfy { Lettering.width($0, size: 13) <= 120 })
        #expect(Lettering.wrapped("", within: 120, size: 13, lines: 2).isEmpty)
    }
}
