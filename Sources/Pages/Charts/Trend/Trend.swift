internal import Locales

/// Scores over the periods, with gaps where there is none.
struct Trend: Chart {
    /// What stands upright.
    enum Upright: Sendable {
        /// Numbers, and the bands they fall into.
        case numbers(PlotRange)
        /// The titles of grades, lowest first.
        case grades([Phrase])
    }

    /// A body or a median over the periods.
    struct Line: Sendable {
        /// What it is called.
        var name: Phrase
        /// For every period; `nil` where there is no score.
        var points: [Plotted?]
    }

    /// What stands upright.
    let upright: Upright
    /// Titles of the periods, earliest first.
    let periods: [Phrase]
    /// The first is the one that the page is about; the others stand behind it.
    let lines: [Line]
    /// Positions of periods before which the rules changed, so that no line crosses.
    var breaks: Set<Int> = []

    /// The height between the highest and the lowest score.
    static let plotHeight = 200.0

    func description(_ phrases: Phrases) -> String { phrases.chartTrendAbout }

    func drawing(_ id: String, _ phrases: Phrases) -> Drawing {
        var drawing = Drawing()
        key(in: &drawing)
        let plot = TrendPlot(self, top: drawing.height + 18)
        plot.ground(phrases.locale, in: &drawing)
        for position in breaks.sorted() where periods.indices.contains(position) && position > 0 {
            plot.rulesChange(position, phrases.chartRulesChanged, in: &drawing)
        }
        plot.labelPeriods(periods, in: &drawing)
        for (index, line) in lines.enumerated().reversed() {
            plot.draw(line, at: index, breaks, in: &drawing)
        }
        drawing.height = plot.bottom + 30
        return drawing
    }

    /// The lines' names with their marks, where there is more than one line.
    private func key(in drawing: inout Drawing) {
        guard lines.count > 1 else { return }
        for (index, line) in lines.enumerated() {
            let middle = drawing.height + 10
            let isFirst = index == 0
            drawing.add(
                isFirst ? .line : .lineMuted, .line(.left, middle, .pixels(28), middle))
            drawing.add(
                isFirst ? .mark : .muted, TrendPlot.mark(.pixels(14), middle, line: index))
            var label = Label(
                name: line.name.plain, .pixels(36), middle + 5, narrow: Drawing.narrow - 36,
                wide: Drawing.wide - 36)
            label.tag = line.name.tag
            drawing.add(label)
            drawing.height += 22
        }
    }

    func table(_ phrases: Phrases) -> ChartTable {
        var table = ChartTable(
            [.init(phrases.chartPeriod)] + lines.map { .init($0.name.plain, isRight: true) })
        for (index, period) in periods.enumerated() {
            table.add(
                [.words(period)]
                    + lines.map { line in
                        let point = line.points.indices.contains(index) ? line.points[index] : nil
                        guard let point else { return .words(Phrase(phrases.chartNone)) }
                        return .figure(point)
                    })
        }
        return table
    }
}
