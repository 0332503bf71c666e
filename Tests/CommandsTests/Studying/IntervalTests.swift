import Commands
import Foundation
import TestSupport
import Testing

/// Intervals beside ranks, in the tables of `assess` and in reports.
@Suite struct IntervalTests {
    private static func assess(
        _ study: StudyOptions?, _ format: Format, workspace: String = "teaching"
    ) -> Answer {
        Assess.answer(
            Assess.Request(
                Project.workspace(workspace, period: "2024"), to: Destination(format: format),
                study: study), .none)
    }

    @Test func `a league table says between which ranks each body lies, and what that is`() {
        let text = Self.assess(StudyOptions(), .table).output.text
        #expect(text.contains("rank  in runs  body"), "\(text)")
        #expect(text.contains("\n     1      1–3  Ministry of Rivers"), "\(text)")
        #expect(text.contains("  in runs: where the rank lies in 90 % of 1000 runs that draw "))
    }

    @Test func `without intervals the table is what it was before there were any`() {
        let (with, without) = (
            Self.assess(StudyOptions(), .table).output.text, Self.assess(nil, .table).output.text
        )
        #expect(!without.contains("in runs"))
        #expect(without.contains("rank  body"))
        let tail = { (text: String) in text.components(separatedBy: "Edition   sha256").last }
        #expect(tail(with) == tail(without))
    }

    @Test(arguments: [Format.csv, .json])
    func `data are the same with and without intervals`(format: Format) {
        let with = Self.assess(StudyOptions(), format)
        #expect(with.output.bytes == Self.assess(nil, format).output.bytes)
        #expect(with.messages.bytes == Self.assess(nil, format).messages.bytes)
    }

    @Test func `cells of stages are in no order, and nothing is said of intervals`() {
        func assess(_ study: StudyOptions?) -> Answer {
            let workspace = Workspace.Request(
                folder: Project.fixture("stages"), edition: "ladder")
            return Assess.answer(Assess.Request(workspace, study: study), .none)
        }
        let answer = assess(StudyOptions())
        #expect(answer.status == .done, "\(answer.transcript)")
        #expect(answer.transcript == assess(nil).transcript)
    }

    @Test func `a table of one ranked body says nothing of intervals`() {
        let answer = Assess.answer(
            Assess.Request(Project.workspace("teaching", period: "2025")), .none)
        #expect(!answer.output.text.contains("in runs"))
        #expect(answer.messages.bytes.isEmpty)
    }

    @Test func `nodes that are not looked at have no interval`() {
        let request = Assess.Request(
            Project.workspace("teaching", period: "2024"), nodes: ["turnover", "works"])
        #expect(!Assess.answer(request, .none).output.text.contains("in runs"))
    }

    @Test(arguments: [
        ReportOptions(), ReportOptions(isWithoutRobustness: true),
        ReportOptions(alternatives: "weights:10%"),
    ])
    func `a report comes out the same again, whatever intervals it has`(
        options: ReportOptions
    ) throws {
        try Project.inTemporaryFolder { folder in
            let report = folder + "/report"
            let written = ReportingTests.write(
                Project.workspace("teaching", period: "2024"), options, to: report)
            try #require(written.status == .done, "\(written.transcript)")
            let files = try ReportingTests.files(report)
            #expect((files["en/robustness.html"] != nil) == !options.isWithoutRobustness)
            let manifest = String(decoding: files["manifest.json"] ?? Data(), as: UTF8.self)
            #expect(manifest.contains("\"no-robustness\": \(options.isWithoutRobustness)"))
            let assumed = options.alternatives.map { "\"\($0)\"" } ?? "null"
            #expect(manifest.contains("\"alternatives\": \(assumed)"))

            let verified = Verify.answer(Verify.Request(folder: report, threads: 1), .none)
            #expect(verified.status == .done, "\(verified.transcript)")
        }
    }

    @Test func `a report whose intervals cannot be is made with a warning`() throws {
        try Project.inTemporaryFolder { folder in
            let written = ReportingTests.write(
                Project.workspace("incise"), ReportOptions(alternatives: "missing:zero"),
                to: folder + "/report")
            #expect(written.status == .done)
            #expect(
                written.messages.text.contains("warning: --alternatives") == false
                    && written.messages.text.contains("there are no intervals of ranks: "),
                "\(written.transcript)")
        }
    }
}
