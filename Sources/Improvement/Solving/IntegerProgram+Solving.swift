internal import CCbc
internal import Synchronization

extension IntegerProgram {
    /// What came of solving.
    enum Outcome {
        /// Nothing is less than this.
        case optimal([Double], objective: Double)
        case infeasible
        /// A limit was reached; what was found, and what the objective is not below.
        case limited([Double]?, bound: Double)
    }

    /// CBC's interface keeps what it reads of its parameters in variables of the process and does
    /// not say that it may be called from two threads; so one solve waits for the other.
    private static let turn = Mutex(())

    /// A guard against what no count of nodes stops, as a first relaxation without end; a solve that
    /// meets it is ``Outcome/limited(_:bound:)``.
    private static let seconds = 600.0

    /// Solves by branch and cut with CBC: one thread, fixed seeds, no gap allowed, nothing printed.
    ///
    /// - Parameter nodes: Where to stop; unlike seconds this repeats. CBC looks at it now and then.
    func solved(nodes: Int) -> Outcome {
        guard columns > 0 else { return trivial }
        return Self.turn.withLock { _ in solvedAlone(nodes: nodes) }
    }

    /// Without columns each row comes to 0.
    private var trivial: Outcome {
        let isMet = zip(leasts, greatests).allSatisfy { $0 <= 0 && $1 >= 0 }
        return isMet ? .optimal([], objective: 0) : .infeasible
    }

    private func solvedAlone(nodes: Int) -> Outcome {
        guard let model = unsafe Cbc_newModel() else { return .limited(nil, bound: leastBound) }
        defer { unsafe Cbc_deleteModel(model) }
        unsafe Cbc_setLogLevel(model, 0)
        for (name, value) in Self.parameters { unsafe Cbc_setParameter(model, name, value) }
        unsafe Cbc_setMaximumSeconds(model, Self.seconds)
        unsafe Cbc_setMaximumNodes(model, Int32(clamping: nodes))
        unsafe Cbc_setAllowableGap(model, 0)
        unsafe Cbc_setAllowableFractionGap(model, 0)
        unsafe load(into: model)
        _ = unsafe Cbc_solve(model)
        return unsafe outcome(of: model)
    }

    private static let parameters = [
        ("threads", "0"), ("randomSeed", "1"), ("randomCbcSeed", "1"), ("timeMode", "elapsed"),
    ]

    /// Hands over the matrix by columns.
    private func load(into model: UnsafeMutableRawPointer) {
        var counts = [Int32](repeating: 0, count: columns + 1)
        for term in terms { counts[term.column + 1] += 1 }
        for column in 0..<columns { counts[column + 1] += counts[column] }
        var next = counts
        var rowsOfTerms = [Int32](repeating: 0, count: terms.count)
        var factors = [Double](repeating: 0, count: terms.count)
        for row in 0..<rows {
            for term in terms[starts[row]..<starts[row + 1]] {
                let place = Int(next[term.column])
                next[term.column] += 1
                rowsOfTerms[place] = Int32(row)
                factors[place] = term.factor
            }
        }
        unsafe Cbc_loadProblem(
            model, Int32(columns), Int32(rows), counts, rowsOfTerms, factors, lower, upper,
            objective, leasts, greatests)
        for column in 0..<columns where isWhole[column] {
            unsafe Cbc_setInteger(model, Int32(column))
        }
    }

    private func outcome(of model: UnsafeMutableRawPointer) -> Outcome {
        if unsafe Cbc_isProvenInfeasible(model) != 0 { return .infeasible }
        if unsafe Cbc_isProvenOptimal(model) != 0,
            let values = unsafe Cbc_getColSolution(model)
        {
            return unsafe .optimal(copied(values), objective: Cbc_getObjValue(model))
        }
        let best = unsafe Cbc_bestSolution(model)
        let bound = unsafe Cbc_getBestPossibleObjValue(model)
        let isTold = unsafe bound.isFinite && abs(bound) < 1e100 && Cbc_status(model) == 1
        let found = unsafe best.map { unsafe copied(UnsafePointer($0)) }
        return .limited(found, bound: isTold ? max(bound, leastBound) : leastBound)
    }

    private func copied(_ values: UnsafePointer<Double>) -> [Double] {
        unsafe Array(UnsafeBufferPointer(start: values, count: columns))
    }

    /// The objective with each column at its better end.
    private var leastBound: Double {
        (0..<columns).reduce(0) { sum, column in
            sum + min(objective[column] * lower[column], objective[column] * upper[column])
        }
    }
}
