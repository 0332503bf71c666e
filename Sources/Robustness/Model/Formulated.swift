/// A node whose value follows from formulas over scores that runs change.
struct Formulated: Sendable {
    /// The position of the node in the plan.
    let node: Int
    /// Where its column stands.
    let slot: Int
    let programs: [Program]
    let form: Form
    let path: Path

    /// What its formulas come to.
    enum Form: Sendable {
        /// The value of the only one, of a code the number of its word; and what the node is where
        /// it cannot be computed.
        case value(coding: [Double], empty: Mark)
        /// The score of the first that holds, or what is left.
        case ladder([Double], otherwise: Double)
        /// One score where so many hold, another where fewer do.
        case count(atLeast: Int, score: Double, otherwise: Double)
        /// The points of those that hold.
        case points([Double])
    }

    /// Computes its column from those of all other nodes.
    func run(
        _ settings: Settings, _ columns: [Column], into column: inout Column, _ work: inout Work
    ) {
        for body in column.scores.indices {
            work.hasLeftOut = false
            let (score, mark) = outcome(body, settings, columns, &work)
            column.scores[body] = mark == .score ? score : .nan
            column.marks[body] = mark == .notApplicable && work.hasLeftOut ? .leftOut : mark
        }
        column.settle()
        path.finish(&column, by: path.rule(in: settings), filling: path.missing, &work)
    }

    private func outcome(
        _ body: Int, _ settings: Settings, _ columns: [Column], _ work: inout Work
    ) -> (score: Double, mark: Mark) {
        switch form {
        case .value(let coding, let empty):
            let value = programs[0].value(at: body, settings, columns, &work)
            if let blank = Blank(value) { return (.nan, Mark(blank, empty: empty)) }
            return (coding.isEmpty ? value : coding[Int(value)], .score)
        case .ladder(let scores, let otherwise):
            for (program, score) in zip(programs, scores) {
                let verdict = program.value(at: body, settings, columns, &work)
                if verdict.isNaN { return (.nan, .missing) }
                if verdict == 1 { return (score, .score) }
            }
            return (otherwise, .score)
        case .count(let least, let score, let otherwise):
            var (met, open) = (0, 0)
            for program in programs {
                let verdict = program.value(at: body, settings, columns, &work)
                if verdict.isNaN { open += 1 } else if verdict == 1 { met += 1 }
            }
            if met >= least { return (score, .score) }
            return met + open < least ? (otherwise, .score) : (.nan, .missing)
        case .points(let points):
            var sum = 0.0
            for (program, points) in zip(programs, points) {
                let verdict = program.value(at: body, settings, columns, &work)
                if verdict.isNaN { return (.nan, .missing) }
                if verdict == 1 { sum += points }
            }
            return (sum, .score)
        }
    }
}

extension Mark {
    /// What a node is whose value is blank.
    init(_ blank: Blank, empty: Mark) {
        switch blank {
        case .notApplicable: self = .notApplicable
        case .excluded: self = .excluded
        case .missing: self = .missing
        case .failed: self = empty
        }
    }
}
