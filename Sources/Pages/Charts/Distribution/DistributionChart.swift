internal import Locales

/// How scores are spread over their scale, and where one of them and the median lie.
struct DistributionChart: Chart {
    /// A score that is pointed out.
    struct Pointed: Sendable {
        /// What it is the score of.
        var name: Phrase
        var score: Plotted
    }

    /// Where scores can lie.
    let range: PlotRange
    /// All scores, in any order.
    let scores: [Plotted]
    /// How many bodies have no score.
    var unscored = 0
    /// The median and what it is called; `nil` where it is not to be shown.
    var median: Pointed?
    /// The body that the page is about; `nil` where it is about none, or it has no score.
    var own: Pointed?

    /// Up to so many scores each has a dot of its own.
    static let mostDots = 80
    /// The height of the highest bar, with its count.
    static let barHeight = 170.0

    func description(_ phrases: Phrases) -> String {
        isDotted ? phrases.chartDotsAbout : phrases.chartBarsAbout
    }

    private var pointed: [Pointed] { [median, own].compactMap(\.self) }

    private var scale: Scale { Scale(range, and: scores + pointed.map(\.score)) }

    private var isDotted: Bool {
        scores.count <= Self.mostDots && ScoreDots(scores, scale).highest <= ScoreDots.most
    }

    func drawing(_ id: String, _ phrases: Phrases) -> Drawing {
        var drawing = Drawing()
        let scale = scale
        let ground = Ground(range, scale, phrases.locale)
        let dots = ScoreDots(scores, scale)
        let flags = Double(pointed.count) * 22
        let plot = isDotted ? max(dots.height + 8, 48) : Self.barHeight
        let bottom = flags + plot
        ground.strip(top: flags, height: plot, in: &drawing)
        if isDotted {
            dots.draw(own: own?.score, bottom: bottom, in: &drawing)
        } else {
            let bins = ScoreBins(scores, scale, range, phrases.locale)
            bins.draw(
                scale, phrases.locale, bottom: bottom, height: Self.barHeight - 24, in: &drawing)
            if let own { drawing.add(.own, .sign(.diamond, scale.across(own.score), bottom)) }
        }
        drawing.add(.axis, .line(Across(scale.start), bottom, Across(scale.end), bottom))
        for (index, one) in pointed.enumerated() {
            let base = 15 + Double(index) * 22
            one.draw(scale, base: base, bottom: bottom, in: &drawing)
        }
        if scores.isEmpty {
            let middle = (flags + bottom) / 2 + 5
            drawing.add(Label(phrases.chartNoScores, .middle, middle, .middle, .quiet))
        }
        drawing.height = bottom + 4
        ground.base(in: &drawing)
        return drawing
    }

    func table(_ phrases: Phrases) -> ChartTable {
        var table = ChartTable([
            .init(phrases.chartScores), .init(phrases.chartBodies, isRight: true),
        ])
        let bins = ScoreBins(scores, scale, range, phrases.locale)
        for bin in bins.list {
            let name = bin.isLast ? phrases.chartBinLast : phrases.chartBin
            table.add([
                .words(name(bin.figures.from, bin.figures.to)), .count(bin.count),
            ])
        }
        if unscored > 0 { table.add([.words(Phrase(phrases.chartUnscored)), .count(unscored)]) }
        return table
    }
}

extension DistributionChart.Pointed {
    /// A flag: a line up from the scale with the name and the score beside its upper end.
    fileprivate func draw(
        _ scale: Scale, base: Double, bottom: Double, in drawing: inout Drawing
    ) {
        let across = scale.across(score)
        drawing.add(.axis, .line(across, base - 10, across, bottom))
        let isRight = across.share > 0.5
        let part = isRight ? across.share : 1 - across.share
        let pixels = isRight ? -7.0 : 7.0
        drawing.add(
            Label(
                name: score.shown + " " + name.plain, Across(across.share, pixels: pixels), base,
                isRight ? .end : .start, narrow: Drawing.narrow * part - 10,
                wide: Drawing.wide * part - 10, .label))
    }
}
