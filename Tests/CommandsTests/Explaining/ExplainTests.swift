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

    @Test func `of several scorecards each root is explained`() {
        let workspace = Workspace.Request(folder: Project.fixture("scorecards"))
        let text = Explain.Request(workspace, body: "rivers")
        let json = Explain.Request(workspace, body: "rivers", isJSON: true)
        expectGolden(Explain.answer(text, .none).transcript, "explain-scorecards.txt")
        // The headings' own nodes are traced in their place.
        let nodes = Explain.answer(json, .none).output.text.matches(
            of: /"node": "(\w+)",\n +"title"/)
        #expect(nodes.map(\.1) == ["service", "trust", "complaints", "gap"])
    }

    @Test func `a heading shows everything beneath it in short`() {
        let request = Explain.Request(Project.workspace("ca-service-maf"), body: "26")
        expectGolden(Explain.answer(request, .none).transcript, "explain-heading.txt")
    }

    @Test func `bounds that meet elsewhere than at the score are told`() throws {
        let failing = try String(
            contentsOfFile: Project.fixture("failing/edition.yaml"), encoding: .utf8)
        let head = failing.components(separatedBy: "scorecard:")[0]
        // Two halves, 40 and 60, of which one is filled: too little for a score of its own.
        let rules = """
            \(head)  more: {type: percent, min: 0, max: 100, optional: true, title: {en: More}}
            sources: {order-1: {title: {en: Order 1}}}
            scorecard:
              id: work
              title: {en: Work}
              aggregate: {weighted-mean: {not-applicable: refuse, missing: zero, excluded: zero}}
              coverage: {at-least: 1}
              missing: {rule: zero, open: yes}
              nodes:
                - {id: a, title: {en: A}, weight: 1, value: done, score: as-is}
                - id: b
                  title: {en: B}
                  weight: 1
                  value: more
                  score: as-is
                  missing: {rule: {score: 60}}
            """
        let files = [
            "rules.yaml": rules, "bodies.csv": "id,kind\na,agency\n",
            "inputs.csv": "body,period,done,more\na,2025,40,\n",
            "datapackage.json": """
            {"apparatus": {"methodology": "./rules.yaml", "status": "verified"}, "resources": [
            {"name": "b", "path": "bodies.csv", "apparatus": {"role": "bodies"}},
            {"name": "i", "path": "inputs.csv", "apparatus": {"role": "inputs", "shape": "wide"}}]}
            """,
        ]
        try Project.inTemporaryFolder { folder in
            for (name, text) in files {
                try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
            }
            let workspace = Workspace.Request(folder: folder)
            let explained = Explain.answer(Explain.Request(workspace, body: "a"), .none)
            #expect(
                explained.output.text.contains("Bounds      50 when everything open is settled\n"),
                "\(explained.transcript)")
            let table = Assess.answer(Assess.Request(workspace), .none)
            #expect(table.output.text.contains("0.0  can become 50.0; "), "\(table.transcript)")
        }
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
