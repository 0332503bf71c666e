internal import Arithmetic
internal import AssessmentSupport
internal import Explanation
internal import JSON
internal import Scoring
internal import Testing

/// Traces of values that are supposed in the place of what is known.
@Suite struct SupposedTraceTests {
    private func supposed() throws -> Assessment {
        let known = try Workbench.assess(
            Workbench.edition(
                """
                inputs: {x: {type: percent}, y: {type: percent, min: 1}}
                scorecard:
                  id: n
                  value: x / y * 100
                  score: {knots: [[0, 0], [200, 100]]}
                """), inputs: "x=57", "y=50")
        let made = known.supposing([
            SupposedValue(.input(0), at: 0, .number(Fixed(60))),
            SupposedValue(.leaf(try known.position("n")), at: 0, .number(Fixed(150))),
        ])
        return try #require(made.assessment)
    }

    private func lines(_ made: Assessment, _ language: String) throws -> [String] {
        let trace = Trace(made, node: try made.position("n"), at: 0)
        return trace.lines(Wording(made, language: language), Display(made))
    }

    @Test(arguments: [
        ("en", "150, supposed in the place of 120", "x = 60, supposed in the place of 57"),
        ("fr", "150, supposé à la place de 120", "x = 60, supposé à la place de 57"),
        ("ru", "150, предполагается вместо 120", "x = 60, предполагается вместо 57"),
        ("kk", "150, 120 орнына болжанған", "x = 60, 57 орнына болжанған"),
    ])
    func `a supposed value is told with what it stands for`(
        language: String, leaf: String, input: String
    ) throws {
        let text = try lines(try supposed(), language).joined(separator: "\n")

        #expect(text.contains(leaf), "\(text)")
        #expect(text.contains(input), "\(text)")
    }

    @Test func `nothing that rests on supposed values is official`() throws {
        let text = try lines(try supposed(), "en").joined(separator: "\n")

        #expect(text.contains("values are supposed in the place of what is known"), "\(text)")
    }

    @Test func `programs read what was known beside what is supposed`() throws {
        let made = try supposed()
        var json = JSONWriter()
        Trace(made, node: try made.position("n"), at: 0).write(Wording(made), to: &json)
        let text = String(decoding: json.bytes, as: UTF8.self).filter { !$0.isWhitespace }

        #expect(text.contains(#""step":"supposed","value":150,"known":120"#), "\(text)")
        #expect(text.contains(#""figure":"60","known":"57""#), "\(text)")
    }
}
