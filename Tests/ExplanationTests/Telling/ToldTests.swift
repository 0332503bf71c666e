import AssessmentSupport
import Evidence
import Explanation
import Locales
import Scoring
import TestSupport
import Testing

/// What traces say in each of the four languages.
@Suite struct ToldTests {
    private let samples: [Samples.Sample]
    private let made: [Samples.Sample]

    init() throws {
        samples = try Samples.ofExamples()
        made = try Samples.made()
    }

    private func text(_ sample: Samples.Sample, _ language: String) -> String {
        let wording = Wording(sample.assessment, language: language)
        let lines = sample.trace.lines(wording, Display(sample.assessment))
        return lines.map { "\($0)\n" }.joined()
    }

    @Test(arguments: ["en", "fr", "ru", "kk"])
    func `traces of the examples are told in four languages`(language: String) {
        let texts = samples.map { text($0, language) }

        expectGolden(texts.joined(separator: "\n"), "examples-\(language).txt")
    }

    @Test(arguments: ["en", "fr", "ru", "kk"])
    func `every kind of step is told in four languages`(language: String) {
        let texts = made.filter { $0.assessment.body(of: $0.trace.unit) == 0 }.map {
            text($0, language)
        }

        expectGolden(texts.joined(separator: "\n"), "steps-\(language).txt")
    }

    @Test func `every topic is told`() {
        let topics = (samples + made).flatMap { sample in
            sample.trace.told(Wording(sample.assessment), Display(sample.assessment)).map(\.topic)
        }

        // The others are topics of rules.
        let expected: Set<Paragraph.Topic> = [
            .basis, .meaning, .note, .assessors, .confidence, .source, .decision, .applies, .value,
            .weights, .aggregate, .coverage, .ladder, .checklist, .filled, .treated, .score,
            .correction, .rounded, .open, .parameters, .evidence, .bounds, .lost, .official,
        ]
        #expect(Set(topics) == expected)
    }

    @Test func `no paragraph is empty`() {
        for sample in samples + made {
            let told = sample.trace.told(Wording(sample.assessment), Display(sample.assessment))
            #expect(told.allSatisfy { !$0.contents.isEmpty && !$0.title.isEmpty })
        }
    }

    @Test(arguments: ["ru", "kk"])
    func `no word of ours stays in another alphabet`(language: String) throws {
        let teaching = try Examples.assess("teaching", by: "teaching/2025")
        let every = made + samples + Samples.all(of: teaching)
        for sample in every {
            let wording = Wording(sample.assessment, language: language)
            let display = Display(sample.assessment)
            var phrases = [sample.trace.result(wording, display)]
            for paragraph in sample.trace.told(wording, display) {
                phrases.append(Phrase(paragraph.title))
                for content in paragraph.contents {
                    switch content {
                    case .line(let phrase, _): phrases.append(phrase)
                    case .table(let table):
                        phrases += table.columns.map { Phrase($0.heading) }
                        phrases += table.rows.flatMap(\.cells)
                    }
                }
            }
            let latin = phrases.filter { phrase in
                phrase.parts.contains { part in
                    guard case .text(let words) = part else { return false }
                    return words.unicodeScalars.contains {
                        ("a"..."z").contains($0) || ("A"..."Z").contains($0)
                    }
                }
            }
            #expect(latin.map(\.plain) == [])
        }
    }

    @Test func `a text of a language that is not the page's is marked with it`() throws {
        let canada = try Examples.assess("ca-service-maf", by: "ca-service-maf/2023-24")
        let node = try canada.position("maf2")

        let russian = Wording(canada, language: "ru").nodeName(node)
        let french = Wording(canada, language: "fr").nodeName(node)

        let english = Wording(canada, language: "en").node(node)
        #expect(russian.parts == [.reference(.node(node), english, tag: "en")])
        let own = Wording(canada, language: "fr").node(node)
        #expect(french.parts == [.reference(.node(node), own)])
    }
}

/// Figures in sentences.
@Suite struct ToldFiguresTests {
    @Test(arguments: ["en", "fr", "ru", "kk"])
    func `a score has the digits of the table of results, and is shown as the language writes it`(
        language: String
    ) throws {
        for (workspace, edition) in [
            ("teaching", "teaching/2025"), ("ca-service-maf", "ca-service-maf/2023-24"),
            ("kz-2022-goals", "kz-2022-goals/2022"), ("incise", "incise/2019"),
        ] {
            let assessment = try Examples.assess(workspace, by: edition)
            let (wording, display) = (
                Wording(assessment, language: language), Display(assessment)
            )
            let selection = ResultSelection(assessment)
            let bytes = ResultCSV.bytes(selection, wording)
            let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst()
            var row = lines.makeIterator()
            for body in assessment.evidence.bodies.indices {
                for node in selection.nodes {
                    for period in selection.periods {
                        let line = row.next()
                        let cells = try #require(line)
                            .split(separator: ",", omittingEmptySubsequences: false)
                        let unit = assessment.unit(body: body, period: period)
                        let score = wording.score(of: node, at: unit, display)
                        let expected = cells[7].isEmpty ? cells[8] : cells[7]
                        guard case .figure(let exact, let shown)? = score?.parts.first else {
                            #expect(expected.isEmpty)
                            continue
                        }
                        #expect(exact == expected)
                        #expect(
                            shown
                                == wording.locale.decimal(display.score(of: node, at: unit) ?? ""))
                    }
                }
            }
        }
    }

    @Test func `figures of a sentence keep their exact value`() throws {
        let teaching = try Examples.assess("teaching", by: "teaching/2025")
        let trace = Trace(
            teaching, node: try teaching.position("answers"),
            at: try teaching.unit("rivers", "2024"))

        let told = trace.told(Wording(teaching, language: "ru"), Display(teaching))

        let value = try #require(told.first { $0.topic == .value })
        guard case .line(let line, depth: 0) = value.contents[1] else {
            Issue.record("the second line of a value holds its figures")
            return
        }
        #expect(line.plain == "4 / 6 × 100 = 66,67 (точно 66,666666666666666667)")
        let exact = line.parts.compactMap { part -> String? in
            guard case .figure(let exact, _) = part else { return nil }
            return exact
        }
        #expect(exact == ["66.666666666666666667", "66.666666666666666667"])
    }

    @Test func `English figures stand ungrouped in terminals and grouped on pages`() throws {
        let made = try Workbench.assess(
            Workbench.edition(
                """
                inputs: {x: {type: number}}
                scorecard: {id: n, value: x - 1, score: {as-is: {cap: 100000}}, min: -100000, max: 100000}
                """), inputs: "x=-12344")

        let trace = Trace(made, node: try made.position("n"), at: try made.unit())
        let (wording, display) = (Wording(made), Display(made))

        #expect(trace.result(wording, display).plain == "\u{2212}12,345.00")
        #expect(trace.result(wording, display).written(.english) == "-12345.00")
    }
}

/// How paragraphs are laid out.
@Suite struct TextLayoutTests {
    @Test func `headings that need more room get it`() throws {
        let teaching = try Examples.assess("teaching", by: "teaching/2025")
        let trace = Trace(
            teaching, node: try teaching.position("total"), at: try teaching.unit("rivers", "2025"))

        let lines = trace.lines(Wording(teaching, language: "ru"), Display(teaching)).dropFirst(2)

        let longest = "Ограничивающее условие"
        #expect(lines.contains { $0.hasPrefix("  \(longest)  ") })
        let starts = lines.map { $0.dropFirst(2 + longest.count).prefix(2) }
        #expect(starts.allSatisfy { $0 == "  " })
    }
}
