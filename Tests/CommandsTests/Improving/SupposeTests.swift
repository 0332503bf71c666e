import Commands
import Foundation
import TestSupport
import Testing

/// What becomes of the bodies of a small fictional state if some values were others.
@Suite struct SupposeTests {
    private static func answer(
        _ changes: [String] = [], measures: [String] = [], edition: String? = nil,
        period: String? = nil, language: String? = nil, explained: String? = nil,
        threads: Int? = nil, format: Format? = nil
    ) -> Answer {
        Suppose.answer(
            Suppose.Request(
                Workspace.Request(
                    folder: Project.fixture("improving"), edition: edition, period: period,
                    language: language, threads: threads),
                changes: changes, measures: measures, explained: explained,
                to: Destination(format: format)), .none)
    }

    @Test func `a value of one body moves it and those it passes`() {
        expectGolden(Self.answer(["water:merit+=20"]).transcript, "what-if-value.txt")
    }

    @Test func `measures and values of everybody are told together`() {
        expectGolden(
            Self.answer(["all:files=90", "health:published=true"], measures: ["panels-all"])
                .transcript, "what-if-all.txt")
    }

    @Test func `an edition with stages has verdicts before and after`() {
        expectGolden(
            Self.answer(measures: ["open-entry"], edition: "ladder").transcript,
            "what-if-stages.txt")
    }

    @Test func `the value of a leaf can be supposed, and it is explained like any other`() {
        expectGolden(
            Self.answer(["water:entry=75"], explained: "water:entry").transcript,
            "what-if-leaf.txt")
    }

    @Test(arguments: ["ru", "kk"])
    func `titles are those of another language`(language: String) {
        expectGolden(
            Self.answer(["health:files=90"], language: language).transcript,
            "what-if-\(language).txt")
    }

    @Test func `CSV has a row for each outcome that is another`() {
        expectGolden(Self.answer(["water:merit+=20"], format: .csv).transcript, "what-if.csv.txt")
    }

    @Test func `JSON holds everything`() {
        expectGolden(
            Self.answer(["water:merit+=20"], measures: ["talks"], format: .json).transcript,
            "what-if.json.txt")
    }

    @Test func `what is the same already moves nobody`() {
        let text = Self.answer(["water:merit=66"]).output.text
        #expect(text.contains("Every value is already what it would become"))
        #expect(text.contains("Nobody else is moved"))
    }

    @Test func `a leaf keeps the value it has where its input becomes another`() {
        let text = Self.answer(["water:merit=20", "water:entry=66"]).output.text
        #expect(text.contains("Entry on merit (entry)"))
        #expect(text.contains("nothing of it moves"))
        #expect(text.contains("Nobody else is moved"))
        // What the input alone would do.
        #expect(Self.answer(["water:merit=20"]).output.text.contains("→ 0.0"))
        #expect(!text.contains("→ 0.0"))
    }

    @Test(arguments: [1, 2, 8])
    func `the number of threads changes nothing`(threads: Int) {
        let one = Self.answer(["all:merit+=4"], threads: threads, format: .json).output.text
        #expect(one == Self.answer(["all:merit+=4"], format: .json).output.text)
    }

    /// The same values, handed in.
    @Test(arguments: ["scores", "ladder"])
    func `what is supposed comes out as if it had been handed in`(edition: String) throws {
        let supposed = Self.answer(
            ["water:merit=72", "health:files=91"], edition: edition, format: .csv)
        let rows = supposed.output.text.split(separator: "\n").dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        try Project.inCopy(of: Project.fixture("improving")) { copy in
            try Project.change(copy + "/inputs.csv") { text in
                text.replacing("water,2024,200,62,66", with: "water,2024,200,62,72")
                    .replacing("health,2024,400,80,", with: "health,2024,400,91,")
            }
            let handed = Assess.answer(
                Assess.Request(
                    Workspace.Request(folder: copy, edition: edition, period: "2024"),
                    to: .csv), .none
            ).output.text
            #expect(!rows.isEmpty)
            for row in rows {
                // body, node, period, state … score, band and rank stand where assess has them.
                let line = handed.split(separator: "\n").first {
                    $0.contains(",\(row[1]),\(row[2]),2024,")
                }
                let cells = try #require(line).split(
                    separator: ",", omittingEmptySubsequences: false)
                #expect(cells[7] == row[10])
                #expect(cells[13] == row[12])
                #expect(cells[14] == row[13])
            }
        }
    }

    @Test func `nothing of it is official`() {
        let text = Self.answer(["water:merit+=20"], explained: "water:total").output.text
        #expect(text.contains("nothing of this is official"))
        #expect(!text.contains("\nOfficial"))
    }

    @Test func `what cannot be supposed says how to ask`() {
        let answers = [
            Self.answer(), Self.answer(["merit=5"]), Self.answer(["water:merits=5"]),
            Self.answer(["waters:merit=5"]), Self.answer(["water:people=5"]),
            Self.answer(["water:sector=1"]), Self.answer(["water:merit=101"]),
            Self.answer(["water:merit=true"]), Self.answer(["water:published=1"]),
            Self.answer(["clinics:merit=5"]), Self.answer(["state:merit=5"]),
            Self.answer(["water:pilots=5"], edition: "ladder"),
            Self.answer(["water:staff=5.5"], edition: "ladder"),
            Self.answer(["water:merit=5", "all:merit=6"]),
            Self.answer(measures: ["panel"]), Self.answer(measures: ["panels"]),
            Self.answer(measures: ["panels", "open-entry", "panels-all"]),
            Self.answer(measures: ["old"]),
            Self.answer(["water:merit=70"], explained: "water:nothing"),
        ]
        expectGolden(answers.map(\.transcript).joined(separator: "\n"), "what-if-refused.txt")
    }
}
