internal import Locales

/// Where the points went: from the maximum down to the score, a bar for each cause.
struct Waterfall: Chart, Sendable {
    /// What took points or added some.
    struct Step: Sendable {
        /// What it is called.
        var name: Phrase
        /// What it changes: below 0 for points lost, above for points gained.
        var change: Plotted
        /// Whether the points are lost because something is missing or excluded.
        var isOpen = false
        /// Why, in a few words; stands in the table.
        var reason: Phrase?
        /// The address of its explanation.
        var address: String?
    }

    /// A bar that begins at zero.
    struct Whole: Sendable {
        /// What it is called.
        var name: Phrase
        /// How long it is.
        var points: Plotted
    }

    /// The first bar.
    let start: Whole
    /// In the order they are drawn in; they add up to the difference between start and end.
    let steps: [Step]
    /// The last bar.
    let end: Whole

    /// The height of a row: its name above its bar.
    static let rowHeight = 42.0
    /// The height of a bar.
    static let barHeight = 14.0

    func description(_ phrases: Phrases) -> String { phrases.chartWaterfallAbout }

    func drawing(_ id: String, _ phrases: Phrases) -> Drawing {
        var drawing = Drawing()
        let levels = levels
        let scale = Scale(over: [0, start.points.position, end.points.position] + levels)
        let height = Double(steps.count + 2) * Self.rowHeight
        let zero = Across(scale.place(0))
        drawing.add(.axis, .line(zero, 0, zero, height))
        row(start, 0, scale, in: &drawing)
        for (index, step) in steps.enumerated() {
            let top = Double(index + 1) * Self.rowHeight
            drawing.group(step.told) { part in
                step.draw(from: levels[index], to: levels[index + 1], scale, top, in: &part)
            }
        }
        row(end, height - Self.rowHeight, scale, in: &drawing)
        for (index, level) in levels.enumerated() {
            let across = Across(scale.place(level))
            let top = Double(index) * Self.rowHeight + Step.barTop + Self.barHeight
            let gap = Self.rowHeight - Self.barHeight
            drawing.add(.leader, .line(across, top, across, top + gap))
        }
        drawing.height = height
        return drawing
    }

    /// The sums before each step and after the last one.
    private var levels: [Double] {
        var levels = [start.points.position]
        for step in steps { levels.append((levels.last ?? 0) + step.change.position) }
        return levels
    }

    private func row(_ whole: Whole, _ top: Double, _ scale: Scale, in drawing: inout Drawing) {
        drawing.group(whole.name.plain + ": " + whole.points.shown) { part in
            part.caption(whole.name, whole.points.shown, top, isStrong: true)
            part.bar(.mark, from: 0, to: whole.points.position, scale, top + Step.barTop)
        }
    }

    func table(_ phrases: Phrases) -> ChartTable {
        var table = ChartTable([
            .init(phrases.chartCause), .init(phrases.chartPoints, isRight: true),
            .init(phrases.chartReason),
        ])
        table.add([.words(start.name), .figure(start.points), .empty])
        for step in steps {
            table.add([
                .words(step.name, address: step.address), .figure(step.change),
                .words(step.reason),
            ])
        }
        table.add([.words(end.name), .figure(end.points), .empty])
        return table
    }
}

extension Waterfall.Step {
    /// Where the bar begins beneath the top of its row.
    fileprivate static let barTop = 23.0

    fileprivate var told: String {
        let told = name.plain + ": " + change.shown
        guard let reason else { return told }
        return told + " – " + reason.plain
    }

    fileprivate func draw(
        from: Double, to: Double, _ scale: Scale, _ top: Double, in drawing: inout Drawing
    ) {
        drawing.caption(name, change.shown, top, isStrong: false)
        let isGain = change.position > 0
        if isOpen, !isGain {
            drawing.hatchedBar(from: from, to: to, scale, top + Self.barTop)
        } else {
            drawing.bar(isGain ? .gain : .loss, from: from, to: to, scale, top + Self.barTop)
        }
    }
}

extension Drawing {
    /// A name at the left and a number at the right, above what a row draws.
    mutating func caption(_ name: Phrase, _ value: String, _ top: Double, isStrong: Bool) {
        let value = Label(value, .right, top + 15, .end, size: Label.size, .strong)
        let room = Lettering.width(value.text, size: Label.size) + 12
        var label = Label(
            name: name.plain, .left, top + 15, narrow: Self.narrow - room, wide: Self.wide - room,
            isStrong ? .strong : .label)
        label.tag = name.tag
        add(label)
        add(value)
    }

    /// A bar between two numbers; the smallest is still to be seen.
    fileprivate mutating func bar(
        _ look: Mark.Look, from: Double, to: Double, _ scale: Scale, _ top: Double
    ) {
        let (start, width) = Self.extent(from, to, scale)
        add(look, .bar(start, width, top: top, height: Waterfall.barHeight))
    }

    fileprivate mutating func hatchedBar(
        from: Double, to: Double, _ scale: Scale, _ top: Double
    ) {
        let (start, width) = Self.extent(from, to, scale)
        add(
            .outline, .hatched(.rising, start, width, top: top, height: Waterfall.barHeight))
    }

    private static func extent(
        _ from: Double, _ to: Double, _ scale: Scale
    ) -> (Across, Mark.Extent) {
        let (first, last) = (scale.place(min(from, to)), scale.place(max(from, to)))
        let isTiny = last - first < 0.004
        return (Across(first), isTiny ? .pixels(2) : .share(last - first))
    }
}
