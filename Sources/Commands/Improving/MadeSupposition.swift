internal import Diagnosis
internal import Domain
internal import Evidence
internal import Explanation
internal import Improvement
internal import Locales
internal import Methodology
internal import Pages
internal import Scoring

/// An assessment as it is and as it would be, with what was supposed.
struct MadeSupposition {
    let question: Question
    let suppositions: Suppositions
    let whatIf: WhatIf
    /// Of things as they are, and as they would be.
    let before, after: Wording
    /// The same of verdicts; `nil` where the edition has no stages.
    let verdictsBefore, verdictsAfter: DiagnosisWording?
    /// What is explained as it would be; `nil` for nothing.
    let explained: (body: Int, nodes: [Int])?
    private let earlier: EarlierResults

    /// Assesses twice.
    ///
    /// - Throws: ``Refusal`` for what cannot be supposed, and where a number cannot be.
    init(
        _ question: Question, _ request: Suppose.Request, _ progress: Progress
    ) throws(Refusal) {
        let workspace = question.workspace
        progress.say("Scoring \(Words.counted(workspace.evidence.bodies.count, "body"))")
        let assessment = try workspace.assessment(request.workspace)
        try workspace.checkSystem(in: assessment)
        let period = question.periods.last ?? 0
        let suppositions = try Suppositions(
            assessment, period: period, measures: request.measures, said: request.changes)
        let explained = try request.explained.map { (text) throws(Refusal) in
            try Self.explained(text, assessment)
        }
        progress.say("Scoring once more")
        let made = WhatIf.make(
            assessment, period: period, suppositions.values, threads: request.workspace.threads)
        guard let whatIf = made.whatIf else {
            let edition = workspace.edition
            throw Refusal(
                .wrongCommand,
                [Complaint(made.log, prefix: edition.prefix, source: edition.source)])
        }
        self.init(
            question, whatIf, suppositions, language: request.workspace.language,
            explained: explained)
    }

    /// What was assessed already.
    init(
        _ question: Question, _ whatIf: WhatIf, _ suppositions: Suppositions, language: String?,
        explained: (body: Int, nodes: [Int])? = nil
    ) {
        self.question = question
        self.suppositions = suppositions
        self.whatIf = whatIf
        self.explained = explained
        earlier = EarlierResults(.assessed(whatIf.before))
        before = Wording(whatIf.before, language: language)
        after = Wording(whatIf.after, language: language)
        verdictsBefore = whatIf.diagnosisBefore.map { [before] in DiagnosisWording($0, before) }
        verdictsAfter = whatIf.diagnosisAfter.map { [after] in DiagnosisWording($0, after) }
    }

    /// Reads what is to be explained, as in `health:total`; a body alone stands for its totals.
    private static func explained(
        _ text: String, _ assessment: Assessment
    ) throws(Refusal) -> (body: Int, nodes: [Int]) {
        let colon = text.firstIndex(of: ":")
        let (body, node) = (
            String(text[..<(colon ?? text.endIndex)]),
            colon.map { String(text[text.index(after: $0)...]) }
        )
        let bodies = assessment.evidence.bodies.map(Lookup.Entry.init)
        let found = try Lookup(bodies).find(body, "body")
        guard let node else { return (found, assessment.plan.roots) }
        let nodes = assessment.plan.nodes.map(Lookup.Entry.init)
        return (found, [try Lookup(nodes).find(node, "node")])
    }

    var period: Period { whatIf.before.evidence.periods[whatIf.period] }

    func id(_ body: Int) -> String { whatIf.before.evidence.bodies[body].id }

    /// As in `Ministry of Health (health)`.
    func name(_ body: Int) -> String { "\(before.body(body)) (\(id(body)))" }

    func unit(_ body: Int) -> Int { whatIf.before.unit(body: body, period: whatIf.period) }

    /// Bodies whose own values were changed and whose outcomes are others.
    var changed: [WhatIf.Moved] { whatIf.moved.filter(\.isChanged) }

    /// Everyone else who is moved.
    var others: [WhatIf.Moved] { whatIf.moved.filter { !$0.isChanged } }

    /// Bodies whose values were changed, and of whom nothing is another.
    var unmoved: [Int] {
        let moved = Set(whatIf.moved.map(\.body))
        let units = Set(suppositions.changed.map { whatIf.before.body(of: $0.unit) })
        return units.subtracting(moved).sorted()
    }

    /// Nodes on top of the scorecards that have scores.
    var totals: [Int] {
        let plan = whatIf.before.plan
        return plan.roots.flatMap(plan.scored)
    }

    /// How the outcomes of some nodes of a body differ, in the order of the nodes.
    func changes(of nodes: [Int], _ body: Int) -> [ScoreChange] {
        nodes.map { node in
            ScoreChange(of: node, at: unit(body), in: whatIf.after, from: earlier, period)
        }
    }

    /// Says how outcomes differ.
    func words(_ changes: [ScoreChange]) -> ChangeWording {
        ChangeWording(changes, after, from: earlier)
    }

    /// One figure as it would be, explained like any other.
    func explanation(_ figure: (body: Int, nodes: [Int])) -> FigureExplanation {
        var workspace = Workspace.Request(folder: "")
        workspace.language = after.spoken.asked
        return FigureExplanation(
            wording: after, display: Display(whatIf.after),
            request: Explain.Request(workspace, body: id(figure.body)), nodes: figure.nodes,
            unit: unit(figure.body))
    }

    /// What a reader does next: looks at a figure that moved, or at who is there to be changed.
    func next(_ request: Suppose.Request) -> [String] {
        var workspace = request.workspace
        workspace.edition = workspace.edition ?? question.workspace.word
        let said = request.changes.flatMap { ["--set", $0] }
        let taken =
            request.measures.isEmpty
            ? [] : ["--measures", request.measures.joined(separator: ",")]
        guard request.explained == nil, let moved = changed.first ?? others.first,
            let node = totals.first(where: moved.nodes.contains) ?? moved.nodes.first
        else { return [workspace.command("assess")] }
        let asked = "\(id(moved.body)):\(whatIf.before.plan.nodes[node].id)"
        return [
            workspace.command("what-if", words: said + taken + ["--explain", asked])
        ]
    }
}
