internal import Locales

/// What was reached beside what was aimed at, a bar and a mark for each.
struct TargetActual: Chart {
    /// Whether a target was met.
    enum Verdict: Sendable {
        case met
        case notMet
        /// There is nothing to compare.
        case open
    }

    /// A record or a node.
    struct Row: Sendable {
        /// What it is called.
        var name: Phrase
        /// What was reached; `nil` where it is not known.
        var actual: Plotted?
        /// What was aimed at; `nil` where it is not known.
        var target: Plotted?
        /// Whether the target was met.
        var verdict: Verdict
        /// The verdict in a word, as in `met`.
        var word: Phrase
        /// The ends of its scale; `nil` for one of its own from 0 to the greater of both.
        var range: PlotRange?
        /// The address of its explanation.
        var address: String?
    }

    /// In the order they are drawn in; all of them are drawn.
    let rows: [Row]

    /// The height of a row: its name, its figures, its bar.
    static let rowHeight = 70.0

    func description(_ phrases: Phrases) -> String { phrases.chartTargetAbout }

    func drawing(_ id: String, _ phrases: Phrases) -> Drawing {
        var drawing = Drawing()
        key(phrases, in: &drawing)
        for row in rows {
            let top = drawing.height
            drawing.group(row.told(phrases)) { row.draw(top, phrases, in: &$0) }
            drawing.height += Self.rowHeight
        }
        return drawing
    }

    /// What the bar and the mark are.
    private func key(_ phrases: Phrases, in drawing: inout Drawing) {
        guard !rows.isEmpty else { return }
        let key = Key(beneath: &drawing)
        key.add(phrases.chartActual, in: &drawing) { part, across, middle in
            part.add(.mark, .bar(.left, .pixels(24), top: middle - 6, height: 12))
        }
        key.add(phrases.chartTarget, in: &drawing) { part, across, middle in
            part.add(.own, .sign(.post, across, middle))
        }
        drawing.height += 8
    }

    func table(_ phrases: Phrases) -> ChartTable {
        var table = ChartTable([
            .init(phrases.chartName), .init(phrases.chartActual, isRight: true),
            .init(phrases.chartTarget, isRight: true), .init(phrases.chartVerdict),
        ])
        for row in rows {
            table.add([
                .words(row.name, address: row.address), .figure(row.actual), .figure(row.target),
                .words(row.word),
            ])
        }
        return table
    }
}

extension TargetActual.Row {
    /// The name and both figures in full, for who points at the row.
    fileprivate func told(_ phrases: Phrases) -> String {
        "\(name.plain): \(figures(phrases)), \(word.plain)"
    }

    private func figures(_ phrases: Phrases) -> String {
        let none = phrases.chartNotKnown
        return phrases.chartActualOfTarget(
            actual: Phrase(actual?.shown ?? none), target: Phrase(target?.shown ?? none)
        ).plain
    }

    private var scale: Scale {
        let figures = [actual, target].compactMap(\.self)
        if let range { return Scale(range, and: figures, start: 0, end: 1) }
        return Scale(over: [0] + figures.map(\.position), start: 0, end: 0.95)
    }

    fileprivate func draw(_ top: Double, _ phrases: Phrases, in drawing: inout Drawing) {
        caption(top, in: &drawing)
        let figures = Lettering.fitted(
            figures(phrases), within: Drawing.narrow, size: Label.small)
        drawing.add(Label(figures, .left, top + 33, .start, size: Label.small, .quiet))
        let (scale, bar) = (scale, top + 43)
        drawing.add(.bandB, .bar(.left, .share(1), top: bar, height: 12))
        if let actual {
            let zero = scale.place(0)
            let (from, to) = (min(zero, scale.place(actual)), max(zero, scale.place(actual)))
            drawing.add(
                .mark, .bar(Across(from), .share(max(to - from, 0.004)), top: bar, height: 12))
        }
        if actual != nil || target != nil, scale.part(0) > 0, scale.part(0) < 1 {
            let zero = Across(scale.place(0))
            drawing.add(.axis, .line(zero, bar - 3, zero, bar + 15))
        }
        if let target {
            drawing.add(.own, .sign(.post, scale.across(target), bar + 6))
        }
    }

    /// The name at the left; the verdict with its sign at the right.
    private func caption(_ top: Double, in drawing: inout Drawing) {
        let word = Lettering.fitted(word.plain, within: 130, size: Label.size)
        let width = Lettering.width(word, size: Label.size)
        var label = Label(
            name: name.plain, .left, top + 15, narrow: Drawing.narrow - width - 34,
            wide: Drawing.wide - width - 34, .label)
        label.tag = name.tag
        drawing.add(label)
        drawing.add(Label(word, Across(1, pixels: -22), top + 15, .end, size: Label.size, .strong))
        let (look, sign): (Mark.Look, Mark.Sign) =
            switch verdict {
            case .met: (.met, .check)
            case .notMet: (.notMet, .cross)
            case .open: (.axis, .dash)
            }
        drawing.add(look, .sign(sign, Across(1, pixels: -8), top + 10))
    }
}
