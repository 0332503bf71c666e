public import Methodology
public import Robustness

extension Diagnosis {
    /// Computes the verdicts again in many runs, in each of which every factor is drawn anew.
    ///
    /// The nodes that are looked at are the cells and the criteria of the system, whatever the
    /// alternatives name. What holds cells down, shares of weight and means follow the scores of
    /// each run; the weights of the bodies stay. A factor that moves none of the scores that
    /// verdicts rest on cannot act.
    ///
    /// - Parameters:
    ///   - alternatives: What could have been said instead.
    ///   - runs: How many, from 1 to below 2³¹.
    ///   - seed: What the draws follow from; the same seed gives the same bytes.
    ///   - threads: At most so many; `nil` uses all cores. The result does not depend on it.
    ///   - isForgiving: Whether factors that cannot act on the evidence are left out and told;
    ///     otherwise they are refused.
    /// - Returns: How often each verdict came out.
    /// - Throws: What is wrong: a factor that cannot act, or no factor that can; a rule that runs
    ///   do not compute; or a run without changes that comes to another verdict.
    public func firmness(
        _ alternatives: Alternatives, runs: Int, seed: UInt64, threads: Int? = nil,
        isForgiving: Bool = false
    ) throws(Study.Diagnostics) -> Firmness {
        precondition(
            runs > 0 && runs <= Int32.max, "whoever asks for runs checks how many there are")
        let looking = alternatives.looking(at: VerdictRuns.nodes(of: self))
        let (model, leftOut) = try Model.acting(
            assessment, looking, period: period, isForgiving: isForgiving
        ) { VerdictRuns(self, $0).read }
        let verdicts = VerdictRuns(self, model)
        try verdicts.check(self, at: alternatives.place)
        let tally = verdicts.tally(runs: runs, seed: seed, threads: threads)
        return Firmness(
            runs: runs, seed: seed, factors: model.factors, leftOut: leftOut,
            bodies: bodies.indices.map { tally.result($0, bodies[$0].verdict) },
            apparatus: apparatus.map { tally.result(bodies.count, $0.verdict) })
    }
}
