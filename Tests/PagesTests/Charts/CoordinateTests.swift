internal import Testing

@testable internal import Pages

@Suite struct CoordinateTests {
    @Test(arguments: [
        (0.0, "0"), (-0.0, "0"), (12.5, "12.5"), (33.333333, "33.33"), (66.666666, "66.67"),
        (0.004, "0"), (-0.005, "-0.01"), (-3.1, "-3.1"), (100, "100"), (0.07, "0.07"),
        (1e18, "1000000"), (-Double.infinity, "-1000000"), (Double.nan, "0"),
    ])
    func `a place has at most two digits after the point`(number: Double, text: String) {
        #expect(Coordinate.text(number) == text)
    }

    @Test func `a place along the width is a share, moved by pixels`() {
        #expect(Across(0.5).x == "50%")
        #expect(Across(0.5).shift == nil)
        #expect(Across(1, pixels: -8).shift == "translate(-8 0)")
        #expect(Across.pixels(32).x == "32")
        #expect(Across.pixels(32).shift == nil)
    }
}
