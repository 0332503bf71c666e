internal import Locales

/// How scores are spread over their scale, and where one of them and the median lie.
struct DistributionChart: Chart, Sendable {
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
    /// The height of what is between the names of the bands and the numbers of the scale.
    static let plotHeight = 170.0

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
        let flags = Double(pointed.count) * 22
        let bottom = ground.top + flags + Self.plotHeight
        ground.draw(height: flags + Self.plotHeight, isLong: false, in: &drawing)
        if isDotted {
            let dots = ScoreDots(scores, scale)
            dots.draw(own: own?.score, bottom: bottom, in: &drawing)
        } else {
            let bins = ScoreBins(scores, scale, range, phrases.locale)
            bins.draw(
                scale, phrases.locale, bottom: bottom, height: Self.plotHeight - 24, in: &drawing)
            if let own { drawing.add(.own, .sign(.diamond, scale.across(own.score), bottom)) }
        }
        drawing.add(.axis, .line(Across(scale.start), bottom, Across(scale.end), bottom))
        for (index, one) in pointed.enumerated() {
            let base = ground.top + 17 + Double(index) * 22
            one.draw(scale, base: base, bottom: bottom, in: &drawing)
        }
        if scores.isEmpty {
            let middle = ground.top + Self.plotHeight / 2
            drawing.add(Label(phrases.chartNoScores, .middle, middle, .middle, .quiet))
        }
        drawing.height = bottom + 10
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
        let room = Drawing.narrow * (isRight ? across.share : 1 - across.share) - 14
        let number = Lettering.width(" " + score.shown, size: Label.small)
        let name = Lettering.fitted(name.plain, within: room - number, size: Label.small)
        drawing.add(
            Label(
                name + " " + score.shown, Across(across.share, pixels: isRight ? -6 : 6), base,
                isRight ? .end : .start, size: Label.small, .halo))
    }
}
