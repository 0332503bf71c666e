import Commands
import Domain
import Foundation
import TestSupport
import Testing

/// A workspace of three editions: ministries and agencies until 2024, ministries from 2025,
/// agencies from 2026.
struct EditionsTests {
    private static let folder = Project.fixture("editions")

    private static func request(
        edition: String? = nil, period: String? = nil
    ) -> Workspace.Request {
        Workspace.Request(folder: folder, edition: edition, period: period)
    }

    private static func assess(
        _ request: Workspace.Request = request(), nodes: [String] = [], format: Format = .table
    ) -> Answer {
        Assess.answer(Assess.Request(request, nodes: nodes, to: Destination(format: format)), .none)
    }

    @Test func `each period and kind is scored by the edition that holds for it`() {
        expectGolden(
            [nil, "2025", "2024"].map { Self.assess(Self.request(period: $0)).transcript }
                .joined(separator: "\n"), "editions-assess.txt")
    }

    @Test func `every body and period stands once in CSV`() {
        expectGolden(Self.assess(format: .csv).transcript, "editions-assess.csv.txt")
    }

    @Test func `JSON holds an object for each edition`() throws {
        let answer = Self.assess(nodes: ["works"], format: .json)
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(answer.output.bytes)) as? [String: Any])
        let editions = try #require(object["editions"] as? [[String: Any]])
        let names = editions.map { ($0["edition"] as? [String: Any])?["edition"] as? String }
        #expect(names == ["second", "third"])
        #expect(editions.map { ($0["results"] as? [Any])?.count } == [2, 3])
    }

    @Test func `check says which edition is used where, and where none is`() {
        expectGolden(
            Check.answer(Check.Request(Self.folder), .none).transcript
                + Check.answer(Check.Request(Self.folder + "/rules"), .none).transcript,
            "editions-check.txt")
    }

    @Test func `findings stand under the edition whose check they fail`() {
        expectGolden(
            Findings.answer(Self.request(), isFailing: false, .none).transcript,
            "editions-findings.txt")
    }

    @Test(arguments: [
        ("rivers", nil, "works/second"), ("rivers", "2024", "works/first"),
        ("bridges", nil, "works/third"), ("bridges", "2024", "works/first"),
    ])
    func `a figure is explained by the edition of its period`(
        body: String, period: String?, edition: String
    ) {
        let answer = Explain.answer(
            Explain.Request(Self.request(period: period), body: body), .none)
        #expect(answer.output.text.contains("Edition   \(edition), "), "\(answer.transcript)")
    }

    @Test func `a period for which no edition holds is not explained`() {
        let answer = Explain.answer(
            Explain.Request(Self.request(period: "2025"), body: "bells"), .none)
        #expect(answer.status == .wrongCommand)
    }

    @Test func `one edition leaves to the others what is theirs`() {
        let answer = Self.assess(Self.request(edition: Self.folder + "/rules/first"), format: .csv)
        #expect(answer.status == .done, "\(answer.transcript)")
        #expect(answer.output.text.contains("works,first,rivers,total,2024,score,80,80"))
        #expect(!answer.output.text.contains("2025"))
    }

    @Test func `a rule looks back at periods of another edition`() throws {
        let text = try Self.transcript(
            "rules/third/edition.yaml", "done / staff * 100",
            "'(done + PREVIOUS(done) + PREVIOUS(done, 2)) / staff'"
        ) { folder in
            Assess.answer(
                Assess.Request(Workspace.Request(folder: folder), to: .csv), .none)
        }
        // (5 + 5 + 9) / 7, of which 2025 is no edition's and 2024 the first one's.
        #expect(text.contains("works,third,bridges,works,2026,score,2.714285714285714286,"))
    }

    /// What is said of the workspace with one of its files changed.
    private static func transcript(
        _ file: String, _ old: String, _ new: String,
        _ answer: (String) -> Answer = { Check.answer(Check.Request($0), .none) }
    ) throws -> String {
        try Project.inCopy(of: Self.folder) { copy in
            let text = try String(contentsOfFile: "\(copy)/\(file)", encoding: .utf8)
            let changed = text.replacingOccurrences(of: old, with: new)
            #expect(changed != text)
            try changed.write(toFile: "\(copy)/\(file)", atomically: true, encoding: .utf8)
            return answer(copy).transcript.replacingOccurrences(of: copy, with: "w")
        }
    }

    @Test func `a fault is told once, by the edition that holds`() throws {
        let text = try Self.transcript("inputs.csv", "rivers,2025,40", "rivers,2025,many")
        #expect(text.components(separatedBy: "error:").count == 2, "\(text)")
        #expect(text.hasPrefix("w/inputs.csv: row 5, column done: error: "))
        let blank = try Self.transcript("inputs.csv", "roads,2025,50,50,30", "roads,2025,50,50,")
        #expect(blank.hasPrefix("w/inputs.csv: row 6, column staff: error: "), "\(blank)")
        let body = try Self.transcript("inputs.csv", "owls", "owl")
        #expect(body.components(separatedBy: "there is no body").count == 2, "\(body)")
    }

    @Test func `a heading that no edition declares is refused`() throws {
        let text = try Self.transcript("letters.csv", "channel", "chanel")
        #expect(text.contains("the heading \"chanel\" is not known"), "\(text)")
    }

    @Test func `editions that overlap are refused`() throws {
        let text = try Self.transcript(
            "rules/third/edition.yaml", "applies-to: [agency]", "applies-to: [ministry]")
        #expect(
            text.hasPrefix(
                "w/rules/third/edition.yaml:7:11: error: works/third and works/second both hold "
                    + "for ministry in 2026: from 2026-01-01 and from 2025-01-01"), "\(text)")
    }
}
