internal import Locales
internal import Testing

@testable internal import Pages

@Suite struct FindingsTests {
    private let english = Phrases(.english)
    private let number = ChartSamples.number

    private func ranked(_ scores: [String?]) -> String {
        let rows = scores.enumerated().map { index, score in
            RankedDots.Row(
                name: Phrase("Body " + String(index + 1)), score: score.map(ChartSamples.number))
        }
        return RankedDots(range: ChartSamples.plain, rows: rows).finding(english).plain
    }

    @Test func `ranked dots tell the highest and the lowest score`() {
        #expect(ranked(["90", nil, "70", "20"]) == "Highest: Body 1, 90. Lowest: Body 4, 20.")
        #expect(ranked(["90"]) == "One score alone: Body 1, 90.")
        #expect(ranked(["70", "70"]) == "All 2 bodies have the same score: 70.")
        #expect(ranked([nil]) == "There is no score.")
        #expect(ranked([]) == "There is no score.")
    }

    @Test func `a waterfall tells the greatest loss without its sign`() {
        let chart = Waterfall(
            start: .init(name: "Maximum", points: number("100")),
            steps: [
                .init(name: "A", change: number("-3")), .init(name: "B", change: number("-7.5")),
            ], end: .init(name: "Score", points: number("89.5")))

        let finding = chart.finding(lost: number("10.5"), english)

        #expect(finding.plain == "Most points are lost here: B, 7.5 of 10.5.")
        #expect(finding.parts.contains(.figure(exact: "7.5", shown: "7.5")))
    }

    @Test func `a distribution tells its ends and its median`() {
        let scores = ["30", "10", "90"].map(number)
        var chart = DistributionChart(range: ChartSamples.plain, scores: scores)
        #expect(chart.finding(english).plain == "Scores range from 10 to 90.")

        chart.median = .init(name: "Median", score: number("30"))
        #expect(
            chart.finding(english).plain == "Scores range from 10 to 90; the median is 30.")
    }

    @Test func `a trend tells from where to where the score went`() {
        func finding(_ scores: [String?]) -> String {
            Trend(
                upright: .numbers(ChartSamples.plain), periods: ["2024", "2025", "2026"],
                lines: [.init(name: "Total", points: scores.map { $0.map(number) })]
            ).finding(english).plain
        }

        #expect(finding(["5", nil, "7"]) == "The score rose from 5 (2024) to 7 (2026).")
        #expect(finding(["7", "9", "5"]) == "The score fell from 7 (2024) to 5 (2026).")
        #expect(finding(["7", "9", "7"]) == "The score is the same in 2024 and in 2026: 7.")
        #expect(finding([nil, "9", nil]) == "Only one period has a score: 2025, 9.")
        #expect(finding([nil, nil, nil]) == "There is no score.")
    }

    @Test func `targets that cannot be compared are not counted`() {
        let finding = ChartSamples.targets[0].1.finding(english).plain

        #expect(finding == "2 of 4 targets are met.")
    }
}
