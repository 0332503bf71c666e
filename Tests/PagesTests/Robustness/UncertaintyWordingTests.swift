internal import AssessmentSupport
internal import Explanation
internal import Locales
internal import Methodology
internal import Robustness
internal import Scoring
internal import TestSupport
internal import Testing

@testable internal import Pages

@Suite struct UncertaintyWordingTests {
    private static func wording(_ results: StudyResults, _ assessment: Assessment, _ tag: String)
        -> UncertaintyWording
    {
        UncertaintyWording(
            results, Wording(assessment, language: tag), Display(assessment))
    }

    /// All that is told of each body, and of the node.
    private static func told(
        _ title: String, _ results: StudyResults, _ assessment: Assessment, _ tag: String
    ) throws -> String {
        let wording = wording(results, assessment, tag)
        let node = try assessment.position("total")
        var lines = ["# " + title, wording.ranking(at: node)?.asSentence.plain ?? ""]
        for body in results.uncertainty.nodes[0].bodies.map(\.body) {
            lines.append("## " + wording.wording.body(body))
            lines += wording.sentences(of: body, at: node).map(\.plain)
        }
        if let drivers = SensitivityWording(results, wording.wording) {
            let told = [
                drivers.finding(at: node), drivers.shift(at: node), drivers.settling(at: node),
                drivers.finding(of: 1, at: node),
            ]
            lines += told.compactMap { $0?.asSentence.plain }
        }
        let factors = FactorWording(
            results.uncertainty.factors, results.alternatives, wording.wording)
        lines += results.uncertainty.factors.indices.map { factors.told($0).asSentence.plain }
        return lines.joined(separator: "\n") + "\n"
    }

    @Test(arguments: ["en", "fr", "ru", "kk"])
    func `ties, bounds, unranked, single and assumed are told as recorded`(tag: String) throws {
        let (seven, one) = (try RunSamples.seven(), try RunSamples.one())
        let phrases = Phrases(Locale(tag: tag) ?? .english)
        var text = try Self.told("as the edition says", RunSamples.results(seven), seven, tag)
        text += try Self.told(
            "bounds are drawn", RunSamples.results(seven, kinds: [.bounds], hasDrivers: true),
            seven, tag)
        text += try Self.told(
            "an analyst's assumption, all in one group",
            RunSamples.results(seven, groups: [[0, 1, 2, 3, 4, 5]], isAnalysts: true), seven, tag)
        text += try Self.told(
            "a single body", RunSamples.results(one, [RunSamples.rows[0]], groups: [[0]]), one, tag)
        text += ["# none", phrases.noAlternatives, phrases.runsRefused].joined(separator: "\n")
        expectGolden(text + "\n", "sentences-\(tag).txt")
    }

    @Test func `a rank is told with its interval, as the issue of it has it`() throws {
        let assessment = try RunSamples.seven()
        var rows = RunSamples.rows
        rows[3].ranks = (3, 5, 7)
        let wording = Self.wording(
            try RunSamples.results(assessment, rows), assessment, "en")
        let told = wording.rank(of: 3, at: try assessment.position("total"))

        #expect(told?.plain == "4th; between 3rd and 7th in 90 % of 1,000 runs")
    }

    @Test func `scores on different scales have no interval, and that is said`() throws {
        let assessment = try RunSamples.seven()
        let results = try RunSamples.results(assessment)
        let own = results.alternatives
        func told(_ scores: [Alternatives.Scoring]) throws -> String? {
            let alternatives = Alternatives(nodes: own.nodes, scores: scores, place: own.place)
            let wording = Self.wording(
                StudyResults(assessment, alternatives, results.uncertainty), assessment, "en")
            let node = try assessment.position("total")
            #expect(wording.rank(of: 3, at: node) != nil)
            return wording.score(of: 3, at: node)?.plain
        }

        let minMax = Alternatives.Scoring(word: "min-max", kind: nil)
        let rank = Alternatives.Scoring(word: "rank", kind: nil)
        #expect(try told([minMax, rank])?.contains("only ranks can be compared") == true)
        #expect(try told([minMax])?.hasPrefix("the score lies between") == true)
        #expect(
            try told([minMax, .init(word: "percentile-rank", kind: nil)])?
                .hasPrefix("the score lies between") == true)
    }

    @Test func `ends of ranks are rounded outwards`() {
        let quantiles = Quantiles(
            lower: 2.05, median: 3, upper: 6.1, medianRange: 3...3, error: 0)
        #expect(quantiles.outward.lower == 2)
        #expect(quantiles.outward.upper == 7)
    }

    @Test func `ordinals of English and French`() {
        let english = [1, 2, 3, 4, 11, 12, 13, 21, 22, 101, 111, 1002].map(Locale.english.ordinal)
        #expect(
            english == [
                "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "101st",
                "111th", "1,002nd",
            ])
        #expect([1, 2, 21].map(Locale.french.ordinal) == ["1er", "2e", "21e"])
    }

    @Test func `a share is never rounded to none or to all`() {
        let shown = [0, 0.0004, 0.004, 0.0951, 0.5, 0.9951, 0.99996, 1].map(Locale.english.percent)
        #expect(
            shown == ["0 %", "0.04 %", "0.4 %", "10 %", "50 %", "99.5 %", "99.996 %", "100 %"])
    }
}

@Suite struct RunFigureTests {
    @Test func `doubles are written in plain digits`() {
        let numbers = [0, -0.0, 1, 7.25, -12.5, 1e-7, 1.25e-5, 2e20, 1.5e16, 0.1]
        #expect(
            numbers.map(\.plainDigits) == [
                "0", "0", "1", "7.25", "-12.5", "0.0000001", "0.0000125",
                "200000000000000000000", "15000000000000000", "0.1",
            ])
        #expect(Double.nan.plainDigits.isEmpty)
        #expect(Double.infinity.plainDigits.isEmpty)
    }

    @Test func `doubles are rounded to digits`() {
        #expect(
            [0.05, 2.5, -0.04, -3.456, 12].map { $0.rounded(digits: 1) } == [
                "0.1", "2.5", "0.0", "-3.5", "12.0",
            ])
        #expect([2.5, 3, 0.126, 10].map { $0.short(digits: 2) } == ["2.5", "3", "0.13", "10"])
    }

    @Test func `letters of groups go on after Z`() {
        #expect(
            [0, 1, 25, 26, 27, 701, 702].map(GroupMark.letters) == [
                "A", "B", "Z", "AA", "AB", "ZZ", "AAA",
            ])
    }
}
