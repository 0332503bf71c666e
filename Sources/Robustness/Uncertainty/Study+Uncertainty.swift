extension Study {
    /// Draws every factor in each of some runs.
    ///
    /// - Parameters:
    ///   - runs: How many, from 1 to below 2³¹.
    ///   - seed: What the draws follow from; the same seed gives the same bytes.
    ///   - threads: At most so many; `nil` uses all cores. The result does not depend on it.
    /// - Returns: What came of each node.
    public func uncertainty(runs: Int, seed: UInt64, threads: Int? = nil) -> Uncertainty {
        precondition(
            runs > 0 && runs <= Int32.max, "whoever asks for runs checks how many there are")
        return Uncertainty(
            runs: runs, seed: seed, factors: factors, isAnalysts: isAnalysts,
            period: model.period,
            nodes: UncertaintyRuns(subject: model, runs: runs, seed: seed, threads: threads)
                .results())
    }
}
