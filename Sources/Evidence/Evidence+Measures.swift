public import Domain

extension Evidence {
    /// The same with other measures, and with what was decided of them.
    public func improving(
        with measures: [Measure], planned: [PlannedMeasure] = []
    ) -> Evidence {
        var evidence = self
        evidence.measures = measures.sorted { $0.id < $1.id }
        evidence.plannedMeasures = planned
        return evidence
    }
}
