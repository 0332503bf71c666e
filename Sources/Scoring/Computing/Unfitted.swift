internal import LinearAlgebra

/// Why nothing is expected beside the values of other leaves.
///
/// Nodes are told by their positions.
public enum Unfitted: Hashable, Sendable {
    /// No body has a value of the node.
    case empty(node: Int)
    /// All bodies have the same value of the node.
    case constant(node: Int)
    /// No body has values of both nodes.
    case apart(node: Int, other: Int)
    /// So many bodies with a value are not more than the nodes that are looked at.
    case tooFewBodies(bodies: Int, nodes: Int)
    /// What is known of the node follows from the others.
    case dependent(node: Int)
    /// There is too much to compute.
    case tooLarge
    /// After so many rounds the means still change.
    case unsettled(rounds: Int)
    /// The value would be 10^20 or more.
    case beyond

    init(_ error: ExpectationMaximisationError, nodes: [Int]) {
        self =
            switch error {
            case .infinite: .beyond
            case .empty(let column): .empty(node: nodes[column])
            case .constant(let column): .constant(node: nodes[column])
            case .apart(let column, let other): .apart(node: nodes[column], other: nodes[other])
            case .tooFewRows(let rows, let columns): .tooFewBodies(bodies: rows, nodes: columns)
            case .singular(let column): .dependent(node: nodes[column])
            case .tooLarge: .tooLarge
            case .notConverged(let rounds, _): .unsettled(rounds: rounds)
            }
    }
}
