internal import Domain
internal import Evidence
internal import Explanation
internal import JSON
internal import Methodology
internal import Scoring

/// `apparatus explain`: how one figure came about.
package enum Explain {
    /// What is explained, and how.
    package struct Request: Hashable, Sendable {
        /// Which workspace.
        package var workspace: Workspace.Request
        /// A body's id, title, or the beginning of either.
        package var body: String
        /// A node's id, title, or the beginning of either; `nil` for the root.
        package var node: String?
        /// Whether the answer is JSON.
        package var isJSON: Bool

        /// The root, for people, unless said otherwise.
        package init(
            _ workspace: Workspace.Request, body: String, node: String? = nil,
            isJSON: Bool = false
        ) {
            self.workspace = workspace
            self.body = body
            self.node = node
            self.isJSON = isJSON
        }
    }

    /// Reads the workspace and explains.
    package static func answer(_ request: Request, _ terminal: Terminal) -> Answer {
        let progress = Progress(terminal)
        defer { progress.end() }
        do throws(Refusal) {
            let workspace = try Workspace.open(request.workspace, progress)
            return try answer(request, workspace, terminal)
        } catch {
            return Answer(error, terminal)
        }
    }

    /// Explains a figure of a workspace that was read.
    package static func answer(
        _ request: Request, _ workspace: Workspace, _ terminal: Terminal
    ) throws(Refusal) -> Answer {
        let body = try Lookup(workspace.evidence.bodies.map(Lookup.Entry.init))
            .find(request.body, "body")
        let node = try request.node.map { (asked) throws(Refusal) in
            try Lookup(workspace.plan.nodes.map(Lookup.Entry.init)).find(asked, "node")
        }
        let periods = try Question.periods(request.workspace.period, in: workspace)
        let assessment = try workspace.assessment(request.workspace)
        let unit = assessment.unit(body: body, period: periods[periods.count - 1])
        var answer = Answer(workspace, language: request.workspace.language, terminal)
        let explanation = FigureExplanation(
            wording: Wording(assessment, language: request.workspace.language),
            display: Display(assessment), request: request, node: node ?? 0, unit: unit)
        if request.isJSON {
            answer.output.data(
                explanation.json.bytes(isIndented: true) + [UInt8(ascii: "\n")])
        } else {
            explanation.write(to: &answer.output)
            answer.next(explanation.next)
        }
        return answer
    }
}

extension Lookup.Entry {
    fileprivate init(_ body: Body) {
        self.init(id: body.id, titles: body.title.texts.map(\.text))
    }

    fileprivate init(_ node: Node) {
        self.init(id: node.id, titles: node.texts.title?.texts.map(\.text) ?? [])
    }
}
