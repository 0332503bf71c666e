internal import Arithmetic
internal import Explanation
internal import Locales
internal import Methodology
internal import Scoring

/// The tree of elements, numbered as in an order.
extension MethodologyModel {
    /// An element of the scorecard.
    struct Element {
        let node: Int
        /// As in `1.2`; the total of a single scorecard is `1`.
        let number: String
        let depth: Int
        let name: Phrase
        let unit: String?
        /// The least and the greatest score, or the grades; `nil` for a heading.
        let scores: Phrase?
        let basis: Phrase
        let isAssumed: Bool
    }

    /// All elements, every one before those beneath it.
    var elements: [Element] {
        var elements: [Element] = []
        func add(_ node: Int, _ number: String, _ depth: Int) {
            let rule = plan.nodes[node]
            elements.append(
                Element(
                    node: node, number: number, depth: depth, name: rules.nodeName(node),
                    unit: rule.texts.unit, scores: scores(of: rule),
                    basis: citations(rule.texts.basis), isAssumed: rule.isAssumed))
            for (index, child) in rule.children.enumerated() {
                add(child, "\(number).\(index + 1)", depth + 1)
            }
        }
        for (index, root) in plan.roots.enumerated() { add(root, "\(index + 1)", 0) }
        return elements
    }

    private func scores(of rule: Node) -> Phrase? {
        if rule.isHeading { return nil }
        if let grades = rule.grades { return Phrase(grades.order.joined(separator: ", ")) }
        return "\(context.plain(rule.scale.least)) – \(context.plain(rule.scale.greatest))"
    }

    // MARK: Weights

    /// The kinds of body whose weights differ; empty where one column says all.
    var weightedKinds: [String] {
        let differ = plan.nodes.contains { node in
            guard case .aggregate(let aggregate) = node.content,
                case .fixed(let weights) = aggregate.weights, let first = weights.first
            else { return false }
            return weights.contains { $0 != first }
        }
        return differ ? plan.identity.kinds : []
    }

    /// How much a node counts within the one above it.
    enum Weight {
        /// It has no weight: nothing stands above it, or its siblings have none either.
        case none
        /// A share of the siblings' weights, or the factor of a weighted sum.
        case share(Fraction)
        /// Formulas say it.
        case computed
    }

    /// The weight of a node for a kind of body, by its position among the edition's.
    func weight(of node: Int, kind: Int) -> Weight {
        guard let parent = plan.nodes[node].parent,
            let place = plan.nodes[parent].children.firstIndex(of: node),
            case .aggregate(let aggregate) = plan.nodes[parent].content, aggregate.kind.hasWeights
        else { return .none }
        switch aggregate.weights {
        case .computed: return .computed
        case .fixed(let weights):
            guard weights.indices.contains(kind) else { return .none }
            var whole = weights[kind].reduce(0) { $0 + Int128($1) }
            if case .weightedSum(let denominator) = aggregate.kind { whole = Int128(denominator) }
            guard whole > 0 else { return .none }
            return .share(
                Fraction(numerator: Int128(weights[kind][place]), denominator: whole).reduced)
        }
    }

    /// The same for people; empty where there is none.
    func told(_ weight: Weight) -> Phrase {
        switch weight {
        case .none: ""
        case .computed: Phrase(texts.methodWeightComputed)
        case .share(let share): context.percentage(share)
        }
    }
}
