import AssessmentSupport
import Scoring
import Testing

/// What the patterns of `docs/language.md` come to.
@Suite struct PatternTests {
    private static let page = Page("language.md")

    /// What a pattern yields in its last period, from rows as in `2024,60`.
    private func result(
        _ pattern: String, _ node: String, _ heading: String, _ rows: String...
    ) throws -> String {
        let block = try #require(Self.page.blocks("yaml pattern \(pattern)").first)
        let inputs = rows.map { "a,\($0)\n" }.joined()
        let made = try Workbench.assess(
            Workbench.edition(block.text),
            [
                "bodies": "id,kind\na,ministry\n", "inputs": "body,period,\(heading)\n\(inputs)",
            ])
        let last = try #require(rows.last?.split(separator: ",").first)
        return try made.result(node, "a", String(last))
    }

    @Test func `every pattern is looked at here`() {
        let names = Self.page.blocks.map(\.info).filter { $0.hasPrefix("yaml pattern ") }

        #expect(
            names.map { $0.dropFirst(13) }
                == ["cumulative", "independent", "trend", "periods"])
    }

    @Test(arguments: [
        ("true,true,true,true", "90"), ("true,true,true,false", "70"),
        ("true,true,false,true", "50"), ("true,false,true,true", "30"),
        ("false,true,true,true", "10"),
    ])
    func `a phase counts when all before it are there`(phases: String, expected: String) throws {
        let heading = "plan,do,check,act"

        #expect(try result("cumulative", "process", heading, "2024,\(phases)") == expected)
    }

    @Test func `phases by themselves are averaged`() throws {
        // (80 + 60 + 40 + 0) / 4.
        #expect(
            try result("independent", "process", "plan,do,check,act", "2024,80,60,40,0") == "45")
    }

    @Test(arguments: [
        (["60", "70", "80"], "100"), (["70", "60", "80"], "70"), (["60", "80", "80"], "40"),
        (["60", "80", "70"], "0"),
    ])
    func `what counts is whether a figure rose, and for how long`(
        figures: [String], expected: String
    ) throws {
        #expect(
            try result(
                "trend", "trend", "answered", "2022,\(figures[0])", "2023,\(figures[1])",
                "2024,\(figures[2])") == expected)
    }

    @Test func `a trend without the years it needs is missing, unless they decide nothing`() throws
    {
        #expect(try result("trend", "trend", "answered", "2024,60") == "missing")
        #expect(try result("trend", "trend", "answered", "2023,50", "2024,60") == "missing")
        #expect(try result("trend", "trend", "answered", "2023,70", "2024,60") == "0")
    }

    /// PEFA 2016, PI-1: 95–105 % in two of three years is A, 90–110 % B, 85–115 % C, else D.
    @Test(arguments: [
        (["96", "104", "140"], "3"), (["95", "70", "105"], "3"), (["92", "108", "100"], "2"),
        (["94.9", "106", "85"], "2"), (["86", "114", "200"], "1"), (["84", "100", "116"], "0"),
    ])
    func `two of three years decide`(figures: [String], expected: String) throws {
        #expect(
            try result(
                "periods", "reliability", "outturn", "2022,\(figures[0])", "2023,\(figures[1])",
                "2024,\(figures[2])") == expected)
    }
}
