extension Problem {
    /// Solves by branching on what acts on several blocks; the blocks are looked up.
    ///
    /// - Returns: `nil` where the problem does not fit: another aim, too many measures of several
    ///   blocks, or tables or numbers that are too large.
    package func searched(limits: SolvingLimits) -> Solved? {
        preconditionFailure("contract")
    }
}
