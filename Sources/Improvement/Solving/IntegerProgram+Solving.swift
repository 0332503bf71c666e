internal import CCbc

extension IntegerProgram {
    /// What came of solving.
    enum Outcome {
        /// Nothing is less than this.
        case optimal([Double], objective: Double)
        case infeasible
        /// A limit was reached; what was found, and what the objective is not below.
        case limited([Double]?, bound: Double)
    }

    /// A guard in seconds of the processor against what no count of nodes stops, as a first
    /// relaxation without end; a solve that meets it is ``Outcome/limited(_:bound:)``.
    private static let seconds: Int32 = 300

    /// Solves by branch and cut with CBC: one thread, fixed seeds, no gap allowed, nothing printed.
    ///
    /// CBC runs in a process of its own, so that an assertion of it that fails does not end ours,
    /// and so that threads may solve side by side. Where that happens it is tried in other ways.
    ///
    /// - Parameter nodes: Where to stop; unlike seconds this repeats. CBC looks at it now and then.
    /// - Returns: The same for the same program.
    func solved(nodes: Int) -> Outcome {
        guard columns > 0 else { return trivial }
        for way in ways {
            if let outcome = solved(
                ccbc_manner(way: way, nodes: Int32(clamping: nodes), seconds: Self.seconds))
            {
                return outcome
            }
        }
        return .limited(nil, bound: leastBound)
    }

    /// The solver's own way, then others, which do not assert the same.
    ///
    /// 1 is another rule of pivots, 2 no preprocessing, 4 no cuts. Preprocessing of large programs
    /// takes minutes, in which nothing is found and no limit is looked at.
    private var ways: [Int32] { columns > Self.large ? [2, 3, 7] : [0, 1, 2, 7] }

    /// So many columns are too many to preprocess.
    private static let large = 20_000

    /// Without columns each row comes to 0.
    private var trivial: Outcome {
        let isMet = zip(leasts, greatests).allSatisfy { $0 <= 0 && $1 >= 0 }
        return isMet ? .optimal([], objective: 0) : .infeasible
    }

    /// `nil` where the solver did not get to its end.
    private func solved(_ manner: ccbc_manner) -> Outcome? {
        let matrix = columnwise
        var values = [Double](repeating: 0, count: columns)
        let answer = unsafe ccbc_solve(
            Int32(columns), Int32(rows), matrix.starts, matrix.rows, matrix.factors, lower, upper,
            objective, leasts, greatests, isWhole.map { $0 ? 1 : 0 }, manner, &values)
        switch Int(answer.kind) {
        case ccbc_optimal: return .optimal(values, objective: answer.objective)
        case ccbc_infeasible: return .infeasible
        case ccbc_limited: return .limited(nil, bound: bound(answer.bound))
        case ccbc_limited_with_values: return .limited(values, bound: bound(answer.bound))
        default: return nil
        }
    }
}

extension IntegerProgram {
    /// The matrix by columns: where each begins, the row of each place, and its factor.
    private var columnwise: (starts: [Int32], rows: [Int32], factors: [Double]) {
        var starts = [Int32](repeating: 0, count: columns + 1)
        for term in terms { starts[term.column + 1] += 1 }
        for column in 0..<columns { starts[column + 1] += starts[column] }
        var next = starts
        var rowsOfPlaces = [Int32](repeating: 0, count: terms.count)
        var factors = [Double](repeating: 0, count: terms.count)
        for row in 0..<rows {
            for term in terms[self.starts[row]..<self.starts[row + 1]] {
                let place = Int(next[term.column])
                next[term.column] += 1
                rowsOfPlaces[place] = Int32(row)
                factors[place] = term.factor
            }
        }
        return (starts, rowsOfPlaces, factors)
    }

    /// What the solver says that the objective is not below, or what is seen without it.
    private func bound(_ told: Double) -> Double {
        told.isFinite && abs(told) < 1e100 ? max(told, leastBound) : leastBound
    }

    /// The objective with each column at its better end.
    private var leastBound: Double {
        (0..<columns).reduce(0) { sum, column in
            sum + min(objective[column] * lower[column], objective[column] * upper[column])
        }
    }
}
