internal import Diagnostics
internal import Domain
internal import Evidence
internal import Methodology
internal import Robustness
internal import Scoring

extension VerdictRuns {
    /// Throws where the run with the edition's own choices comes to other verdicts than the
    /// edition's own: one diagnostic for each body, and for the apparatus, where the alternatives
    /// stand.
    func check(_ diagnosis: Diagnosis, at place: Place) throws(Study.Diagnostics) {
        var memory = memory()
        var found: [(position: Int, code: VerdictCode)] = []
        compute(in: &memory) { if $1 != own[$0] { found.append(($0, $1)) } }
        guard !found.isEmpty else { return }
        func words(_ code: VerdictCode) -> String {
            let verdict = Verdict(standings: code.standings(rule.stages), assessed: 0, cells: 0)
            return verdict.text(diagnosis.rule, in: nil) ?? "not rated"
        }
        let bodies = diagnosis.assessment.evidence.bodies
        throw Study.Diagnostics(
            found.map { position, code in
                let who =
                    diagnosis.bodies.indices.contains(position)
                    ? bodies[diagnosis.bodies[position].body].id : "the apparatus"
                return Diagnostic(
                    .error, "robustness.differs", at: place,
                    "without a change, a run finds \(who) \(words(code)); officially it is "
                        + words(own[position]),
                    help: "A score this close to an edge cannot be told from it in runs; round "
                        + "the scores of cells")
            })
    }
}
