internal import Arithmetic
internal import Diagnosis
internal import Domain
internal import Evidence
internal import Explanation
internal import Improvement
internal import Locales
internal import Methodology
internal import Pages
internal import Scoring

/// What came of a question for a path, with everything that is told beside it.
struct FoundPath {
    let question: Question
    let asked: Asked
    let goal: Goal
    let result: PathResult
    let finder: PathFinder
    let wording: Wording
    let words: ImprovementWording
    let frontier: Frontier
    /// Measures that could be added, and how much measures may change; empty without a path.
    let following: [NextMeasure]
    let margins: [Margin]
    /// Whether nothing is looked for beside the path of the whole of a large apparatus, which would
    /// take a hundred times as long.
    let isBrief: Bool

    /// So many points of the curve are looked for where it is told in full, and beside a path.
    private static let (manyPoints, fewPoints) = (60, 12)

    /// Assesses a workspace and finds the path.
    ///
    /// - Throws: ``Refusal`` for a goal that is not there, and without measures.
    init(
        _ question: Question, _ request: Improve.Request, _ asked: Asked, _ progress: Progress
    ) throws(Refusal) {
        let workspace = question.workspace
        (self.question, self.asked) = (question, asked)
        let period = question.periods.last ?? 0
        try asked.check(workspace.evidence.periods[period])
        guard !workspace.evidence.measures.isEmpty else {
            throw .noMeasures(workspace.evidence)
        }
        progress.say("Scoring \(Words.counted(workspace.evidence.bodies.count, "body"))")
        let assessment = try workspace.assessment(request.workspace)
        try workspace.checkSystem(in: assessment)
        let threads = request.workspace.threads
        let diagnosis = Diagnosis(assessment, period: period, threads: threads)
        goal = try ReachableGoal(
            request: request, assessment: assessment, period: period, diagnosis: diagnosis
        ).goal()
        let catalogue = Catalogue(assessment, period: period, by: asked.by)
        finder = PathFinder(catalogue, threads: threads)
        wording = Wording(assessment, language: request.workspace.language)
        words = ImprovementWording(catalogue, diagnosis, wording)
        progress.say("Looking for the path")
        result = finder.path(goal, budget: asked.budget)
        isBrief = goal.body == nil && !request.hasFrontier && catalogue.isLarge
        guard request.destination.format != .csv, !isBrief else {
            // A plan alone goes out.
            frontier = Frontier(points: [], isSampled: false)
            (following, margins) = ([], [])
            return
        }
        progress.say("Drawing the curve of cost")
        frontier = finder.frontier(
            goal, points: request.hasFrontier ? Self.manyPoints : Self.fewPoints)
        if case .path(let path) = result {
            following = finder.next(after: path)
            progress.say("Trying how much measures may change")
            margins = finder.margins(of: path)
        } else {
            (following, margins) = ([], [])
        }
    }

    var catalogue: Catalogue { finder.catalogue }
    var assessment: Assessment { catalogue.assessment }
    var period: Period { assessment.evidence.periods[catalogue.period] }

    /// `nil` where nothing has to be done, or nothing can be.
    var path: Path? { if case .path(let path) = result { path } else { nil } }

    /// The measures of the path, in the order of their ids.
    var chosen: [Catalogue.Choice] { path?.chosen.map { catalogue.measures[$0] } ?? [] }

    /// The last day on which an effect of the path comes; `nil` without measures.
    var lastDay: Day? { chosen.map(\.effective).max() }

    /// The body that it is about; `nil` for the whole apparatus.
    var body: Int? { goal.body }

    /// A phrase as a sentence on a terminal.
    func told(_ phrase: Phrase) -> String { phrase.asSentence.written(wording.locale) }

    /// A phrase as a terminal shows it.
    func text(_ phrase: Phrase) -> String { phrase.written(wording.locale) }

    func id(_ body: Int) -> String { assessment.evidence.bodies[body].id }

    /// What a reader does next: applies the path, or asks what a budget brings.
    func next(_ request: Improve.Request) -> [String] {
        var workspace = request.workspace
        workspace.edition = workspace.edition ?? question.workspace.word
        switch result {
        case .path where !chosen.isEmpty:
            let ids = chosen.map(\.measure.id).joined(separator: ",")
            return [workspace.command("what-if", "--measures", ids)]
        case .path, .already: return [workspace.command(body == nil ? "diagnose" : "assess")]
        case .impossible(let shortfall):
            var words: [String?] = [body.map(id)]
            if let target = request.target { words += ["--to", target] }
            if let node = request.node { words += ["--node", node] }
            if shortfall.costWithoutBudget != nil {
                if let by = request.by { words += ["--by", by] }
                return [workspace.command("improve", words: words)]
            }
            if let day = shortfall.firstDay {
                return [workspace.command("improve", words: words + ["--by", day.description])]
            }
            return [workspace.command(body == nil ? "diagnose" : "explain", body.map(id))]
        }
    }
}
