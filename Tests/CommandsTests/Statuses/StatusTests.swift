import Commands
import Domain
import Files
import Foundation
import Testing
import TestSupport

struct StatusTests {
    private static func status(
        _ workspace: Workspace.Request, body: String? = nil, format: Format = .table,
        _ terminal: Terminal = .none
    ) -> Answer {
        Status.answer(Status.Request(workspace, body: body, format: format), terminal)
    }

    @Test func `the teaching example says who owes what`() {
        let years = ["2024", "2025"].map {
            Self.status(Project.workspace("teaching", period: $0)).transcript
        }
        expectGolden(years.joined(separator: "\n"), "status-teaching.txt")
    }

    @Test func `where the columns do not fit, each body has its counts`() {
        let narrow = Terminal(isOutput: true, isMessages: true, hasColour: false, width: 80)
        expectGolden(
            Self.status(Project.workspace("teaching"), narrow).transcript,
            "status-narrow.txt")
    }

    @Test func `CSV has a row for each body, period, input and table`() {
        let answer = Self.status(Project.workspace("teaching"), format: .csv)
        expectGolden(answer.transcript, "status-teaching.csv.txt")
        let one = Self.status(
            Project.workspace("teaching", threads: 1), format: .csv)
        #expect(one.output.bytes == answer.output.bytes)
    }

    @Test func `JSON says the same of one body`() {
        expectGolden(
            Self.status(
                Project.workspace("teaching", period: "2025"), body: "agency for light",
                format: .json
            ).transcript, "status-teaching.json.txt")
    }

    @Test func `a body that nobody knows is refused with those there are`() {
        let answer = Self.status(Project.workspace("teaching"), body: "harbours")
        #expect(answer.status == .wrongCommand)
        #expect(answer.messages.text.contains("there is no body \"harbours\""))
    }

    @Test func `one body is listed downwards, with a next step that works`() {
        let text = Self.status(
            Project.workspace("teaching", period: "2024"), body: "lighthouses"
        ).output.text
        #expect(text.contains("  left           Staff who left"))
        #expect(text.contains("handed in, 8 records"))
        #expect(text.contains("/teaching\n      apparatus explain"), "\(text)")
        let exempt = Self.status(
            Project.workspace("teaching", period: "2025"), body: "bridges"
        ).output.text
        #expect(!exempt.contains("state") && exempt.contains("Exempt, because"), "\(exempt)")
    }

    @Test func `each of several editions says what it lacks`() {
        let request = Workspace.Request(folder: Project.fixture("editions"))
        expectGolden(
            Self.status(request).transcript + "\n"
                + Self.status(request, body: "bridges").transcript,
            "status-editions.txt")
    }

    /// Two scorecards, one of them with grades, and four bodies: one complete, one that hands in
    /// late, one that handed in nothing, and one of another kind.
    private static let files = [
        "datapackage.json": """
        {"name": "w", "apparatus": {"methodology": "./edition.yaml", "status": "reported"},
         "resources": [
          {"name": "bodies", "path": "bodies.csv", "apparatus": {"role": "bodies"}},
          {"name": "inputs", "path": "inputs.csv", "apparatus": {"role": "inputs", "shape": "wide",
           "markers": {"no-data": ["n/d"]}}}]}
        """,
        "bodies.csv": """
        id,kind,title.en
        full,ministry,Ministry of Everything
        late,ministry,Ministry of Later
        none,agency,Agency of Nothing
        other,embassy,Embassy

        """,
        "inputs.csv": """
        body,period,answered,trust,spare,last
        full,2024,50,A,1,5
        late,2024,,n/d,,5

        """,
        "edition.yaml": """
        apparatus: 1
        methodology: two
        edition: "1"
        status: proposed
        in-force: {from: 2024-01-01}
        applies-to: [ministry, agency]
        period: {form: year, column: period}
        arithmetic: decimal
        scale: {min: 0, max: 100}
        rounding: none
        grades: {id: marks, order: [D, C, B, A]}
        inputs:
          answered: {type: percent, min: 0, max: 100, optional: true, title: {en: Letters answered}}
          trust: {type: code, values: [D, C, B, A], optional: true}
          spare: {type: number, optional: true}
          last: {type: number, optional: true}
        checks: [{id: used, expect: spare > 0}]
        scorecards:
          - id: works
            title: {en: Works}
            value: answered
            score: as-is
            missing: {rule: zero}
          - {id: trust, title: {en: Trust}, grade: {from: trust}, missing: {rule: {grade: D}}}
          - {id: growth, title: {en: Growth}, value: last - PREVIOUS(last), score: as-is}
        """,
    ]

    @Test func `several scorecards each say what they lose`() throws {
        let told = try Project.inTemporaryFolder { folder in
            for (name, text) in Self.files {
                try text.write(
                    toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
            }
            let request = Workspace.Request(folder: folder)
            return [Format.table, .csv].map { format in
                Self.status(request, format: format).transcript
                    .replacingOccurrences(of: folder, with: "W")
            }
        }
        expectGolden(told.joined(separator: "\n"), "status-scorecards.txt")
    }
}
