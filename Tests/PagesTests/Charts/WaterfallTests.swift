internal import Locales
internal import Testing

@testable internal import Pages

@Suite struct WaterfallTests {
    private let bars: Set<Mark.Look> = [.mark, .loss, .gain, .outline]

    private func chart(_ start: String, _ changes: [String], _ end: String) -> Waterfall {
        Waterfall(
            start: .init(name: "Maximum", points: ChartSamples.number(start)),
            steps: changes.map { .init(name: "Cause", change: ChartSamples.number($0)) },
            end: .init(name: "Score", points: ChartSamples.number(end)))
    }

    @Test func `bars are as long as their points and follow one another`() throws {
        let shapes = DrawnShapes(chart("100", ["-20", "-30", "5"], "55"))

        let drawn = shapes.bars(bars)

        let whole = try #require(drawn.first)
        let unit = (whole.end - whole.start) / 100
        #expect(whole.start == 0)
        #expect(areNear(drawn.map { ($0.end - $0.start) / unit }, [100, 20, 30, 5, 55]))
        #expect(areNear(drawn.map { $0.start / unit }, [0, 80, 50, 50, 0]))
    }

    @Test func `a score below zero is drawn to the left of it`() throws {
        // From -15 to 10, 25 points; the maximum begins at zero and the score ends there.
        let drawn = DrawnShapes(chart("10", ["-25"], "-15")).bars(bars)

        try #require(drawn.count == 3)
        let unit = (drawn[1].end - drawn[1].start) / 25
        #expect(areNear(drawn.map { ($0.start - drawn[1].start) / unit }, [15, 0, 0]))
        #expect(areNear(drawn.map { ($0.end - drawn[1].start) / unit }, [25, 25, 15]))
    }

    @Test func `of too many steps the smallest stand together, and nothing is lost`() {
        // 60 steps of 1 to 60 points: 39 keep their own, the 21 smallest come to 231.
        let full = chart("2000", (1...60).map { "-\($0)" }, "170")

        let drawn = full.limited { small in
            let sum = small.reduce(0) { $0 + (Int(full.steps[$1].change.exact) ?? 0) }
            return .init(name: "Rest", change: ChartSamples.number("\(sum)"))
        }

        #expect(drawn.steps.count == Waterfall.mostSteps)
        #expect(drawn.steps.map(\.change.exact) == (22...60).map { "-\($0)" } + ["-231"])
        #expect(chart("10", ["-4"], "6").limited { _ in nil }.steps.count == 1)
    }

    @Test func `the smallest loss is still to be seen`() {
        let marks = DrawnShapes(chart("100", ["-0.001"], "99.999")).marks

        let tiny = marks.first { $0.look == .loss }

        guard case .bar(_, .pixels(let width), _, _) = tiny?.form else {
            Issue.record("a loss without a bar")
            return
        }
        #expect(width == 2)
    }

    @Test func `points lost because something is missing are hatched`() {
        var open = chart("10", ["-4"], "6").steps[0]
        open.isOpen = true
        let chart = Waterfall(
            start: .init(name: "Maximum", points: ChartSamples.number("10")), steps: [open],
            end: .init(name: "Score", points: ChartSamples.number("6")))

        let marks = DrawnShapes(chart).marks

        #expect(marks.allSatisfy { $0.look != .loss })
        #expect(marks.contains { if case .hatched = $0.form { true } else { false } })
    }

    @Test func `a gain has a plus sign beside its bar`() {
        let labels = DrawnShapes(chart("100", ["2.5"], "102.5")).labels

        #expect(labels.contains { $0.text == "+2.5" })
    }
}
