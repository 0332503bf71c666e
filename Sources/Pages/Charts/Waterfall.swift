internal import Arithmetic
internal import Locales

/// Where the points went: from the maximum down to the score, a bar for each cause.
struct Waterfall: Chart {
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

    /// So many steps are drawn.
    static let mostSteps = 40

    /// The same with the smallest of too many steps as one, which stands last.
    ///
    /// - Parameter together: Makes one of several, by their positions; `nil` where their sum cannot
    ///   be.
    /// - Returns: At most ``mostSteps`` steps, unless they have no sum.
    func limited(_ together: ([Int]) -> Step?) -> Waterfall {
        guard steps.count > Self.mostSteps else { return self }
        let order = steps.indices.sorted { one, other in
            let sizes = (steps[one].change.number.raw, steps[other].change.number.raw)
            return (sizes.0.magnitude, other) > (sizes.1.magnitude, one)
        }
        let small = Set(order.dropFirst(Self.mostSteps - 1))
        guard let rest = together(small.sorted()) else { return self }
        let shown = steps.indices.filter { !small.contains($0) }.map { steps[$0] }
        return Waterfall(start: start, steps: shown + [rest], end: end)
    }

    func description(_ phrases: Phrases) -> String { phrases.chartWaterfallAbout }

    func drawing(_ id: String, _ phrases: Phrases) -> Drawing {
        var drawing = Drawing()
        let levels = levels
        let scale = Scale(
            over: [0, start.points.position, end.points.position] + levels, end: 1 - valueRoom)
        let height = Double(steps.count + 2) * Self.rowHeight
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
        key(phrases, in: &drawing)
        return drawing
    }

    /// What hatching means, where something is hatched.
    private func key(_ phrases: Phrases, in drawing: inout Drawing) {
        guard steps.contains(where: { $0.isOpen && $0.change.number <= .zero }) else { return }
        Key(beneath: &drawing).add(phrases.chartOpen, in: &drawing) { part, _, middle in
            part.add(
                .outline, .hatched(.rising, .left, .pixels(24), top: middle - 7, height: 14))
        }
    }

    /// The share of the narrowest page that the widest number takes at the right of its bar.
    private var valueRoom: Double {
        let shown = [start.points.shown, end.points.shown] + steps.map(\.change.signed)
        let widest = shown.map { Lettering.width($0, size: Label.size) }.max() ?? 0
        return min((widest + 12) / Drawing.narrow, 0.7)
    }

    /// The sums before each step and after the last one.
    private var levels: [Double] {
        var levels = [start.points.position]
        for step in steps { levels.append((levels.last ?? 0) + step.change.position) }
        return levels
    }

    private func row(_ whole: Whole, _ top: Double, _ scale: Scale, in drawing: inout Drawing) {
        drawing.group(whole.name.plain + ": " + whole.points.shown) { part in
            part.name(whole.name, top, .strong)
            let zero = Across(scale.place(0))
            let ends = (top + Step.barTop - 3, top + Step.barTop + Self.barHeight + 3)
            part.add(.axis, .line(zero, ends.0, zero, ends.1))
            let bar = WaterfallBar(0, whole.points.position, scale, top + Step.barTop)
            bar.draw(.mark, whole.points.shown, in: &part)
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
        drawing.name(name, top, .label)
        let bar = WaterfallBar(from, to, scale, top + Self.barTop)
        let isGain = change.number > .zero
        bar.draw(isGain ? .gain : isOpen ? .outline : .loss, change.signed, in: &drawing)
    }
}

/// A bar between two numbers; the smallest is still to be seen.
private struct WaterfallBar {
    let start: Double
    let end: Double
    let top: Double

    init(_ from: Double, _ to: Double, _ scale: Scale, _ top: Double) {
        start = scale.place(min(from, to))
        end = scale.place(max(from, to))
        self.top = top
    }

    /// Draws the bar, and the number at its right.
    func draw(_ look: Mark.Look, _ number: String, in drawing: inout Drawing) {
        let extent: Mark.Extent = end - start < 0.004 ? .pixels(2) : .share(end - start)
        let (across, height) = (Across(start), Waterfall.barHeight)
        drawing.add(
            look,
            look == .outline
                ? .hatched(.rising, across, extent, top: top, height: height)
                : .bar(across, extent, top: top, height: height))
        drawing.add(
            Label(
                number, Across(end, pixels: 7), top + 12, .start, size: Label.size, .strong))
    }
}

extension Drawing {
    /// A name above what a row draws.
    fileprivate mutating func name(_ name: Phrase, _ top: Double, _ look: Label.Look) {
        var label = Label(
            name: name.plain, .left, top + 15, narrow: Self.narrow, wide: Self.wide, look)
        label.tag = name.tag
        add(label)
    }
}
