import Commands
import Foundation
import TestSupport
import Testing

/// Paths of a small fictional state, by an edition with bands and one with stages.
@Suite struct ImproveTests {
    private static func answer(
        _ body: String? = nil, to target: String? = nil, node: String? = nil, by: String? = nil,
        budget: String? = nil, isMost: Bool = false, hasFrontier: Bool = false,
        edition: String? = nil, period: String? = nil, language: String? = nil,
        threads: Int? = nil, format: Format? = nil, folder: String? = nil
    ) -> Answer {
        Improve.answer(
            Improve.Request(
                Workspace.Request(
                    folder: folder ?? Project.fixture("improving"), edition: edition,
                    period: period, language: language, threads: threads),
                body: body, target: target, node: node, by: by, budget: budget, isMost: isMost,
                hasFrontier: hasFrontier, to: Destination(format: format)), .none)
    }

    /// The edition is the one that has the band or the stage.
    @Test func `the cheapest way of a body to a band is told with its proof`() {
        expectGolden(Self.answer("water", to: "good").transcript, "improve-band.txt")
    }

    @Test func `the cheapest way of a body to a stage is told with its proof`() {
        expectGolden(Self.answer("health", to: "professional").transcript, "improve-stage.txt")
    }

    @Test func `the cheapest way of the whole apparatus is told with its proof`() {
        expectGolden(Self.answer(to: "professional").transcript, "improve-apparatus.txt")
    }

    @Test func `of a large apparatus the path alone is told, unless the curve is asked for`() throws
    {
        try Project.inCopy(of: Project.fixture("improving")) { folder in
            let more = (0..<2_500).map { "more\($0),ministry,,,,,\n" }.joined()
            try Project.change(folder + "/bodies.csv") { $0 + more }

            let brief = Self.answer(to: "professional", folder: folder).output.text
            #expect(brief.contains("nothing more was looked for; --frontier also tells"))
            #expect(!brief.contains("Cost against result"))
            let json = Self.answer(to: "professional", format: .json, folder: folder).output.text
            #expect(json.contains("\"frontier\": null"))
            #expect(json.contains("\"margins\": null"))
            let whole = Self.answer(to: "professional", hasFrontier: true, folder: folder)
            #expect(!whole.output.text.contains("nothing more was looked for"))
            #expect(whole.output.text.contains("Cost against result"))
        }
    }

    @Test func `a node that is not there is told, whatever the edition has`() {
        let refused = Self.answer("health", node: "nonsense", edition: "ladder").transcript
        #expect(refused.contains("nonsense"))
        #expect(!refused.contains("has no bands"))
    }

    @Test func `a score is reached within a budget and by a day`() {
        expectGolden(
            Self.answer("water", to: "69", by: "2026-12-31", budget: "200").transcript,
            "improve-score.txt")
    }

    @Test func `a budget alone brings the best score, or the most staff`() {
        expectGolden(
            [Self.answer("water", budget: "60"), Self.answer(budget: "300")]
                .map(\.transcript).joined(separator: "\n"), "improve-budget.txt")
    }

    @Test func `without a target it is the next band, or the next stage`() {
        for (asked, next) in [
            (Self.answer("water"), Self.answer("water", to: "good")),
            (Self.answer(), Self.answer(to: "professional")),
            (
                Self.answer("health", edition: "ladder"),
                Self.answer("health", to: "professional", edition: "ladder")
            ),
        ] {
            #expect(asked.output.text == next.output.text)
        }
    }

    @Test func `the most for a budget goes as far towards a stage as it can`() {
        let text = Self.answer("health", to: "professional", budget: "150", isMost: true)
            .output.text
        #expect(text.contains("1 measure for 120\u{A0}MTN"))
        #expect(text.contains("nothing better can be had for the budget"))
    }

    @Test func `a budget of nothing takes what costs nothing`() {
        let text = Self.answer("health", budget: "0").output.text
        #expect(text.contains("1 measure for 0\u{A0}MTN"))
        #expect(text.contains("publish"))
    }

    @Test func `where it is so already, it is said`() {
        let answer = Self.answer("roads", to: "good")
        #expect(answer.status == .done)
        #expect(answer.output.text.contains("already"))
    }

    @Test func `what cannot be had says what is lacking`() {
        let answers = [
            Self.answer("water", to: "good", by: "2025-05-31"),
            Self.answer("water", to: "good", budget: "100"), Self.answer("water", to: "99"),
            Self.answer("water", to: "strategic"), Self.answer(to: "innovative"),
        ]
        expectGolden(
            answers.map(\.transcript).joined(separator: "\n"), "improve-impossible.txt")
    }

    @Test func `the whole curve is told where it is asked for`() {
        expectGolden(
            Self.answer("water", budget: "1000", hasFrontier: true).transcript,
            "improve-frontier.txt")
    }

    @Test(arguments: ["ru", "kk"])
    func `findings speak another language`(language: String) {
        expectGolden(
            Self.answer("water", to: "good", language: language).transcript,
            "improve-\(language).txt")
    }

    @Test func `JSON holds everything`() {
        expectGolden(
            Self.answer("water", to: "good", format: .json).transcript, "improve.json.txt")
    }

    @Test func `CSV holds the plan, which the workspace takes back`() throws {
        let csv = Self.answer("water", to: "good", format: .csv).output.text
        expectGolden(csv, "improve.csv.txt")
        try Project.inCopy(of: Project.fixture("improving")) { copy in
            try Project.add(plan: csv, to: copy)
            let check = Check.answer(Check.Request(copy), .none)
            #expect(check.status == .done, "\(check.messages.text)")
        }
    }

    /// What is promised is what comes of it.
    @Test(arguments: [
        ("water", "good", "total", "scores"), ("water", "75", "total", "scores"),
        ("health", "professional", "A-P", "ladder"),
    ])
    func `what-if of a path comes to what the path promises`(
        body: String, target: String, node: String, edition: String
    ) throws {
        let path = Self.answer(body, to: target, edition: edition)
        let next = try #require(
            path.output.text.split(separator: "\n").last { $0.hasPrefix("Next: ") })
        let ids = try #require(next.split(separator: " --measures ").last)
            .split(separator: " ")[0].split(separator: ",").map(String.init)
        let whatIf = Suppose.answer(
            Suppose.Request(
                Workspace.Request(folder: Project.fixture("improving"), edition: edition),
                measures: ids), .none
        ).output.text
        let promised = try #require(
            path.output.text.split(separator: "\n").first { $0.contains("(\(node))") })
        #expect(whatIf.contains(promised))
    }

    @Test(arguments: [1, 2, 8])
    func `the number of threads changes nothing`(threads: Int) {
        #expect(
            Self.answer(to: "professional", threads: threads, format: .json).output.text
                == Self.answer(to: "professional", format: .json).output.text)
    }

    @Test func `rows in another order make the same path`() throws {
        try Project.inCopy(of: Project.fixture("improving")) { copy in
            try Project.change(copy + "/inputs.csv") { text in
                let lines = text.split(separator: "\n")
                return ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n") + "\n"
            }
            #expect(
                Self.answer("water", to: "good", format: .csv, folder: copy).output.text
                    == Self.answer("water", to: "good", format: .csv).output.text)
        }
    }

    @Test func `a table of measures without rows is named`() throws {
        try Project.inCopy(of: Project.fixture("improving")) { copy in
            try Project.change(copy + "/measures.csv") { text in text.prefix { $0 != "\n" } + "\n" }
            let answers = [
                Self.answer("water", folder: copy),
                Suppose.answer(
                    Suppose.Request(Workspace.Request(folder: copy), measures: ["talks"]), .none),
            ]
            for answer in answers {
                #expect(answer.status == .wrongInput)
                #expect(
                    answer.messages.text.hasPrefix(
                        "error: the table of measures \"measures.csv\" has no rows — help: "),
                    "\(answer.transcript)")
            }
        }
    }

    @Test func `what cannot be asked says how to ask`() {
        let answers = [
            Self.answer("water", to: "excellent"), Self.answer("waters", to: "good"),
            Self.answer("water", to: "good", budget: "-5"),
            Self.answer("water", to: "good", budget: "1,000"),
            Self.answer("water", to: "good", by: "2024-12-31"),
            Self.answer("water", to: "good", by: "soon"), Self.answer("clinics", to: "good"),
            Self.answer("state", to: "professional"), Self.answer(to: "good"),
            Self.answer("water", to: "professional", node: "A-P"),
            Self.answer("water", to: "good", node: "people"),
            Self.answer("water", to: "good", node: "peoples"),
            Improve.answer(Improve.Request(Project.workspace("teaching"), body: "rivers"), .none),
        ]
        expectGolden(answers.map(\.transcript).joined(separator: "\n"), "improve-refused.txt")
    }
}
