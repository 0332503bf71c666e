internal import Diagnostics
package import Methodology

/// A factor that cannot act on the evidence.
struct Idle: Sendable {
    let kind: Factor.Kind
    /// Where it cannot act, of a factor that acts at nodes one by one; `nil` for all of it.
    let node: Int?
    /// What is said of it.
    let problem: Diagnostic

    init(kind: Factor.Kind, node: Int?, _ problem: Diagnostic) {
        (self.kind, self.node, self.problem) = (kind, node, problem)
    }
}

extension Alternatives {
    /// The same for results of other nodes.
    package func looking(at nodes: [Int]) -> Alternatives {
        var other = self
        other.nodes = nodes
        return other
    }

    /// The same without what cannot act.
    func leavingOut(_ idle: [Idle]) -> Alternatives {
        func has(_ kind: Factor.Kind) -> Bool {
            !idle.contains { $0.kind == kind && $0.node == nil }
        }
        let noisy = Set(idle.compactMap { $0.kind == .sampling ? $0.node : nil })
        return Alternatives(
            nodes: nodes, weights: has(.weights) ? weights : [],
            hasEqualWeights: has(.weights) && hasEqualWeights,
            aggregates: has(.aggregation) ? aggregates : [], aggregated: aggregated,
            scores: has(.scoring) ? scores : [], winsorised: has(.treatment) ? winsorised : [],
            missing: has(.missing) ? missing : [],
            leavesOneOut: has(.leaveOneOut) && leavesOneOut,
            rangesOverBounds: has(.bounds) && rangesOverBounds,
            passMarks: has(.passMarks) ? passMarks : nil,
            samplingErrors: has(.sampling)
                ? samplingErrors.filter { !noisy.contains($0.node) } : [],
            isAnalysts: isAnalysts, basis: basis, place: place)
    }
}
