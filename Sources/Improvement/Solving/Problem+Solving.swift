extension Problem {
    /// The best set of measures.
    ///
    /// - Parameters:
    ///   - limits: How far the solver goes.
    ///   - forcing: Measures, by position, that have to be in (`true`) or out (`false`).
    /// - Returns: The same for the same problem on every run and any number of threads.
    package func solved(
        limits: SolvingLimits = SolvingLimits(), forcing: [Int: Bool] = [:]
    ) -> Solved {
        preconditionFailure("contract")
    }

    /// The least cost with which the aim's conditions are met, whatever the budget.
    package func solvedWithoutBudget(limits: SolvingLimits = SolvingLimits()) -> Solved {
        Problem(
            measures: measures, exclusions: exclusions, blocks: blocks, aim: aim, budget: nil
        ).solved(limits: limits)
    }
}
