internal import Locales
internal import Scoring

/// Why no expected value takes the place of a missing one.
extension Wording {
    func why(_ unfitted: Unfitted) -> Phrase {
        switch unfitted {
        case .empty(let node): phrases.unfittedEmpty(node: nodeName(node))
        case .constant(let node): phrases.unfittedConstant(node: nodeName(node))
        case .apart(let node, let other):
            phrases.unfittedApart(node: nodeName(node), other: nodeName(other))
        case .tooFewBodies(let bodies, let nodes):
            phrases.unfittedTooFew(bodies: bodies, nodes: figure(nodes))
        case .dependent(let node): phrases.unfittedDependent(node: nodeName(node))
        case .tooLarge: Phrase(phrases.unfittedTooLarge)
        case .unsettled(let rounds): phrases.unfittedUnsettled(rounds: rounds)
        case .beyond: Phrase(phrases.unfittedBeyond)
        }
    }
}
