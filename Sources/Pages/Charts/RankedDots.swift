internal import Locales

/// Bodies by rank: a dot for each score, a line for its bounds, the bands behind them.
struct RankedDots: Chart, Sendable {
    /// A body.
    struct Row: Sendable {
        /// Its name.
        var name: Phrase
        /// Its rank as it is written, as in `3` or `3=`; `nil` where it has none.
        var rank: String?
        /// Its score; `nil` where it has none.
        var score: Plotted?
        /// The least and the greatest its score can become; `nil` where they are the score.
        var bounds: (lower: Plotted, upper: Plotted)?
        /// Why there is no score, or what else has to be known of it.
        var note: Phrase?
        /// Whether it is the body that the page is about.
        var isOwn = false
        /// The address of its page.
        var address: String?
    }

    /// Where scores can lie.
    let range: PlotRange
    /// In the order they are drawn in; all of them are drawn.
    let rows: [Row]

    /// The height of a row: its name above its dot.
    static let rowHeight = 44.0

    func description(_ phrases: Phrases) -> String { phrases.chartRankedAbout }

    func drawing(_ id: String, _ phrases: Phrases) -> Drawing {
        var drawing = Drawing()
        let bounds = rows.compactMap(\.bounds).flatMap { [$0.lower, $0.upper] }
        let scale = Scale(range, and: rows.compactMap(\.score) + bounds)
        let ground = Ground(range, scale, phrases.locale)
        let height = Double(rows.count) * Self.rowHeight
        ground.draw(height: height, isLong: rows.count > 12, in: &drawing)
        let indent = rankWidth
        for (index, row) in rows.enumerated() {
            let top = ground.top + Double(index) * Self.rowHeight
            drawing.group(row.told) { row.draw(scale, top, indent: indent, in: &$0) }
        }
        return drawing
    }

    /// What the widest rank takes in pixels; 0 where no row has one.
    private var rankWidth: Double {
        let widths = rows.compactMap(\.rank).map { Lettering.width($0, size: Label.size) }
        return widths.max().map { $0 + 8 } ?? 0
    }

    func table(_ phrases: Phrases) -> ChartTable {
        var table = ChartTable([
            .init(phrases.chartBody), .init(phrases.chartRank, isRight: true),
            .init(phrases.chartScore, isRight: true), .init(phrases.chartLower, isRight: true),
            .init(phrases.chartUpper, isRight: true), .init(phrases.chartNote),
        ])
        for row in rows {
            table.add([
                .words(row.name, address: row.address),
                row.rank.map { .words(Phrase($0)) } ?? .empty,
                .figure(row.score), .figure(row.bounds?.lower ?? row.score),
                .figure(row.bounds?.upper ?? row.score), .words(row.note),
            ])
        }
        return table
    }
}

extension RankedDots.Row {
    /// The name and the score in full, for who points at the row.
    fileprivate var told: String {
        var told = name.plain
        if let score { told += ": " + score.shown }
        if let bounds { told += " (\(bounds.lower.shown) … \(bounds.upper.shown))" }
        if let note { told += " – " + note.plain }
        return told
    }

    fileprivate func draw(
        _ scale: Scale, _ top: Double, indent: Double, in drawing: inout Drawing
    ) {
        let (base, middle) = (top + 17, top + 31)
        drawing.add(.grid, .line(Across(scale.start), middle, Across(scale.end), middle))
        if let rank { drawing.add(Label(rank, .left, base, .start, .quiet)) }
        let value = Label(
            score?.shown ?? Lettering.fitted(note?.plain ?? "–", within: 130, size: Label.size),
            .right, base, .end, score == nil ? .quiet : .strong)
        let room = indent + Lettering.width(value.text, size: Label.size) + 12
        var label = Label(
            name: name.plain, .pixels(indent), base, narrow: Drawing.narrow - room,
            wide: Drawing.wide - room, isOwn ? .strong : .label)
        label.tag = name.tag
        drawing.add(label)
        drawing.add(value)
        if let bounds { Whisker(bounds, isOwn: isOwn).draw(scale, middle, in: &drawing) }
        guard let score else { return }
        let across = scale.across(score)
        drawing.add(
            isOwn ? .own : .mark,
            isOwn ? .sign(.diamond, across, middle) : .dot(across, middle, radius: 6))
    }
}

/// A line between bounds, with ends that stand upright.
private struct Whisker {
    let bounds: (lower: Plotted, upper: Plotted)
    let isOwn: Bool

    init(_ bounds: (lower: Plotted, upper: Plotted), isOwn: Bool) {
        self.bounds = bounds
        self.isOwn = isOwn
    }

    func draw(_ scale: Scale, _ middle: Double, in drawing: inout Drawing) {
        let (lower, upper) = (scale.across(bounds.lower), scale.across(bounds.upper))
        let look: Mark.Look = isOwn ? .lineOwn : .whisker
        drawing.add(look, .line(lower, middle, upper, middle))
        for end in [lower, upper] {
            drawing.add(look, .line(end, middle - 5, end, middle + 5))
        }
    }
}
