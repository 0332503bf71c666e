internal import Locales
internal import Testing

@testable internal import Pages

@Suite struct TrendTests {
    private func chart(_ scores: [String?], breaks: Set<Int> = []) -> Trend {
        Trend(
            upright: .numbers(ChartSamples.plain),
            periods: scores.indices.map { Phrase(String(2000 + $0)) },
            lines: [.init(name: "Total", points: scores.map { $0.map(ChartSamples.number) })],
            breaks: breaks)
    }

    private func heights(_ chart: Trend) -> [Double] {
        DrawnShapes(chart).marks.compactMap { mark in
            guard mark.look == .mark, case .dot(_, let height, _) = mark.form else { return nil }
            return height
        }
    }

    @Test func `scores lie at their part of the height`() {
        let heights = heights(chart(["0", "25", "50", "100"]))

        let (bottom, top) = (heights[0], heights[3])
        #expect(areNear(heights.map { (bottom - $0) / (bottom - top) }, [0, 0.25, 0.5, 1]))
        #expect(bottom - top == Trend.plotHeight)
    }

    @Test func `periods are equally far from one another`() {
        let places = DrawnShapes(chart(["1", "2", "3", "4"])).places(.mark)

        let steps = zip(places, places.dropFirst()).map { $1 - $0 }
        #expect(areNear(steps, [steps[0], steps[0], steps[0]]))
    }

    @Test func `no line crosses a period without a score`() {
        let shapes = DrawnShapes(chart(["1", nil, "3", "4"]))

        #expect(shapes.lines(.line).count == 1)
        #expect(shapes.places(.mark).count == 3)
    }

    @Test func `no line crosses a change of the rules`() {
        #expect(DrawnShapes(chart(["1", "2", "3"])).lines(.line).count == 2)
        #expect(DrawnShapes(chart(["1", "2", "3"], breaks: [2])).lines(.line).count == 1)
    }

    @Test func `grades lie on equal steps`() {
        let grades: [Phrase] = ["Low", "Middle", "High"]
        let chart = Trend(
            upright: .grades(grades), periods: ["1", "2", "3"],
            lines: [
                .init(
                    name: "Stage",
                    points: (0..<3).map { Plotted(grade: $0, exact: "g", shown: "G") })
            ])

        let heights = heights(chart)

        #expect(areNear([heights[0] - heights[1]], [heights[1] - heights[2]]))
        #expect(heights[0] > heights[1])
    }

    @Test func `no score covers the name of a band on a narrow page`() {
        let chart = Trend(
            upright: .numbers(ChartSamples.banded), periods: ["2024", "2025"],
            lines: [
                .init(name: "Total", points: ["70", "60"].map { ChartSamples.number($0) })
            ], breaks: [])
        let shapes = DrawnShapes(chart)
        // Letters are about nine tenths as wide as they are guessed to be.
        func width(_ text: String) -> Double { Lettering.width(text, size: Label.small) * 0.9 }

        let names = shapes.labels.filter { $0.across.share == 0 && $0.anchor == .start }
        let first = shapes.places(.mark)[0] * Drawing.narrow - width("70") / 2

        #expect(!names.isEmpty)
        #expect(names.allSatisfy { 4 + width($0.text) < first })
    }

    @Test func `the last period has its name however many there are`() {
        let chart = chart((0..<60).map { String($0) })

        #expect(DrawnShapes(chart).labels.contains { $0.text == "2059" && !$0.isForWide })
    }
}
