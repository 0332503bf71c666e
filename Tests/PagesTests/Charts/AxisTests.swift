internal import Arithmetic
internal import Locales
internal import TestSupport
internal import Testing

@testable internal import Pages

@Suite struct AxisTests {
    private func room(_ number: Axis.Number) -> ClosedRange<Double> {
        let width = Lettering.width(number.text, size: Label.small)
        let middle = number.place * Drawing.narrow
        return switch number.anchor {
        case .start: middle...middle + width
        case .middle: middle - width / 2...middle + width / 2
        case .end: middle - width...middle
        }
    }

    @Test func `the ends and the edges of bands are named`() {
        let axis = Axis(
            Scale(ChartSamples.banded, and: []), ChartSamples.banded, .english)

        #expect(axis.numbers.map(\.text) == ["0", "40", "60", "80", "100"])
        #expect(axis.numbers.map(\.place) == [0, 0.4, 0.6, 0.8, 1])
    }

    @Test func `without bands the numbers are round and written in the language`() {
        let range = PlotRange(ChartSamples.number("0"), ChartSamples.number("1"))

        let axis = Axis(Scale(range, and: []), range, .french)

        #expect(axis.numbers.map(\.text) == ["0", "0,2", "0,4", "0,6", "0,8", "1"])
    }

    @Test func `no two numbers meet on the narrowest page and none leaves it`() {
        var random = SeededGenerator.fresh(5)
        for _ in 0..<500 {
            let range = randomRange(&random)
            let numbers = Axis(Scale(range, and: []), range, .russian).numbers
            for (left, right) in zip(numbers, numbers.dropFirst()) {
                #expect(room(left).upperBound < room(right).lowerBound, "seed \(random.seed)")
            }
            for number in numbers {
                #expect(room(number).lowerBound >= -0.001, "seed \(random.seed)")
                #expect(room(number).upperBound <= Drawing.narrow + 0.001)
            }
        }
    }

    @Test func `no two names of bands meet on the narrowest page`() {
        var random = SeededGenerator.fresh(6)
        for _ in 0..<500 {
            let range = randomRange(&random)
            let bands = BandLabels.placed(range, Scale(range, and: []))
            let rooms = bands.map { band in
                let width = Lettering.width(band.title, size: Label.small)
                let left = (band.isRight ? band.end : band.start) * Drawing.narrow
                return (lane: band.lane, left: band.isRight ? left - width : left, width: width)
            }
            for (index, one) in rooms.enumerated() {
                for other in rooms[(index + 1)...] where one.lane == other.lane {
                    let isApart =
                        one.left + one.width <= other.left || other.left + other.width <= one.left
                    #expect(isApart, "seed \(random.seed)")
                }
            }
        }
    }

    private func randomRange(_ random: inout SeededGenerator) -> PlotRange {
        let top = Int.random(in: 1...1_000_000, using: &random)
        let edges = (0..<Int.random(in: 0...9, using: &random)).map { _ in
            Int.random(in: 0...top, using: &random)
        }
        let sorted = Set(edges).sorted().map { ChartSamples.number(String($0)) }
        var bands: [PlotRange.Band] = []
        for (index, edge) in sorted.enumerated() {
            let name = ChartSamples.names[index].prefix(Int.random(in: 1...40, using: &random))
            let next = index + 1 < sorted.count ? sorted[index + 1] : nil
            bands.append(.init(title: .init(String(name)), from: edge, below: next))
        }
        return PlotRange(
            ChartSamples.number("0"), ChartSamples.number(String(top)), bands: bands)
    }
}
