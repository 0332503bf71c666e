package import Arithmetic
package import Methodology
internal import Scoring

/// The criteria of a cell that are measured for a body, with what they weigh.
struct CellCriteria {
    /// One criterion that has a score.
    struct Member {
        /// The position of its node.
        let node: Int
        let weight: Int64
        let score: Fixed
        /// Whether a missing rule put the score there, so that evidence is lacking.
        let isFilled: Bool
        /// Whether it is decisive and below the edge.
        let isFailed: Bool
    }

    /// In the order of the file; without those that have no score.
    let members: [Member]
    /// Whether too little of the observed weight is of the kinds of proof that count.
    let isGated: Bool
    /// The sum of the weights.
    let weight: Int64

    init(members: [Member], isGated: Bool) {
        self.members = members
        self.isGated = isGated
        weight = members.reduce(0) { $0 + $1.weight }
    }

    init(of cell: Int, at unit: Int, in assessment: Assessment, _ rule: Stages) {
        let node = assessment.plan.nodes[cell]
        let weights = Self.weights(of: node, cell, at: unit, in: assessment)
        var members: [Member] = []
        var (all, proven): (Int64, Int64) = (0, 0)
        for (child, weight) in zip(node.children, weights) {
            guard let column = assessment.columns[child], let score = column.score(at: unit) else {
                continue
            }
            let criterion = assessment.plan.nodes[child].criterion
            let kinds = rule.gate?.kinds ?? []
            let isProven = criterion?.proof.contains(where: kinds.contains) ?? false
            all += weight
            if isProven { proven += weight }
            members.append(
                Member(
                    node: child, weight: weight, score: score, isFilled: column.isFilled(at: unit),
                    isFailed: rule.fails(score, criterion)))
        }
        let stage = Self.stage(of: node, assessment)
        self.init(members: members, isGated: Self.isGated(proven, of: all, stage: stage, rule))
    }

    private static func stage(of cell: Node, _ assessment: Assessment) -> Int? {
        cell.children.lazy.compactMap { assessment.plan.nodes[$0].criterion?.stage }.first
    }

    private static func isGated(
        _ proven: Int64, of all: Int64, stage: Int?, _ rule: Stages
    ) -> Bool {
        guard let gate = rule.gate, let stage, gate.stages.contains(stage), all > 0 else {
            return false
        }
        return Fraction(numerator: Int128(proven), denominator: Int128(all)) < gate.cap.edge
    }

    /// The weights that the edition gives the children, as whole numbers.
    private static func weights(
        of node: Node, _ cell: Int, at unit: Int, in assessment: Assessment
    ) -> [Int64] {
        guard case .aggregate(let aggregate) = node.content, let kind = assessment.kind(of: unit)
        else { return node.children.map { _ in 0 } }
        if case .fixed(let weights) = aggregate.weights { return weights[kind] }
        let children = assessment.computation(of: cell, at: unit).aggregate?.children
        return children?.map(\.nominal) ?? node.children.map { _ in 0 }
    }

    /// The positions of the decisive criteria below the edge.
    var failed: [Int] { members.filter(\.isFailed).map(\.node) }

    /// The mean of the criteria by their weights; `nil` where none of them weighs anything.
    var mean: Fixed? {
        guard weight > 0 else { return nil }
        var sum = WideSum()
        for member in members { sum.add(member.score, times: member.weight) }
        // A mean is not larger than what it is of.
        return try? sum.divided(by: Int128(weight))
    }
}

extension Stages {
    /// Whether a score is that of a decisive criterion below the edge.
    package func fails(_ score: Fixed, _ criterion: Criterion?) -> Bool {
        guard let decisive, criterion?.isDecisive == true else { return false }
        return Fraction(score) < decisive.edge
    }
}
