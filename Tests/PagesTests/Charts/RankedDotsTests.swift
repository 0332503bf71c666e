internal import Locales
internal import Testing

@testable internal import Pages

@Suite struct RankedDotsTests {
    private func chart(_ scores: [String], _ range: PlotRange = ChartSamples.plain) -> RankedDots {
        RankedDots(
            range: range,
            rows: scores.map { .init(name: Phrase("B" + $0), score: ChartSamples.number($0)) })
    }

    @Test func `a score of 50 on 0 to 100 lies in the middle`() {
        #expect(DrawnShapes(chart(["50"])).places(.mark) == [0.5])
    }

    @Test func `dots lie at their part of the scale, in the order of the rows`() {
        let shapes = DrawnShapes(chart(["100", "92.5", "40", "0"]))

        #expect(areNear(shapes.places(.mark), [1, 0.925, 0.4, 0]))
    }

    @Test func `a negative score and a bonus keep their distances`() {
        // The scale reaches from -50 to 150 then: 200 points over the whole width.
        let shapes = DrawnShapes(chart(["150", "100", "0", "-50"]))

        #expect(areNear(shapes.places(.mark), [1, 0.75, 0.25, 0]))
    }

    @Test func `a whisker reaches from the lower to the upper bound`() {
        var row = RankedDots.Row(name: "B", score: ChartSamples.number("60"))
        row.bounds = (ChartSamples.number("20"), ChartSamples.number("90"))

        let lines = DrawnShapes(RankedDots(range: ChartSamples.plain, rows: [row])).lines(.whisker)

        let level = lines.filter { $0.top == $0.bottom && $0.from > 0 }
        #expect(areNear(level.map(\.from), [0.2]))
        #expect(areNear(level.map(\.to), [0.9]))
    }

    @Test func `a bar reaches from the lower to the upper end of an interval`() {
        var row = RankedDots.Row(name: "B", score: ChartSamples.number("60"))
        row.interval = (ChartSamples.number("30"), ChartSamples.number("75"))

        let chart = RankedDots(range: ChartSamples.plain, rows: [row])

        // The first bar is the interval, the second its sign in the key.
        let bars = DrawnShapes(chart).bars([.muted])
        #expect(areNear(bars.prefix(1).map(\.start), [0.3]))
        #expect(areNear(bars.prefix(1).map(\.end), [0.75]))
    }

    @Test func `the body at hand has another shape`() {
        var row = RankedDots.Row(name: "B", score: ChartSamples.number("60"))
        row.isOwn = true

        let marks = DrawnShapes(RankedDots(range: ChartSamples.plain, rows: [row])).marks

        let own = marks.filter { $0.look == .own }
        #expect(own.allSatisfy { if case .sign(.diamond, _, _) = $0.form { true } else { false } })
        #expect(!own.isEmpty)
        #expect(marks.allSatisfy { $0.look != .mark })
    }

    @Test func `the ground is the bands, without a gap`() {
        let shapes = DrawnShapes(chart(["50"], ChartSamples.banded))

        let bands = shapes.bars([.bandA, .bandB])

        #expect(areNear(bands.map(\.start), [0, 0.4, 0.6, 0.8]))
        #expect(areNear(bands.map(\.end), [0.4, 0.6, 0.8, 1]))
    }

    @Test func `ten thousand bodies are ten thousand dots`() {
        let rows = (0..<10_000).map {
            RankedDots.Row(
                name: Phrase("Body " + String($0)), score: ChartSamples.number(String($0 % 101)))
        }

        let shapes = DrawnShapes(RankedDots(range: ChartSamples.plain, rows: rows))

        #expect(shapes.places(.mark).count == 10_000)
    }

    @Test func `the table has a row for each body, with and without a score`() throws {
        let chart = try #require(ChartSamples.ranked.first { $0.0 == "ranked" }?.1)

        #expect(chart.table(Phrases(.english)).rows.count == chart.rows.count)
    }
}
