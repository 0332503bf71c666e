internal import Locales
internal import Testing

@testable internal import Pages

@Suite struct TargetActualTests {
    private func shapes(
        _ actual: String?, _ target: String?, _ range: PlotRange? = nil
    ) -> DrawnShapes {
        DrawnShapes(
            TargetActual(rows: [
                .init(
                    name: "Row", actual: actual.map(ChartSamples.number),
                    target: target.map(ChartSamples.number), verdict: .open, word: "open",
                    range: range)
            ]))
    }

    @Test func `bar and mark lie at their parts of the scale`() {
        let shapes = shapes("60", "80", ChartSamples.plain)

        #expect(areNear(shapes.bars([.mark]).map(\.end), [0.6]))
        #expect(areNear(shapes.places(.own).filter { $0 > 0 }, [0.8]))
    }

    @Test func `without a scale the greater of both is nearly the whole width`() {
        let shapes = shapes("50", "100")

        #expect(areNear(shapes.bars([.mark]).map(\.end), [0.475]))
        #expect(areNear(shapes.places(.own).filter { $0 > 0 }, [0.95]))
    }

    @Test func `a negative number runs to the left of zero`() {
        // From -4 to 1 over 0.95 of the width: zero lies at four fifths of it.
        let bars = shapes("-4", "1").bars([.mark])

        #expect(areNear(bars.map(\.start), [0]))
        #expect(areNear(bars.map(\.end), [0.76]))
    }

    @Test func `what is not known has neither bar nor mark`() {
        let shapes = shapes(nil, nil)

        #expect(shapes.bars([.mark]).isEmpty)
        #expect(shapes.places(.own).filter { $0 > 0 }.isEmpty)
    }
}
