internal import Arithmetic
internal import Evidence
internal import Expressions

/// What functions over bodies come to, computed once before anything they stand in.
struct Populations: Sendable {
    private var censuses: [Expression: Census] = [:]
    /// Of each node whose score rule compares bodies, the values by group.
    var distributions: [Int: [Distribution?]] = [:]
    /// Of each node whose score rule measures by a body, the values of that body.
    var references: [Int: ReferenceValues] = [:]
    /// Of each node whose aggregate compares bodies, how each unit stands against the others.
    var outrankings: [Int: [OutrankingStep?]] = [:]
    /// Of each node, what takes the place of its missing values by group of peers.
    var substitutes: [Int: [SubstituteStep?]] = [:]

    /// Of each node whose missing values are expected beside those of other leaves, by period.
    var fits: [Int: [Fit?]] = [:]
    /// What was fitted, so that nodes that look at the same leaves share it.
    var fitted: [Fit.Subject: Fit.Result] = [:]
    /// Of each node that treats values far from the others, the series by group.
    var treatments: [Int: [TreatedSeries?]] = [:]

    subscript(function: Expression) -> Census? { censuses[function] }

    /// Computes the functions over bodies in some formulas, each after those within it.
    ///
    /// - Parameters:
    ///   - formulas: Of a node, its condition first: the others keep to bodies that meet it.
    ///   - threads: At most so many; `nil` uses all cores.
    ///   - scorer: Computes with the functions that are known so far.
    mutating func take(
        _ formulas: [Formula], threads: Int?, _ scorer: (Populations) -> Scorer
    ) {
        for function in formulas.flatMap({ Self.functions(in: $0.expression) })
        where censuses[function] == nil {
            censuses[function] = Census(function, scorer(self), threads: threads)
        }
    }

    private static func functions(in expression: Expression) -> [Expression] {
        let within = expression.parts.flatMap(functions)
        if case .population = expression.kind { return within + [expression] }
        return within
    }
}

/// What one function over bodies comes to, for every period and group.
struct Census: Sendable {
    /// A group of bodies in a period.
    struct Group: Sendable {
        /// What the function comes to.
        let result: Result
        /// How many bodies it looked at, those without a value included.
        let bodies: Int
        /// How many of them have no value.
        let skipped: Int
    }

    /// An exact figure, or why there is none.
    enum Result: Sendable {
        case count(Int)
        case quotient(WideSum, Int128)
        /// The root of this square.
        case root(BigFraction)
        case nothing
        /// What is looked at cannot be computed for one of the bodies.
        case failure(EvaluationError)
    }

    /// By period, then by group of peers; by period alone for all bodies.
    let groups: [Group]

    init(_ expression: Expression, _ scorer: Scorer, threads: Int?) {
        guard
            case .population(let function, let population, let value, let condition) =
                expression.kind
        else { preconditionFailure("a census is taken of a function over bodies") }
        let ground = scorer.ground
        let pieces = Parallel.map(
            ground.evidence.unitCount, chunk: Ground.chunk, threads: threads
        ) { units in
            units.map { Self.item(value, condition, population, $0, scorer) }
        }
        var tallies = [Tallied](repeating: Tallied(), count: ground.groupCount(population.reach))
        for (unit, item) in pieces.joined().enumerated() {
            guard let group = ground.group(of: unit, population.reach) else { continue }
            tallies[group].add(item)
        }
        groups = tallies.map { $0.group(function) }
    }

    /// What becomes of one body.
    private enum Item: Sendable {
        case outside
        case counted
        case skipped
        case value(Fixed)
        case failure(EvaluationError)
    }

    private static func item(
        _ value: Expression?, _ condition: Expression?, _ population: Population, _ unit: Int,
        _ scorer: Scorer
    ) -> Item {
        guard scorer.belongs(unit, to: population) else { return .outside }
        let row = Row(unit: unit)
        do throws(EvaluationError) {
            if let condition {
                guard case .flag(true) = try scorer.engine.step(condition, row) else {
                    return .outside
                }
            }
            guard let value else { return .counted }
            guard case .number(let number) = try scorer.engine.step(value, row) else {
                return .skipped
            }
            return .value(number)
        } catch {
            return .failure(error)
        }
    }

    /// The bodies of one group as they are met.
    private struct Tallied {
        var values: [Fixed] = []
        var counted = 0
        var skipped = 0
        var failure: EvaluationError?

        mutating func add(_ item: Item) {
            switch item {
            case .outside: break
            case .counted: counted += 1
            case .skipped: skipped += 1
            case .value(let value): values.append(value)
            case .failure(let error): failure = failure ?? error
            }
        }

        func group(_ function: Aggregate) -> Group {
            Group(
                result: failure.map { .failure($0) } ?? result(function),
                bodies: counted + skipped + values.count, skipped: skipped)
        }

        private func result(_ function: Aggregate) -> Result {
            if function == .count { return .count(counted) }
            guard let least = values.min(), let greatest = values.max() else { return .nothing }
            var sum = WideSum()
            switch function {
            case .least: sum.add(least)
            case .greatest: sum.add(greatest)
            case .median:
                var sorted = values
                guard let median = OrderStatistics.median(&sorted) else { return .nothing }
                return .quotient(median.sum, median.count)
            case .sampleDeviation, .populationDeviation:
                return Deviation.variance(of: values, isSample: function == .sampleDeviation)
                    .map { .root($0) } ?? .nothing
            case .sum, .average, .count:
                for value in values { sum.add(value) }
                return .quotient(sum, function == .average ? Int128(values.count) : 1)
            }
            return .quotient(sum, 1)
        }
    }
}

extension Evaluator {
    /// A function over bodies, for the group that the row's body belongs to.
    func population(
        _ expression: Expression, _ function: Aggregate, _ population: Population, _ row: Row
    ) throws(EvaluationError) -> Value<N> {
        guard let census = populations[expression] else {
            preconditionFailure("a function over bodies is computed before what it stands in")
        }
        guard let group = ground.group(of: row.unit, population.reach) else {
            return .blank(Absence(presence: .unknown, origin: .group))
        }
        switch census.groups[group].result {
        case .count(let count): return .number(N(numerator: Int128(count), denominator: 1))
        case .quotient(let sum, let count):
            do { return .number(try N(sum, dividedBy: count)) } catch {
                throw overflow(expression, row)
            }
        case .root(let square): return .number(N(rootOf: square))
        case .nothing:
            return .blank(Absence(presence: .unknown, origin: .nothing(function.rawValue)))
        case .failure(let error): throw error
        }
    }
}
