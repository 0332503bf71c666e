internal import Locales

/// The part of a trend in which its lines run.
struct TrendPlot: Sendable {
    private let upright: Trend.Upright
    let periodCount: Int
    private let scale: Scale
    /// Where the first period lies; a share of the width.
    private let left: Double
    let top: Double
    let bottom: Double

    init(_ trend: Trend, top: Double) {
        upright = trend.upright
        periodCount = trend.periods.count
        self.top = top
        bottom = top + Trend.plotHeight
        left = Self.left(trend.upright)
        let points = trend.lines.flatMap { $0.points.compactMap(\.self) }
        switch trend.upright {
        case .numbers(let range): scale = Scale(range, and: points, start: bottom, end: top)
        case .grades(let grades):
            let ends = [0, Double(max(grades.count - 1, 0))]
            scale = Scale(over: ends + points.map(\.position), start: bottom - 14, end: top + 14)
        }
    }

    /// As much as the widest name takes on the narrowest page, but not half of it; beside it stands
    /// half of the first score.
    private static func left(_ upright: Trend.Upright) -> Double {
        let names: [String] =
            switch upright {
            case .grades(let grades): grades.map(\.plain)
            case .numbers(let range):
                range.bands.map { $0.told(range) } + [range.lowest, range.highest].map(\.shown)
            }
        let widest = names.map { Lettering.width(Lettering.line($0), size: Label.small) }.max()
        let room = min(max((widest ?? 0) * 0.9 / Drawing.narrow, 0.04), 0.3)
        return room + (upright.areGrades ? 0.06 : 0.09)
    }

    /// Where a period lies along the width; to the left of the first one stand the names.
    func across(_ period: Int) -> Double {
        guard periodCount > 1 else { return (left + Self.right) / 2 }
        return left + (Self.right - left) * Double(period) / Double(periodCount - 1)
    }

    /// What is between two periods on a page of that width.
    func room(_ width: Double) -> Double {
        (Self.right - left) * width / Double(max(periodCount - 1, 1))
    }

    private static let right = 0.94

    /// Whether the names at the left say what the lines' scores are.
    var isNamed: Bool { upright.areGrades }

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
            name(band.told(range), band.title.tag, low - 5, in: &drawing)
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
        // Most letters are narrower than those that widths are guessed by.
        func room(_ width: Double, _ taken: Double) -> Double { width * (left - taken) * 1.2 }
        var label = Label(
            name: text, .pixels(4), base,
            narrow: room(Drawing.narrow, isNamed ? 0.03 : 0.085),
            wide: room(Drawing.wide, isNamed ? 0.03 : 0.05), size: Label.small, .quiet)
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
}

extension Trend.Upright {
    fileprivate var areGrades: Bool {
        if case .grades = self { true } else { false }
    }
}

extension PlotRange.Band {
    /// Its lower edge and its name.
    fileprivate func told(_ range: PlotRange) -> String {
        (from ?? range.lowest).shown + " " + title.plain
    }
}
