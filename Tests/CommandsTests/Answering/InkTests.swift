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
}
