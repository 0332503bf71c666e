internal import Arithmetic
internal import Diagnosis
internal import Diagnostics
internal import Domain
internal import Evidence
internal import Explanation
internal import Locales
internal import Methodology
internal import Pages
internal import Robustness
internal import Scoring

/// A diagnosis that was asked for, with what it is of.
struct MadeDiagnosis {
    let question: Question
    let diagnosis: Diagnosis
    /// Of all periods that the edition scores.
    let history: DiagnosisHistory
    /// `nil` where nothing was drawn.
    let firmness: Firmness?
    /// Why nothing was drawn; `nil` where something was, and where nobody wanted it.
    let withoutFirmness: String?
    /// What was drawn from; `nil` where there is nothing.
    let alternatives: Alternatives?
    let wording: Wording
    /// The words of the report, so that both say the same.
    let words: DiagnosisWording
    /// What is told of runs that could not be made.
    private(set) var complaints: [Complaint] = []
    /// The body that was asked for; `nil` for all.
    let body: BodyDiagnosis?
    /// Where each body stands in the diagnosis.
    private let positions: [Int: Int]

    /// Assesses a workspace and makes its diagnosis.
    ///
    /// - Throws: ``Refusal`` where a number cannot be, where there is no such body, or none in the
    ///   period, and for whatever an analyst's assumptions are refused.
    init(
        _ question: Question, _ request: Diagnose.Request, _ progress: Progress
    ) throws(Refusal) {
        let workspace = question.workspace
        self.question = question
        let asked = try request.body.map { (asked) throws(Refusal) in
            try Lookup(workspace.evidence.bodies.map(Lookup.Entry.init)).find(asked, "body")
        }
        let alternatives =
            request.options == nil
            ? nil : try workspace.alternatives(assumed: request.options?.alternatives)
        progress.say("Scoring \(Words.counted(workspace.evidence.bodies.count, "body"))")
        let assessment = try workspace.assessment(request.workspace)
        try workspace.checkSystem(in: assessment)
        wording = Wording(assessment, language: request.workspace.language)
        let period = question.periods.last ?? 0
        guard let history = DiagnosisHistory(assessment, threads: request.workspace.threads),
            let diagnosis = history.diagnoses.first(where: { $0.period == period })
        else { preconditionFailure("an edition with stages has a diagnosis of scored periods") }
        self.history = history
        self.diagnosis = diagnosis
        words = DiagnosisWording(diagnosis, wording)
        positions = Dictionary(
            diagnosis.bodies.enumerated().map { ($1.body, $0) }
        ) { first, _ in first }
        body = try asked.map { (position) throws(Refusal) in
            try Self.body(position, of: diagnosis)
        }
        self.alternatives = alternatives
        guard let options = request.options else {
            (firmness, withoutFirmness) = (nil, nil)
            return
        }
        let isRated = diagnosis.bodies.contains(where: \.verdict.isRated)
        guard let alternatives, isRated else {
            firmness = nil
            withoutFirmness =
                isRated
                ? "\(workspace.plan.identity.name) names no alternatives, so nothing was drawn"
                : "nobody is rated, so nothing was drawn"
            return
        }
        progress.say("Giving every verdict \(Words.counted(options.runs, "time")) more")
        do throws(Study.Diagnostics) {
            firmness = try diagnosis.firmness(
                alternatives, runs: options.runs, seed: options.seed,
                threads: request.workspace.threads, isForgiving: true)
            withoutFirmness = nil
        } catch {
            let complaint = workspace.complaint(
                about: error.all, assumed: options.alternatives,
                isWarning: options.alternatives == nil,
                without: "it is not known how sure verdicts are")
            guard options.alternatives == nil else {
                throw Refusal(.wrongCommand, workspace.complaints + [complaint])
            }
            firmness = nil
            withoutFirmness = "the runs cannot be made"
            complaints = [complaint]
        }
    }

    private static func body(
        _ position: Int, of diagnosis: Diagnosis
    ) throws(Refusal) -> BodyDiagnosis {
        if let found = diagnosis.body(position) { return found }
        let evidence = diagnosis.assessment.evidence
        let body = evidence.bodies[position]
        let period = evidence.periods[diagnosis.period]
        let isSystem = body.kind == diagnosis.rule.apparatus?.kind
        let heirs = evidence.bodies.filter { $0.predecessors.contains(body.id) }.map(\.id)
        throw Refusal(
            .wrongCommand, "diagnose.no-body",
            isSystem
                ? "\(body.id) stands for the whole apparatus, which has a verdict of its own"
                : "there is no verdict on \(body.id) in \(period): "
                    + (body.existed(on: period.lastDay)
                        ? "the edition does not apply to its kind \"\(body.kind)\""
                        : "it does not exist on its last day, \(period.lastDay)"),
            help: isSystem
                ? "Leave the body out"
                : heirs.isEmpty
                    ? "Name another body, or another period with --period"
                    : "Name who took over its tasks: \(Words.some(heirs)); or another period with "
                        + "--period")
    }

    func id(_ body: Int) -> String { wording.assessment.evidence.bodies[body].id }

    /// As in `Ministry of Health (health)`.
    func name(_ body: Int) -> String { "\(wording.body(body)) (\(id(body)))" }

    var period: Period { wording.assessment.evidence.periods[diagnosis.period] }

    /// The bodies that are told of.
    var told: [BodyDiagnosis] { body.map { [$0] } ?? diagnosis.bodies }

    /// What the runs came to for a body.
    func result(_ body: BodyDiagnosis) -> Firmness.Result? {
        guard let firmness, let position = positions[body.body] else { return nil }
        return firmness.bodies[position]
    }

    /// Diagnoses before the one that was asked for, the latest first.
    var earlier: [Diagnosis] {
        history.diagnoses.filter { $0.period < diagnosis.period }.reversed()
    }

    /// The same for programs.
    var data: DiagnosisData {
        DiagnosisData(
            words, firmness, isAnalysts: alternatives?.isAnalysts ?? false, earlier: earlier,
            only: body?.body)
    }
}
