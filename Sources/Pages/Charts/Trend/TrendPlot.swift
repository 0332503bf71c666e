internal import Locales

/// The part of a trend in which its lines run.
struct TrendPlot: Sendable {
    private let upright: Trend.Upright
    let periodCount: Int
    private let scale: Scale
    let top: Double
    let bottom: Double

    init(_ trend: Trend, top: Double) {
        upright = trend.upright
        periodCount = trend.periods.count
        self.top = top
        bottom = top + Trend.plotHeight
        let points = trend.lines.flatMap { $0.points.compactMap(\.self) }
        switch trend.upright {
        case .numbers(let range): scale = Scale(range, and: points, start: bottom, end: top)
        case .grades(let grades):
            let ends = [0, Double(max(grades.count - 1, 0))]
            scale = Scale(over: ends + points.map(\.position), start: bottom - 14, end: top + 14)
        }
    }

    /// Where a period lies along the width.
    func across(_ period: Int) -> Double {
        periodCount > 1 ? 0.1 + 0.8 * Double(period) / Double(periodCount - 1) : 0.5
    }

    /// The height of a score.
    func height(_ point: Plotted) -> Double { scale.place(point) }

    /// The bands or grades behind the lines, each with its name at the left.
    func ground(_ locale: Locale, in drawing: inout Drawing) {
        switch upright {
        case .grades(let grades):
            for (index, grade) in grades.enumerated() {
                rule(scale.place(Double(index)), grade.plain, grade.tag, .grid, in: &drawing)
            }
        case .numbers(let range) where !range.bands.isEmpty:
            bands(range, in: &drawing)
        case .numbers:
            for tick in Ticks(scale, atMost: 5).list {
                rule(
                    scale.place(tick.position), locale.decimal(tick.plain), nil, .grid,
                    in: &drawing)
            }
        }
    }

    private func bands(_ range: PlotRange, in drawing: inout Drawing) {
        var free = Double.infinity
        for (index, band) in range.bands.enumerated() {
            let low = band.from.map { scale.place($0) } ?? bottom
            let high = band.below.map { scale.place($0) } ?? top
            guard low > high else { continue }
            drawing.add(
                index.isMultiple(of: 2) ? .bandA : .bandB,
                .bar(.left, .share(1), top: high, height: low - high))
            if low < bottom { drawing.add(.threshold, .line(.left, low, .right, low)) }
            // A band that is lower than a line of text is told by the table of bands alone.
            guard low - 5 < free, low - high > 12 else { continue }
            let edge = band.from ?? range.lowest
            name(edge.shown + "  " + band.title.plain, band.title.tag, low - 5, in: &drawing)
            free = low - 20
        }
    }

    private func rule(
        _ height: Double, _ text: String, _ tag: String?, _ look: Mark.Look,
        in drawing: inout Drawing
    ) {
        drawing.add(look, .line(.left, height, .right, height))
        name(text, tag, height - 5, in: &drawing)
    }

    private func name(_ text: String, _ tag: String?, _ base: Double, in drawing: inout Drawing) {
        let fitted = Lettering.fitted(text, within: Drawing.narrow * 0.6, size: Label.small)
        var label = Label(fitted, .pixels(4), base, .start, size: Label.small, .quiet)
        label.tag = tag
        drawing.add(label)
    }

    /// A line upright between two periods that are not to be compared.
    func rulesChange(_ period: Int, _ text: String, in drawing: inout Drawing) {
        let place = (across(period - 1) + across(period)) / 2
        drawing.add(.threshold, .line(Across(place), top - 4, Across(place), bottom))
        let width = Lettering.width(text, size: Label.small)
        let anchor = Span.room(for: width, at: place).anchor
        drawing.add(
            Label(text, Across(place), top - 8, anchor, size: Label.small, .quiet))
    }

    /// As many of the periods' names as there is room for, the last one in any case.
    func labelPeriods(_ periods: [Phrase], in drawing: inout Drawing) {
        drawing.add(.axis, .line(.left, bottom, .right, bottom))
        let room = periods.count > 1 ? 0.8 * Drawing.narrow / Double(periods.count - 1) : 260
        let texts = periods.map {
            Lettering.fitted($0.plain, within: max(room, 60) - 8, size: Label.small)
        }
        let widest = texts.map { Lettering.width($0, size: Label.small) + 8 }.max() ?? 0
        let step = max(Int((widest / room).rounded(.up)), 1)
        for (index, text) in texts.enumerated() where (texts.count - 1 - index) % step == 0 {
            let across = Across(self.across(index))
            drawing.add(.axis, .line(across, bottom, across, bottom + 5))
            drawing.add(Label(text, across, bottom + 20, .middle, size: Label.small, .quiet))
        }
    }
}
