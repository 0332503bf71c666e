internal import Arithmetic
internal import Methodology

/// What scores come to by one kind of aggregate: a single step.
struct AggregateStep: Step {
    /// A score with its weights.
    struct Part {
        let score: Fixed
        /// The weight it has here.
        let effective: Int64
        /// The weight of its child in the edition.
        let nominal: Int64
    }

    /// What there is instead of a result.
    enum Obstacle: Error {
        /// A score of 0 where there must be none: its position among the parts.
        case zero(Int)
        /// Fewer scores than the rule needs.
        case tooFew
        /// The table has no row for these grades.
        case noRow
        /// A result of 10^20 or more.
        case overflow
    }

    let kind: Node.Aggregate.Kind
    /// Those that count; each has an effective weight above 0.
    let parts: [Part]
    /// The weights of all children, whether they count or not.
    let nominalTotal: Int64

    /// The result, rounded once to eighteen digits.
    func result(_ numbers: NumberKind) throws(Obstacle) -> Fixed {
        switch kind {
        case .least, .greatest:
            let scores = parts.map(\.score)
            let found = kind == .least ? scores.min() : scores.max()
            guard let found else { throw .tooFew }
            return found
        case .kthBest(let position):
            let scores = parts.map(\.score).sorted(by: >)
            guard scores.indices.contains(position - 1) else { throw .tooFew }
            return scores[position - 1]
        case .copeland: preconditionFailure("this kind needs the scores of other bodies")
        case .weakest(let plus): return try weakest(plus)
        case .lookup(let tables): return try lookedUp(tables)
        case .weightedSum, .sum: return try step(numbers)
        case .weightedMean: return held(try step(numbers))
        case .median:
            // A score that stands in the middle alone is picked, not counted with.
            let scores = parts.map(\.score).sorted()
            let isAlone = !scores.count.isMultiple(of: 2)
            return isAlone ? scores[scores.count / 2] : held(try step(numbers))
        case .harmonic(let zeros), .geometric(let zeros):
            return held(try withoutZeros(zeros, numbers))
        case .power(let exponent, let zeros):
            return held(
                exponent < .zero
                    ? try withoutZeros(zeros, numbers) : try step(numbers))
        }
    }

    /// A mean lies between the scores, also where doubles round it beyond them.
    private func held(_ mean: Fixed) -> Fixed {
        let scores = parts.map(\.score)
        guard let least = scores.min(), let greatest = scores.max() else { return mean }
        return min(max(mean, least), greatest)
    }

    /// The worst grade, with a plus where another is better.
    private func weakest(_ plus: [Fixed]?) throws(Obstacle) -> Fixed {
        let scores = parts.map(\.score)
        guard let worst = scores.min() else { throw .tooFew }
        guard let plus, scores.contains(where: { worst < $0 }) else { return worst }
        return plus[worst.gradePosition]
    }

    /// The grade in the row of a table; one grade alone is itself.
    private func lookedUp(_ tables: [Lookup]) throws(Obstacle) -> Fixed {
        let row = parts.map { $0.score.gradePosition }.sorted()
        guard let table = tables.first(where: { $0.size == row.count }) else {
            guard let only = parts.first, parts.count == 1 else { throw .noRow }
            return only.score
        }
        guard let result = table.rows[row] else { throw .noRow }
        return Fixed(gradePosition: result)
    }

    /// A mean that has no room for zeros.
    private func withoutZeros(
        _ zeros: Node.Aggregate.Zeros?, _ numbers: NumberKind
    ) throws(Obstacle) -> Fixed {
        guard let zero = parts.firstIndex(where: { $0.score <= .zero }) else {
            return try step(numbers)
        }
        // Where the edition says nothing, the scales leave no room for zeros.
        guard case .refuse? = zeros else { return .zero }
        throw .zero(zero)
    }

    private func step(_ numbers: NumberKind) throws(Obstacle) -> Fixed {
        do {
            // A sum of scores is exact with any kind of number.
            if case .weightedMean = kind { return try numbers.quotient(weighted, total) }
            return try numbers.result(of: self)
        } catch {
            throw .overflow
        }
    }

    private var total: Int128 { Int128(parts.reduce(0) { $0 + $1.effective }) }

    func number<N: Number>(_: N.Type) throws(ArithmeticError) -> N {
        switch kind {
        case .weightedMean: return try N(weighted, dividedBy: total)
        case .weightedSum(let denominator):
            let raised = N(numerator: Int128(nominalTotal), denominator: total)
            return try N(weighted, dividedBy: Int128(denominator)).multiplied(by: raised)
        case .sum:
            let raised = N(numerator: Int128(nominalTotal), denominator: total)
            return try sum(N.self).multiplied(by: raised)
        case .harmonic:
            var terms: [N] = []
            for part in parts {
                terms.append(try weight(of: part, N.self).divided(by: N(part.score)))
            }
            return try N(numerator: total, denominator: 1).divided(by: Self.sum(terms))
        case .geometric:
            var sum = N(numerator: 0, denominator: 1)
            for part in parts {
                let logarithm = try N.value(of: .naturalLogarithm, [N(part.score)])
                sum = try sum.adding(weight(of: part, N.self).multiplied(by: logarithm))
            }
            let mean = try sum.divided(by: N(numerator: total, denominator: 1))
            return try N.value(of: .exponential, [mean])
        case .power(let exponent, _): return try power(N(exponent), isFalling: exponent < .zero)
        case .median:
            var scores = parts.map(\.score)
            guard let (sum, count) = OrderStatistics.median(&scores) else { throw .divisionByZero }
            return try N(sum, dividedBy: count)
        case .least, .greatest, .kthBest, .copeland, .weakest, .lookup:
            preconditionFailure("this kind picks a score and counts nothing")
        }
    }

    private func weight<N: Number>(of part: Part, _: N.Type) -> N {
        N(numerator: Int128(part.effective), denominator: 1)
    }

    /// Fractions of many denominators, added in pairs, so that few sums are long.
    private static func sum<N: Number>(_ terms: [N]) throws(ArithmeticError) -> N {
        var terms = terms
        while terms.count > 1 {
            var sums: [N] = []
            for index in stride(from: 0, to: terms.count, by: 2) {
                let isLast = index + 1 == terms.count
                sums.append(isLast ? terms[index] : try terms[index].adding(terms[index + 1]))
            }
            terms = sums
        }
        return terms.first ?? N(numerator: 0, denominator: 1)
    }

    /// A power mean; scores are taken over the one that weighs most, so that no power overflows.
    private func power<N: Number>(_ exponent: N, isFalling: Bool) throws(ArithmeticError) -> N {
        let scores = parts.map(\.score)
        let zero = N(numerator: 0, denominator: 1)
        guard let scale = isFalling ? scores.min() : scores.max(), scale > .zero else {
            return zero
        }
        var sum = zero
        for part in parts {
            let ratio = try N(part.score).divided(by: N(scale))
            let power = try N.value(of: .power, [ratio, exponent])
            sum = try sum.adding(weight(of: part, N.self).multiplied(by: power))
        }
        let mean = try sum.divided(by: N(numerator: total, denominator: 1))
        let inverse = try N(numerator: 1, denominator: 1).divided(by: exponent)
        return try N.value(of: .power, [mean, inverse]).multiplied(by: N(scale))
    }

    /// Weights times scores.
    private var weighted: WideSum {
        var sum = WideSum()
        for part in parts { sum.add(part.score, times: part.effective) }
        return sum
    }

    /// Scores, more than once where they stand for others as well.
    private func sum<N: Number>(_: N.Type) throws(ArithmeticError) -> N {
        var whole = WideSum()
        for part in parts where part.effective == part.nominal { whole.add(part.score) }
        var sum = try N(whole, dividedBy: 1)
        for part in parts where part.effective != part.nominal {
            let times = N(
                numerator: Int128(part.effective), denominator: Int128(max(part.nominal, 1)))
            sum = try sum.adding(N(part.score).multiplied(by: times))
        }
        return sum
    }
}

extension AggregateComputation {
    /// The step with these scores of the children that count.
    func step(_ score: (Child) -> Fixed) -> AggregateStep {
        let parts = children.filter { $0.effective > 0 }.map { child in
            AggregateStep.Part(
                score: score(child), effective: child.effective, nominal: child.nominal)
        }
        return AggregateStep(kind: kind, parts: parts, nominalTotal: nominalTotal)
    }
}
