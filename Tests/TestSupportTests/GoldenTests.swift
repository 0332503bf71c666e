import Testing

@testable import TestSupport

@Suite struct GoldenTests {
    @Test func `the first line that differs is named with both texts`() {
        #expect(firstDifference("a\nb\n", "a\nc\n") == "line 2: expected \"b\", got \"c\"")
        #expect(firstDifference("a", "a\nb") == "line 2: expected the end, got \"b\"")
        #expect(firstDifference("a", "a") == "nothing")
    }

    @Test func `a text that differs from its golden file, and one without, are problems`() {
        #expect(
            goldenProblem("b\n", "x.txt", "a\n")
                == "x.txt differs from the golden file in line 1: expected \"a\", got \"b\"")
        #expect(
            goldenProblem("b\n", "x.txt", nil)
                == "there is no golden file x.txt; RECORD=1 writes it")
        #expect(goldenProblem("a\n", "x.txt", "a\n") == nil)
    }

    @Test func `a golden file stands in the folder beside the test`() {
        expectGolden("a text\n", "sample.txt")
    }
}
