import Testing

@testable import Commands

struct WrappingTests {
    @Test func `a short line stays as it is`() {
        #expect(Wrapping.lines("  Bounds      nothing is open", width: 40).count == 1)
        #expect(Wrapping.lines("", width: 40) == [""])
    }

    @Test func `what follows stands beneath the text behind a title`() {
        #expect(
            Wrapping.lines("  Official    recomputed from published rules and data", width: 40)
                == [
                    "  Official    recomputed from published",
                    "              rules and data",
                ])
    }

    @Test func `a sentence goes on two characters further in`() {
        #expect(
            Wrapping.lines("  3 bodies: one of them is scored, two are not", width: 40)
                == ["  3 bodies: one of them is scored, two", "    are not"])
    }

    @Test func `no line ends with the spaces it was broken at`() {
        #expect(
            Wrapping.lines("  row 119   ATSSC   NI170-0003-2016      declared", width: 40)
                == ["  row 119   ATSSC   NI170-0003-2016", "            declared"])
    }

    @Test func `a word without spaces is cut where it must be`() {
        let lines = Wrapping.lines(String(repeating: "x", count: 90), width: 40)
        #expect(lines.map(\.count) == [40, 40, 14])
        #expect(lines.map { $0.filter { $0 == "x" }.count } == [40, 38, 12])
    }

    @Test(arguments: [40, 41, 57, 80]) func `nothing is lost and no line is too long`(width: Int) {
        let text =
            "  Rests on    Order 7, On the assessment of bodies (order-7), clause 12 — see "
            + "the annex, which says more about it than fits here"
        let lines = Wrapping.lines(text, width: width)
        #expect(lines.allSatisfy { $0.count <= width })
        #expect(
            lines.joined(separator: " ").split(separator: " ") == text.split(separator: " "))
    }

    @Test(.timeLimit(.minutes(1))) func `a text as long as a file is broken in time`() {
        let lines = Wrapping.lines(String(repeating: "word ", count: 800_000), width: 80)
        #expect(lines.count > 50_000)
    }

    @Test func `a terminal too narrow to read is left to itself`() {
        let text = String(repeating: "word ", count: 20)
        #expect(Wrapping.lines(text, width: 10) == [text])
    }
}
