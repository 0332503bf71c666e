import Diagnostics
import Testing

@Suite struct NearestTests {
    @Test(arguments: [
        ("wieght", "weight"), ("Weigth", "weight"), ("scor", "score"), ("agregate", "aggregate"),
        ("knot", "knots"), ("in_tme", "in_time"),
    ]) func `a mistyped word finds the one it stood for`(typed: String, meant: String) {
        let known = ["weight", "score", "aggregate", "knots", "in_time", "value"]

        #expect(Nearest.word(to: typed, among: known) == meant)
    }

    @Test func `a word unlike all others finds none`() {
        #expect(Nearest.word(to: "colour", among: ["weight", "score", "value"]) == nil)
        #expect(Nearest.word(to: "x", among: [String]()) == nil)
    }

    @Test func `of several equally near the first is taken`() {
        #expect(Nearest.word(to: "bat", among: ["cat", "hat"]) == "cat")
    }

    @Test func `endless words cost nothing`() {
        let long = String(repeating: "a", count: 1_000_000)

        #expect(Nearest.word(to: long, among: ["weight"]) == nil)
    }
}
