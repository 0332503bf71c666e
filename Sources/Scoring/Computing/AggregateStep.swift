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
        case .weightedMean, .weightedSum, .sum, .median: return try step(numbers)
        case .harmonic(let zeros): return try withoutZeros(zeros, numbers)
        }
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
            var sum = N(numerator: 0, denominator: 1)
            for part in parts {
                let weight = N(numerator: Int128(part.effective), denominator: 1)
                sum = try sum.adding(weight.divided(by: N(part.score)))
            }
            return try N(numerator: total, denominator: 1).divided(by: sum)
        case .median, .least, .greatest, .kthBest:
            var scores = parts.map(\.score)
            guard let (sum, count) = OrderStatistics.median(&scores) else { throw .divisionByZero }
            return try N(sum, dividedBy: count)
        }
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
