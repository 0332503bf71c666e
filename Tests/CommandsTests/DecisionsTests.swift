import Commands
import Foundation
import TestSupport
import Testing

/// A workspace with decisions, in every command.
///
/// Its figures are derived in `docs/teaching-by-hand.md`.
struct DecisionsTests {
    /// The example in a folder of its own, with one row more at the end of its decisions.
    private static func withFurtherDecision(
        _ row: String, _ work: (_ workspace: String) throws -> Void
    ) throws {
        try Project.inCopy(of: Project.path("examples/teaching-decided")) { copy in
            try Project.change(copy + "/decisions.csv") { $0 + row + "\n" }
            try work(copy)
        }
    }

    private static func request(
        period: String? = nil, without: Bool = false
    ) -> Workspace.Request {
        var request = Project.workspace("teaching-decided", period: period)
        request.isWithoutDecisions = without
        return request
    }

    @Test func `a table says what was decided, and how to see the other side`() {
        expectGolden(
            [("2024", false), ("2024", true), ("2025", false)].map { period, without in
                Assess.answer(
                    Assess.Request(Self.request(period: period, without: without)), .none
                ).transcript
            }.joined(separator: "\n"), "decisions-assess.txt")
    }

    @Test func `the other side is what there would be without the file`() {
        func csv(_ request: Workspace.Request) -> [String] {
            Assess.answer(Assess.Request(request, to: .csv), .none).output.text
                .split(separator: "\n").map(String.init)
        }
        let (without, plain) = (
            csv(Self.request(without: true)), csv(Project.workspace("teaching"))
        )

        #expect(plain.count == 37)
        // Only that nothing is official tells them apart.
        #expect(
            without.map { $0.replacing(",false,", with: ",true,") }
                == plain.map { $0.replacing(",false,", with: ",true,") })
        #expect(!without.contains { $0.contains(",true,") })
        #expect(csv(Self.request()).contains { $0.contains(",true,") })
    }

    @Test func `an explanation tells what stood before, why, on what, who, when and where`() {
        let asked = [
            ("lighthouses", "turnover", "2024"), ("rivers", "service", "2024"),
            ("bridges", "works", "2024"), ("bridges", "answers", "2024"),
            ("rivers", "total", "2025"),
        ]
        expectGolden(
            asked.map { body, node, period in
                Explain.answer(
                    Explain.Request(Self.request(period: period), body: body, node: node), .none
                ).transcript
            }.joined(separator: "\n"), "decisions-explain.txt")
        expectGolden(
            Explain.answer(
                Explain.Request(
                    Self.request(period: "2024"), body: "lighthouses", node: "turnover",
                    isJSON: true), .none
            ).transcript, "decisions-explain.json.txt")
    }

    @Test func `findings list the decisions that changed nothing`() {
        expectGolden(
            Findings.answer(Self.request(), isFailing: false, .none).transcript,
            "decisions-findings.txt")
        let only = Findings.answer(Self.request(period: "2025"), isFailing: true, .none)
        #expect(only.output.text.contains("1 decision, 0 of them changed nothing"))
        #expect(only.status == .done)
        #expect(Findings.answer(Self.request(), isFailing: true, .none).status == .failed)
    }

    @Test func `check counts the decisions`() {
        let answer = Check.answer(Check.Request(Project.path("examples/teaching-decided")), .none)

        #expect(answer.output.text.contains("\nDecisions  6: 3 about inputs, 3 about nodes\n"))
    }

    @Test func `JSON says how many decisions the results rest on`() {
        let answer = Assess.answer(Assess.Request(Self.request(), to: .json), .none)
        #expect(answer.output.text.contains("\n    \"decisions\": 6\n"))
        let without = Assess.answer(
            Assess.Request(Self.request(without: true), to: .json), .none)
        #expect(!without.output.text.contains("\"decisions\""))
    }

    @Test func `where there are no decisions, leaving them out is a warning and changes nothing`() {
        var request = Project.workspace("teaching")
        request.isWithoutDecisions = true
        let answer = Assess.answer(Assess.Request(request, to: .csv), .none)

        #expect(answer.messages.text.contains("there are no decisions that could be left out"))
        #expect(
            answer.output.text
                == Assess.answer(
                    Assess.Request(Project.workspace("teaching"), to: .csv), .none
                ).output.text)
    }

    @Test(arguments: [
        (
            ",turnover",
            "column input: error: there is no input \"turnover\" — help: turnover is a node: "
                + "write it under node"
        ),
        (
            "headcount,",
            "column node: error: there is no node \"headcount\" — help: headcount is an input: "
                + "write it under input"
        ),
        (
            ",total",
            "column input: error: there is no input \"total\" — help: total is a node: "
                + "write it under node"
        ),
    ])
    func `an id in the wrong column is refused, whatever other editions declare`(
        subject: String, told: String
    ) throws {
        try Self.withFurtherDecision("rivers,2025,\(subject),exclude,,r,b,Commission,2026-02-01") {
            copy in
            let answer = Assess.answer(
                Assess.Request(Workspace.Request(folder: copy)), .none)
            #expect(answer.status == .wrongInput)
            #expect(
                answer.messages.text.contains("decisions.csv: row 8, \(told)\n"),
                "\(answer.messages.text)")
        }
    }

    @Test func `a decision about a body that is not there any more is not called applied`() throws {
        try Self.withFurtherDecision("bridges,2025,total,,set,65,r,b,Commission,2026-02-01") {
            copy in
            let output = Assess.answer(
                Assess.Request(Workspace.Request(folder: copy, period: "2025")), .none
            ).output.text
            #expect(
                output.contains(
                    """
                    1 decision about 2025 is applied (--without-decisions shows the other side)
                    1 decision about 2025 is about a body that is not assessed (apparatus findings)

                    """), "\(output)")
        }
    }

    @Test func `each edition of a workspace applies and tells the decisions that are its own`()
        throws
    {
        try Project.inCopy(of: Project.fixture("editions")) { copy in
            let descriptor = copy + "/datapackage.json"
            try String(contentsOfFile: descriptor, encoding: .utf8).replacing(
                "\"resources\": [",
                with: "\"resources\": [{\"name\": \"decisions\", \"path\": \"decisions.csv\", "
                    + "\"apparatus\": {\"role\": \"decisions\"}},"
            ).write(toFile: descriptor, atomically: true, encoding: .utf8)
            func write(_ rows: String) throws {
                try
                    ("body,period,node,input,decision,value,reason,basis,who,date\n"
                    + rows.split(separator: "\n").map {
                        "\($0),Why,Order 7,Commission,2025-02-01\n"
                    }
                    .joined()).write(
                        toFile: copy + "/decisions.csv", atomically: true, encoding: .utf8)
            }

            try write(
                "rivers,2024,total,,set,11\nrivers,2025,works,,set,22\nbridges,2026,works,,set,33")
            let csv = Assess.answer(
                Assess.Request(Workspace.Request(folder: copy), to: .csv), .none
            ).output.text
            let decided = csv.split(separator: "\n").filter { $0.contains("set by a decision") }
                .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
            #expect(
                decided.map { [$0[1], $0[2], $0[4], $0[7]].joined(separator: " ") }
                    == ["first rivers 2024 11", "second rivers 2025 22", "third bridges 2026 33"])

            try write(
                "rivers,2024,wrk,,set,11\nrivers,2025,works,,set,2200\nbridges,2026,,nothing,set,33"
            )
            let refused = Check.answer(Check.Request(copy), .none).output.text
            #expect(refused.contains("row 2, column node: error: there is no node \"wrk\""))
            #expect(refused.contains("row 3, column value: error: 2200 is outside the scale"))
            #expect(refused.contains("row 4, column input: error: there is no input \"nothing\""))
            #expect(refused.contains("3 errors"), "\(refused)")
        }
    }
}
