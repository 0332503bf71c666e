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
        /// A node's id, title, or the beginning of either; `nil` for the roots.
        package var node: String?
        /// Whether the answer is JSON.
        package var isJSON: Bool

        /// The roots, for people, unless said otherwise.
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
        Answer.working(terminal) { (progress) throws(Refusal) in
            try answer(request, Workspace.all(request.workspace, progress), terminal)
        }
    }

    /// Explains a figure of a workspace that was read by each of its editions.
    package static func answer(
        _ request: Request, _ workspaces: [Workspace], _ terminal: Terminal
    ) throws(Refusal) -> Answer {
        var bodies: [Body] = []
        for body in workspaces.flatMap(\.evidence.bodies) where !bodies.contains(body) {
            bodies.append(body)
        }
        let asked = bodies[try Lookup(bodies.map(Lookup.Entry.init)).find(request.body, "body")]
        let question = try Self.question(
            request, workspaces.filter { $0.evidence.bodies.contains(asked) })
        let workspace = question.workspace
        let node = try request.node.map { (asked) throws(Refusal) in
            try Lookup(workspace.plan.nodes.map(Lookup.Entry.init)).find(asked, "node")
        }
        let assessment = try workspace.assessment(request.workspace)
        let body = workspace.evidence.bodies.firstIndex(of: asked) ?? 0
        let unit = assessment.unit(
            body: body, period: question.periods[question.periods.count - 1])
        var answer = Answer([workspace], language: request.workspace.language, terminal)
        let explanation = FigureExplanation(
            wording: Wording(assessment, language: request.workspace.language),
            display: Display(assessment), request: request,
            nodes: node.map { [$0] } ?? workspace.plan.roots, unit: unit)
        if request.isJSON {
            var json = JSONWriter(isIndented: true)
            explanation.write(to: &json)
            answer.output.data(json.bytes + [UInt8(ascii: "\n")])
        } else {
            explanation.write(to: &answer.output)
            answer.next(explanation.next)
        }
        return answer
    }

    /// The edition that holds for the period that is asked for; otherwise for the latest.
    private static func question(
        _ request: Request, _ workspaces: [Workspace]
    ) throws(Refusal) -> Question {
        let questions = try Question.all([], request.workspace.period, in: workspaces)
        let latest = questions.max { one, other in
            let periods = [one, other].map { $0.workspace.evidence.periods[$0.periods.last ?? 0] }
            return periods[0] < periods[1]
        }
        guard let latest else {
            preconditionFailure("every body belongs to a workspace, and there is a question for it")
        }
        return latest
    }
}

extension Lookup.Entry {
    init(_ body: Body) {
        self.init(id: body.id, titles: body.title.texts.map(\.text))
    }

    init(_ node: Node) {
        self.init(id: node.id, titles: node.texts.title?.texts.map(\.text) ?? [])
    }
}
