internal import Locales

/// The part of a frontier in which its steps run.
struct FrontierPlot: Sendable {
    private let chart: FrontierChart
    private let costs: Scale
    private let heights: Scale
    let top: Double
    let bottom: Double

    /// Where costs begin and end; to the left stand the numbers of what is reached.
    private static let span = (left: 0.16, right: 0.95)

    init(_ chart: FrontierChart, top: Double) {
        self.chart = chart
        self.top = top
        bottom = top + FrontierChart.plotHeight
        let points = chart.points + (chart.chosen.map { [$0] } ?? [])
        costs = Scale(
            over: [0] + points.map(\.cost.position), start: Self.span.left, end: Self.span.right)
        let reached = points.map(\.reached) + (chart.edge.map { [$0.place] } ?? [])
        // What moves is to be seen, not the whole of the scale.
        heights = Scale(over: reached.map(\.position), start: bottom - 16, end: top + 8)
    }

    private func across(_ point: FrontierChart.Point) -> Across {
        Across(costs.place(point.cost))
    }

    private func height(_ point: FrontierChart.Point) -> Double { heights.place(point.reached) }

    // MARK: Behind the steps

    /// The bands, or round numbers, and what has to be reached.
    func ground(_ locale: Locale, in drawing: inout Drawing) {
        if case .numbers(let range) = chart.upright { bands(range, in: &drawing) }
        for tick in Ticks(heights, atMost: 5).list {
            let height = heights.place(tick.position)
            drawing.add(.grid, .line(Across(Self.span.left), height, .right, height))
            let text =
                if case .percent = chart.upright { locale.inPercent(tick.plain) } else {
                    locale.decimal(tick.plain)
                }
            drawing.add(
                Label(
                    text, Across(Self.span.left, pixels: -6), height + 5, .end, size: Label.small,
                    .quiet))
        }
        edge(in: &drawing)
    }

    private func bands(_ range: PlotRange, in drawing: inout Drawing) {
        for (index, band) in range.bands.enumerated() {
            let low = band.from.map { place($0) } ?? bottom
            let high = band.below.map { place($0) } ?? top
            guard low > high else { continue }
            drawing.add(
                index.isMultiple(of: 2) ? .bandA : .bandB,
                .bar(
                    Across(Self.span.left), .share(1 - Self.span.left), top: high,
                    height: low - high))
            if low < bottom {
                drawing.add(.threshold, .line(Across(Self.span.left), low, .right, low))
            }
            guard low - high > 16 else { continue }
            name(band.title, high + 14, isAbove: low < start, in: &drawing)
        }
    }

    /// Within the plot; a band that lies beyond what moves ends with it.
    private func place(_ number: Plotted) -> Double {
        let part = heights.part(number.position)
        return part < 0 ? bottom : part > 1 ? top : heights.place(number)
    }

    private func edge(in drawing: inout Drawing) {
        guard let edge = chart.edge else { return }
        let height = heights.place(edge.place)
        drawing.add(.threshold, .line(Across(Self.span.left), height, .right, height))
        name(edge.name, height - 6, isAbove: height < start - 20, in: &drawing)
    }

    /// Where the steps begin; they run upwards, so that there is room above to the left and beneath
    /// to the right.
    private var start: Double { chart.points.first.map(height) ?? bottom }

    private func name(
        _ name: Phrase, _ base: Double, isAbove: Bool, in drawing: inout Drawing
    ) {
        let room = (1 - Self.span.left) * 0.6
        var label = Label(
            name: name.plain, isAbove ? Across(Self.span.left, pixels: 6) : .right, base,
            isAbove ? .start : .end, narrow: Drawing.narrow * room, wide: Drawing.wide * room,
            size: Label.small, .quiet)
        label.tag = name.tag
        drawing.add(label)
    }

    // MARK: Steps

    /// From each point to the cost of the next, and up to what that reaches.
    func steps(in drawing: inout Drawing) {
        for (point, next) in zip(chart.points, chart.points.dropFirst()) {
            let (low, high) = (height(point), height(next))
            drawing.add(.line, .line(across(point), low, across(next), low))
            drawing.add(.line, .line(across(next), low, across(next), high))
        }
        if let last = chart.points.last {
            let height = height(last)
            drawing.add(.line, .line(across(last), height, .right, height))
        }
        guard chart.namesSteps else { return }
        for (before, point) in zip(chart.points, chart.points.dropFirst())
        where before.step != point.step {
            guard let step = point.step else { continue }
            let text = Lettering.fitted(
                step.plain, within: Drawing.narrow * 0.4, size: Label.small)
            let width = Lettering.width(text, size: Label.small)
            let isLeft = costs.place(point.cost) * Drawing.narrow > width
            drawing.add(
                Label(
                    text, across(point), height(point) - 10, isLeft ? .end : .start,
                    size: Label.small, .haloed))
        }
    }

    /// A point; a ring where it is not proven.
    func mark(_ point: FrontierChart.Point, in drawing: inout Drawing) {
        let (across, height) = (across(point), height(point))
        drawing.add(.mark, .dot(across, height, radius: 4))
        if !point.isProven { drawing.add(.knockout, .dot(across, height, radius: 2.5)) }
    }

    /// The path that the page is about.
    func own(_ point: FrontierChart.Point, in drawing: inout Drawing) {
        let (across, height) = (across(point), height(point))
        drawing.add(.lineOwn, .line(across, height, across, bottom))
        drawing.add(.own, .sign(.diamond, across, height))
        let width = Lettering.width(point.cost.shown, size: Label.size)
        let isRight = costs.place(point.cost) * Drawing.narrow + width + 14 > Drawing.narrow
        drawing.add(
            Label(
                point.cost.shown, Across(costs.place(point.cost), pixels: isRight ? -12 : 12),
                min(height + 22, bottom - 6), isRight ? .end : .start, size: Label.size, .haloed))
    }

    // MARK: Costs

    /// The axis of costs with round numbers.
    func costs(_ locale: Locale, in drawing: inout Drawing) {
        drawing.add(.axis, .line(Across(Self.span.left), bottom, .right, bottom))
        Axis(costs, locale).draw(base: bottom + 18, in: &drawing)
    }
}
