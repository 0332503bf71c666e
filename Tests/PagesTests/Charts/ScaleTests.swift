internal import Testing

@testable internal import Pages

@Suite struct ScaleTests {
    @Test(arguments: [(0.0, 0.0), (25, 0.25), (50, 0.5), (100, 1)])
    func `a score lies at its part of the way`(score: Double, place: Double) {
        #expect(Scale(over: [0, 100]).place(score) == place)
    }

    @Test func `a scale that runs upwards has its greatest number on top`() {
        let scale = Scale(over: [0, 40], start: 200, end: 0)

        #expect(scale.place(0) == 200)
        #expect(scale.place(10) == 150)
        #expect(scale.place(40) == 0)
    }

    @Test func `a bonus beyond the range widens the scale`() {
        let bonus = ChartSamples.number("125")
        let scale = Scale(ChartSamples.plain, and: [bonus])

        #expect(scale.place(bonus) == 1)
        #expect(scale.place(100.0) == 0.8)
    }

    @Test(arguments: [
        [], [0], [7], [-3, -3], [1e18], [-1e18, 1e18], [.infinity, 0], [.nan], [1e308, -1e308],
    ])
    func `every number has a place between the ends`(numbers: [Double]) {
        let scale = Scale(over: numbers)
        for number in numbers + [0, 1, -1e18, 1e18, .nan, .infinity] {
            #expect((0...1).contains(scale.place(number)), "\(number) over \(numbers)")
        }
    }

    @Test func `one number alone lies in the middle`() {
        #expect(Scale(over: [7]).place(7) == 0.5)
        #expect(Scale(over: [1e18]).place(1e18) == 0.5)
    }
}
