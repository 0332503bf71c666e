extension Study {
    /// Tells how much each factor accounts for.
    ///
    /// - Parameters:
    ///   - base: How many points the design begins with, from 2 to below 2³¹.
    ///   - seed: What the draws follow from; the same seed gives the same bytes.
    ///   - threads: At most so many; `nil` uses all cores. The result does not depend on it.
    /// - Returns: What came of each node.
    public func sensitivity(base: Int, seed: UInt64, threads: Int? = nil) -> Sensitivity {
        precondition(
            base > 1 && base <= Int32.max, "whoever asks for a design checks how large it is")
        return Sensitivity(
            base: base, seed: seed, factors: factors, isAnalysts: isAnalysts,
            period: model.period,
            nodes: SensitivityRuns(subject: model, base: base, seed: seed, threads: threads)
                .results())
    }
}
