internal import Diagnostics
internal import Domain
internal import Evidence
internal import Explanation
internal import Methodology
internal import Pages
internal import Robustness
internal import Scoring

/// A study that was asked for, with what it is of.
struct MadeStudy {
    let question: Question
    let wording: Wording
    /// What many runs came to; it was not refused.
    let intervals: ReportedRobustness.Intervals
    /// How the scores beneath nodes hang together; empty where nobody asked.
    let coherence: [Coherence]

    /// Assesses a workspace and makes the study.
    ///
    /// - Throws: ``Refusal`` where a number cannot be, where there is nothing to be drawn or ranked,
    ///   and for whatever the study refuses.
    init(
        _ question: Question, _ request: RobustnessStudy.Request, _ progress: Progress
    ) throws(Refusal) {
        let workspace = question.workspace
        self.question = question
        var alternatives = try workspace.alternatives(assumed: request.options.alternatives)
        if !question.nodes.isEmpty { alternatives?.nodes = question.nodes }
        // Cells that nobody names are in no order.
        let isOfStages = workspace.hasVerdictsAlone && question.nodes.isEmpty
        guard !isOfStages || request.hasCoherence else {
            throw Self.verdictsAlone(workspace, request)
        }
        guard alternatives != nil || request.hasCoherence else {
            throw Self.nothing(workspace, request)
        }
        progress.say("Scoring \(Words.counted(workspace.evidence.bodies.count, "body"))")
        wording = Wording(
            try workspace.assessment(request.workspace), language: request.workspace.language)
        if let alternatives, !request.isCoherenceAlone, !isOfStages {
            progress.say("Scoring \(Words.counted(request.options.runs, "time")) more")
            intervals = try Self.intervals(question, wording.assessment, alternatives, request)
        } else {
            intervals = alternatives == nil ? .noAlternatives : .unwanted
        }
        guard request.hasCoherence else {
            coherence = []
            return
        }
        progress.say("Comparing indicators")
        coherence = try Self.coherence(
            question, wording.assessment, alternatives?.nodes, request.workspace.threads)
    }

    private static func intervals(
        _ question: Question, _ assessment: Assessment, _ alternatives: Alternatives,
        _ request: RobustnessStudy.Request
    ) throws(Refusal) -> ReportedRobustness.Intervals {
        let workspace = question.workspace
        let intervals = Workspace.study(
            assessment, alternatives, period: question.periods.last ?? 0, request.options,
            threads: request.workspace.threads)
        guard case .refused(let reasons) = intervals else { return intervals }
        let status: ExitStatus = alternatives.isAnalysts ? .wrongCommand : .wrongInput
        let complaint = workspace.complaint(
            about: reasons, assumed: request.options.alternatives)
        throw Refusal(status, workspace.complaints + [complaint])
    }

    /// Of the nodes that are asked for, or that alternatives look at, or that are ranked.
    private static func coherence(
        _ question: Question, _ assessment: Assessment, _ looked: [Int]?, _ threads: Int?
    ) throws(Refusal) -> [Coherence] {
        let plan = assessment.plan
        let ranked = plan.ranking?.nodes ?? plan.roots.flatMap(plan.scored)
        let nodes = question.nodes.isEmpty ? looked ?? ranked : question.nodes
        let found = nodes.compactMap { node in
            Coherence(
                assessment, node: node, period: question.periods.last ?? 0, threads: threads)
        }
        guard found.isEmpty else { return found }
        let names = nodes.map { "\"\(plan.nodes[$0].id)\"" }
        throw Refusal(
            .wrongCommand, "robustness.no-coherence",
            "nothing that could hang together lies beneath \(Words.some(names))",
            help: "Name nodes with others beneath them with --nodes, or leave out --coherence")
    }

    private static func verdictsAlone(
        _ workspace: Workspace, _ request: RobustnessStudy.Request
    ) -> Refusal {
        Refusal(
            .wrongCommand, "robustness.verdicts",
            "\(workspace.plan.identity.name) has stages and no ranking: there are no ranks whose "
                + "robustness could be studied",
            help: "Ask how sure its verdicts are: \(request.workspace.command("diagnose")); or "
                + "name cells with --nodes for intervals of their scores")
    }

    private static func nothing(
        _ workspace: Workspace, _ request: RobustnessStudy.Request
    ) -> Refusal {
        let hasWeights = workspace.plan.nodes.contains { node in
            guard case .aggregate(let aggregate) = node.content else { return false }
            return aggregate.kind.hasWeights && node.children.count > 1
        }
        let command = request.workspace.command("robustness", "--alternatives", "weights:25%")
        return Refusal(
            .wrongCommand, "robustness.no-alternatives",
            "\(workspace.plan.identity.name) names no alternatives, so nothing can be drawn and "
                + "there are no intervals",
            help: hasWeights
                ? "Ask what came out if weights were uncertain by a quarter, as an assumption of "
                    + "your own: \(command)"
                : "Name some in the edition, or assume some of your own with --alternatives, as in "
                    + "--alternatives bounds")
    }

    /// As in `Mean of the measures (mean)`.
    func title(of node: Int) -> String {
        "\(wording.node(node)) (\(wording.assessment.plan.nodes[node].id))"
    }

    var period: Period { wording.assessment.evidence.periods[question.periods.last ?? 0] }

    /// How many bodies are told of.
    var bodyCount: Int { wording.assessment.evidence.bodies.count }
}

/// The same for programs.
extension MadeStudy {
    /// One table: correlations, what drives the ranks, or a row for each body and node.
    var csv: [UInt8] {
        if !coherence.isEmpty { return CorrelationCSV(list: coherence, wording: wording).bytes }
        guard case .made(let results) = intervals,
            let sensitivity = SensitivityTable(results, wording)
        else { return data.csv }
        return sensitivity.csv
    }

    /// Everything.
    var json: [UInt8] { data.json }

    private var data: RobustnessData {
        RobustnessData(
            ReportedRobustness(intervals, coherence: coherence), wording,
            evidenceHash: wording.assessment.evidence.hash)
    }

    /// Whether more than one factor was drawn, so that one can matter more than another.
    var mayAskWhy: Bool {
        guard case .made(let results) = intervals else { return false }
        return results.uncertainty.factors.count > 1
    }

    /// As in `, 1000 runs`; empty where none were made.
    var runsWritten: String {
        guard case .made(let results) = intervals else { return "" }
        return ", " + Words.counted(results.uncertainty.runs, "run")
    }
}
