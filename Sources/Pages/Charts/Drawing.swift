internal import Locales

/// What is drawn, from back to front.
struct Drawing: Sendable {
    func write(_ figure: ChartFigure, _ description: String, to page: inout HTMLWriter) {}
}
extension Chart {
    func description(_ phrases: Phrases) -> String { "" }
    func drawing(_ id: String, _ phrases: Phrases) -> Drawing { Drawing() }
    func table(_ phrases: Phrases) -> ChartTable { ChartTable([]) }
}
