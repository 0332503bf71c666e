import Commands
import Foundation
import Testing
import TestSupport

struct ExplainTests {
    @Test(arguments: [
        ("rivers", "total", "2024"), ("lighthouses", "turnover", "2024"),
        ("bridges", "total", "2025"),
    ])
    func `traces of the teaching example are as recorded`(
        body: String, node: String, period: String
    ) {
        let request = Explain.Request(
            Project.workspace("teaching", period: period), body: body, node: node)
        expectGolden(
            Explain.answer(request, .none).transcript, "explain-\(body)-\(node)-\(period).txt")
    }

    @Test func `without a node and a period the total of the latest is explained`() {
        let short = Explain.Request(Project.workspace("teaching"), body: "rivers")
        let long = Explain.Request(
            Project.workspace("teaching"), body: "rivers", node: "total")
        #expect(Explain.answer(short, .none).output.text == Explain.answer(long, .none).output.text)
        #expect(Explain.answer(short, .none).output.text.contains(", 2025\n"))
    }

    @Test func `a heading shows everything beneath it in short`() {
        let request = Explain.Request(Project.workspace("ca-service-maf"), body: "26")
        expectGolden(Explain.answer(request, .none).transcript, "explain-heading.txt")
    }

    @Test func `as JSON the answer is one object and nothing else`() throws {
        let request = Explain.Request(
            Project.workspace("teaching", period: "2025"), body: "rivers", isJSON: true)
        let answer = Explain.answer(request, .none)
        expectGolden(answer.transcript, "explain-rivers-total-2025.json.txt")
        let object = try JSONSerialization.jsonObject(with: Data(answer.output.bytes))
        #expect((object as? [String: Any])?["body"] as? String == "rivers")
    }

    @Test func `as JSON the corrections beneath a node are those of its children`() {
        let request = Explain.Request(
            Workspace.Request(folder: Project.fixture("corrected-child")), body: "rivers",
            isJSON: true)

        let answer = Explain.answer(request, .none)

        #expect(answer.status == .done)
        #expect(answer.output.text.contains("\"correction\": \"penalty\""))
    }

    @Test func `an unknown body or node is a wrong command`() {
        let workspace = Project.workspace("teaching")
        let body = Explain.Request(workspace, body: "nobody")
        #expect(Explain.answer(body, .none).status == .wrongCommand)
        let node = Explain.Request(workspace, body: "rivers", node: "nothing")
        #expect(Explain.answer(node, .none).status == .wrongCommand)
    }
}
