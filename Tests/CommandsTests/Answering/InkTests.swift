import Commands
import Testing

struct InkTests {
    @Test func `without colours the text stands as it is`() {
        let ink = Ink(hasColour: false)
        #expect(ink.text([Span("a ", .error), Span("b")]) == "a b")
    }

    @Test func `with colours every style ends where its text ends`() {
        let ink = Ink(hasColour: true)
        #expect(ink.text([Span("a", .error), Span("b")]) == "\u{1B}[1;31ma\u{1B}[0mb")
    }

    @Test(arguments: ["\u{1B}[2J", "a\u{07}", "\u{9B}31m", "\r", "\u{7F}", "\t"])
    func `control characters of files never reach the terminal`(text: String) {
        for hasColour in [false, true] {
            let shown = Ink(hasColour: hasColour).text([Span(text)])
            #expect(!shown.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x9B })
            #expect(shown.unicodeScalars.contains("\u{FFFD}"))
        }
    }

    @Test(arguments: ["\u{2028}", "\u{202E}", "\u{2066}"])
    func `nothing breaks a line or turns its direction`(mark: String) {
        #expect(Ink(hasColour: false).text([Span("a\(mark)b")]) == "a\u{FFFD}b")
    }

    @Test func `CSV keeps its lines on a terminal and loses what a terminal would obey`() {
        var page = Page(Ink(hasColour: false))
        page.data(Array("a,b\n\u{1B}[2J,\u{9B}\n".utf8))

        #expect(page.shown.text == "a,b\n\u{FFFD}[2J,\u{FFFD}\n")
    }
}
