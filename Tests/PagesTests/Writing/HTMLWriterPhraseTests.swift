internal import Explanation
internal import Locales
internal import Scoring
internal import Testing

@testable internal import Pages

@Suite struct HTMLWriterPhraseTests {
    private func written(_ write: (inout HTMLWriter, Setting) -> Void) throws -> String {
        let report = try Reports.make("teaching", by: "teaching/2025")
        var page = HTMLWriter()
        write(&page, Setting(PageContext(report, "en"), at: .overview))
        return String(decoding: page.bytes, as: UTF8.self)
    }

    @Test func `every part of a phrase has its element`() throws {
        let phrase: Phrase =
            "a & b \(Phrase.code("x < 1")) \(Phrase.figure(exact: "1/3", shown: "0.33")) "
            + Phrase([
                .foreign("été", tag: "fr"), .reference(.body(0), "R"), .reference(.node(0), "T"),
            ])

        #expect(
            try written { $0.phrase(phrase, $1) }
                == "a &amp; b <code>x &lt; 1</code> <data value=\"1/3\">0.33</data> "
                + "<span lang=\"fr\" dir=\"auto\">été</span>"
                + "<a href=\"bodies/rivers.html\"><bdi>R</bdi></a>"
                + "<a href=\"methodology.html#node-total\">T</a>")
    }

    @Test func `a link within a link is words alone`() throws {
        let phrase = Phrase([.reference(.node(0), "T")])

        #expect(try written { $0.link(phrase, to: "x.html", $1) } == "<a href=\"x.html\">T</a>")
    }

    @Test func `lines of a deeper level are lists within the line above`() throws {
        let paragraph = Paragraph(
            .value, "Value",
            [
                .line("a", depth: 0), .line("b", depth: 1), .line("c", depth: 2),
                .line("d", depth: 1),
            ])

        #expect(
            try written { $0.paragraphs([paragraph], $1) }
                == "<p class=\"topic\"><strong>Value</strong></p><p>a</p>"
                + "<ul><li>b<ul><li>c</li></ul></li><li>d</li></ul>")
    }

    @Test func `a table names its rows and marks its numbers`() throws {
        var table = PhraseTable([.init("Node"), .init("Score", isRight: true)])
        table.add(["a", .figure(exact: "1.5", shown: "1.5")])
        table.add(["b", "2"], depth: 1)

        #expect(
            try written { $0.table(table, caption: "Scores", $1) }
                == "<div class=\"table-scroll\" tabindex=\"0\"><table>"
                + "<caption class=\"visually-hidden\">Scores</caption>"
                + "<thead><tr><th scope=\"col\">Node</th><th scope=\"col\" class=\"num\">Score</th>"
                + "</tr></thead><tbody><tr><th scope=\"row\">a</th>"
                + "<td class=\"num\"><data value=\"1.5\">1.5</data></td></tr>"
                + "<tr><th scope=\"row\" class=\"depth-1\">b</th><td class=\"num\">2</td></tr>"
                + "</tbody></table></div>")
    }
}
