internal import Arithmetic
internal import Evidence
internal import Methodology
internal import Scoring

extension BodyDiagnosis {
    /// The diagnosis of the body of a unit.
    init(at unit: Int, _ reading: CellReading, _ ready: VerdictRule<Fixed>) {
        let (assessment, rule) = (reading.assessment, reading.rule)
        let cells = reading.cells(at: unit)
        let known = cells.map { $0.map(\.stageCell) }
        let verdict = ready.verdict(of: known)
        let tallies = rule.list.indices.map { stage in ready.tally(stage) { known[$0][$1] } }
        var next: NextStage?
        if verdict.attained < rule.list.count {
            next =
                BodyObstacles(
                    stage: verdict.attained, tally: tallies[verdict.attained], cells: cells,
                    unit: unit,
                    reading: reading, ready: ready
                ).next
        }
        self.init(
            body: assessment.body(of: unit), verdict: verdict,
            stages: tallies.map { StageStatistics($0) }, cells: cells, next: next,
            weight: rule.weight(at: unit, in: assessment))
    }
}

extension Stages {
    /// What weighs the body of a unit; `nil` where that is not known, or below 0.
    func weight(at unit: Int, in assessment: Assessment) -> Fixed? {
        guard let apparatus else { return nil }
        let weight = assessment.evidence.inputs[apparatus.weight].column.number(at: unit)
        return weight.flatMap { $0 < .zero ? nil : $0 }
    }
}

extension StageStatistics {
    /// From what the cells add up to.
    init(_ tally: StageTally<Fixed>) {
        self.init(
            applicable: tally.applicable, assessed: tally.assessed,
            mean: Fraction.mean(tally.total, tally.assessed), established: tally.established,
            emerging: tally.emerging, least: tally.least)
    }
}
