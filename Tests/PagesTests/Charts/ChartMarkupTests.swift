internal import Foundation
internal import FoundationXML
internal import Locales
internal import TestSupport
internal import Testing

@testable internal import Pages

@Suite struct ChartMarkupTests {
    /// All charts by name.
    static let all: [(String, any Chart)] =
        ChartSamples.ranked.map { ($0.0, $0.1) } + ChartSamples.waterfalls.map { ($0.0, $0.1) }
        + ChartSamples.distributions.map { ($0.0, $0.1) }
        + ChartSamples.heatTables.map { ($0.0, $0.1) } + ChartSamples.trends.map { ($0.0, $0.1) }
        + ChartSamples.targets.map { ($0.0, $0.1) }
        + ChartSamples.frontiers.map { ($0.0, $0.1) }

    @Test(arguments: Locales.Locale.allCases)
    func `every chart is well formed in every language`(locale: Locales.Locale) {
        for (name, chart) in Self.all {
            let markup = Markup(Written.chart(chart, name, locale) { _ in "Finding" })
            #expect(markup.isWhole, "\(name): \(markup.problem)")
        }
    }

    @Test func `ids are the figure's own, and whatever names a chart is there`() {
        for (name, chart) in Self.all {
            let markup = Markup(Written.chart(chart, name, .english) { _ in "Finding" })
            #expect(Set(markup.ids).count == markup.ids.count, "\(name)")
            #expect(markup.ids.allSatisfy { $0 == name || $0.hasPrefix(name + "-") })
            #expect(markup.references.allSatisfy { markup.ids.contains($0) }, "\(name)")
        }
    }

    @Test func `a chart is an image with a title and a description`() {
        for (name, chart) in Self.all {
            let text = Written.chart(chart, name, .english) { _ in "Finding" }
            let names = "\(name)-title \(name)-about"
            #expect(text.contains("<svg role=\"img\" aria-labelledby=\"\(names)\""))
            #expect(text.contains("<title id=\"\(name)-title\">Chart \(name)</title>"))
            #expect(!chart.description(Phrases(.english)).isEmpty)
        }
    }

    @Test func `the style sheet knows every class`() throws {
        let path = Folders.project.appending(path: "Sources/Pages/assets/style.css")
        let sheet = try String(contentsOf: path, encoding: .utf8)
        for look in Mark.Look.allCases {
            #expect(sheet.contains(look.rawValue), "\(look.rawValue)")
        }
        let labels = Label.Look.allCases.flatMap { $0.rawValue.split(separator: " ") }
        for name in labels + ["rest", "cut", "hatch", "chart-scroll"] {
            #expect(sheet.contains("." + name), "\(name)")
        }
    }

    @Test func `no style stands in the markup and no name of a body is markup`() {
        for (name, chart) in Self.all {
            let text = Written.chart(chart, name, .english) { _ in "Finding" }
            #expect(!text.contains("style="))
            #expect(!text.contains("<script"))
        }
    }
}

/// What a document is made of.
private final class Markup: NSObject, XMLParserDelegate {
    private(set) var ids: [String] = []
    private(set) var references: [String] = []
    private(set) var isWhole = false
    private(set) var problem = ""

    init(_ text: String) {
        super.init()
        let parser = XMLParser(data: Data(text.utf8))
        parser.delegate = self
        isWhole = parser.parse()
        if let error = parser.parserError { problem = "\(error), line \(parser.lineNumber)" }
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
        qualifiedName: String?, attributes: [String: String]
    ) {
        if let id = attributes["id"] { ids.append(id) }
        let names = attributes["aria-labelledby"]?.split(separator: " ").map(String.init)
        references += names ?? []
        if let fill = attributes["fill"], fill.hasPrefix("url(#") {
            references.append(String(fill.dropFirst(5).dropLast()))
        }
    }
}
