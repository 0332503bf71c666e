import Diagnostics
import Methodology
import Testing

/// What is proposed in the place of something that was written otherwise.
@Suite struct HelpTests {
    private func help(
        _ scorecard: String, _ more: String = "inputs: {x: {type: percent}}"
    ) -> [String] {
        Editions.read(Editions.example("\(more)\nscorecard:\n\(scorecard)")).log.entries
            .map(\.help)
    }

    @Test func `a rule of which only the word stands there is shown whole`() {
        #expect(
            help("  {id: a, value: x, score: min-max}") == [
                "Say beneath it what it needs, as in "
                    + "{min-max: {over: bodies, better: higher, constant: missing, to: scale}}"
            ])
        #expect(
            help("  {id: a, value: x, score: {as-is, cap: 95}}")
                == ["Write what limits the value beneath it, as in {as-is: {cap: 95}}"])
        let minMax = "over: bodies, better: higher, constant: missing"
        #expect(
            help("  {id: a, value: x, score: {min-max: {\(minMax), to: [1, 100]}}}")
                == ["Write to: scale, or both ends as in {min: 1, max: 100}"])
    }

    @Test func `a missing rule is shown with what it stands beneath`() {
        let leaf = "id: a, value: x, score: as-is"

        #expect(
            help("  {\(leaf), missing: {rule: 30}}") == [
                "Write {score: 30} for a score, or one of zero, worst, last, group-mean, "
                    + "group-median"
            ])
        #expect(help("  {\(leaf), missing: 30}") == ["Write it as in {rule: {score: 30}}"])
        #expect(help("  {\(leaf), missing: group-mean}") == ["Write it as in {rule: group-mean}"])
    }

    @Test func `a text that is cut at a comma belongs in quotes`() {
        let log = Editions.read(
            Editions.example(
                """
                title: {en: Public finance, graded}
                inputs: {x: {type: percent}}
                scorecard: {id: a, value: x, score: as-is}
                """)
        ).log

        #expect(
            log.entries.map(\.description) == [
                "edition.yaml:10:29: error: \"graded\" reads like the rest of the title, cut at a "
                    + "comma — help: Put the whole text in double quotes"
            ])
    }

    private static let graded = """
        grades: {id: marks, order: [D, C, B, A]}
        inputs: {x: {type: percent}, audit: {type: code, values: [A, B]}}
        """

    @Test(arguments: [
        ("b >= \"A\"", "For the grade of a node write grade(b)"),
        ("grade(b) >= A", "If the grade is meant, put it in double quotes: \"A\""),
        ("score(b) >= 1", "Write grade(b); coding: says what number a grade is"),
    ])
    func `a grade in a formula is written as grade, its word in quotes`(
        formula: String, expected: String
    ) {
        let scorecard = """
              id: total
              aggregate: none
              nodes:
                - {id: a, grade: {A: '\(formula)', otherwise: D}}
                - {id: b, grade: {from: audit}}
                - {id: c, value: x, score: as-is}
            """

        #expect(help(scorecard, Self.graded) == [expected])
    }

    @Test func `requirements at a node with children are told where they belong`() {
        let scorecard = """
              id: total
              grade: {A: 'grade(b) = "A"', otherwise: D}
              nodes:
                - {id: b, grade: {from: audit}}
                - {id: c, value: x, score: as-is}
            """

        #expect(
            help(scorecard, Self.graded) == [
                "Write aggregate: {weakest: …} or {lookup: …} here; or aggregate: none, and the "
                    + "requirements at a leaf of their own, as in A: grade(…) >= \"A\""
            ])
    }

    private func weights(_ weights: String...) -> [String] {
        let nodes = weights.enumerated().map {
            "    - {id: n\($0), value: x, score: as-is, weight: \($1)}"
        }
        return Editions.read(
            Editions.example(
                """
                inputs: {x: {type: percent}, y: {type: percent, min: 1}}
                parameters: {half: {value: 1/2, unit: share, from: 2024-01-01}}
                checks: [{id: both, expect: x <= y + half * 0}]
                scorecard:
                  id: total
                  aggregate: {weighted-mean: {not-applicable: redistribute, excluded: redistribute, missing: refuse}}
                  nodes:
                \(nodes.joined(separator: "\n"))
                """)
        ).log.entries.map { "\($0.node ?? ""): \($0.what)" }
    }

    @Test func `parts of blends are the same however they are written`() {
        let equal = "by: equal}"

        #expect(
            weights(
                "{blend: [{part: 50 %, \(equal), {part: 1/2, by: y}]}",
                "{blend: [{part: 0.5, \(equal), {part: half, by: y}]}") == [])
        let wrong = "{blend: [{part: 1/3, \(equal), {part: 2/3, by: y}]}"
        let right = "{blend: [{part: half, \(equal), {part: 50 %, by: y}]}"
        #expect(
            weights(wrong, right, right) == [
                "n0: the parts of the blend are 1/3 and 2/3, and those of its siblings half and 50 %"
            ])
        #expect(
            weights("{equal: half, y: half}", right)
                == ["n0: \"equal\" is no kind of body, and a blend is meant"])
    }

    @Test func `the one weight that is unlike the others is told`() {
        #expect(
            weights("50 %", "50", "25 %")
                == ["n1: the weight is \"50\", and those of its siblings are percentages"])
        #expect(
            weights("50 %", "1", "2")
                == ["n0: the weight is \"50 %\", and those of its siblings are plain numbers"])
        #expect(
            weights("1", "equal", "equal")
                == ["n0: the weight is a number, and that of its siblings is equal"])
    }
}
