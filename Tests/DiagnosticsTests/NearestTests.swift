internal import Diagnostics
internal import Testing

@Suite struct NearestTests {
    static let keys = ["indicator", "weight", "weights", "title", "unit", "basis", "from", "to"]

    @Test(arguments: [
        ("indikator", "indicator"), ("Weight", "weight"), ("wieght", "weight"),
        ("weigths", "weights"), ("titel", "title"), ("unti", "unit"), ("bases", "basis"),
        ("form", "from"), ("ot", "to"), ("too", "to"), ("indicatr", "indicator"),
    ])
    func `a letter changed, added, left out or swapped finds the word`(
        typed: String, expected: String
    ) {
        #expect(Nearest.word(to: typed, among: Self.keys) == expected)
    }

    @Test(arguments: ["", "x", "zz", "score", "aggregate", "inducement", "тест"])
    func `a word far from all finds nothing`(typed: String) {
        #expect(Nearest.word(to: typed, among: Self.keys) == nil)
    }

    @Test func `letters of any script are compared`() {
        #expect(Nearest.word(to: "қызымет", among: ["қызмет", "жұмыс"]) == "қызмет")
        #expect(Nearest.word(to: "ҚЫЗМЕТ", among: ["қызмет"]) == "қызмет")
    }

    @Test func `of equally near words the first is offered, and a nearer one before it`() {
        #expect(Nearest.word(to: "cat", among: ["car", "can"]) == "car")
        #expect(Nearest.word(to: "cat", among: ["car", "cat"]) == "cat")
        #expect(Nearest.word(to: "cat", among: [String]()) == nil)
        #expect(Nearest.word(to: "a", among: ["b", "", "A"]) == "A")
    }

    @Test func `words without end cost no more than their first hundred letters`() {
        let long = String(repeating: "a", count: 1_000_000)

        #expect(Nearest.word(to: long, among: [long + "b"]) == long + "b")
    }
}
