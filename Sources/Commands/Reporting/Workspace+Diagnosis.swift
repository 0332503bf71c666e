internal import Diagnosis
internal import Domain
internal import Evidence
internal import Methodology
internal import Pages
internal import Robustness
internal import Scoring

extension Workspace {
    /// What a report tells of stages, with how firm it is unless nobody wants to know that; `nil`
    /// where the edition has none.
    ///
    /// What is told depends on the data alone, so that a report comes out the same again.
    ///
    /// - Returns: The diagnosis, and why there are no runs where they were refused.
    /// - Throws: ``Refusal`` when what an analyst assumes cannot be read.
    func diagnosis(
        in assessment: Assessment, _ period: Int, _ request: Workspace.Request,
        _ options: ReportOptions
    ) throws(Refusal) -> (reported: ReportedDiagnosis, complaints: [Complaint])? {
        guard
            let diagnosis = Diagnosis(assessment, period: period, threads: request.threads)
        else { return nil }
        try checkSystem(in: assessment)
        let earlier = assessment.scoredPeriods.filter { $0 < period }.compactMap {
            Diagnosis(assessment, period: $0, threads: request.threads)
        }
        var firmness: Firmness?
        var complaints: [Complaint] = []
        let alternatives = try alternatives(assumed: options.alternatives)
        let isRated = diagnosis.bodies.contains(where: \.verdict.isRated)
        if !options.isWithoutRobustness, isRated, let alternatives {
            let study = StudyOptions()
            do throws(Study.Diagnostics) {
                firmness = try diagnosis.firmness(
                    alternatives, runs: study.runs, seed: study.seed, threads: request.threads,
                    isForgiving: true)
            } catch {
                complaints.append(
                    complaint(
                        about: error.all, assumed: options.alternatives, isWarning: true,
                        without: "it is not known how sure verdicts are"))
            }
        }
        return (
            ReportedDiagnosis(
                diagnosis, firmness: firmness, alternatives: alternatives, earlier: earlier),
            complaints
        )
    }
}
