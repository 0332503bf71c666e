internal import Arithmetic
internal import Locales
internal import TestSupport
internal import Testing

@testable internal import Pages

@Suite struct DistributionChartTests {
    private func bins(_ scores: [Plotted]) -> [ScoreBins.Bin] {
        let scale = Scale(ChartSamples.plain, and: scores)
        return ScoreBins(scores, scale, ChartSamples.plain, .english).list
    }

    @Test func `a score on an edge belongs to the part above it, the last one to the last`() {
        let scores = ["0", "9.999999999999999999", "10", "99.99", "100"].map(ChartSamples.number)

        let counts = bins(scores).map(\.count)

        // 9.999999999999999999 is nearer to 10 than any other double.
        #expect(counts == [1, 2, 0, 0, 0, 0, 0, 0, 0, 2])
    }

    @Test func `the parts count what exact comparing counts`() throws {
        var random = SeededGenerator.fresh(21)
        let scores = (0..<3_000).map { _ in
            let hundredths = Int.random(in: 0...10_000, using: &random)
            let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
            return ChartSamples.number("\(whole)." + (rest < 10 ? "0" : "") + "\(rest)")
        }

        for bin in bins(scores) {
            let (from, to) = (try Fixed(bin.exact[0]), try Fixed(bin.exact[1]))
            let exact = scores.count {
                $0.number >= from && (bin.isLast ? $0.number <= to : $0.number < to)
            }
            #expect(bin.count == exact, "from \(bin.exact[0]), seed \(random.seed)")
        }
    }

    @Test func `few scores have a dot each, at their own place`() {
        let scores = ["20", "50", "50", "90"].map(ChartSamples.number)

        let places = DrawnShapes(DistributionChart(range: ChartSamples.plain, scores: scores))
            .places(.mark)

        #expect(areNear(places, [0.2, 0.5, 0.5, 0.9]))
    }

    @Test func `dots do not touch on the narrowest page`() {
        let scores = ChartSamples.spread(60)
        let dots = ScoreDots(scores, Scale(ChartSamples.plain, and: scores)).dots

        for (index, one) in dots.enumerated() {
            for other in dots[(index + 1)...] where one.level == other.level {
                let gap = abs(one.place - other.place) * Drawing.narrow
                #expect(gap >= ScoreDots.radius * 2)
            }
        }
        #expect(dots.count == scores.count)
    }

    @Test func `bars are as high as their counts`() {
        let scores = ChartSamples.spread(700)
        let counts = bins(scores).map(\.count).filter { $0 > 0 }
        let most = Double(counts.max() ?? 1)

        let bars = DrawnShapes(DistributionChart(range: ChartSamples.plain, scores: scores))
            .bars([.mark])

        let highest = bars.map(\.height).max() ?? 1
        let parts = bars.map { $0.height / highest }
        #expect(parts.count == counts.count)
        for (part, count) in zip(parts, counts) {
            #expect(abs(part - Double(count) / most) * highest <= 1)
        }
    }

    @Test func `only one dot is the body's own, though others have the same score`() {
        let scores = ["50", "50", "50"].map(ChartSamples.number)
        let chart = DistributionChart(
            range: ChartSamples.plain, scores: scores, own: .init(name: "Own", score: scores[0]))

        let shapes = DrawnShapes(chart)

        #expect(shapes.places(.own).count == 1)
        #expect(shapes.places(.mark).count == 2)
    }
}
