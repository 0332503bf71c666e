internal import Testing

@testable internal import Pages

/// Where labels of a frontier stand.
@Suite struct FrontierPlacesTests {
    private static let left = FrontierPlaces.Place(across: .left, base: 100, anchor: .start)
    private static let right = FrontierPlaces.Place(across: .right, base: 100, anchor: .end)

    private static func line(_ left: Double, _ right: Double, at height: Double)
        -> FrontierPlaces.Line
    {
        FrontierPlaces.Line(left: left, right: right, top: height, bottom: height)
    }

    private static func best(
        _ lines: [FrontierPlaces.Line], behind: [Double] = []
    ) -> FrontierPlaces.Place {
        FrontierPlaces(lines: lines, behind: behind).best(of: [left, right], width: 80)
    }

    @Test func `the first place is taken where nothing is drawn`() {
        #expect(Self.best([]) == Self.left)
        // Well above and beneath the letters.
        #expect(Self.best([Self.line(0, 1, at: 80), Self.line(0, 1, at: 110)]) == Self.left)
    }

    @Test func `a place that a line runs through is left free`() {
        #expect(Self.best([Self.line(0, 0.3, at: 95)]) == Self.right)
        let upright = FrontierPlaces.Line(left: 0.1, right: 0.1, top: 0, bottom: 200)
        #expect(Self.best([upright]) == Self.right)
    }

    @Test func `where every place is crossed the first is taken`() {
        #expect(Self.best([Self.line(0, 1, at: 95)]) == Self.left)
    }

    @Test func `lines behind count for less than lines of the steps`() {
        let low = FrontierPlaces.Place(across: .left, base: 120, anchor: .start)
        let behind = FrontierPlaces(lines: [], behind: [95])
        #expect(behind.best(of: [Self.left, low], width: 80) == low)
        let both = FrontierPlaces(lines: [Self.line(0, 1, at: 115)], behind: [95])
        #expect(both.best(of: [Self.left, low], width: 80) == Self.left)
    }
}
