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
            name(band.title, bases: [high + 14], .quiet, in: &drawing)
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
        name(edge.name, bases: [height - 6, height + 16], .quietHaloed, in: &drawing)
    }

    /// A name beside a line, at the left or the right end, where nothing is drawn.
    private func name(
        _ name: Phrase, bases: [Double], _ look: Label.Look, in drawing: inout Drawing
    ) {
        let room = (1 - Self.span.left) * 0.6
        let width = min(
            Lettering.width(Lettering.line(name.plain), size: Label.small), Drawing.narrow * room)
        // At the left, at the right, or before the line of the path.
        let own = chart.chosen.map { Across(costs.place($0.cost), pixels: -8) }
        let ends =
            [(Across(Self.span.left, pixels: 6), Label.Anchor.start), (.right, .end)]
            + (own.map { [($0, .end)] } ?? [])
        let places = bases.flatMap { base in
            ends.map { FrontierPlaces.Place(across: $0.0, base: base, anchor: $0.1) }
        }
        let place = free.best(of: places, width: width)
        var label = Label(
            name: name.plain, place.across, place.base, place.anchor,
            narrow: Drawing.narrow * room, wide: Drawing.wide * room, size: Label.small, look)
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
        // Each where it comes first: with the best mean a stage can be attained and lost again, and
        // names would stand on one another. The table beneath has the step of every point.
        var named: Set<String> = []
        for (before, point) in zip([nil] + chart.points, chart.points) {
            guard let step = point.step, named.insert(step.plain).inserted, before != nil else {
                continue
            }
            // Steps run upwards, so that there is room above to the left and beneath to the right.
            let share = costs.place(point.cost)
            let isLeft = share - Self.span.left > 1 - share
            let room = isLeft ? share - Self.span.left : 1 - share
            var label = Label(
                name: step.plain, isLeft ? across(point) : Across(share, pixels: 8),
                height(point) + (isLeft ? -10 : 20), isLeft ? .end : .start,
                narrow: Drawing.narrow * room, wide: Drawing.wide * room, size: Label.small,
                .haloed)
            label.tag = step.tag
            drawing.add(label)
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
        let share = costs.place(point.cost)
        let hasRoom = share * Drawing.narrow + width + 8 <= Drawing.narrow
        // At the foot of the line, or halfway up where the steps begin at the foot.
        let places = [bottom - 5, (height + bottom) / 2].flatMap { base in
            [
                FrontierPlaces.Place(
                    across: Across(share, pixels: 8), base: base, anchor: .start),
                FrontierPlaces.Place(
                    across: Across(share, pixels: -8), base: base, anchor: .end),
            ]
        }
        let place = free.best(
            of: hasRoom ? places : places.filter { $0.anchor == .end }, width: width)
        drawing.add(
            Label(
                point.cost.shown, place.across, place.base, place.anchor, size: Label.size,
                .haloed))
    }

    // MARK: Room

    /// What labels keep clear of: the steps, the line of the path, and less so what lies behind.
    private var free: FrontierPlaces {
        var lines: [FrontierPlaces.Line] = []
        for (point, next) in zip(chart.points, chart.points.dropFirst()) {
            let (from, to) = (costs.place(point.cost), costs.place(next.cost))
            lines.append(.init(left: from, right: to, top: height(point), bottom: height(point)))
            lines.append(.init(left: to, right: to, top: height(next), bottom: height(point)))
        }
        if let last = chart.points.last {
            lines.append(
                .init(
                    left: costs.place(last.cost), right: 1, top: height(last),
                    bottom: height(last)))
        }
        if let chosen = chart.chosen {
            let share = costs.place(chosen.cost)
            lines.append(.init(left: share, right: share, top: height(chosen), bottom: bottom))
        }
        let behind = Ticks(heights, atMost: 5).list.map { heights.place($0.position) }
        return FrontierPlaces(lines: lines, behind: behind)
    }

    // MARK: Costs

    /// The axis of costs with round numbers.
    func costs(_ locale: Locale, in drawing: inout Drawing) {
        drawing.add(.axis, .line(Across(Self.span.left), bottom, .right, bottom))
        Axis(costs, locale).draw(base: bottom + 18, in: &drawing)
    }
}
