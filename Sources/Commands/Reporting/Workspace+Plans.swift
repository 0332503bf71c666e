internal import Domain
internal import Evidence
internal import Improvement
internal import Pages
internal import Scoring

extension Workspace {
    /// What came of the plans that were made from periods up to the reported one.
    ///
    /// - Throws: ``Refusal`` when a number cannot be.
    func plans(
        in report: Report, _ request: Workspace.Request
    ) throws(Refusal) -> [ImprovementPlan] {
        let (assessment, reported) = (report.assessment, report.period)
        var plans: [ImprovementPlan] = []
        for since in ImprovementPlan.periods(of: evidence) {
            guard let position = evidence.periods.firstIndex(of: since), position <= reported,
                assessment.scoredPeriods.contains(position)
            else { continue }
            let now = position < reported ? (assessment, reported) : nil
            let (plan, log) = ImprovementPlan.make(
                assessment, since: position, now: now, threads: request.threads)
            guard let plan else {
                let complaint = Complaint(log, prefix: edition.prefix, source: edition.source)
                throw Refusal(.wrongInput, complaints + [complaint])
            }
            plans.append(plan)
        }
        return plans
    }
}
