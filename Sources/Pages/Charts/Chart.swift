internal import Locales

/// A chart: what it draws, and the same as a table.
protocol Chart: Sendable {
    /// What the numbers upwards are, where that does not stand within the drawing.
    var upwards: Phrase? { get }
    /// What is to be seen, for people who do not see it.
    func description(_ phrases: Phrases) -> String
    /// The drawing; ids within it begin with `id`.
    func drawing(_ id: String, _ phrases: Phrases) -> Drawing
    /// Every figure that is drawn, and those that are only told.
    func table(_ phrases: Phrases) -> ChartTable
}

/// What stands around a drawing.
struct ChartFigure: Sendable {
    /// The figure's id on its page; the drawing's own ids begin with it.
    let id: String
    /// What the chart is, in a few words.
    let title: String
    /// What it shows, in one sentence.
    let finding: Phrase
    /// What is left out, or what else has to be known; `nil` for nothing.
    let note: Phrase?
    /// Our own texts in the language of the page.
    let phrases: Phrases

    init(
        id: String, title: String, finding: Phrase, note: Phrase? = nil, _ phrases: Phrases
    ) {
        self.id = id
        self.title = title
        self.finding = finding
        self.note = note
        self.phrases = phrases
    }
}

extension Chart {
    var upwards: Phrase? { nil }

    /// Writes the finding, the drawing and the table beneath it.
    func write(_ figure: ChartFigure, to page: inout HTMLWriter) {
        let drawing = drawing(figure.id, figure.phrases)
        let table = table(figure.phrases)
        page.element("figure", ["class": "chart", "id": figure.id]) { page in
            page.element("figcaption") { $0.words(figure.finding) }
            page.line()
            if let upwards {
                page.element("p", ["class": "note"]) { $0.words(upwards) }
                page.line()
            }
            drawing.write(figure, description(figure.phrases), to: &page)
            page.line()
            if let note = figure.note {
                page.element("p", ["class": "note"]) { $0.words(note) }
                page.line()
            }
            table.write(figure, to: &page)
        }
        page.line()
    }
}

extension HTMLWriter {
    /// A phrase, with its figures readable by machines and other languages marked.
    mutating func words(_ phrase: Phrase) {
        for part in phrase.parts {
            switch part {
            case .text(let words): text(words)
            case .code(let words): element("code", text: words)
            case .figure(let exact, let shown): element("data", ["value": exact], text: shown)
            case .reference(_, let name, let tag): element("bdi", ["lang": tag], text: name)
            case .foreign(let words, let tag): element("bdi", ["lang": tag], text: words)
            }
        }
    }
}
