internal import Locales

/// Bodies by rank: a dot for each score, a line for its bounds, a bar for where it lies in most of
/// many runs, the bands behind them.
struct RankedDots: Chart {
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
        /// Where the score lies in nine tenths of many runs; `nil` where there are none.
        var interval: (lower: Plotted, upper: Plotted)?
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
    static let rowHeight = 46.0
    /// Where the bands lie within a row.
    static let strip = (top: 24.0, height: 14.0)
    /// The height of the bar of an interval: the dot stands out above and below it.
    static let bar = 6.0

    func description(_ phrases: Phrases) -> String {
        phrases.chartRankedAbout + (hasIntervals ? " " + phrases.chartRankedIntervals : "")
    }

    func drawing(_ id: String, _ phrases: Phrases) -> Drawing {
        var drawing = Drawing()
        let ends = rows.flatMap { [$0.bounds, $0.interval] }.compactMap(\.self).flatMap {
            [$0.lower, $0.upper]
        }
        let scale = Scale(range, and: rows.compactMap(\.score) + ends)
        let ground = Ground(range, scale, phrases.locale)
        let height = Double(rows.count) * Self.rowHeight
        ground.head(in: &drawing)
        let indent = rankWidth
        for (index, row) in rows.enumerated() {
            let top = ground.top + Double(index) * Self.rowHeight
            ground.strip(top: top + Self.strip.top, height: Self.strip.height, in: &drawing)
            drawing.group(row.told) { row.draw(scale, top, indent: indent, in: &$0) }
        }
        drawing.height = ground.top + height
        if rows.count > 12 { ground.foot(in: &drawing) }
        key(phrases, in: &drawing)
        return drawing
    }

    /// What the marks mean, where there is more than dots.
    private func key(_ phrases: Phrases, in drawing: inout Drawing) {
        let own = rows.first { $0.isOwn && $0.score != nil }
        guard own != nil || rows.contains(where: { $0.bounds != nil || $0.interval != nil })
        else { return }
        let key = Key(beneath: &drawing)
        if rows.contains(where: { $0.score != nil && !$0.isOwn }) {
            key.add(phrases.chartScore, in: &drawing) { part, across, middle in
                part.add(.mark, .dot(across, middle, radius: 6))
            }
        }
        if let own {
            key.add(own.name.plain, in: &drawing) { part, across, middle in
                part.add(.own, .sign(.diamond, across, middle))
            }
        }
        if hasIntervals {
            key.add(phrases.chartInterval, in: &drawing) { part, across, middle in
                part.add(
                    .muted,
                    .bar(
                        .pixels(across.pixels - 10), .pixels(20), top: middle - Self.bar / 2,
                        height: Self.bar))
            }
        }
        guard rows.contains(where: { $0.bounds != nil }) else { return }
        key.add(phrases.chartBounds, in: &drawing) { part, across, middle in
            let ends = (Across.pixels(across.pixels - 10), Across.pixels(across.pixels + 10))
            part.whisker(ends.0, ends.1, middle, .whisker)
        }
    }

    private var hasIntervals: Bool { rows.contains { $0.interval != nil } }

    /// What the widest rank takes in pixels; 0 where no row has one.
    private var rankWidth: Double {
        let widths = rows.compactMap(\.rank).map { Lettering.width($0, size: Label.size) }
        return widths.max().map { $0 + 8 } ?? 0
    }

    func table(_ phrases: Phrases) -> ChartTable {
        var table = ChartTable(
            [
                .init(phrases.chartBody), .init(phrases.chartRank, isRight: true),
                .init(phrases.chartScore, isRight: true), .init(phrases.chartLower, isRight: true),
                .init(phrases.chartUpper, isRight: true),
            ]
                + (hasIntervals
                    ? [
                        .init(phrases.chartIntervalLower, isRight: true),
                        .init(phrases.chartIntervalUpper, isRight: true),
                    ] : []) + [.init(phrases.chartNote)])
        for row in rows {
            table.add(
                [
                    .words(row.name, address: row.address),
                    row.rank.map { .words(Phrase($0)) } ?? .empty,
                    .figure(row.score), .figure(row.bounds?.lower ?? row.score),
                    .figure(row.bounds?.upper ?? row.score),
                ]
                    + (hasIntervals
                        ? [.figure(row.interval?.lower), .figure(row.interval?.upper)] : [])
                    + [.words(row.note)])
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
        let base = top + 17
        let middle = top + RankedDots.strip.top + RankedDots.strip.height / 2
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
        if let interval {
            let (start, end) = (scale.place(interval.lower), scale.place(interval.upper))
            drawing.add(
                .muted,
                .bar(
                    Across(start), .share(end - start), top: middle - RankedDots.bar / 2,
                    height: RankedDots.bar))
        }
        if let bounds {
            drawing.whisker(
                scale.across(bounds.lower), scale.across(bounds.upper), middle,
                isOwn ? .lineOwn : .whisker)
        }
        guard let score else { return }
        let across = scale.across(score)
        drawing.add(
            isOwn ? .own : .mark,
            isOwn ? .sign(.diamond, across, middle) : .dot(across, middle, radius: 6))
    }
}

extension Drawing {
    /// A line between two places, with ends that stand upright.
    fileprivate mutating func whisker(
        _ lower: Across, _ upper: Across, _ middle: Double, _ look: Mark.Look
    ) {
        add(look, .line(lower, middle, upper, middle))
        for end in [lower, upper] { add(look, .line(end, middle - 5, end, middle + 5)) }
    }
}
