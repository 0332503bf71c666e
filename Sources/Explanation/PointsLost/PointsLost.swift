public import Arithmetic
internal import Methodology
public import Scoring

/// Where the points between a score and its maximum went, down the tree.
///
/// The points of the lines beneath a line add up to its own, exactly.
public struct PointsLost: Sendable {
    /// What took the points.
    public enum Cause: Hashable, Sendable {
        /// A node: a child, or the node itself where nothing is beneath it.
        case node(Int)
        /// What a leaf's value does not earn, where corrections stand beside it.
        case value
        /// A correction of the node at hand, by its position.
        case correction(Int)
        /// The score rule of an inner node.
        case scoreRule
        /// Children whose maximum is not the node's own.
        case scale
        /// What rounding took, or gave.
        case rounding
    }

    /// What took them.
    public let cause: Cause
    /// How many, in points of the node that was asked about; below 0 where points were gained.
    public let points: BigFraction
    /// The weight the edition gives a child, as a share of its siblings' weights.
    public let nominal: Fraction?
    /// The weight it has after redistribution.
    public let effective: Fraction?
    /// In the order of the file; empty for a leaf.
    public internal(set) var lines: [PointsLost] = []

    /// What a node lost against its maximum; `nil` when it has no score.
    ///
    ///     line of a child = effective weight · (maximum − score)
    public static func of(_ node: Int, at unit: Int, in assessment: Assessment) -> PointsLost? {
        guard assessment.columns[node]?.score(at: unit) != nil else { return nil }
        // Sums of fractions without limit do not throw.
        return try? Tree(assessment, unit).node(node, share: .one, nominal: nil, effective: nil)
    }

    /// Walks down one body's tree.
    private struct Tree {
        let assessment: Assessment
        let unit: Int

        init(_ assessment: Assessment, _ unit: Int) {
            self.assessment = assessment
            self.unit = unit
        }

        func node(
            _ position: Int, share: BigFraction, nominal: Fraction?, effective: Fraction?
        ) throws(ArithmeticError) -> PointsLost {
            let node = assessment.plan.nodes[position]
            let computation = assessment.computation(of: position, at: unit)
            let score = computation.outcome.score ?? node.scale.least
            let points = try BigFraction(node.scale.greatest).subtracting(BigFraction(score))
                .multiplied(by: share)
            var result = PointsLost(
                cause: .node(position), points: points, nominal: nominal, effective: effective)
            if let made = computation.aggregate, let value = computation.value,
                !computation.outcome.isFilled
            {
                result.lines = try children(made, share)
                result.lines += try steps(node, computation, value, made, share)
            } else if computation.corrections.contains(where: { $0.before != $0.after }),
                let scored = computation.scored
            {
                let value = try BigFraction(node.scale.greatest).subtracting(BigFraction(scored))
                result.lines = [.line(.value, try value.multiplied(by: share))]
                result.lines += try corrections(computation, share)
            } else {
                return result
            }
            var rest = points
            for line in result.lines { rest = try rest.subtracting(line.points) }
            if rest.sign != 0 { result.lines.append(.line(.rounding, rest)) }
            return result
        }

        private func children(
            _ made: AggregateComputation, _ share: BigFraction
        ) throws(ArithmeticError) -> [PointsLost] {
            var lines: [PointsLost] = []
            for child in made.children where child.effective > 0 {
                let nominal = fraction(child.nominal, made.nominalTotal)
                let effective = fraction(child.effective, made.effectiveTotal)
                let own = try share.multiplied(
                    by: BigFraction(
                        numerator: Int128(child.effective),
                        denominator: Int128(made.effectiveTotal)))
                if case .countedAs(let score) = child.treatment {
                    let greatest = assessment.plan.nodes[child.node].scale.greatest
                    let points = try BigFraction(greatest).subtracting(BigFraction(score))
                    lines.append(
                        PointsLost(
                            cause: .node(child.node), points: try points.multiplied(by: own),
                            nominal: nominal, effective: effective))
                } else {
                    lines.append(
                        try node(child.node, share: own, nominal: nominal, effective: effective))
                }
            }
            return lines
        }

        private func fraction(_ weight: Int64, _ total: Int64) -> Fraction {
            Fraction(numerator: Int128(weight), denominator: Int128(total)).reduced
        }

        /// What stands between the value and the score: other maxima, score rule, corrections.
        private func steps(
            _ node: Node, _ computation: Computation, _ value: Fixed, _ made: AggregateComputation,
            _ share: BigFraction
        ) throws(ArithmeticError) -> [PointsLost] {
            var lines: [PointsLost] = []
            func add(_ cause: Cause, _ from: BigFraction, _ to: BigFraction) throws(ArithmeticError)
            {
                let points = try from.subtracting(to).multiplied(by: share)
                if points.sign != 0 { lines.append(.line(cause, points)) }
            }
            var greatest = BigFraction.zero
            for child in made.children where child.effective > 0 {
                let most = BigFraction(assessment.plan.nodes[child.node].scale.greatest)
                let weight = BigFraction(
                    numerator: Int128(child.effective), denominator: Int128(made.effectiveTotal))
                greatest = try greatest.adding(most.multiplied(by: weight))
            }
            try add(.scale, BigFraction(node.scale.greatest), greatest)
            if let scored = computation.scored {
                try add(.scoreRule, BigFraction(value), BigFraction(scored))
            }
            return lines + (try corrections(computation, share))
        }

        /// One line for each correction that changed something.
        private func corrections(
            _ computation: Computation, _ share: BigFraction
        ) throws(ArithmeticError) -> [PointsLost] {
            var lines: [PointsLost] = []
            for step in computation.corrections where step.before != step.after {
                let points = try BigFraction(step.before).subtracting(BigFraction(step.after))
                lines.append(.line(.correction(step.index), try points.multiplied(by: share)))
            }
            return lines
        }
    }

    private static func line(_ cause: Cause, _ points: BigFraction) -> PointsLost {
        PointsLost(cause: cause, points: points, nominal: nil, effective: nil)
    }
}

extension BigFraction {
    fileprivate static let zero = BigFraction(Fixed.zero)
    fileprivate static let one = BigFraction(Fixed.one)
}
