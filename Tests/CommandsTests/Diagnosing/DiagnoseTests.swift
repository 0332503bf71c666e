import Commands
import Foundation
import TestSupport
import Testing

/// Verdicts on the bodies of a fictional state with two dimensions and three stages.
@Suite struct DiagnoseTests {
    private static func answer(
        _ body: String? = nil, language: String? = nil, edition: String? = nil,
        options: StudyOptions? = StudyOptions(), threads: Int? = nil, format: Format? = nil
    ) -> Answer {
        Diagnose.answer(
            Diagnose.Request(
                Workspace.Request(
                    folder: Project.fixture("stages"), edition: edition, language: language,
                    threads: threads),
                body: body, options: options, to: Destination(format: format)), .none)
    }

    @Test func `the verdict on the apparatus is as recorded`() {
        expectGolden(Self.answer().transcript, "diagnose.txt")
    }

    @Test(arguments: ["health", "water"])
    func `the verdict on a body is as recorded`(body: String) {
        expectGolden(Self.answer(body).transcript, "diagnose-\(body).txt")
    }

    @Test(arguments: ["fr", "kk", "ru"])
    func `a verdict in another language speaks it`(language: String) {
        expectGolden(
            Self.answer(language: language).transcript
                + Self.answer("health", language: language).transcript,
            "diagnose-\(language).txt")
    }

    @Test func `CSV has a row for each body and stage`() {
        expectGolden(Self.answer(format: .csv).transcript, "diagnose.csv.txt")
    }

    @Test func `JSON holds everything`() throws {
        let text = Self.answer(format: .json).transcript
        expectGolden(text, "diagnose.json.txt")
    }

    @Test(arguments: [1, 2, 8])
    func `the number of threads changes nothing`(threads: Int) {
        let answer = Self.answer(threads: threads, format: .json)
        #expect(answer.output.text == Self.answer(format: .json).output.text)
    }

    @Test func `another seed draws otherwise, and without runs there is a verdict alone`() {
        let seeds = [1, 2].map { seed in
            Self.answer(options: StudyOptions(seed: seed), format: .csv).output.text
        }
        #expect(seeds[0] != seeds[1])
        let text = Self.answer(options: nil).output.text
        #expect(!text.contains(" of 1,000 runs"))
        #expect(!text.contains("How sure a verdict is"))
    }

    @Test func `what cannot be answered says how to ask`() {
        let answers = [
            Self.answer("nobody"), Self.answer("clinics"), Self.answer("state"),
            Self.answer(options: StudyOptions(alternatives: "weights:lots")),
        ]
        expectGolden(answers.map(\.transcript).joined(separator: "\n"), "diagnose-refused.txt")
    }

    /// Which methodologies come with the program and have stages is told as well.
    @Test func `without stages there is no verdict`() {
        let teaching = Diagnose.Request(Project.workspace("teaching"))
        for answer in [Self.answer(edition: "goals"), Diagnose.answer(teaching, .none)] {
            #expect(answer.status == .wrongCommand)
            #expect(answer.messages.text.contains("has no stages, so there is no verdict"))
            #expect(answer.messages.text.contains("apparatus methodologies lists them"))
        }
    }

    @Test func `two bodies that stand for the whole apparatus are refused`() throws {
        try Project.inCopy(of: Project.fixture("stages")) { copy in
            try Project.change(copy + "/bodies.csv") { text in
                text + "other,apparatus,Another apparatus (fictional),,,,\n"
            }
            let answer = Diagnose.answer(
                Diagnose.Request(Workspace.Request(folder: copy)), .none)
            #expect(answer.status == .wrongInput)
            #expect(answer.messages.text.contains("the whole apparatus: state, other"))
        }
    }

    @Test func `an analyst's alternatives need no peers of the edition`() {
        let answer = Diagnose.answer(
            Diagnose.Request(
                Project.workspace("state"),
                options: StudyOptions(alternatives: "weights:25%; pass-marks:10%", runs: 100)),
            .none)
        #expect(answer.status == .done)
    }

    /// What is missing there lies in cells that stay without a score, whatever fills it.
    @Test func `what moves no verdict's scores is left out and named`() {
        func answer(_ format: Format) -> String {
            Diagnose.answer(
                Diagnose.Request(Project.workspace("state"), to: Destination(format: format)), .none
            ).output.text
        }
        let text = answer(.table)
        let told = text.split(separator: "\n").filter { $0.hasPrefix("  - Left out: ") }
        #expect(
            told == [
                "  - Left out: the alternatives for missing change nothing: no score differs by "
                    + "them, whatever else is drawn"
            ])
        #expect(!text.contains("What is missing is treated so"))
        let json = answer(.json)
        #expect(json.contains("the alternatives for missing change nothing"))
    }

    @Test func `an analyst may assume what is drawn`() {
        let answer = Self.answer(
            options: StudyOptions(alternatives: "weights:25%; pass-marks:10%", runs: 200))
        expectGolden(answer.transcript, "diagnose-assumed.txt")
    }
}
