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
        /// What the value does not earn: of a leaf where corrections stand beside it, of an inner
        /// node whose children do not add parts of their own.
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

    /// What single children would bring to a value that is no sum of their parts.
    ///
    /// Each is what the value would gain if that child alone had its greatest score; they do not
    /// add up.
    public internal(set) var gains: [Gain] = []
    /// Whether ``gains`` is empty because there are more than ``mostGains`` children.
    public internal(set) var hasTooManyChildren = false

    /// Each gain is the whole value once more, so of more children none is computed.
    public static let mostGains = 200

    /// What the greatest score of one child alone would bring.
    public struct Gain: Sendable {
        /// The child's position among the nodes.
        public let node: Int
        /// How many, in points of the node that was asked about.
        public let points: BigFraction
    }

    /// What a node lost against its maximum; `nil` when it has no score, or a grade.
    ///
    ///     line of a child = effective weight · (maximum − score)
    public static func of(_ node: Int, at unit: Int, in assessment: Assessment) -> PointsLost? {
        of(node, at: unit, in: assessment) { assessment.computation(of: node, at: unit) }
    }

    /// The same, with a node that was computed already.
    static func of(
        _ node: Int, at unit: Int, in assessment: Assessment,
        _ computation: () -> Computation
    ) -> PointsLost? {
        guard assessment.columns[node]?.score(at: unit) != nil,
            !assessment.plan.nodes[node].isGraded
        else { return nil }
        let tree = Tree(assessment, unit)
        // Sums of fractions without limit do not throw.
        return try? tree.node(node, computation(), share: .one, nominal: nil, effective: nil)
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
            _ position: Int, _ computation: Computation, share: BigFraction, nominal: Fraction?,
            effective: Fraction?
        ) throws(ArithmeticError) -> PointsLost {
            let node = assessment.plan.nodes[position]
            let score = computation.outcome.score ?? node.scale.least
            let points = try BigFraction(node.scale.greatest).subtracting(BigFraction(score))
                .multiplied(by: share)
            var result = PointsLost(
                cause: .node(position), points: points, nominal: nominal, effective: effective)
            if !node.children.isEmpty, let value = computation.value,
                !computation.outcome.isFilled
            {
                result.lines = try beneath(position, computation, value, share)
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

        /// A child with its own score; one that nothing stands beneath or beside is not computed
        /// again.
        private func child(
            _ position: Int, share: BigFraction, nominal: Fraction?, effective: Fraction?
        ) throws(ArithmeticError) -> PointsLost {
            guard assessment.plan.nodes[position].children.isEmpty,
                assessment.plan.nodes[position].corrections.isEmpty,
                let score = assessment.columns[position]?.score(at: unit)
            else {
                return try node(
                    position, assessment.computation(of: position, at: unit), share: share,
                    nominal: nominal, effective: effective)
            }
            let greatest = BigFraction(assessment.plan.nodes[position].scale.greatest)
            return PointsLost(
                cause: .node(position),
                points: try greatest.subtracting(BigFraction(score)).multiplied(by: share),
                nominal: nominal, effective: effective)
        }

        private func children(
            _ made: AggregateComputation, _ share: BigFraction
        ) throws(ArithmeticError) -> [PointsLost] {
            var lines: [PointsLost] = []
            for child in made.children {
                guard let factor = made.factor(of: child) else { continue }
                let nominal = made.share(child.nominal)
                let effective = made.effectiveShare(of: child)
                let own = try share.multiplied(by: factor)
                if case .countedAs(let score) = child.treatment {
                    let greatest = assessment.plan.nodes[child.node].scale.greatest
                    let points = try BigFraction(greatest).subtracting(BigFraction(score))
                    lines.append(
                        PointsLost(
                            cause: .node(child.node), points: try points.multiplied(by: own),
                            nominal: nominal, effective: effective))
                } else {
                    lines.append(
                        try self.child(
                            child.node, share: own, nominal: nominal, effective: effective))
                }
            }
            return lines
        }

        /// The children's lines and those of the further steps.
        private func beneath(
            _ position: Int, _ computation: Computation, _ value: Fixed, _ share: BigFraction
        ) throws(ArithmeticError) -> [PointsLost] {
            let node = assessment.plan.nodes[position]
            if let made = computation.aggregate, made.kind.isSum {
                let greatest = try greatestSum(made)
                return try children(made, share)
                    + steps(node, computation, value, greatest, share)
            }
            let maxima = maxima(position, computation)
            let greatest =
                assessment.value(of: position, with: maxima, at: unit) ?? node.scale.greatest
            return try [whole(position, maxima, value, greatest, share)]
                + steps(node, computation, value, BigFraction(greatest), share)
        }

        /// A sum when every child that counts has its greatest score.
        private func greatestSum(
            _ made: AggregateComputation
        ) throws(ArithmeticError) -> BigFraction {
            var greatest = BigFraction.zero
            for child in made.children {
                guard let factor = made.factor(of: child) else { continue }
                let most = BigFraction(assessment.plan.nodes[child.node].scale.greatest)
                greatest = try greatest.adding(most.multiplied(by: factor))
            }
            return greatest
        }

        /// The greatest scores of the children that count, by their positions.
        private func maxima(_ position: Int, _ computation: Computation) -> [Int: Fixed] {
            let nodes = assessment.plan.nodes
            let counting =
                computation.aggregate?.children.filter { $0.effective > 0 }.map(\.node)
                ?? nodes[position].children.filter {
                    assessment.columns[$0]?.score(at: unit) != nil
                }
            return Dictionary(counting.map { ($0, nodes[$0].scale.greatest) }) { first, _ in first }
        }

        /// The line of a value that is no sum, with what single children would bring.
        private func whole(
            _ position: Int, _ maxima: [Int: Fixed], _ value: Fixed, _ greatest: Fixed,
            _ share: BigFraction
        ) throws(ArithmeticError) -> PointsLost {
            func points(_ better: Fixed) throws(ArithmeticError) -> BigFraction {
                try BigFraction(better).subtracting(BigFraction(value)).multiplied(by: share)
            }
            var line = PointsLost.line(.value, try points(greatest))
            guard maxima.count <= PointsLost.mostGains else {
                line.hasTooManyChildren = true
                return line
            }
            for child in assessment.plan.nodes[position].children {
                guard let most = maxima[child],
                    let better = assessment.value(of: position, with: [child: most], at: unit)
                else { continue }
                line.gains.append(Gain(node: child, points: try points(better)))
            }
            return line
        }

        /// What stands between the value and the score: other maxima, score rule, corrections.
        private func steps(
            _ node: Node, _ computation: Computation, _ value: Fixed, _ greatest: BigFraction,
            _ share: BigFraction
        ) throws(ArithmeticError) -> [PointsLost] {
            var lines: [PointsLost] = []
            func add(_ cause: Cause, _ from: BigFraction, _ to: BigFraction) throws(ArithmeticError)
            {
                let points = try from.subtracting(to).multiplied(by: share)
                if points.sign != 0 { lines.append(.line(cause, points)) }
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

extension AggregateComputation {
    /// A weight as a share of all, or of a weighted sum as it is written; `nil` where there are
    /// none.
    func share(_ weight: Int64) -> Fraction? {
        guard kind.hasWeights else { return nil }
        var whole = nominalTotal
        if case .weightedSum(let denominator) = kind { whole = denominator }
        guard whole > 0 else { return nil }
        return Fraction(numerator: Int128(weight), denominator: Int128(whole)).reduced
    }

    /// The weight a child has here.
    func effectiveShare(of child: Child) -> Fraction? {
        if case .weightedSum = kind { return share(child.effective) }
        guard kind.hasWeights, effectiveTotal > 0 else { return nil }
        return Fraction(numerator: Int128(child.effective), denominator: Int128(effectiveTotal))
            .reduced
    }
}
