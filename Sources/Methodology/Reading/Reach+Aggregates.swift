internal import Arithmetic

/// Between what the children of a node come to.
extension Reach {
    func value(_ aggregate: Node.Aggregate, _ node: Node) -> Interval {
        let parts = node.children.map { part(of: $0, aggregate) }
        guard let first = parts.first else { return .all }
        let any = parts.dropFirst().reduce(first) { $0.union($1) }
        switch aggregate.kind {
        case .weightedMean, .median, .least, .greatest, .kthBest: return any
        case .harmonic, .geometric, .power:
            guard case .raise(let floor)? = aggregate.kind.zeros else { return any }
            return any.union(Interval(Fraction(floor), Fraction(floor)))
        case .sum: return sum(parts, aggregate, node)
        case .weightedSum, .copeland: return .all
        case .weakest, .lookup:
            return Interval(Fraction(node.scale.least), Fraction(node.scale.greatest))
        }
    }

    /// What a child counts as, also where it has no score.
    private func part(of child: Int, _ aggregate: Node.Aggregate) -> Interval {
        var part = scores[child]
        for policy in aggregate.policies {
            switch policy {
            case .zero: part = part.union(Interval(Interval.zero, Interval.zero))
            case .worst:
                let least = Fraction(nodes[child].scale.least)
                part = part.union(Interval(least, least))
            case .refuse, .redistribute, .to: break
            }
        }
        return part
    }

    /// A child that is left out is made good in proportion: then only the maxima are known.
    private func sum(
        _ parts: [Interval], _ aggregate: Node.Aggregate, _ node: Node
    ) -> Interval {
        let whole = parts.reduce(Interval(Interval.zero, Interval.zero)) { $0.adding($1) }
        guard !aggregate.leavesOut else {
            let isAbove = parts.allSatisfy(\.isAtLeastZero)
            return Interval(isAbove ? Interval.zero : nil, maximum(of: node))
        }
        return whole
    }

    /// The maxima of the children, added; `nil` where they do not fit.
    func maximum(of node: Node) -> Fraction? {
        var sum: Fraction? = Interval.zero
        for child in node.children {
            sum = sum.flatMap { try? $0.adding(Fraction(nodes[child].scale.greatest)).reduced }
        }
        return sum
    }
}

extension Node.Aggregate {
    /// What is done with children without a score.
    var policies: [Policy] { [notApplicable, missing, excluded] }

    /// Whether others take the place of a child without a score.
    fileprivate var leavesOut: Bool {
        policies.contains { policy in
            switch policy {
            case .redistribute, .to: true
            case .refuse, .zero, .worst: false
            }
        }
    }
}
