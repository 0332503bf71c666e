internal import Locales
internal import TestSupport
internal import Testing

@testable internal import Pages

@Suite struct ChartGoldenTests {
    private static let lost = ChartSamples.number("25.83")

    @Test func `ranked dots are drawn as recorded`() {
        for (name, chart) in ChartSamples.ranked { compare(chart, name, chart.finding) }
    }

    @Test func `waterfalls are drawn as recorded`() {
        for (name, chart) in ChartSamples.waterfalls {
            compare(chart, name) { chart.finding(lost: Self.lost, $0) }
        }
    }

    @Test func `distributions are drawn as recorded`() {
        for (name, chart) in ChartSamples.distributions { compare(chart, name, chart.finding) }
    }

    @Test func `heat tables are drawn as recorded`() {
        for (name, chart) in ChartSamples.heatTables { compare(chart, name, chart.finding) }
    }

    @Test func `trends are drawn as recorded`() {
        for (name, chart) in ChartSamples.trends { compare(chart, name, chart.finding) }
    }

    @Test func `targets are drawn as recorded`() {
        for (name, chart) in ChartSamples.targets { compare(chart, name, chart.finding) }
    }

    @Test func `frontiers are drawn as recorded`() {
        for (name, chart) in ChartSamples.frontiers { compare(chart, name, chart.finding) }
    }

    private func compare(
        _ chart: some Chart, _ name: String, _ finding: (Phrases) -> Phrase
    ) {
        expectGolden(Written.chart(chart, name, .english, finding), name + ".html")
    }
}

/// A chart as the bytes of a page.
enum Written {
    static func chart(
        _ chart: some Chart, _ name: String, _ locale: Locale, _ finding: (Phrases) -> Phrase
    ) -> String {
        let phrases = Phrases(locale)
        var page = HTMLWriter()
        chart.write(
            ChartFigure(id: name, title: "Chart \(name)", finding: finding(phrases), phrases),
            to: &page)
        return String(decoding: page.bytes, as: UTF8.self)
    }
}
